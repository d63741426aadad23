import DelimitedText
import Domain

/// The officer's decisions hold nothing that must not be kept, as submissions do not.
extension DecisionsReader {
    /// Whether the list must not be kept: then none of it is taken, and the last good one stands.
    package static func isForbidden(_ findings: [Finding]) -> Bool {
        findings.contains { $0.level == .error && ($0.rule == PersonalData.name || $0.rule == SecrecyMark.name) }
    }

    /// What must not be kept, in any cell of any sheet, in comments and in the names of sheets; in reasons also a name alone.
    static func protection(_ written: WrittenDecisions, _ columns: [DecisionColumn: Int]) -> [Finding] {
        let parts = [written.list] + written.beside
        for part in parts {
            let file = part.source.path
            if part.source.hasPersonalName { return [PersonalData.finding(inNameOf: file)] }
            if let mark = part.source.secrecyMark { return [SecrecyMark.finding(at: Position(file: file), mark: mark)] }
        }
        for (place, part) in parts.enumerated() {
            let found = protection(part.rows, place == 0 ? columns : [:], in: part.source)
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func protection(
        _ rows: [Row], _ columns: [DecisionColumn: Int], in file: SourceFile
    ) -> [Finding] {
        var log = FindingLog()
        // A list says the same few things in hundreds of lines: each is looked at once.
        var labels: [String: Bool] = [:]
        var known: [String: PersonFound?] = [:]
        func isTelling(_ label: String) -> Bool {
            if let isTelling = labels[label] { return isTelling }
            let isTelling = PersonCues(in: label).isTelling
            labels[label] = isTelling
            return isTelling
        }
        func look(_ text: String, _ label: String, isReason: Bool) -> PersonFound? {
            let key = "\(isReason)\u{0}\(label)\u{0}\(text)"
            if let found = known[key] { return found }
            var bytes = text
            // As of the cells of a submission.
            if label.isEmpty, !isReason, !bytes.withUTF8({ PersonBytes.mayConcern($0, namesCount: true) }) {
                return nil
            }
            let found =
                PersonCell(text, PersonCell.Place(label: label)).found
                ?? (isReason && PersonInReason.isIn(text) ? .person(text) : nil)
            known[key] = .some(found)
            return found
        }
        for row in rows {
            for (field, text) in row.fields.enumerated() where !text.isEmpty {
                let label = field > 0 && isTelling(row.fields[field - 1]) ? row.fields[field - 1] : ""
                let isReason = field == columns[.reason]
                var found = look(text, label, isReason: isReason)
                if case .markBesideTable = found {
                    found = isReason && PersonInReason.isIn(text) ? .person(text) : nil
                }
                if case .signer = found, field == columns[.approver] { found = nil }
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
