/// A sheet of a small workbook, such as a list that people keep: all its rows at once, as texts.
///
/// Days are dd/MM/yyyy, perhaps with their time; numbers are as they were typed.
package struct SheetTexts: Sendable {
    package struct Row: Sendable {
        /// As a spreadsheet numbers it.
        package let number: Int
        /// One for each column up to the last that holds something.
        package let texts: [String]
        /// Columns, from 0, of cells that hold an error, or a formula whose value was not saved.
        package let valueless: [Int]
        /// Hidden by hand or by a filter.
        package let isHidden: Bool
        /// Something in it is struck through.
        package let isStruck: Bool
    }

    package let info: SheetInfo
    /// Those that hold something.
    package let rows: [Row]
    package let marks: SheetMarks
    /// What is attached to cells, as the rows of a sheet.
    package let comments: [Row]

    /// Cells further to the right stand one after the other.
    fileprivate static let columnsMax = 256
    private static let cellsMax = 1 << 19
    private static let limits: SheetLimits = {
        var limits = SheetLimits.standard
        limits.unpackedBytes = 64 << 20
        return limits
    }()

    /// The sheets of a workbook, hidden ones too; `nil`: the bytes are no workbook.
    package static func sheets(of bytes: [UInt8]) throws(SheetFault) -> [SheetTexts]? {
        do {
            guard let workbook = try WorkbookFile(bytes, limits: limits) else { return nil }
            var cells = 0
            return try workbook.sheets.map { try SheetTexts($0, of: workbook, &cells) }
        } catch {
            throw error as? SheetFault ?? .damaged(part: "", detail: "\(error)")
        }
    }

    private init(_ info: SheetInfo, of workbook: WorkbookFile, _ cells: inout Int) throws {
        func take(_ row: SheetRow, into rows: inout [Row], _ cells: inout Int) throws {
            let taken = Row(row)
            cells += taken.texts.count
            guard cells <= Self.cellsMax else { throw SheetFault.tooLarge("\(cells) cells") }
            if !taken.texts.isEmpty { rows.append(taken) }
        }
        var (rows, comments): ([Row], [Row]) = ([], [])
        marks = info.hasCells ? try workbook.read(info) { try take($0, into: &rows, &cells) } : SheetMarks()
        try SheetRow.rows(of: marks.comments) { try take($0, into: &comments, &cells) }
        (self.info, self.rows, self.comments) = (info, rows, comments)
    }
}

extension SheetTexts.Row {
    fileprivate init(_ row: SheetRow) {
        var texts: [String] = []
        var valueless: [Int] = []
        for cell in row.cells {
            let column = max(min(cell.column - 1, SheetTexts.columnsMax), texts.count)
            texts += repeatElement("", count: column - texts.count)
            if cell.kind == .error || cell.kind == .formula { valueless.append(column) }
            let text = row.text(of: cell)
            texts.append(cell.kind == .date ? Self.dayFirst(text) : text)
        }
        (number, self.texts, self.valueless, isHidden) = (row.number, texts, valueless, row.isHidden)
        isStruck = row.cells.contains { $0.look.contains(.struck) }
    }

    /// `2026-09-25 08:30` as 25/09/2026 08:30.
    private static func dayFirst(_ text: String) -> String {
        let digits = Array(text.utf8)
        guard digits.count >= 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return text }
        let slash = [UInt8(ascii: "/")]
        return String(
            decoding: digits[8...9] + slash + digits[5...6] + slash + digits[0...3] + digits[10...], as: UTF8.self)
    }
}
