import Domain

extension LedgerWriter {
    /// Records that an order to give out a package was obeyed, before the package itself is recorded.
    package func record(obeyed order: ObeyedExport) throws {
        let edition = try entry(of: order.period, edition: order.edition, for: "\(order.period)")
        try append(.order) { entry in
            try PreparedStatement(database, "INSERT INTO obeyed (entry, at, audience, edition) VALUES (?, ?, ?, ?)")
                .run([
                    .integer(entry), .integer(order.at.seconds), .text(order.audience.rawValue), .integer(edition),
                ])
        }
    }
}

extension LedgerReader {
    /// The orders to give out a package that were obeyed.
    package func obeyedExports() throws -> [ObeyedExport] {
        let rows = PreparedStatement(
            database,
            """
            SELECT obeyed.entry, period_first, period_last, number, audience, at
            FROM obeyed JOIN edition ON edition.entry = obeyed.edition WHERE obeyed.entry <= ? ORDER BY obeyed.entry
            """)
        try rows.bind(last, at: 1)
        var orders: [ObeyedExport] = []
        while try rows.step() {
            guard let period = Period(rows, from: 1), let audience = Audience(rawValue: rows.text(4)) else {
                throw LedgerError(.damaged, place: "entry \(rows.integer(0))", detail: "audience “\(rows.text(4))”")
            }
            orders.append(
                ObeyedExport(
                    at: Instant(seconds: rows.integer(5)), period: period, audience: audience,
                    edition: rows.integer(3)))
        }
        return orders
    }

    /// The codes of the drafts that editions were made of.
    package func issuedDrafts() throws -> [(period: Period, edition: Int, draft: DraftCode)] {
        let rows = PreparedStatement(
            database,
            """
            SELECT entry, period_first, period_last, number, code
            FROM edition JOIN edition_draft ON edition = entry WHERE entry <= ? ORDER BY entry
            """)
        try rows.bind(last, at: 1)
        var drafts: [(period: Period, edition: Int, draft: DraftCode)] = []
        while try rows.step() {
            guard let period = Period(rows, from: 1), let code = UInt32(exactly: rows.integer(4)) else {
                throw LedgerError(.damaged, place: "entry \(rows.integer(0))", detail: "edition_draft")
            }
            drafts.append((period, rows.integer(3), DraftCode(code)))
        }
        return drafts
    }
}
