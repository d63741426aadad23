import ZipPackage

/// The texts of a PDF: of its pages, as who copies them would get them, and of its properties and notes.
///
/// Streams are unpacked as nearly all programs pack them; pictures of text say nothing.
struct PDFTexts {
    private let bytes: [UInt8]
    private let take: (String) -> Void
    /// The number of a font's letters, by the number of the font; and by the names that pages call it by.
    private var lettersOfFonts: [Int: Int] = [:]
    private var fontsByName: [String: Set<Int>] = [:]
    private var letters: [Int: PDFLetters] = [:]
    private var pages: [[UInt8]] = []

    private static let streamBytesMost = 16 << 20
    private static let bytesMost = 64 << 20
    private static let streamsMost = 20_000

    /// Lends each text of a PDF.
    static func forEach(in bytes: [UInt8], _ take: @escaping (String) -> Void) {
        var texts = PDFTexts(bytes, take)
        texts.gather()
        for page in texts.pages { texts.read(page) }
    }

    private init(_ bytes: [UInt8], _ take: @escaping (String) -> Void) { (self.bytes, self.take) = (bytes, take) }

    /// Goes through the file's objects once: what a page is drawn with may stand behind it.
    private mutating func gather() {
        var (at, unpacked, count) = (0, 0, 0)
        var object = 0
        while let start = find("stream", from: at), count < Self.streamsMost {
            let head = bytes[at..<start]
            object = Self.number(ofLastObjectIn: head) ?? object
            takeObjects(head)
            let isEnd = head.suffix(3).elementsEqual("end".utf8)
            at = start + 6
            guard !isEnd else { continue }
            if at < bytes.count, bytes[at] == 0x0D { at += 1 }
            if at < bytes.count, bytes[at] == 0x0A { at += 1 }
            let end = find("endstream", from: at) ?? bytes.count
            count += 1
            if unpacked < Self.bytesMost, let stream = Self.unpacked(bytes[at..<end], head: head.suffix(1 << 10)) {
                unpacked += stream.count
                takeStream(stream, object, head.suffix(1 << 10))
            }
            at = end + 9
        }
        if at < bytes.count { takeObjects(bytes[at...]) }
    }

    private mutating func takeStream(_ stream: [UInt8], _ object: Int, _ head: ArraySlice<UInt8>) {
        if let found = PDFLetters(stream) {
            letters[object] = found
        } else if ByteText.contains("/ObjStm", in: head) {
            takePacked(stream)
        } else if ByteText.contains("BT", in: stream.prefix(1 << 20)) {
            pages.append(stream)
        }
    }

    /// Objects that lie in one stream: their numbers and places stand before them.
    private mutating func takePacked(_ stream: [UInt8]) {
        var numbers: [Int] = []
        for case .number(let number) in PDFWords(stream.prefix(1 << 16)).prefix(while: \.isNumber) {
            numbers.append(Int(clamping: Int64(number.isFinite ? max(min(number, 1e12), -1e12) : 0)))
        }
        let places = stride(from: 0, to: numbers.count - 1, by: 2).map { (object: numbers[$0], at: numbers[$0 + 1]) }
        // The first object begins behind the last number.
        var first = 0
        while first < stream.count, stream[first] <= 0x20 || stream[first] &- 0x30 < 10 { first += 1 }
        for (index, place) in places.enumerated() {
            let start = first + max(place.at, 0)
            let end = index + 1 < places.count ? first + max(places[index + 1].at, 0) : stream.count
            guard start < end, end <= stream.count else { continue }
            takeObject(stream[start..<end], place.object)
        }
    }

    private mutating func takeObjects(_ all: ArraySlice<UInt8>) {
        guard all.count < 4 << 20 else { return }
        var number = 0
        var start = all.startIndex
        var at = all.startIndex
        while let found = find("obj", from: at, to: all.endIndex) {
            if found > all.startIndex, bytes[found - 1] <= 0x20 {
                takeObject(all[start..<found], number)
                number = Self.number(ofLastObjectIn: all[start..<(found + 3)]) ?? 0
                start = found + 3
            }
            at = found + 3
        }
        takeObject(all[start...], number)
    }

