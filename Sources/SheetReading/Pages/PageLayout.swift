/// Lays the cells of a page's tables out in rows and columns.
struct PageLayout {
    private(set) var marks = SheetMarks()
    private let limits: SheetLimits
    private let body: (SheetRow) throws -> Void
    private var row = SheetRow()
    private var number = 0
    /// Columns that cells of rows above reach down into, with the last row that they do.
    private var occupied: [Int: Int] = [:]
    private var column = 0
    private var tableDepth = 0
    private var isRowOpen = false
    private var isCell = false
    private var columnSpan = 1
    private var given: String?
    private var formula: String?
    private var text = CellText()
    /// Classes whose letters are struck through.
    private let struckClasses: Set<String>
    /// The row's or the cell's whole, and elements within the cell that are open.
    private var (isStruckRow, isStruckCell, struckDepth) = (false, false, 0)
    private var struck = StruckLetters()

    init(_ limits: SheetLimits, struckClasses: Set<String>, _ body: @escaping (SheetRow) throws -> Void) {
        self.limits = limits
        self.struckClasses = struckClasses
        self.body = body
    }

    mutating func take(_ piece: PageTags.Piece) throws {
        switch piece {
        case .text(let bytes): try gather(bytes)
        case .open(let name, let rest): try open(name, PageAttributes(rest))
        case .close(let name): try close(name)
        }
    }

    private mutating func open(_ name: String, _ attributes: PageAttributes) throws {
        switch name {
        case "table":
            if tableDepth == 0 {
                try endLine()
                occupied = [:]
            }
            tableDepth += 1
        case "tr" where tableDepth == 1:
            try beginRow(isHidden: attributes.isHidden)
            isStruckRow = attributes.isStruck(struckClasses)
        case "td" where tableDepth == 1, "th" where tableDepth == 1:
            if !isRowOpen { try beginRow(isHidden: false) }
            try beginCell(attributes)
        case "br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li":
            if tableDepth == 0 { try endLine() } else if !text.isEmpty { text.append([0x20]) }
        case "sup", "sub": text.part()
        case "del", "s", "strike":
            struckDepth += 1
            text.part()
        default: break
        }
    }

    private mutating func close(_ name: String) throws {
        switch name {
        case "table":
            tableDepth = max(0, tableDepth - 1)
            if tableDepth == 0 { try endRow() }
        case "tr" where tableDepth == 1: try endRow()
        case "td" where tableDepth == 1, "th" where tableDepth == 1: try endCell()
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "body":
            if tableDepth == 0 { try endLine() } else if !text.isEmpty { text.append([0x20]) }
        case "sup", "sub": text.part()
        case "del", "s", "strike":
            struckDepth = max(0, struckDepth - 1)
            text.part()
        default: break
        }
    }

