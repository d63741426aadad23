import Domain

/// What was recorded between two entries that can move a figure.
package struct RecordedNews: Sendable {
    /// Of the readings.
    package var periods: Set<Period> = []
    /// Decisions that came or were taken back.
    package var decisions: [Decision] = []
    /// Whether another catalogue came into force.
    package var hasNewCatalogue = false

    package init() {}

    package var isEmpty: Bool { periods.isEmpty && decisions.isEmpty && !hasNewCatalogue }
}

extension LedgerReader {
    /// The periods of the readings that were recorded after this entry; `nil` where nothing was.
    package func periods(after number: Int) throws -> Set<Period>? {
        guard try head.seq > number else { return nil }
        let rows = PreparedStatement(
            database,
            """
            SELECT DISTINCT period_first, period_last FROM reading
            WHERE entry > ? AND entry <= ? AND period_first IS NOT NULL
            """)
        try rows.bind([.integer(number), .integer(last)])
        var periods: Set<Period> = []
        while try rows.step() { if let period = Period(rows, from: 0) { periods.insert(period) } }
        return periods
    }

    /// The decisions of the list before the one in force.
    package func decisionsBefore() throws -> [Decision] {
        let row = PreparedStatement(database, "SELECT max(entry) FROM decision_list WHERE entry <= ?")
        try row.bind(last, at: 1)
        guard try row.step(), let list = row.optionalInteger(0) else { return [] }
        return try LedgerReader(database, archive: archive, last: list - 1).decisions()
    }

    /// What was recorded after one entry and up to another.
    package func news(after number: Int, through end: Int) throws -> RecordedNews {
        var news = RecordedNews()
        guard number < end else { return news }
        let (before, after) = (
            LedgerReader(database, archive: archive, last: number), LedgerReader(database, archive: archive, last: end)
        )
        news.periods = try after.periods(after: number) ?? []
        news.decisions = Array(Set(try before.decisions()).symmetricDifference(try after.decisions()))
            .filter { !$0.action.isOrder }
        let catalogues = (try before.catalogues().last?.digest, try after.catalogues().last?.digest)
        news.hasNewCatalogue = catalogues.0 != nil && catalogues.0 != catalogues.1
        return news
    }
}
