import Domain

/// A reading without its tallies and findings, and what it was read with.
package struct ReadingHead: Sendable {
    /// `tallies` and `findings` are empty.
    package let reading: Reading
    package let intakeDigest: String
}

extension LedgerReader {
    /// The newest reading of each receipt, by path and then by digest.
    package func readings() throws -> [Reading] {
        try readings(where: "", []).map(\.reading)
    }

    /// Of these, whole, those whose period or one of whose tallies falls in `months`, and those without a period.
    package func readings(months: ClosedRange<Month>) throws -> [Reading] {
        let (first, last) = (months.lowerBound.index, months.upperBound.index)
        let filter = """
            AND (period_first IS NULL OR (period_first <= ? AND period_last >= ?)
                OR EXISTS (SELECT 1 FROM tally WHERE tally.reading = reading.entry AND month BETWEEN ? AND ?))
            """
        return try readings(where: filter, [last, first, first, last].map { .integer($0) }).map(\.reading)
    }

    /// The newest reading of each receipt, without tallies and findings.
    package func readingHeads() throws -> [ReadingHead] {
        try readings(where: "", [], withRows: false).map {
            ReadingHead(reading: $0.reading, intakeDigest: $0.intakeDigest)
        }
    }

    private func readings(
        where filter: String, _ values: [PreparedStatement.Value], withRows: Bool = true
    ) throws -> [(reading: Reading, intakeDigest: String)] {
        let rows = try PreparedStatement(
            database,
            """
            SELECT reading.entry, path, sha256, size, received_at, digest, intake_digest, department, form,
                period_first, period_last, part, sequence, state, unlisted, refused_rows_without_place, rows_read,
                rows_counted
            FROM reading JOIN receipt ON receipt.entry = receipt JOIN catalogue ON catalogue.entry = catalogue
            WHERE reading.entry IN (SELECT max(entry) FROM reading WHERE entry <= ? GROUP BY receipt) \(filter)
            ORDER BY path, sha256
            """)
        try rows.bind([.integer(last)] + values)
        let parts = try ReadingParts(database)
        var readings: [(reading: Reading, intakeDigest: String)] = []
        while try rows.step() {
            let entry = rows.integer(0)
            let receipt = Receipt(rows, from: 1)
            guard let state = Reading.State(rawValue: rows.text(13)),
                let unlisted = Reading.Unlisted(rawValue: rows.text(14))
            else { throw LedgerError(.damaged, place: "entry \(entry)", detail: rows.text(13)) }
            let reading = Reading(
                receipt: receipt, catalogueDigest: rows.text(5), department: rows.optionalText(7),
                form: rows.optionalText(8), period: Period(rows, from: 9), part: rows.text(11),
                sequence: rows.integer(12), state: state, unlisted: unlisted, measures: try parts.measures(of: entry),
                tallies: withRows ? try parts.tallies(of: entry) : [],
                refusedPlaces: try parts.refusedPlaces(of: entry), refusedRowsWithoutPlace: rows.integer(15),
                rowsRead: rows.integer(16), rowsCounted: rows.integer(17),
                findings: withRows ? try parts.findings(of: entry, path: receipt.path) : [],
                answers: withRows ? try parts.answers(of: entry, path: receipt.path) : [])
            readings.append((reading, rows.text(6)))
        }
        return readings
    }
}