    /// Fonts, what they are called by, and strings that stand in no page.
    private mutating func takeObject(_ object: ArraySlice<UInt8>, _ number: Int) {
        var names: [String] = []
        var numbers: [Int] = []
        for word in PDFWords(object) {
            switch word {
            case .name(let name): (names, numbers) = ([name], [])
            case .number(let value): numbers.append(Int(exactly: value) ?? -1)
            case .word("R"):
                guard let name = names.last, numbers.count >= 2 else { continue }
                let target = numbers[numbers.count - 2]
                if name == "ToUnicode" {
                    lettersOfFonts[number] = target
                } else {
                    fontsByName[name, default: []].insert(target)
                }
                numbers = []
            case .string(let text):
                let said = Self.said(text)
                if said.utf8.count >= 6 { take(said) }
            default: break
            }
        }
    }

    /// The strings of one page: what stands between two moves of the pen is one text.
    private func read(_ page: [UInt8]) {
        var font: [PDFLetters] = []
        var names: [String] = []
        var text: [[UInt8]] = []
        var line: [String] = []
        func flush() {
            let codes = text.flatMap { $0 }
            text = []
            guard !codes.isEmpty else { return }
            let said = font.isEmpty ? [Self.said(codes)] : font.map { $0.text(codes) }
            for said in said where said.utf8.count >= 4 { take(said) }
            line.append(said[0])
        }
        func endLine() {
            flush()
            // A line may be drawn word by word.
            if line.count > 1 { take(line.joined()) }
            line = []
        }
        for word in PDFWords(page[...]) {
            switch word {
            case .name(let name): names.append(name)
            case .string(let codes): text.append(codes)
            case .word("Tf"):
                flush()
                font = (names.last.flatMap { fontsByName[$0] } ?? []).sorted().compactMap {
                    lettersOfFonts[$0].flatMap { letters[$0] }
                }
            case .word("Tj"), .word("TJ"), .word("'"), .word("\""): flush()
            case .word("Td"), .word("TD"), .word("T*"), .word("ET"): endLine()
            case .word: names = []
            default: break
            }
        }
        endLine()
    }

    /// A string without a font that says what its codes stand for.
    private static func said(_ codes: [UInt8]) -> String {
        guard codes.starts(with: [0xFE, 0xFF]) else { return String(decoding: codes, as: UTF8.self) }
        let units = stride(from: 2, to: codes.count - 1, by: 2).map {
            UInt16(codes[$0]) << 8 | UInt16(codes[$0 + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// `12 0 obj`
    private static func number(ofLastObjectIn head: ArraySlice<UInt8>) -> Int? {
        let words = head.suffix(1 << 11).split { $0 <= 0x20 || $0 == UInt8(ascii: "<") }
        guard let last = words.lastIndex(where: { $0.elementsEqual("obj".utf8) }), last >= 2 else { return nil }
        return Int(String(decoding: words[last - 2], as: UTF8.self))
    }

    private static func unpacked(_ stream: ArraySlice<UInt8>, head: ArraySlice<UInt8>) -> [UInt8]? {
        let own = head.lastRange(of: "obj") ?? head
        if ByteText.contains("/FontFile", in: own) || ByteText.contains("/Image", in: own) { return nil }
        guard ByteText.contains("/FlateDecode", in: own) || ByteText.contains("/Fl", in: own) else {
            return ByteText.contains("/Filter", in: own) ? nil : Array(stream.prefix(streamBytesMost))
        }
        var found: [UInt8] = []
        // Two bytes say how it was deflated.
        DeflatedBytes.forEachBlock(of: stream.dropFirst(2), bytesMost: streamBytesMost) {
            found += $0
            return true
        }
        return found
    }

    private func find(_ word: StaticString, from start: Int, to end: Int? = nil) -> Int? {
        let count = word.utf8CodeUnitCount
        let last = (end ?? bytes.count) - count
        var at = start
        while at <= last {
            guard let found = bytes[at...last].firstIndex(of: word.utf8Start[0]) else { return nil }
            if (0..<count).allSatisfy({ bytes[found + $0] == word.utf8Start[$0] }) { return found }
            at = found + 1
        }
        return nil
    }
}

extension PDFWords.Word {
    fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

extension ArraySlice<UInt8> {
    /// What follows the last of a word.
    fileprivate func lastRange(of word: String) -> ArraySlice<UInt8>? {
        let word = Array(word.utf8)
        var at = endIndex - word.count
        while at >= startIndex {
            if self[at..<(at + word.count)].elementsEqual(word) { return self[at...] }
            at -= 1
        }
        return nil
    }
}