    /// Blanks and line ends of the source are one blank.
    private mutating func gather(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isCell || tableDepth == 0 else { return }
        struck.take(bytes, isStruck: struckDepth > 0)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "&"), let (scalar, length) = Self.entity(bytes, place) {
                text.append(String(Character(scalar)).utf8)
                place += length
                continue
            }
            if byte > 0x20 {
                text.append(byte)
            } else if let last = text.bytes.last, last != 0x20 {
                text.append(0x20)
            }
            place += 1
        }
        if text.bytes.count > limits.cellBytes { throw SheetFault.tooLarge("a cell") }
    }

    private static func entity(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (Unicode.Scalar, Int)? {
        guard let end = bytes[place..<min(place + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";")) else {
            return nil
        }
        return PageEntity.scalar(String(decoding: bytes[place + 1..<end], as: UTF8.self)).map { ($0, end - place + 1) }
    }

    // MARK: Rows

    private mutating func beginRow(isHidden: Bool) throws {
        try endRow()
        number += 1
        guard number <= SheetLimits.rowsMax else { throw SheetFault.tooLarge("\(number) rows") }
        row.begin(number, isHidden: isHidden)
        column = 0
        (isRowOpen, isStruckRow) = (true, false)
    }

    mutating func endRow() throws {
        guard isRowOpen else { return try endLine() }
        try endCell()
        isRowOpen = false
        occupied = occupied.filter { $0.value > number }
        try body(row)
    }

    /// A text outside of tables.
    private mutating func endLine() throws {
        guard tableDepth == 0, !isRowOpen else { return }
        defer { text.clear() }
        text.flatten()
        guard text.bytes.contains(where: { $0 > 0x20 }) else { return }
        number += 1
        guard number <= SheetLimits.rowsMax else { throw SheetFault.tooLarge("\(number) rows") }
        row.begin(number, isHidden: false)
        row.add(1, .text, text.bytes)
        try body(row)
    }

    // MARK: Cells

    private mutating func beginCell(_ attributes: PageAttributes) throws {
        try endCell()
        column += 1
        while let last = occupied[column], last >= number { column += 1 }
        columnSpan = min(max(1, attributes.number("colspan") ?? 1), SheetLimits.columnsMax)
        let rows = min(max(1, attributes.number("rowspan") ?? 1), SheetLimits.rowsMax)
        guard column + columnSpan - 1 <= SheetLimits.columnsMax else { throw SheetFault.tooLarge("\(column) columns") }
        if columnSpan > 1 || rows > 1 {
            guard marks.merged.count < limits.mergedRanges else { throw SheetFault.tooLarge("merged ranges") }
            marks.merged.append(
                SheetMarks.Range(
                    rows: number...min(number + rows - 1, SheetLimits.rowsMax),
                    columns: column...column + columnSpan - 1))
        }
        if rows > 1 { for place in column..<column + columnSpan { occupied[place] = number + rows - 1 } }
        given = attributes.value("x:num") ?? attributes.value("sdval")
        // What is calculated to an empty text is said to be one.
        formula = attributes.contains("x:str") ? nil : attributes.value("x:fmla")
        isCell = true
        text.clear()
        struck.clear()
        (isStruckCell, struckDepth) = (isStruckRow || attributes.isStruck(struckClasses), 0)
    }

    private mutating func endCell() throws {
        guard isCell else { return }
        isCell = false
        defer {
            if isStruckCell || struck.isAll { row.dress(column, .struck) }
            column += columnSpan - 1
            text.clear()
        }
        text.flatten()
        while text.bytes.last == 0x20 { text.removeLast() }
        guard !text.isEmpty else {
            if let formula { row.add(column, .formula, formula.prefix(100).utf8) }
            return
        }
        // Excel and LibreOffice write the number itself beside what they show.
        if let given, !given.isEmpty, !showsOther {
            return Array(given.utf8).withUnsafeBufferPointer {
                CellNumber(written: $0, format: .general, is1904: false).add(to: &row, column)
            }
        }
        row.add(column, .text, text.bytes)
        if row.byteCount > limits.rowBytes { throw SheetFault.tooLarge("row \(number)") }
    }
}

extension PageLayout {
    /// Whether the cell shows its number as a day, a time or a percentage, which only its words say.
    private var showsOther: Bool {
        var last: UInt8 = 0
        return text.bytes.contains { byte in
            defer { last = byte }
            return byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%")
                || byte == UInt8(ascii: "-") && last &- 0x30 < 10
        }
    }
}

/// What a tag of a page says behind its name.
struct PageAttributes {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The value of an attribute, without its quotes.
    func value(_ name: StaticString) -> String? {
        let count = name.utf8CodeUnitCount
        guard bytes.count > count else { return nil }
        for place in 0..<bytes.count - count
        where bytes[place + count] == UInt8(ascii: "=") && (place == 0 || bytes[place - 1] <= 0x20)
            && (0..<count).allSatisfy({ bytes[place + $0] | 0x20 == name.utf8Start[$0] | 0x20 })
        {
            let rest = bytes[(place + count + 1)...]
            guard let first = rest.first else { return nil }
            let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
            let inside = isQuoted ? rest.dropFirst().prefix { $0 != first } : rest.prefix { $0 > 0x20 }
            return String(decoding: inside, as: UTF8.self)
        }
        return nil
    }

    /// Whether an attribute stands there, with a value or without.
    func contains(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return (0...bytes.count - count).contains { place in
            (place == 0 || bytes[place - 1] <= 0x20)
                && (0..<count).allSatisfy { bytes[place + $0] == name.utf8Start[$0] }
        }
    }

    func number(_ name: StaticString) -> Int? { value(name).flatMap { Int($0.prefix(9)) } }

    /// Whether its style, or one of its classes, strikes letters through.
    func isStruck(_ classes: Set<String>) -> Bool {
        if let style = value("style"), style.lowercased().contains("line-through") { return true }
        guard !classes.isEmpty, let named = value("class") else { return false }
        return named.split(separator: " ").contains { classes.contains(String($0)) }
    }

    var isHidden: Bool { value("style").map { $0.lowercased().filter { $0 != " " }.contains("display:none") } ?? false }
}
