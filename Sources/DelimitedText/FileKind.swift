/// Files that are no text, told by their first bytes, or by control characters that no text has.
enum FileKind {
    private static let magics: [(name: String, bytes: [UInt8])] = [
        ("zip", [0x50, 0x4B, 0x03, 0x04]),
        ("zip", [0x50, 0x4B, 0x05, 0x06]),
        ("zip", [0x50, 0x4B, 0x07, 0x08]),
        ("ole", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("pdf", Array("%PDF-".utf8)),
        ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
        ("jpeg", [0xFF, 0xD8, 0xFF]),
        ("gif", Array("GIF8".utf8)),
        ("gzip", [0x1F, 0x8B, 0x08]),
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("rar", Array("Rar!".utf8) + [0x1A, 0x07]),
    ]

    /// How much of a file's head is looked at for control characters.
    private static let headBytes = 1 << 16
    /// So few control characters are an accident in a text.
    private static let strayControls = 16

    /// The kind of a file known by its first bytes; of zips, which of the office's.
    static func known(_ bytes: [UInt8]) -> String? {
        guard let name = magics.first(where: { bytes.starts(with: $0.bytes) })?.name else { return nil }
        guard name == "zip" else { return name }
        let tail = bytes[max(0, bytes.count - headBytes)...]
        if contains("xl/", in: tail) { return "xlsx" }
        return contains("word/", in: tail) ? "docx" : "zip"
    }

    /// More than one byte in twenty is a control character.
    static func isBinary(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.prefix(headBytes)
        let controls = head.reduce(into: 0) { count, byte in if isControl(byte) { count += 1 } }
        return controls > strayControls && controls * 20 > head.count
    }

    /// UTF-16 as its mark says.
    static func markedUTF16(_ bytes: [UInt8]) -> Encoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
    }

    /// UTF-16 without its mark: the zero bytes of its Latin letters all stand on one side of the pairs.
    static func unmarkedUTF16(_ bytes: [UInt8]) -> Encoding? {
        let head = bytes.prefix(headBytes)
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let total = zeros.even + zeros.odd
        guard total > strayControls, total * 4 > head.count, max(zeros.even, zeros.odd) * 10 > total * 9 else {
            return nil
        }
        return zeros.even > zeros.odd ? .utf16BigEndian : .utf16LittleEndian
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C, 0x1A: false
        case 0..<0x20, 0x7F: true
        default: false
        }
    }

    private static func contains(_ wanted: String, in bytes: ArraySlice<UInt8>) -> Bool {
        let pattern = Array(wanted.utf8)
        return bytes.indices.contains { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
    }
}
