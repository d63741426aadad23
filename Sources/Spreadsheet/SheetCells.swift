import ZipPackage

/// Reads the cells of a sheet's part one after another, as they stand in its bytes.
struct SheetCells: ~Copyable {
    /// A cell in the words of the file. Its value and its formula are places in the bytes.
    struct Raw {
        enum Kind { case number, sharedText, text, other }

        var reference: XMLScan.Piece?
        var kind = Kind.number
        var format = 0
        var value: XMLScan.Piece?
        var formula: XMLScan.Piece?
        var hasFormula = false
    }

    /// Whether the part had its element of cells.
    private(set) var isComplete = false
    private var scan: XMLScan

    init(_ bytes: [UInt8], part: String) throws(XMLError) {
        scan = try XMLScan(bytes, part: part, cells: true)
    }

    /// The next cell; `nil` behind the last, where the part has been read to its end.
    mutating func next() throws(XMLError) -> Raw? {
        while true {
            switch try scan.next() {
            case .start:
                if let cell = scan.cell { return raw(cell) }
                if scan.isNamed("c") { return try readCell() }
                if scan.isNamed("sheetData") { isComplete = true }
            case .finish: return nil
            default: break
            }
        }
    }

    /// The place of a cell; `nil` where it has none.
    func address(of cell: Raw) -> CellAddress? {
        guard let place = cell.reference.flatMap(scan.place) else { return nil }
        let address = CellAddress(row: place.row - 1, column: place.column - 1)
        return address.isInSheet ? address : nil
    }

    /// A number; `nil` of other words.
    func number(_ piece: XMLScan.Piece?) -> Double? {
        guard let piece else { return nil }
        if let whole = whole(piece), whole > 0 { return Double(whole) }
        return Double(string(piece))
    }

    /// Digits of a whole number, few enough for every one of them to count; `nil` of all else.
    func whole(_ piece: XMLScan.Piece) -> Int? { scan.whole(piece) }

    /// What a piece says; nothing where there is none.
    func string(_ piece: XMLScan.Piece?) -> String {
        guard let piece else { return "" }
        return scan.string(of: piece)
    }

    private func raw(_ cell: XMLScan.Cell) -> Raw {
        var raw = Raw()
        raw.reference = cell.reference
        if let format = cell.format { raw.format = whole(format) ?? 0 }
        if let piece = cell.kind { raw.kind = kind(piece) }
        raw.value = cell.value
        return raw
    }

    private mutating func readCell() throws(XMLError) -> Raw {
        var cell = Raw()
        for place in 0..<scan.attributeCount {
            let (letter, value) = scan.attribute(at: place)
            switch letter {
            case UInt8(ascii: "r"): cell.reference = value
            case UInt8(ascii: "s"): cell.format = whole(value) ?? 0
            case UInt8(ascii: "t"): cell.kind = kind(value)
            default: break
            }
        }
        var isValue = false
        var isFormula = false
        while true {
            switch try scan.next() {
            case .start:
                isValue = scan.isNamed("v")
                isFormula = scan.isNamed("f")
                cell.hasFormula = cell.hasFormula || isFormula
            case .text:
                if isValue { cell.value = scan.text }
                if isFormula { cell.formula = scan.text }
            case .end:
                if scan.isNamed("c") { return cell }
                isValue = false
                isFormula = false
            case .finish: return cell
            }
        }
    }

    private func kind(_ piece: XMLScan.Piece) -> Raw.Kind {
        switch scan.letter(piece) {
        case UInt8(ascii: "s"): .sharedText
        case UInt8(ascii: "n"): .number
        default: scan[piece].elementsEqual("str".utf8) ? .text : .other
        }
    }
}
