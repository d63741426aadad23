import Domain
import GRDB

/// One state of the ledger. It lives no longer than the `read` or `write` that hands it out.
package struct LedgerReader {
    let database: Database
    let archive: Archive
    /// The last entry that is seen.
    let last: Int

    init(_ database: Database, archive: Archive, last: Int = .max) {
        self.database = database
        self.archive = archive
        self.last = last
    }

    /// The last entry.
    package var head: Head { get throws { try Chain.head(database, upTo: last) } }

    /// The newest entry of those up to a number.
    func head(upTo seq: Int) throws -> Head { try Chain.head(database, upTo: min(seq, last)) }

    /// The last entry, as a page prints it.
    package var anchor: Anchor { get throws { Anchor(try head) } }

    /// The entry of this number, as a page prints it; `nil` where there is none.
    package func anchor(of entry: Int) throws -> Anchor? {
        let found = try Chain.head(database, upTo: min(entry, last))
        return found.seq == entry ? Anchor(found) : nil
    }

    /// The entries whose hash begins with what was typed: one, or none.
    package func anchors(_ code: AnchorCode) throws -> [Anchor] {
        let rows = PreparedStatement(
            database, "SELECT seq, hash FROM entry WHERE substr(hash, 1, ?) = ? AND seq <= ? ORDER BY seq")
        try rows.bind([.integer(code.digits.utf8.count), .text(code.digits), .integer(last)])
        var found: [Anchor] = []
        while try rows.step() { found.append(Anchor(entry: rows.integer(0), digest: rows.text(1))) }
        return found
    }

    /// Whether an entry has this hash, so that it was the head once.
    package func holds(head hash: String) throws -> Bool {
        let row = PreparedStatement(database, "SELECT 1 FROM entry WHERE hash = ? AND seq <= ?")
        try row.bind([.text(hash), .integer(last)])
        return try row.step()
    }

    /// The ledger as it stood when its head had this hash.
    package func upTo(head hash: String) throws -> LedgerReader {
        let row = PreparedStatement(database, "SELECT seq FROM entry WHERE hash = ? AND seq <= ?")
        try row.bind([.text(hash), .integer(last)])
        guard try row.step() || hash == Head.empty.hash else {
            throw LedgerError(.missing, place: "ledger.sqlite", detail: "head \(hash)")
        }
        return LedgerReader(database, archive: archive, last: hash == Head.empty.hash ? 0 : row.integer(0))
    }

    /// All receipts, by path and then by digest.
    package func receipts() throws -> [Receipt] {
        let rows = PreparedStatement(
            database,
            "SELECT path, sha256, size, received_at FROM receipt WHERE entry <= ? ORDER BY path, sha256")
        try rows.bind(last, at: 1)
        var receipts: [Receipt] = []
        while try rows.step() { receipts.append(Receipt(rows, from: 0)) }
        return receipts
    }

    /// When these bytes were first seen at this path; `nil`: never.
    package func receivedAt(path: String, sha256: String) throws -> Instant? {
        let row = PreparedStatement(
            database, "SELECT received_at FROM receipt WHERE path = ? AND sha256 = ? AND entry <= ?")
        try row.bind([.text(path), .text(sha256), .integer(last)])
        return try row.step() ? Instant(seconds: row.integer(0)) : nil
    }

    /// The catalogues in the order in which they came into force, and when that was recorded.
    package func catalogues() throws -> [(digest: String, recordedAt: Instant)] {
        let rows = PreparedStatement(
            database,
            """
            SELECT catalogue.digest, entry.recorded_at FROM catalogue JOIN entry ON entry.seq = catalogue.entry
            WHERE seq <= ? ORDER BY seq
            """)
        try rows.bind(last, at: 1)
        var catalogues: [(digest: String, recordedAt: Instant)] = []
        while try rows.step() { catalogues.append((rows.text(0), Instant(seconds: rows.integer(1)))) }
        return catalogues
    }

    /// The files of a catalogue, in the order in which they were recorded.
    package func catalogueFiles(digest: String) throws -> [(name: String, bytes: [UInt8])] {
        let files = try files(
            """
            SELECT name, blob FROM catalogue_file WHERE catalogue =
                (SELECT max(entry) FROM catalogue WHERE digest = ? AND entry <= ?) ORDER BY n
            """, [.text(digest), .integer(last)])
        guard try !files.isEmpty || catalogues().contains(where: { $0.digest == digest }) else {
            throw LedgerError(.missing, place: "ledger.sqlite", detail: "catalogue \(digest)")
        }
        return files
    }

    /// Bytes of the archive, checked against their digest.
    package func blob(sha256: String) throws -> [UInt8] {
        try archive.bytes(of: sha256, size: try blobSize(sha256))
    }

    /// Throws unless bytes of the archive are what was written; holds none of them.
    func verifyBlob(sha256: String) throws {
        try archive.unpack(sha256, size: try blobSize(sha256))
    }

    /// Bytes of the archive where they lie, checked against their digest; `nil` where they must be held: there are fewer
    /// than `bytes`, or an earlier version has packed them.
    package func streamedBlob(sha256: String, from bytes: Int) throws -> StreamedBlob? {
        let size = try blobSize(sha256)
        guard size >= bytes, let blob = try StreamedBlob(archive.path(of: sha256), size: size) else { return nil }
        try archive.unpack(sha256, size: size)
        return blob
    }

    private func blobSize(_ sha256: String) throws -> Int {
        let row = PreparedStatement(database, "SELECT size, codec FROM blob WHERE sha256 = ? AND entry <= ?")
        try row.bind([.text(sha256), .integer(last)])
        guard try row.step() else {
            throw LedgerError(.missing, place: archive.path(of: sha256), detail: "blob \(sha256)")
        }
        guard row.text(1) == Archive.codec else {
            throw LedgerError(.damaged, place: archive.path(of: sha256), detail: "codec “\(row.text(1))”")
        }
        return row.integer(0)
    }

    /// The names and bytes that a query with the columns name and digest finds.
    func files(_ sql: String, _ values: [PreparedStatement.Value]) throws -> [(name: String, bytes: [UInt8])] {
        let rows = PreparedStatement(database, sql)
        try rows.bind(values)
        var files: [(name: String, bytes: [UInt8])] = []
        while try rows.step() { files.append((rows.text(0), try blob(sha256: rows.text(1)))) }
        return files
    }
}

extension Anchor {
    fileprivate init(_ head: Head) { self.init(entry: head.seq, digest: head.hash) }
}

extension Receipt {
    /// From four columns: path, digest, size, time.
    init(_ row: PreparedStatement, from column: Int32) {
        self.init(
            path: row.text(column), sha256: row.text(column + 1), size: row.integer(column + 2),
            receivedAt: Instant(seconds: row.integer(column + 3)))
    }
}

extension Period {
    /// From two columns with the indexes of its months, which are both NULL or neither.
    init?(_ row: PreparedStatement, from column: Int32) {
        guard let first = row.optionalInteger(column), let last = row.optionalInteger(column + 1) else { return nil }
        self.init(from: Month(index: first), through: Month(index: last))
    }
}
