import Domain
import Reporting
import Spreadsheet
/// The checks of the guidance for statistical spreadsheets, over every sheet of a workbook of plain data.
///
/// One table a sheet from A1, named, without merged, hidden or blank cells, headings told apart, marks explained on the
/// sheet, nothing said by colour alone, a list of the sheets with links, and a title, language and date of the whole.
struct DataGuidance {
    /// What breaks the guidance, in words; empty where nothing does.
    let breaches: [String]

    init(dump: String) {
        var breaches: [String] = []
        var sheets: [String] = []
        var lines: [String: [[String]]] = [:]
        for line in dump.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if lines[fields[0]] == nil, fields[0] != "(workbook)" { sheets.append(fields[0]) }
            lines[fields[0], default: []].append(Array(fields.dropFirst()))
        }
        let properties = (lines["(workbook)"] ?? []).map { $0[0] }
        for property in ["(dc:title)", "(dc:language)", "(dc:creator)", "(dcterms:created)"]
        where !properties.contains(property) {
            breaches.append("no \(property)")
        }
        let links = Set(
            lines.values.joined().filter { $0[0] == "(hyperlink)" }.flatMap { line in
                sheets.filter { line[1].contains("location='\($0)'!A1") }
            })
        for sheet in sheets {
            breaches += DataGuidance.breaches(lines[sheet] ?? []).map { "“\(sheet)”: \($0)" }
        }
        // The first sheet says what the workbook is, the second lists the tables, the last explains the marks.
        for sheet in sheets.dropFirst(2) where !links.contains(sheet) && sheet != sheets.last {
            breaches.append("no link leads to “\(sheet)”")
        }
        self.breaches = breaches
    }

    private static func breaches(_ lines: [[String]]) -> [String] {
        var breaches: [String] = []
        let cells = lines.filter { !$0[0].hasPrefix("(") }
        let tables = lines.filter { $0[0] == "(table)" }
        let addresses = cells.compactMap { CellAddress($0[0]) }
        let last = CellAddress(row: addresses.map(\.row).max() ?? 0, column: addresses.map(\.column).max() ?? 0)
        if tables.count != 1 || !tables[0][1].contains("ref=A1:\(last) ") && !tables[0][1].hasSuffix("ref=A1:\(last)") {
            breaches.append("not one table from A1 to \(last): \(tables)")
        }
        if addresses.count != (last.row + 1) * (last.column + 1) { breaches.append("cells are missing") }
        for cell in cells where cell[1] == "blank" || cell.count > 2 && cell[2].isEmpty {
            breaches.append("\(cell[0]) is blank")
        }
        for (element, words) in [
            ("(mergeCell)", "merged cells"), ("(conditionalFormatting)", "colours that say something"),
        ] where lines.contains(where: { $0[0] == element }) {
            breaches.append(words)
        }
        if lines.contains(where: { $0.count > 1 && $0[1].contains("hidden=1") }) { breaches.append("hidden rows") }
        if !lines.contains(where: { $0[0] == "(pane)" && $0[1].contains("ySplit=1") }) {
            breaches.append("the headings do not stay in sight")
        }
        let headings = cells.filter { CellAddress($0[0])?.row == 0 }.map { $0[2].lowercased() }
        if Set(headings).count != headings.count { breaches.append("two headings are alike") }
        let words = cells.filter { $0[1] == "text" }.map { $0[2] }
        for mark in Mark.allCases where isUsed(mark, in: cells) {
            let isExplained = Language.allCases.contains { language in
                words.contains { $0.contains("\(mark.text(in: language)): \(mark.explanation(in: language))") }
                    || words.contains(mark.text(in: language)) && words.contains(mark.explanation(in: language))
            }
            if !isExplained { breaches.append("the mark \(mark.rawValue) is not explained") }
        }
        return breaches
    }

    private static func isUsed(_ mark: Mark, in cells: [[String]]) -> Bool {
        cells.contains { cell in
            switch mark {
            case .zero: cell[1] == "number" && cell[2] == "0" && cell[3].contains(";\"-")
            case .provisional, .revised:
                cell[1] == "number" && Language.allCases.contains { cell[3].contains(mark.text(in: $0)) }
            default: cell[1] == "text" && Language.allCases.contains { cell[2] == mark.text(in: $0) }
            }
        }
    }
}
