import DelimitedText
import Domain

/// The officer's decisions hold nothing that must not be kept, as submissions do not.
extension DecisionsReader {
    /// Whether the list must not be kept: then none of it is taken, and the last good one stands.
    package static func isForbidden(_ findings: [Finding]) -> Bool {
        findings.contains { $0.level == .error && ($0.rule == PersonalData.name || $0.rule == SecrecyMark.name) }
    }

    /// What must not be kept, in any cell; in reasons also a name alone.
    static func protection(_ rows: [Row], _ columns: [DecisionColumn: Int], in file: SourceFile) -> [Finding] {
        var log = FindingLog()
        for row in rows {
            for (field, text) in row.fields.enumerated() where !text.isEmpty {
                let label = field > 0 ? row.fields[field - 1] : ""
                let cell = PersonCell(text, PersonCell.Place(label: PersonCues(in: label).isTelling ? label : ""))
                var found = cell.found
                if case .markBesideTable = found { found = nil }
                if case .signer = found, field == columns[.approver] { found = nil }
                if found == nil, field == columns[.reason], PersonInReason.isIn(text) { found = .person(text) }
                guard let found else { continue }
                let header = columns.first { $0.value == field }?.key.name
                let here = Position(
                    file: file.path, line: row.line, row: row.spreadsheetRow, column: field + 1, header: header)
                log.add(found.rule) { found.finding(at: here) }
            }
        }
        if log.hasErrors { return log.sorted(file: file.path) }
        return []
    }
}
