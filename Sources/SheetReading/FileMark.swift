/// What a file is by its first bytes and its directory, whatever it is called.
package enum FileMark: Hashable, Sendable {
    package enum Format: String, Sendable { case xlsx, ods, fods, xls, html, xml }

    case workbook(Format)
    /// A zip that is none of the office's, or not to be opened.
    case zip
    /// An OLE file that is not known for a workbook.
    case compound
    /// A page with all that belongs to it in one mail.
    case webArchive
    /// Neither a workbook nor what a workbook could lie in.
    case other

    /// How much of the head of a text is looked at.
    private static let headBytes = 1 << 14

    package init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compound
        } else {
            self = Self.ofText(bytes)
        }
    }

    /// Whether bytes begin a PNG, JPEG, GIF, TIFF or BMP.
    static func isPicture(_ head: UnsafeRawBufferPointer) -> Bool { pictures.contains { head.starts(with: $0) } }

    private static let pictures: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2A, 0],
        [0x4D, 0x4D, 0, 0x2A], [0x42, 0x4D],
    ]

    /// Tables in a page or in the XML of 2003 begin with a tag; a delimited text does not.
    private static func ofText(_ bytes: [UInt8]) -> FileMark {
        let head = PageText.head(of: bytes, count: headBytes)
        let lower = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if lower.starts(with: "mime-version:".utf8), ByteText.contains("multipart/related", in: lower) {
            return .webArchive
        }
        guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return .other }
        if ByteText.contains("urn:schemas-microsoft-com:office:spreadsheet", in: lower),
            ByteText.contains("<?xml", in: lower) || ByteText.contains("workbook", in: lower),
            !ByteText.contains("<html", in: lower)
        {
            return .workbook(.xml)
        }
        if ByteText.contains("<office:document", in: lower), ByteText.contains("opendocument.spreadsheet", in: lower) {
            return .workbook(.fods)
        }
        for tag in ["<html", "<table", "<!doctype html", "<meta", "<tr", "<body"]
        where ByteText.contains(tag, in: lower) {
            return .workbook(.html)
        }
        return .other
    }
}

/// Finds words in bytes.
enum ByteText {
    static func contains(_ word: String, in bytes: some Collection<UInt8>) -> Bool {
        let word = Array(word.utf8)
        let all = Array(bytes)
        guard all.count >= word.count else { return false }
        return (0...all.count - word.count).contains { place in
            all[place] == word[0] && all[place..<place + word.count].elementsEqual(word)
        }
    }
}
