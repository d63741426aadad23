/// The bytes of a file as valid UTF-8, with what could not be decoded.
struct DecodedText: Sendable {
    /// A place whose bytes are no letter, or NUL.
    struct Blemish: Sendable {
        let kind: Doubt.Kind
        /// In the decoded text.
        let offset: Int
        /// The bytes of the file as hexadecimal.
        let hex: String
    }

    var bytes: [UInt8]
    /// Where the content begins, after the byte-order mark.
    var start: Int
    var encoding: Encoding
    /// In the order of the text.
    var blemishes: [Blemish] = []
    /// Places past the cap, which are not in `blemishes`.
    var furtherBlemishes: [Doubt.Kind: Int] = [:]
    /// Why the encoding is in doubt: its bytes and their surroundings.
    var encodingDoubt: String?

    /// Decides by the byte-order mark, then by strict UTF-8; whatever the bytes, there is a text.
    init(_ bytes: consuming [UInt8], limits: Limits) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = UTF16Decoding.decode(bytes, bigEndian: false, limits: limits)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = UTF16Decoding.decode(bytes, bigEndian: true, limits: limits)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = UTF8Repair.decode(bytes, from: 3, encoding: .utf8WithMark, limits: limits)
        } else {
            self = UTF8Repair.decode(bytes, from: 0, encoding: .utf8, limits: limits)
        }
        noteNULs(limits: limits)
    }

    init(bytes: consuming [UInt8], start: Int, encoding: Encoding) {
        self.bytes = bytes
        self.start = start
        self.encoding = encoding
    }

    private mutating func noteNULs(limits: Limits) {
        var found: [Int] = []
        var further = 0
        bytes.withUnsafeBufferPointer { buffer in
            ByteSearch.forEach(0, in: buffer, from: start) { offset in
                if found.count < limits.doubtsPerKind { found.append(offset) } else { further += 1 }
            }
        }
        guard !found.isEmpty else { return }
        blemishes += found.map { Blemish(kind: .nulByte, offset: $0, hex: "00") }
        blemishes.sort { $0.offset < $1.offset }
        if further > 0 { furtherBlemishes[.nulByte] = further }
    }
}
