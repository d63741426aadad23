import Domain

extension LedgerReader {
    /// The decisions in force: those of the newest list, in its order.
    package func decisions() throws -> [Decision] {
        let rows = PreparedStatement(
            database,
            """
            SELECT at, period_first, period_last, department, form, path, action, action_time, reason, approver
            FROM decision WHERE list = (SELECT max(entry) FROM decision_list WHERE entry <= ?) ORDER BY n
            """)
        try rows.bind(last, at: 1)
        var decisions: [Decision] = []
        while try rows.step() {
            guard let action = DecisionRow.action(rows.text(6), rows.optionalInteger(7)) else {
                throw LedgerError(.damaged, place: "decision \(decisions.count)", detail: "action “\(rows.text(6))”")
            }
            decisions.append(
                Decision(
                    at: Instant(seconds: rows.integer(0)), period: Period(rows, from: 1),
                    department: rows.optionalText(3), form: rows.optionalText(4), path: rows.optionalText(5),
                    action: action, reason: rows.text(8), approver: rows.text(9)))
        }
        return decisions
    }

    /// The list that the decisions in force come from; `nil`: there was none yet.
    package func decisionsReceipt() throws -> Receipt? {
        let row = PreparedStatement(
            database,
            """
            SELECT path, sha256, size, received_at FROM receipt WHERE entry =
                (SELECT receipt FROM decision_list WHERE entry <= ? ORDER BY entry DESC LIMIT 1)
            """)
        try row.bind(last, at: 1)
        return try row.step() ? Receipt(row, from: 0) : nil
    }

    /// The editions of a period, by number; of all periods where none is named.
    package func editions(period: Period? = nil) throws -> [Edition] {
        let filter = period == nil ? "" : "AND period_first = ? AND period_last = ?"
        let rows = PreparedStatement(
            database,
            """
            SELECT entry, period_first, period_last, number, issued_at, content_digest, code
            FROM edition LEFT JOIN edition_draft ON edition = entry
            WHERE entry <= ? \(filter) ORDER BY period_first, period_last, number
            """)
        try rows.bind([.integer(last)] + (period.map { [.integer($0.first.index), .integer($0.last.index)] } ?? []))
        var editions: [Edition] = []
        while try rows.step() {
            guard let period = Period(rows, from: 1) else {
                throw LedgerError(.damaged, place: "entry \(rows.integer(0))", detail: "period")
            }
            editions.append(
                Edition(
                    period: period, number: rows.integer(3), issuedAt: Instant(seconds: rows.integer(4)),
                    contentDigest: rows.text(5), files: try editionFiles(rows.integer(0)),
                    draft: rows.optionalInteger(6).flatMap { UInt32(exactly: $0) }.map(DraftCode.init)))
        }
        return editions
    }

    /// The hash of the head that an edition was made of; `nil`: there is no such edition.
    package func head(of period: Period, edition number: Int) throws -> String? {
        let row = PreparedStatement(
            database,
            """
            SELECT head FROM edition WHERE period_first = ? AND period_last = ? AND number = ? AND entry <= ?
            """)
        try row.bind([
            .integer(period.first.index), .integer(period.last.index), .integer(number), .integer(last),
        ])
        return try row.step() ? row.text(0) : nil
    }

    /// The entry that an edition was made of, which its pages print; `nil`: there is no such edition.
    package func anchor(of period: Period, edition number: Int) throws -> Anchor? {
        try head(of: period, edition: number).map { try upTo(head: $0).anchor }
    }

    private func editionFiles(_ entry: Int) throws -> [Edition.File] {
        let rows = PreparedStatement(
            database,
            """
            SELECT name, blob, size FROM edition_file JOIN blob ON sha256 = blob WHERE edition = ? ORDER BY n
            """)
        try rows.bind(entry, at: 1)
        var files: [Edition.File] = []
        while try rows.step() {
            files.append(Edition.File(name: rows.text(0), sha256: rows.text(1), size: rows.integer(2)))
        }
        return files
    }
}
