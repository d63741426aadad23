/// An .xls of Excel 97 to 2003, read record by record within its bytes.
struct BinaryWorkbook: WorkbookFile.SheetSource {
    let sheets: [SheetInfo]
    private let bytes: [UInt8]
    private let limits: SheetLimits
    private let work: ReadWork
    private let texts: TextStore
    private let formats: [NumberFormat]
    /// By style; none where all look as cells do.
    private let looks: [CellLook]
    private let is1904: Bool
    /// Its maker says which program calculated its formulas, as spreadsheets do; libraries that calculate nothing do not.
    private let isCalculated: Bool

    init(_ file: [UInt8], limits: SheetLimits, _ work: ReadWork) throws(SheetFault) {
        let compound = try CompoundFile(file)
        if compound.contains("EncryptedPackage") || compound.contains("EncryptionInfo") { throw .password }
        guard let stream = compound.stream("Workbook") else {
            if compound.contains("Book") { throw .unreadKind("xls5") }
            if compound.contains("__properties_version1.0") { throw .otherFile("msg") }
            throw .otherFile(compound.contains("WordDocument") ? "doc" : "ole")
        }
        bytes = stream
        (self.limits, self.work) = (limits, work)
        var globals = Globals(limits: limits)
        var records = BinaryRecords(stream, at: 0)
        guard let first = records.next(), first.kind == BinaryRecords.begin, first.data.uint16(0) == 0x0600 else {
            throw .unreadKind("xls5")
        }
        while let record = records.next(), record.kind != BinaryRecords.end {
            try globals.take(record, &records)
        }
        sheets = globals.sheets
        texts = globals.texts
        formats = globals.formatIds.map { globals.codes[$0] ?? NumberFormat(builtIn: $0) }
        looks = globals.looks
        is1904 = globals.is1904
        isCalculated = globals.isCalculated
    }

    func forEachStoredText(_ take: (UnsafeBufferPointer<UInt8>) -> Void) { texts.forEach(take) }

    func read(_ sheet: SheetInfo, _ body: @escaping (SheetRow) throws -> Void) throws -> SheetMarks {
        guard sheet.hasCells else { return SheetMarks() }
        var reader = BinarySheet(
            bytes, at: sheet.place, texts: texts, formats: formats, looks: looks, is1904: is1904,
            isCalculated: isCalculated, limits: limits, work)
        return try reader.read(body)
    }

    /// What stands before the sheets.
    private struct Globals {
        let limits: SheetLimits
        var sheets: [SheetInfo] = []
        var texts = TextStore()
        var codes: [Int: NumberFormat] = [:]
        var formatIds: [Int] = []
        /// Whether the letters of each font are raised, lowered or struck through.
        var apartFonts: [Bool] = []
        /// The fonts whose letters are struck through, and the font of each style.
        var struckFonts: Set<Int> = []
        var fontsOfStyles: [Int] = []
        var is1904 = false
        var isCalculated = false

        var looks: [CellLook] {
            struckFonts.isEmpty ? [] : fontsOfStyles.map { struckFonts.contains($0) ? .struck : [] }
        }

        mutating func take(_ record: BinaryRecords.Record, _ records: inout BinaryRecords) throws(SheetFault) {
            let data = record.data
            switch record.kind {
            case 0x2F: throw .password
            case 0x22: is1904 = data.uint16(0) == 1
            case 0x1C1: isCalculated = data.uint32(4) != 0
            case 0x85: try addSheet(data)
            case 0x31 where apartFonts.count < limits.styles:
                if data.uint16(2) & 8 != 0 { struckFonts.insert(apartFonts.count) }
                apartFonts.append(data.uint16(8) != 0 || data.uint16(2) & 8 != 0)
                // There is no fifth font.
                if apartFonts.count == 4 { apartFonts.append(false) }
            case 0xE0 where formatIds.count < limits.styles:
                formatIds.append(Int(data.uint16(2)))
                fontsOfStyles.append(Int(data.uint16(0)))
            case 0x41E:
                var text = BinaryText([data], at: 2)
                let code = text.string(length: Int(text.uint16()))
                codes[Int(data.uint16(0))] = NumberFormat(code: code)
            case 0xFC:
                var text = BinaryText([data] + records.continued(), at: 4)
                let count = min(Int(text.uint32()), limits.texts)
                while texts.count < count, !text.isAtEnd {
                    let bytes = text.richString(apartFonts)
                    guard texts.hasRoom(for: bytes.count, limits) else { throw .tooLarge("texts") }
                    texts.append(bytes)
                }
            default: break
            }
        }

