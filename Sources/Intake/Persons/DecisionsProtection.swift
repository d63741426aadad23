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
        // So few pieces that what a list says again and again is looked at once in each.
        let size = max((rows.count + SystemThread.cores - 1) / SystemThread.cores, 1)
        let pieces = stride(from: 0, to: rows.count, by: size).map { rows[$0..<min($0 + size, rows.count)] }
        let found = ParallelMap.map(pieces) { piece in
            var look = DecisionsLook(columns: columns)
            return piece.map { look.found(in: $0) }
        }
        var log = FindingLog()
        for (row, cells) in zip(rows, found.joined()) {
            for (field, found) in cells {
                let header = columns.first { $0.value == field }?.key.name
                let here = Position(
                    file: file.path, line: row.line, row: row.spreadsheetRow, column: field + 1, header: header)
                log.add(found.rule) { found.finding(at: here) }
            }
        }
        return log.hasErrors ? log.sorted(file: file.path) : []
    }
}

/// Looks at the cells of decisions. A list says the same few things in hundreds of lines: each is looked at once.
private struct DecisionsLook {
    let columns: [DecisionColumn: Int]
    private var labels: [String: Bool] = [:]
    private var known: [String: PersonFound?] = [:]

    init(columns: [DecisionColumn: Int]) { self.columns = columns }

    mutating func found(in row: Row) -> [(field: Int, found: PersonFound)] {
        var cells: [(field: Int, found: PersonFound)] = []
        for (field, text) in row.fields.enumerated() where !text.isEmpty {
            let label = field > 0 && isTelling(row.fields[field - 1]) ? row.fields[field - 1] : ""
            let isReason = field == columns[.reason]
            var found = look(text, label, isReason: isReason)
            if case .markBesideTable = found {
                found = isReason && PersonInReason.isIn(text) ? .person(text) : nil
            }
            if case .signer = found, field == columns[.approver] { found = nil }
            if let found { cells.append((field, found)) }
        }
        return cells
    }

    private mutating func isTelling(_ label: String) -> Bool {
        if let isTelling = labels[label] { return isTelling }
        let isTelling = PersonCues(in: label).isTelling
        labels[label] = isTelling
        return isTelling
    }

    private mutating func look(_ text: String, _ label: String, isReason: Bool) -> PersonFound? {
        let key = "\(isReason)\u{0}\(label)\u{0}\(text)"
        if let found = known[key] { return found }
        var bytes = text
        // As of the cells of a submission.
        if label.isEmpty, !isReason, !bytes.withUTF8({ PersonBytes.mayConcern($0, namesCount: true) }) { return nil }
        let found =
            PersonCell(text, PersonCell.Place(label: label)).found
            ?? (isReason && PersonInReason.isIn(text) ? .person(text) : nil)
        known[key] = .some(found)
        return found
    }
}
