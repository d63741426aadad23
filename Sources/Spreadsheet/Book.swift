import CXlsxWriter

/// A workbook while it is being written; given to the body of `Workbook.write` and gone with it.
package struct Book: ~Copyable {
    private let state: BookState

    init(_ state: BookState) {
        self.state = state
    }

    /// Adds a sheet behind those there are, and draws it.
    package mutating func addSheet(_ name: SheetName, _ draw: (inout Sheet) throws -> Void) throws {
        let raw = try state.addSheet(name)
        var sheet = Sheet(raw, name, state)
        try draw(&sheet)
        state.totals.append(sheet.totals)
        if sheet.hasBareFirstPage { state.sheetsWithBareFirstPage.insert(state.totals.count) }
    }

    /// Gives a range a name that formulas can use. Names begin with a letter or `_`, and have no spaces.
    package mutating func define(_ name: String, as range: SheetRange) throws(SpreadsheetError) {
        let operation = "define the name “\(name)”"
        try require(range.range.isInSheet, operation, "no such cells: \(range.range)")
        state.refer(to: range.sheet, operation)
        try state.claim(name, operation)
        try check(workbook_define_name(state.workbook, name, "=" + range.formula), operation)
    }
}

/// What the sheets of one workbook share. Never leaves the body of `Workbook.write`.
final class BookState {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    var formats: FormatTable
    /// What each finished sheet holds, in the order of the sheets.
    var totals: [SheetTotals] = []
    /// The sheets, counted from 1, whose first page has no header.
    var sheetsWithBareFirstPage: Set<Int> = []

    private var sheetKeys: Set<String> = []
    private var definedKeys: Set<String> = []
    /// Sheets that a link, a chart or a name speaks of, and by what.
    private var references: [(sheet: SheetName, operation: String)] = []

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        formats = FormatTable(workbook)
    }

    func addSheet(_ name: SheetName) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet> {
        let operation = "add the sheet “\(name)”"
        try require(sheetKeys.insert(name.key).inserted, operation, "there is a sheet of this name")
        return try present(workbook_add_worksheet(workbook, name.text), operation)
    }

    /// Remembers that there must be such a sheet in the end.
    func refer(to sheet: SheetName, _ operation: String) {
        references.append((sheet, operation))
    }

    /// Takes a name for a table or a range, which share one space.
    func claim(_ name: String, _ operation: String) throws(SpreadsheetError) {
        let beginsWell = name.unicodeScalars.first.map { $0 == "_" || $0.properties.isAlphabetic } ?? false
        let isWord = name.unicodeScalars.allSatisfy {
            $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
        }
        try require(
            beginsWell && isWord && name.utf16.count <= 255, operation,
            "a name begins with a letter and has letters, digits, “_” and “.” only")
        try require(
            CellAddress(name.uppercased()) == nil && !["c", "r"].contains(name.lowercased()), operation,
            "the name is that of a cell")
        try require(definedKeys.insert(name.lowercased()).inserted, operation, "the name is taken")
    }

    /// Throws what can be known to be wrong only when everything is drawn.
    func finish() throws(SpreadsheetError) {
        try require(!totals.isEmpty, "finish the workbook", "it has no sheet")
        for reference in references {
            try require(
                sheetKeys.contains(reference.sheet.key), reference.operation, "there is no sheet “\(reference.sheet)”")
        }
    }
}