        private mutating func addSheet(_ data: [UInt8]) throws(SheetFault) {
            guard sheets.count < limits.sheets else { throw .tooLarge("sheets") }
            var text = BinaryText([data], at: 6)
            let length = Int(text.byte())
            sheets.append(
                SheetInfo(
                    name: text.string(length: length), isHidden: data.count > 4 && data[4] & 3 != 0,
                    hasCells: data.count > 5 && data[5] == 0, place: Int(data.uint32(0))))
        }
    }
}

/// The records of an .xls, one after another, as far as they lie in it.
struct BinaryRecords {
    struct Record {
        let kind: UInt16
        let data: [UInt8]
    }

    static let begin: UInt16 = 0x809
    static let end: UInt16 = 0x0A

    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], at place: Int) { (self.bytes, self.place) = (bytes, place) }

    mutating func next() -> Record? {
        guard place >= 0, place + 4 <= bytes.count else { return nil }
        let (kind, length) = (bytes.uint16(place), Int(bytes.uint16(place + 2)))
        guard place + 4 + length <= bytes.count else { return nil }
        defer { place += 4 + length }
        return Record(kind: kind, data: Array(bytes[place + 4..<place + 4 + length]))
    }

    /// The records that go on with the one before.
    mutating func continued() -> [[UInt8]] {
        var parts: [[UInt8]] = []
        while bytes.uint16(place) == 0x3C, place + 4 <= bytes.count, let record = next() { parts.append(record.data) }
        return parts
    }
}

/// Texts in the records of an .xls, which go on from one record into the next.
struct BinaryText {
    private let parts: [[UInt8]]
    private var part = 0
    private var place: Int

    init(_ parts: [[UInt8]], at place: Int) { (self.parts, self.place) = (parts, place) }

    var isAtEnd: Bool { part >= parts.count || part == parts.count - 1 && place >= parts[part].count }

    /// 0 at the end.
    mutating func byte() -> UInt8 {
        while part < parts.count, place >= parts[part].count {
            part += 1
            place = 0
        }
        guard part < parts.count else { return 0 }
        defer { place += 1 }
        return parts[part][place]
    }

    mutating func uint16() -> UInt16 {
        let low = byte()
        return UInt16(low) | UInt16(byte()) << 8
    }

    mutating func uint32() -> UInt32 {
        let low = uint16()
        return UInt32(low) | UInt32(uint16()) << 16
    }

    private mutating func skip(_ count: Int) {
        var left = count
        while left > 0, part < parts.count {
            let step = min(left, parts[part].count - place)
            place += step
            left -= step
            if left > 0 {
                part += 1
                place = 0
            }
        }
    }

    /// Letters of one byte or two, as a byte before them says; it stands again where the text goes on in another record.
    private mutating func letters(_ length: Int, isWide: Bool) -> [UInt16] {
        var isWide = isWide
        var units: [UInt16] = []
        for _ in 0..<length {
            if isAtEnd { break }
            if place >= parts[part].count {
                part += 1
                place = 0
                isWide = byte() & 1 != 0
            }
            units.append(isWide ? uint16() : UInt16(byte()))
        }
        return units
    }

    mutating func string(length: Int) -> String {
        let isWide = byte() & 1 != 0
        return String(
            decoding: Self.clean(String(decoding: letters(length, isWide: isWide), as: UTF16.self)), as: UTF8.self)
    }

    /// A text of the store, without its formats and its reading aloud.
    ///
    /// - Parameter apartFonts: Whether the letters of each font are set apart from others.
    mutating func richString(_ apartFonts: [Bool]) -> [UInt8] {
        let length = Int(uint16())
        let flags = byte()
        let runs = flags & 8 != 0 ? Int(uint16()) : 0
        let phonetic = flags & 4 != 0 ? Int(uint32()) : 0
        let units = letters(length, isWide: flags & 1 != 0)
        guard runs > 0, apartFonts.contains(true) else {
            skip(runs * 4 + phonetic)
            return Self.clean(String(decoding: units, as: UTF16.self))
        }
        var clean = CellText()
        var (start, wasApart) = (0, false)
        for _ in 0..<runs where !isAtEnd {
            let (place, font) = (min(Int(uint16()), units.count), Int(uint16()))
            guard place >= start else { continue }
            clean.append(String(decoding: units[start..<place], as: UTF16.self).utf8)
            start = place
            let isApart = font < apartFonts.count && apartFonts[font]
            if isApart || wasApart { clean.part() }
            wasApart = isApart
        }
        skip(phonetic)
        clean.append(String(decoding: units[start...], as: UTF16.self).utf8)
        clean.flatten()
        return clean.bytes
    }

    private static func clean(_ text: String) -> [UInt8] {
        var clean = CellText()
        clean.append(text.utf8)
        clean.flatten()
        return clean.bytes
    }
}
