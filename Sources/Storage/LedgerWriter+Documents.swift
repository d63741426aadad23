import Digest
import Domain

extension LedgerWriter {
    /// Records the catalogue that is in force from now on, and keeps its files. The one in force already changes nothing.
    package func record(catalogue digest: String, files: [(name: String, bytes: [UInt8])]) throws {
        let current = PreparedStatement(database, "SELECT digest FROM catalogue ORDER BY entry DESC LIMIT 1")
        if try current.step(), current.text(0) == digest { return }
        try append(.catalogue) { entry in
            try PreparedStatement(database, "INSERT INTO catalogue (entry, digest) VALUES (?, ?)")
                .run([.integer(entry), .text(digest)])
            let insert = PreparedStatement(
                database, "INSERT INTO catalogue_file (catalogue, n, name, blob) VALUES (?, ?, ?, ?)")
            for (index, file) in files.enumerated() {
                let sha256 = SHA256Digest.of(file.bytes).hex
                try keep(file.bytes, sha256: sha256, place: file.name, entry: entry)
                try insert.run([.integer(entry), .integer(index), .text(file.name), .text(sha256)])
            }
        }
    }

    /// Records what a receipt was understood to be. The receipt and the catalogue are to be recorded before.
    ///
    /// Where the receipt's newest reading is under the same catalogue and digest of the reader, nothing changes.
    package func record(reading: Reading, intakeDigest: String) throws {
        let receipt = reading.receipt
        guard let receiptEntry = try known(path: receipt.path, sha256: receipt.sha256)?.entry else {
            throw LedgerError(.missing, place: receipt.path, detail: "receipt \(receipt.sha256)")
        }
        guard let catalogue = try catalogueEntry(reading.catalogueDigest) else {
            throw LedgerError(.missing, place: receipt.path, detail: "catalogue \(reading.catalogueDigest)")
        }
        guard try readingRows.isNews(receipt: receiptEntry, reading.catalogueDigest, intakeDigest) else { return }
        try append(.reading) { entry in
            try readingRows.insert(
                reading, entry: entry, receipt: receiptEntry, catalogue: catalogue, intakeDigest: intakeDigest)
        }
    }

    /// Records the officer's decisions as a file lists them. The list in force already changes nothing; an older one
    /// that comes back is in force again.
    package func record(decisions: [Decision], receipt: Receipt, bytes: [UInt8]) throws {
        try record(receipt: receipt, bytes: bytes)
        guard let receiptEntry = try known(path: receipt.path, sha256: receipt.sha256)?.entry else {
            throw LedgerError(.missing, place: receipt.path, detail: "receipt \(receipt.sha256)")
        }
        let newest = try firstInteger("SELECT receipt FROM decision_list ORDER BY entry DESC LIMIT 1", [])
        guard newest != receiptEntry else { return }
        try append(.decisions) { entry in
            try PreparedStatement(database, "INSERT INTO decision_list (entry, receipt) VALUES (?, ?)")
                .run([.integer(entry), .integer(receiptEntry)])
            let insert = PreparedStatement(
                database,
                """
                INSERT INTO decision (list, n, at, period_first, period_last, department, form, path, action,
                    action_time, reason, approver) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            for (index, decision) in decisions.enumerated() {
                let (action, time) = DecisionRow.stored(decision.action)
                try insert.run([
                    .integer(entry), .integer(index), .integer(decision.at.seconds),
                    .optional(decision.period?.first.index), .optional(decision.period?.last.index),
                    .optional(decision.department), .optional(decision.form), .optional(decision.path),
                    .text(action), .optional(time), .text(decision.reason), .text(decision.approver),
                ])
            }
        }
    }

    /// Records an edition with its files, and the head that it was made of. The same one again changes nothing.
    package func record(edition: Edition, files: [(name: String, bytes: [UInt8])]) throws {
        let place = "\(edition.period) lan-\(edition.number)"
        guard files.map(\.name) == edition.files.map(\.name),
            zip(files, edition.files).allSatisfy({ $0.bytes.count == $1.size })
        else { throw LedgerError(.contradiction, place: place, detail: "files and bytes differ") }
        if let issued = try reader.editions(period: edition.period).first(where: { $0.number == edition.number }) {
            guard issued == edition else {
                throw LedgerError(.contradiction, place: place, detail: "issued at \(issued.issuedAt)")
            }
            return
        }
        let head = head.hash
        try append(.edition) { entry in
            try PreparedStatement(
                database,
                """
                INSERT INTO edition (entry, period_first, period_last, number, issued_at, head, content_digest)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
            ).run([
                .integer(entry), .integer(edition.period.first.index), .integer(edition.period.last.index),
                .integer(edition.number), .integer(edition.issuedAt.seconds), .text(head),
                .text(edition.contentDigest),
            ])
            let insert = PreparedStatement(
                database, "INSERT INTO edition_file (edition, n, name, blob) VALUES (?, ?, ?, ?)")
            for (index, (file, kept)) in zip(files, edition.files).enumerated() {
                try keep(file.bytes, sha256: kept.sha256, place: file.name, entry: entry)
                try insert.run([.integer(entry), .integer(index), .text(file.name), .text(kept.sha256)])
            }
            guard let draft = edition.draft else { return }
            try PreparedStatement(database, "INSERT INTO edition_draft (edition, code) VALUES (?, ?)")
                .run([.integer(entry), .integer(Int(draft.number))])
        }
    }

    private func catalogueEntry(_ digest: String) throws -> Int? {
        try firstInteger(
            "SELECT entry FROM catalogue WHERE digest = ? ORDER BY entry DESC LIMIT 1", [.text(digest)])
    }
}
