import Domain

/// A reading without its tallies and findings, and what it was read with.
package struct ReadingHead: Sendable {
    /// `tallies` and `findings` are empty.
    package let reading: Reading
    package let intakeDigest: String
}

extension LedgerReader {
    /// How much of a reading is read.
    package enum Depth: Hashable, Sendable {
        case whole
        case withoutTallies
        /// Without tallies, findings and answers.
        case head
    }

    /// The newest reading of each receipt, by path and then by digest; of a workbook that was read sheet by sheet, not that
    /// of the file as a whole.
    package func readings() throws -> [Reading] {
        try readings(where: "", []).map(\.reading)
    }

    /// Of these, whole, those whose period or one of whose tallies falls in `months`, and those without a period.
    package func readings(months: ClosedRange<Month>, depth: Depth = .whole) throws -> [Reading] {
        let (first, last) = (months.lowerBound.index, months.upperBound.index)
        let filter = """
            AND (period_first IS NULL OR (period_first <= ?2 AND period_last >= ?3)
                OR (month_first <= ?2 AND month_last >= ?3))
            """
        return try readings(where: filter, [.integer(last), .integer(first)], depth).map(\.reading)
    }

    /// The newest reading of each receipt, without tallies and findings.
    package func readingHeads() throws -> [ReadingHead] {
        try readings(where: "", [], .head).map {
            ReadingHead(reading: $0.reading, intakeDigest: $0.intakeDigest)
        }
    }

    /// The heads of all that came at paths where bytes lie, or lay, that came at another path, too.
    ///
    /// - Parameter sha256: Of bytes that are about to come at another path.
    package func readingsOfCopies(and sha256: String? = nil) throws -> [Reading] {
        let filter = """
            AND path IN (SELECT path FROM receipt WHERE entry <= ?1 AND (sha256 = ?2 OR sha256 IN
                (SELECT sha256 FROM receipt WHERE entry <= ?1 GROUP BY sha256 HAVING count(DISTINCT path) > 1)))
            """
        return try readings(where: filter, [.text(sha256 ?? "")], .head).map(\.reading)
    }

    private func readings(
        where filter: String, _ values: [PreparedStatement.Value], _ depth: Depth = .whole
    ) throws -> [(reading: Reading, intakeDigest: String)] {
        let rows = PreparedStatement(
            database,
            """
            SELECT reading.entry, path, sha256, size, received_at, digest, intake_digest, department, form,
                period_first, period_last, part, sequence, state, unlisted, refused_rows_without_place, rows_read,
                rows_counted
            FROM reading LEFT JOIN reading_pack ON reading_pack.reading = reading.entry
                JOIN receipt ON receipt.entry = receipt JOIN catalogue ON catalogue.entry = catalogue
            WHERE reading.entry IN (SELECT max(entry) FROM reading WHERE entry <= ?1 GROUP BY receipt)
                AND NOT EXISTS (SELECT 1 FROM receipt AS sheet WHERE sheet.entry <= ?1
                    AND sheet.path > receipt.path || '!' AND sheet.path < receipt.path || '"'
                    AND sheet.sha256 = receipt.sha256) \(filter)
            ORDER BY path, sha256
            """)
        try rows.bind([.integer(last)] + values)
        let parts = try ReadingParts(database)
        let packs = PackReader(database)
        var readings: [(reading: Reading, intakeDigest: String)] = []
        while try rows.step() {
            let entry = rows.integer(0)
            let receipt = Receipt(rows, from: 1)
            guard let state = Reading.State(rawValue: rows.text(13)),
                let unlisted = Reading.Unlisted(rawValue: rows.text(14))
            else { throw LedgerError(.damaged, place: "entry \(entry)", detail: rows.text(13)) }
            let held = try packs.read(of: entry, isWhole: depth == .whole) { bytes in
                try parts.unpacked(bytes, of: entry, withTallies: depth == .whole)
            }
            let reading = Reading(
                receipt: receipt, catalogueDigest: rows.text(5), department: rows.optionalText(7),
                form: rows.optionalText(8), period: Period(rows, from: 9), part: rows.text(11),
                sequence: rows.integer(12), state: state, unlisted: unlisted, measures: held.measures,
                tallies: held.tallies, refusedPlaces: held.refusedPlaces, refusedRowsWithoutPlace: rows.integer(15),
                rowsRead: rows.integer(16), rowsCounted: rows.integer(17),
                findings: depth != .head && held.hasFindings ? try parts.findings(of: entry, path: receipt.path) : [],
                answers: depth != .head && held.hasAnswers ? try parts.answers(of: entry, path: receipt.path) : [])
            readings.append((reading, rows.text(6)))
        }
        // A nation's years are read once, and what is made of them takes room.
        if depth == .whole { packs.giveUpPages() }
        return readings
    }
}
