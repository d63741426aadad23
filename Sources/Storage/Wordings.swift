import Domain

extension LedgerWriter {
    /// Records an officer's copy of a report's text, and keeps it. The one in force already changes nothing; an older one that
    /// comes back is in force again.
    package func record(
        wording receipt: Receipt, of period: Period, in language: Language, bytes: [UInt8]
    ) throws {
        try record(receipt: receipt, bytes: bytes)
        guard let entry = try known(path: receipt.path, sha256: receipt.sha256)?.entry else {
            throw LedgerError(.missing, place: receipt.path, detail: "receipt \(receipt.sha256)")
        }
        let place: [PreparedStatement.Value] = [
            .integer(period.first.index), .integer(period.last.index), .text(language.rawValue),
        ]
        let newest = try firstInteger(
            """
            SELECT receipt FROM wording WHERE period_first = ? AND period_last = ? AND language = ?
            ORDER BY entry DESC LIMIT 1
            """, place)
        guard newest != entry else { return }
        try append(.wording) { number in
            try PreparedStatement(
                database,
                "INSERT INTO wording (entry, period_first, period_last, language, receipt) VALUES (?, ?, ?, ?, ?)"
            ).run([.integer(number)] + place + [.integer(entry)])
        }
    }
}

extension LedgerReader {
    /// The copies in force, by the paths at which they came.
    package func wordingReceipts() throws -> [Receipt] {
        let rows = PreparedStatement(
            database,
            """
            SELECT path, sha256, size, received_at FROM receipt WHERE entry IN (
                SELECT receipt FROM wording WHERE entry IN (
                    SELECT max(entry) FROM wording WHERE entry <= ? GROUP BY period_first, period_last, language))
            ORDER BY path
            """)
        try rows.bind(last, at: 1)
        var receipts: [Receipt] = []
        while try rows.step() { receipts.append(Receipt(rows, from: 0)) }
        return receipts
    }

    /// The copies in force of a period, by language.
    ///
    /// - Parameter time: Those recorded later are left out.
    package func wordings(
        of period: Period, recordedBy time: Instant = Instant(seconds: .max)
    ) throws -> [Language: [UInt8]] {
        let rows = PreparedStatement(
            database,
            """
            SELECT wording.language, receipt.sha256 FROM wording
            JOIN receipt ON receipt.entry = wording.receipt JOIN entry ON entry.seq = wording.entry
            WHERE period_first = ? AND period_last = ? AND seq <= ? AND recorded_at <= ? ORDER BY seq
            """)
        try rows.bind([
            .integer(period.first.index), .integer(period.last.index), .integer(last), .integer(time.seconds),
        ])
        var digests: [Language: String] = [:]
        while try rows.step() {
            guard let language = Language(rawValue: rows.text(0)) else {
                throw LedgerError(.damaged, place: "wording", detail: "language “\(rows.text(0))”")
            }
            digests[language] = rows.text(1)
        }
        return try digests.mapValues { try blob(sha256: $0) }
    }
}
