/// The tables of a page, one below the other as a spreadsheet lays them out; text between them takes a row of its own.
struct PageTables: WorkbookFile.SheetSource {
    let sheets: [SheetInfo]
    private let text: [UInt8]
    private let limits: SheetLimits

    init(_ bytes: [UInt8], limits: SheetLimits) {
        text = PageText.whole(bytes)
        self.limits = limits
        sheets = [SheetInfo(name: "", isHidden: false)]
    }

    func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks {
        var layout = PageLayout(limits, struckClasses: PageStyles.struckClasses(of: text), body)
        try text.withUnsafeBufferPointer { bytes in
            var tags = PageTags(bytes)
            while let piece = tags.next() { try layout.take(piece) }
        }
        try layout.endRow()
        return layout.marks
    }
}

/// The tags and texts of a page, one after another, whatever is wrong with it.
struct PageTags {
    enum Piece {
        case text(UnsafeBufferPointer<UInt8>)
        /// Its name in lower case, and what stands behind the name.
        case open(String, UnsafeBufferPointer<UInt8>)
        case close(String)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private static let nameMax = 16

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Piece? {
        while place < bytes.count {
            if bytes[place] != UInt8(ascii: "<") {
                let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                defer { place = end }
                return .text(UnsafeBufferPointer(rebasing: bytes[place..<end]))
            }
            if isHere("<!--") {
                skip(past: "-->")
                continue
            }
            if let piece = tag() { return piece }
        }
        return nil
    }

    private func isHere(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[place + $0] | 0x20 == word.utf8Start[$0] | 0x20 }
    }

    private mutating func skip(past word: StaticString) {
        let last = word.utf8Start[word.utf8CodeUnitCount - 1]
        while let found = bytes[place...].firstIndex(of: last) {
            place = found + 1 - word.utf8CodeUnitCount
            if place >= 0, isHere(word) {
                place = found + 1
                return
            }
            place = found + 1
        }
        place = bytes.count
    }

    /// `nil`: a declaration, or a script, which is passed over.
    private mutating func tag() -> Piece? {
        let start = place
        var end = start + 1
        var quote: UInt8 = 0
        while end < bytes.count {
            let byte = bytes[end]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[end - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            end += 1
        }
        place = min(end + 1, bytes.count)
        let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
        var nameEnd = start + (isClosing ? 2 : 1)
        let nameStart = nameEnd
        while nameEnd < end, bytes[nameEnd] > 0x20, bytes[nameEnd] != UInt8(ascii: "/") { nameEnd += 1 }
        guard nameEnd > nameStart, nameEnd - nameStart <= Self.nameMax else { return nil }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        if isClosing { return .close(name) }
        switch name {
        case "script": skip(past: "</script>")
        case "style": skip(past: "</style>")
        case "title": skip(past: "</title>")
        case "xml": skip(past: "</xml>")
        default: return .open(name, UnsafeBufferPointer(rebasing: bytes[nameEnd..<max(nameEnd, end)]))
        }
        return nil
    }
}
