import DelimitedText
import Domain
import Foundation

/// Reads `xu-ly.csv`, in which the officer lays down what files alone cannot say.
///
/// A line that cannot be obeyed is a finding and no decision; the other lines are taken.
package enum DecisionsReader {
    /// What every line is held to.
    package static let rules: [any Rule.Type] = [
        UnreadableDecisions.self, MissingDecisionColumn.self, DecisionRowLength.self,
        EmptyDecisionCell.self, BadDecisionDate.self, UnknownDecisionPeriod.self,
        UnknownDecisionDepartment.self, UnknownDecisionForm.self, UnknownDecisionAction.self,
        DecisionWithoutFile.self, DecisionBeforeFile.self, DecisionWithoutValue.self, DecisionWithoutReason.self,
        BadDecisionPath.self,
    ]

    /// Lines above the header that are looked over for it.
    private static let headerRowsMax = 20

    /// - Parameter files: What has come, so that a decision on what has not is named; `nil` where that is not asked.
    package static func read(
        _ file: SourceFile, catalogue: Catalogue, files: KnownFiles? = nil
    ) -> (decisions: [Decision], findings: [Finding]) {
        let findings = FindingCollection()
        let (written, found) = DelimitedDocument(file.bytes).rowsWithDoubts()
        let doubts = found.filter { $0.kind != .empty && $0.kind != .singleColumn }
        for doubt in doubts {
            let position = Position(file: file.path, line: doubt.line, row: doubt.row, column: doubt.column)
            findings.add(UnreadableDecisions.self, at: position, value: doubt.sample, .unreadable(doubt))
        }
        let rows = written.filter { !$0.fields.allSatisfy { $0.cleanCell.isEmpty } }
        if doubts.contains(where: { $0.isFatal || $0.further > 0 }) {
            let forbidden = protection(rows, [:], in: file)
            return ([], forbidden.isEmpty ? findings.all : forbidden)
        }
        let headers = rows.prefix(headerRowsMax).map { DecisionColumn.positions(in: $0.fields) }
        let place = headers.firstIndex { $0[.at] != nil && $0[.action] != nil } ?? 0
        let columns = headers.indices.contains(place) ? headers[place] : [:]
        let missing = DecisionColumn.allCases.filter { columns[$0] == nil }
        guard missing.isEmpty else {
            let forbidden = protection(rows, columns, in: file)
            guard forbidden.isEmpty else { return ([], forbidden) }
            let line = rows.isEmpty ? 1 : rows[place].line
            let position = Position(file: file.path, line: line, row: rows.isEmpty ? 1 : rows[place].spreadsheetRow)
            findings.add(MissingDecisionColumn.self, at: position, .missingColumns(missing))
            return ([], findings.all)
        }
        let forbidden = protection(rows, columns, in: file)
        guard forbidden.isEmpty else { return ([], forbidden) }
        let context = DecisionContext(catalogue)
        let header = DecisionsHeader(
            file: file.path, texts: rows[place].fields.map(\.cleanCell), columns: columns)
        let doubtful = Set(doubts.map(\.line))
        let decisions = rows.dropFirst(place + 1).compactMap { row -> Decision? in
            if doubtful.contains(row.line) { return nil }
            let decision = decision(row, header, findings, context)
            if let path = decision?.path, let files {
                let position = header.position(of: .path, line: row.line, row: row.spreadsheetRow)
                DecisionBeforeFile.report(path, at: position, to: findings, files)
            }
            return decision
        }
        return (decisions, findings.all.sorted { $0.position < $1.position })
    }

    /// Whether a list is so damaged that none of it is to be taken: it has no header, or fewer lines can be obeyed than cannot.
    package static func isDamaged(_ decisions: [Decision], _ findings: [Finding]) -> Bool {
        Set(findings.filter { $0.level == .error }.map(\.position.line)).count > decisions.count
    }

    private static func decision(
        _ row: Row, _ header: DecisionsHeader, _ findings: FindingCollection, _ context: DecisionContext
    ) -> Decision? {
        let width = header.width
        let cells = CopiedDecision.withoutRemarks(row.fields.map(\.cleanCell), header, context)
        if cells.count > width, cells[width...].contains(where: { !$0.isEmpty }) {
            let position = Position(file: header.file, line: row.line, row: row.spreadsheetRow)
            findings.add(
                DecisionRowLength.self, at: position, value: String(cells.count), .rowLength(cells.count, width))
            return nil
        }
        return DecisionRow(
            header: header, line: row.line, spreadsheetRow: row.spreadsheetRow, cells: cells, findings: findings
        ).decision(under: context)
    }
}

/// The header of the officer's decisions, and which column each is.
struct DecisionsHeader {
    let file: String
    let texts: [String]
    let columns: [DecisionColumn: Int]

    /// Up to its last cell with a word: a spreadsheet adds empty ones where a line is longer.
    var width: Int { (texts.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    /// Of a line's cell.
    func position(of column: DecisionColumn, line: Int, row: Int) -> Position {
        let index = columns[column]
        return Position(
            file: file, line: line, row: row, column: index.map { $0 + 1 }, header: index.map { texts[$0] })
    }
}

/// What the catalogue says that decisions are understood by.
struct DecisionContext {
    /// Few decisions name a department.
    private let matcher: OnDemand<DepartmentMatcher>
    let forms: [Form]
    /// Codes by code and number, folded.
    let formsByName: [String: String]
    let indicators: Set<String>
    let calendar: PeriodCalendar
    let zone: TimeZone

    init(_ catalogue: Catalogue) {
        matcher = OnDemand { DepartmentMatcher(catalogue.departments) }
        forms = catalogue.forms
        formsByName = Dictionary(
            forms.flatMap { form in [form.code, form.number].map { (Folding.key($0), form.code) } },
            uniquingKeysWith: { first, _ in first })
        indicators = Set(catalogue.indicators.map(\.code))
        calendar = catalogue.organisation.calendar
        zone = catalogue.organisation.timeZone
    }

    var departments: DepartmentMatcher { matcher.value }
}
