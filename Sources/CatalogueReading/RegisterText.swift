import DelimitedText
import Domain
import KeptLists
import SheetReading

/// A register as it was written: `units.csv`, or the one sheet of `units.xlsx` that has its columns.
struct RegisterText {
    /// Of the file, or of the sheet.
    let path: String
    /// Those that hold something.
    let rows: [Row]
    /// Of a text.
    let doubts: [Doubt]
    let misreading: Misreading?

    /// The other name that a register may have.
    static func workbook(of path: String) -> String {
        path.hasSuffix(".csv") ? path.dropLast(".csv".count) + ".xlsx" : path
    }

    /// `nil` where it cannot be read at all, which is reported.
    init?(path: String, columns: [String], files: [String: SourceFile], findings: FindingCollection) {
        let other = RegisterText.workbook(of: path)
        guard let file = files[path] ?? files[other] else {
            findings.add(MissingCatalogueFile.self, at: Position(file: path), .missingFile(path))
            return nil
        }
        if files[path] != nil, other != path, files[other] != nil {
            findings.add(UnreadableCatalogueText.self, at: Position(file: other), .both(path, other))
            return nil
        }
        let sheets: [SheetTexts]?
        do {
            sheets = try SheetTexts.sheets(of: file.bytes)
        } catch {
            findings.add(UnreadableCatalogueText.self, at: Position(file: file.path), .fault(error))
            return nil
        }
        guard let sheets else {
            let document = DelimitedDocument(file.bytes)
            let (written, found) = document.rowsWithDoubts()
            self.path = file.path
            rows = written.filter(\.holdsAnything)
            doubts = found.filter { $0.kind != .empty && $0.kind != .singleColumn }
            misreading = document.decision.misreading
            return
        }
        let filled = sheets.filter { !$0.rows.isEmpty }
        let fitting = filled.filter { sheet in
            let header = RegisterHeader(path: path, row: Row(sheet.rows[0]))
            return columns.allSatisfy { header.column($0) != nil }
        }
        guard fitting.count < 2 else {
            findings.add(
                UnreadableCatalogueText.self, at: Position(file: file.path), .severalSheets(fitting.map(\.info.name)))
            return nil
        }
        let sheet = fitting.first ?? filled.first
        self.path = sheet.map { file.sheet($0.info.name).path } ?? file.path
        rows = sheet?.rows.map(Row.init) ?? []
        (doubts, misreading) = ([], nil)
        RegisterText.report(sheet, at: self.path, findings)
    }

    /// Merged cells, and cells without a value, of which nobody can say what they say.
    private static func report(_ sheet: SheetTexts?, at path: String, _ findings: FindingCollection) {
        guard let sheet else { return }
        StruckRegister.look(at: sheet.rows.filter(\.isStruck).map(\.number), of: path, findings)
        for row in sheet.rows {
            guard let column = row.valueless.first else { continue }
            let position = Position(file: path, line: row.number, row: row.number, column: column + 1)
            findings.add(UnreadableCatalogueText.self, at: position, value: row.texts[column], .withoutValue)
        }
        for range in sheet.marks.merged where range.rows.lowerBound <= sheet.rows.last?.number ?? 0 {
            let row = range.rows.lowerBound
            let position = Position(file: path, line: row, row: row, column: range.columns.lowerBound)
            findings.add(UnreadableCatalogueText.self, at: position, .merged)
        }
    }
}
