import Domain

/// An entry of the ledger, by what a person would call it.
package struct RecordedEvent: Hashable, Sendable {
    /// The entry's number.
    package let number: Int
    package let recordedAt: Instant
    package let content: Content

    package enum Content: Hashable, Sendable {
        case catalogue(digest: String)
        case receipt(path: String)
        /// What a receipt, of the entry with this number, was understood to be.
        case reading(Read, ofReceipt: Int)
        /// A list of decisions, by what it adds to the list before, and what it no longer says.
        case decisions(added: [Decided], takenBack: [Decided])
        case edition(Period, number: Int)
        case release(Period, edition: Int, Audience)
        /// An order to give out a package, which was obeyed.
        case order(Period, edition: Int, Audience)
        /// The officer's own words in a report's text.
        case wording(path: String)
    }

    package struct Read: Hashable, Sendable {
        package let path: String
        package let department: String?
        package let form: String?
        package let period: Period?
        package let state: Reading.State
        /// Reasons in a return that was sent back.
        package let answers: Int
    }

    package struct Decided: Hashable, Sendable {
        package let decision: Decision
        /// What it does, as the ledger calls it: `extend`.
        package let action: String
    }
}

extension LedgerReader {
    /// What was recorded from `start` on and before `end`, in the order in which it was.
    package func events(from start: Instant, before end: Instant) throws -> [RecordedEvent] {
        let entries = PreparedStatement(
            database,
            "SELECT seq, kind, recorded_at FROM entry WHERE recorded_at >= ? AND recorded_at < ? AND seq <= ? ORDER BY seq"
        )
        try entries.bind([.integer(start.seconds), .integer(end.seconds), .integer(last)])
        let contents = EventContents(self)
        var events: [RecordedEvent] = []
        while try entries.step() {
            let number = entries.integer(0)
            guard let kind = EntryKind(rawValue: entries.text(1)) else {
                throw LedgerError(.damaged, place: "entry \(number)", detail: "kind “\(entries.text(1))”")
            }
            events.append(
                RecordedEvent(
                    number: number, recordedAt: Instant(seconds: entries.integer(2)),
                    content: try contents.content(of: number, kind)))
        }
        return events
    }

    /// The times at which entries after this one were recorded, each once.
    package func recordedTimes(after number: Int) throws -> [Instant] {
        let rows = PreparedStatement(
            database, "SELECT DISTINCT recorded_at FROM entry WHERE seq > ? AND seq <= ? ORDER BY recorded_at")
        try rows.bind([.integer(number), .integer(last)])
        var times: [Instant] = []
        while try rows.step() { times.append(Instant(seconds: rows.integer(0))) }
        return times
    }
}

/// The rows that hang on entries, each kind asked for by a statement of its own.
private struct EventContents {
    private let reader: LedgerReader
    private let catalogue, receipt, reading, edition, release, order, wording: PreparedStatement

    init(_ reader: LedgerReader) {
        self.reader = reader
        func statement(_ sql: String) -> PreparedStatement { PreparedStatement(reader.database, sql) }
        catalogue = statement("SELECT digest FROM catalogue WHERE entry = ?")
        receipt = statement("SELECT path FROM receipt WHERE entry = ?")
        reading = statement(
            """
            SELECT path, department, form, period_first, period_last, state, receipt.entry,
                (SELECT count(*) FROM answer WHERE answer.reading = reading.entry)
            FROM reading JOIN receipt ON receipt.entry = reading.receipt WHERE reading.entry = ?
            """)
        edition = statement("SELECT period_first, period_last, number FROM edition WHERE entry = ?")
        release = statement(
            """
            SELECT period_first, period_last, number, audience
            FROM release JOIN edition ON edition.entry = release.edition WHERE release.entry = ?
            """)
        order = statement(
            """
            SELECT period_first, period_last, number, audience
            FROM obeyed JOIN edition ON edition.entry = obeyed.edition WHERE obeyed.entry = ?
            """)
        wording = statement(
            "SELECT path FROM wording JOIN receipt ON receipt.entry = wording.receipt WHERE wording.entry = ?")
    }

    func content(of number: Int, _ kind: EntryKind) throws -> RecordedEvent.Content {
        switch kind {
        case .catalogue: try row(catalogue, number) { .catalogue(digest: $0.text(0)) }
        case .receipt: try row(receipt, number) { .receipt(path: $0.text(0)) }
        case .reading:
            try row(reading, number) { row in
                Reading.State(rawValue: row.text(5)).map { state in
                    .reading(
                        RecordedEvent.Read(
                            path: row.text(0), department: row.optionalText(1), form: row.optionalText(2),
                            period: Period(row, from: 3), state: state, answers: row.integer(7)),
                        ofReceipt: row.integer(6))
                }
            }
        case .decisions: try decisions(number)
        case .edition:
            try row(edition, number) { row in
                Period(row, from: 0).map { .edition($0, number: row.integer(2)) }
            }
        case .release:
            try row(release, number) { row in
                EventContents.package(row).map { .release($0.period, edition: $0.edition, $0.audience) }
            }
        case .order:
            try row(order, number) { row in
                EventContents.package(row).map { .order($0.period, edition: $0.edition, $0.audience) }
            }
        case .wording: try row(wording, number) { .wording(path: $0.text(0)) }
        }
    }

    /// Of which edition a package is, and for whom.
    private static func package(_ row: PreparedStatement) -> (period: Period, edition: Int, audience: Audience)? {
        guard let period = Period(row, from: 0), let audience = Audience(rawValue: row.text(3)) else { return nil }
        return (period, row.integer(2), audience)
    }

    private func row(
        _ statement: PreparedStatement, _ number: Int, _ content: (PreparedStatement) -> RecordedEvent.Content?
    ) throws -> RecordedEvent.Content {
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        guard try statement.step(), let content = content(statement) else {
            throw LedgerError(.damaged, place: "entry \(number)", detail: "its rows")
        }
        return content
    }

    /// A list says all decisions anew: what it brings is told by the list before it.
    private func decisions(_ number: Int) throws -> RecordedEvent.Content {
        func list(_ last: Int) throws -> [RecordedEvent.Decided] {
            try LedgerReader(reader.database, archive: reader.archive, last: last).decisions().map {
                RecordedEvent.Decided(decision: $0, action: DecisionRow.stored($0.action).word)
            }
        }
        let (before, after) = (try list(number - 1), try list(number))
        return .decisions(added: after.less(before), takenBack: before.less(after))
    }
}

extension [RecordedEvent.Decided] {
    /// Without what another list says, as often as it says it.
    fileprivate func less(_ other: Self) -> Self {
        var left = Dictionary(other.map { ($0, 1) }, uniquingKeysWith: +)
        return filter { item in
            guard let count = left[item], count > 0 else { return true }
            left[item] = count - 1
            return false
        }
    }
}
