import DelimitedText
import Domain
import Intake

/// A file as `inspect` sees it, with a catalogue or without.
package struct Sighting {
    let encoding: Encoding
    package let dialect: Dialect
    /// The row of the header as a spreadsheet numbers it; `nil` where none was found.
    package let headerRow: Int?
    package let findings: [Finding]
    let rows: [Row]
    /// Spreadsheet rows above the header and below the table.
    let leftOut: [ClosedRange<Int>]
    package let inspection: Inspection?
    private let path: String

    /// A file of no form is read as a plain table, and what was found of it under the catalogue stands beside.
    init(_ inspection: Inspection, _ document: @autoclosure () -> DelimitedDocument, path: String) {
        self.inspection = inspection
        self.path = path
        encoding = inspection.encoding
        guard inspection.headerRow == nil, inspection.state != .wrongFormat else {
            dialect = inspection.dialect
            headerRow = inspection.headerRow
            rows = inspection.rows
            leftOut = inspection.leftOut
            let table = Sighting.rows(inspection.rows, without: inspection.leftOut)
            let heading = table.prefix { $0.spreadsheetRow < inspection.headerRow ?? 0 }.count
            let lengths = PlainTable.lengths(Array(table.dropFirst(heading)), file: path, except: inspection.findings)
            findings = (inspection.findings + lengths).sorted { $0.position < $1.position }
            return
        }
        let document = document()
        let plain = PlainTable(document, file: path)
        dialect = document.dialect
        headerRow = plain.headerRow
        rows = plain.rows
        leftOut = plain.leftOut
        let rules = Set(inspection.findings.map(\.rule))
        // What must not be kept is not quoted either.
        let isForbidden = inspection.state == .forbidden
        findings =
            inspection.findings
            + plain.findings.filter { finding in
                !rules.contains(finding.rule)
                    && (!isForbidden || finding.value == nil || PlainTable.isOfLength(finding))
            }
    }

    /// Without a catalogue: only what the bytes themselves say.
    init(_ document: DelimitedDocument, path: String) {
        let plain = PlainTable(document, file: path)
        inspection = nil
        self.path = path
        encoding = document.encoding
        dialect = document.dialect
        rows = plain.rows
        headerRow = plain.headerRow
        findings = plain.findings
        leftOut = plain.leftOut
    }

    /// `workbook` where its cells are no rows of text.
    package var encodingName: String { dialect.isOfSheet ? "workbook" : encoding.name }

    package var header: [String] {
        guard let headerRow else { return [] }
        return rows.first { $0.spreadsheetRow == headerRow }?.fields ?? []
    }

    /// The header and the rows under it, without what stands above and below.
    package var table: [Row] {
        Sighting.rows(rows, without: leftOut)
    }

    private static func rows(_ rows: [Row], without leftOut: [ClosedRange<Int>]) -> [Row] {
        rows.filter { row in !leftOut.contains { $0.contains(row.spreadsheetRow) } }
    }

    /// A note for every stretch of lines that is not in the table.
    package var leftOutFindings: [Finding] {
        leftOut.compactMap { range in
            guard let first = rows.first(where: { range.contains($0.spreadsheetRow) }) else { return nil }
            return LinesLeftOut.finding(
                at: Position(file: path, line: first.line, row: first.spreadsheetRow), rows: range)
        }
    }

    /// How the file is read, a line for each fact.
    package func lines(_ language: Language) -> [String] {
        func line(_ vi: String, _ en: String, _ value: String?) -> String? {
            value.map { "\(language == .vi ? vi : en): \($0)" }
        }
        let delimiter = dialect.delimiterText == "\t" ? "TAB" : dialect.delimiterText
        return [
            line("Bảng mã", "Encoding", encodingName),
            line("Dấu ngăn cột", "Delimiter", dialect.isOfSheet ? nil : delimiter),
            line("Dòng tiêu đề", "Header row", headerRow.map(String.init)),
            line("Đơn vị", "Department", inspection?.department),
            line("Biểu", "Form", inspection?.form),
            line("Kỳ", "Period", inspection?.period?.description),
            line(
                "Cách ghi số", "Numbers",
                inspection?.numbers.map { "\($0.value.example) (“\($0.text)”, \(place($0.proof, language)))" }),
            line(
                "Cách ghi ngày", "Dates",
                inspection?.dates.first.map {
                    "\($0.value == .dayFirst ? "dd/MM/yyyy" : "MM/dd/yyyy") (“\($0.text)”, \(place($0.proof, language)))"
                }),
            line("Số dòng", "Rows", String(rows.count)),
        ].compactMap { $0 }
    }

    private func place(_ position: Position, _ language: Language) -> String {
        let cell = "\(position.columnLetters ?? "")\(position.row)"
        return language == .vi ? "ô \(cell)" : "cell \(cell)"
    }
}
