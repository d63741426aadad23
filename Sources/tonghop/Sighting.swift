import DelimitedText
import Domain
import Intake

/// A file as `inspect` sees it, with a catalogue or without.
struct Sighting {
    let encoding: Encoding
    let dialect: Dialect
    /// The row of the header as a spreadsheet numbers it; `nil` where none was found.
    let headerRow: Int?
    let findings: [Finding]
    let rows: [Row]
    /// Spreadsheet rows above the header and below the table.
    let leftOut: [ClosedRange<Int>]
    let inspection: Inspection?
    private let path: String

    init(_ inspection: Inspection, path: String) {
        self.inspection = inspection
        encoding = inspection.encoding
        dialect = inspection.dialect
        headerRow = inspection.headerRow
        findings = inspection.findings
        rows = inspection.rows
        leftOut = inspection.headerRow == nil ? [] : inspection.leftOut
        self.path = path
    }

    /// Without a catalogue: only what the bytes themselves say.
    init(_ document: DelimitedDocument, path: String) {
        inspection = nil
        encoding = document.encoding
        dialect = document.dialect
        rows = document.rows()
        headerRow = rows.first?.spreadsheetRow
        findings = document.allDoubts().map { Finding($0, file: path) }
        leftOut = []
        self.path = path
    }

    var header: [String] {
        guard let headerRow else { return [] }
        return rows.first { $0.spreadsheetRow == headerRow }?.fields ?? []
    }

    /// The header and the rows under it, without what stands above and below.
    var table: [Row] {
        rows.filter { row in !leftOut.contains { $0.contains(row.spreadsheetRow) } }
    }

    /// A note for every stretch of lines that is not in the table.
    var leftOutFindings: [Finding] {
        leftOut.compactMap { range in
            guard let first = rows.first(where: { $0.spreadsheetRow == range.lowerBound }) else { return nil }
            return Finding(
                rule: "lines-left-out", level: .note,
                position: Position(file: path, line: first.line, row: first.spreadsheetRow),
                message: Bilingual(
                    vi: "các dòng \(range.lowerBound)–\(range.upperBound) nằm ngoài bảng nên được bỏ qua",
                    en: "rows \(range.lowerBound)–\(range.upperBound) stand outside the table and are left out"),
                remedy: Bilingual(vi: "Không phải làm gì.", en: "Nothing to do."))
        }
    }

    /// How the file is read, a line for each fact.
    func lines(_ language: Language) -> [String] {
        func line(_ vi: String, _ en: String, _ value: String?) -> String? {
            value.map { "\(language == .vi ? vi : en): \($0)" }
        }
        let delimiter = dialect.delimiterText == "\t" ? "TAB" : dialect.delimiterText
        return [
            line("Bảng mã", "Encoding", encoding.name),
            line("Dấu ngăn cột", "Delimiter", delimiter),
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

extension Finding {
    /// A doubt about the bytes, where no catalogue is at hand to read further.
    fileprivate init(_ doubt: Doubt, file: String) {
        self.init(
            rule: RuleName(doubt.kind.rawValue), level: doubt.isFatal ? .error : .query,
            position: Position(file: file, line: doubt.line, row: doubt.row, column: doubt.column), value: doubt.sample,
            message: Bilingual(
                vi: "nội dung tệp đáng ngờ (\(doubt.kind.rawValue)): “\(doubt.sample)”",
                en: "the file's bytes are doubtful (\(doubt.kind.rawValue)): “\(doubt.sample)”"),
            remedy: Bilingual(vi: "Lưu lại tệp dạng «CSV UTF-8».", en: "Save the file again as «CSV UTF-8»."))
    }
}
