/// The bytes of a file as valid UTF-8, with what could not be decoded.
struct DecodedText: Sendable {
    /// A place whose bytes are no letter, or NUL, or where a letter was lost.
    struct Blemish: Sendable {
        let kind: Doubt.Kind
        /// In the decoded text.
        let offset: Int
        /// The bytes of the file as hexadecimal; empty where the letters before and after them say more.
        let hex: String
    }

    var bytes: [UInt8]
    /// Where the content begins, after the byte-order mark.
    var start: Int
    var decision: EncodingDecision
    /// In the order of the text.
    var blemishes: [Blemish] = []
    /// Places past the cap, which are not in `blemishes`.
    var furtherBlemishes: [Doubt.Kind: Int] = [:]
    /// Why the encoding is in doubt: the candidates, its bytes and their surroundings.
    var encodingDoubt: String?

    /// Whatever the bytes, there is a text.
    init(_ bytes: consuming [UInt8], limits: Limits, witnesses: Witnesses) {
        self = EncodingChoice(limits: limits, witnesses: witnesses).decode(bytes)
        noteNULs(limits: limits)
        noteLostLetters(limits: limits)
    }

    init(bytes: consuming [UInt8], start: Int, decision: EncodingDecision) {
        self.bytes = bytes
        self.start = start
        self.decision = decision
    }

    private mutating func noteLostLetters(limits: Limits) {
        guard let (range, further) = LostLetters.find(in: self, limits: limits) else { return }
        let blemish = Blemish(kind: .lostLetters, offset: range.lowerBound, hex: "")
        blemishes.insert(blemish, at: blemishes.firstIndex { $0.offset > range.lowerBound } ?? blemishes.count)
        if further > 0 { furtherBlemishes[.lostLetters] = further }
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
