import Digest
import Domain
import GRDB

/// Records what a run has to say. It lives no longer than the `write` that hands it out.
///
/// Bytes are in the archive before a row names them, so that a killed run leaves at most bytes that no row names. Each
/// `record` is taken whole or not at all: one that throws leaves no trace, and the run may go on.
package final class LedgerWriter {
    let database: Database
    let chain: Chain
    let texts: TextWriter
    private let archive: Archive
    private(set) var foldersToFlush: Set<String> = []
    private let findBlob: PreparedStatement
    private let insertBlob: PreparedStatement
    private let findReceipt: PreparedStatement
    private let insertReceipt: PreparedStatement
    let readingRows: ReadingWriter

    init(_ database: Database, archive: Archive, recordedAt: Instant) throws {
        self.database = database
        self.archive = archive
        chain = try Chain(database, recordedAt: recordedAt)
        texts = TextWriter(database)
        readingRows = try ReadingWriter(database, texts: texts)
        findBlob = PreparedStatement(database, "SELECT size FROM blob WHERE sha256 = ?")
        insertBlob = PreparedStatement(
            database, "INSERT INTO blob (entry, sha256, size, codec) VALUES (?, ?, ?, ?)")
        findReceipt = PreparedStatement(
            database, "SELECT entry, received_at FROM receipt WHERE path = ? AND sha256 = ?")
        insertReceipt = PreparedStatement(
            database,
            "INSERT INTO receipt (entry, path, sha256, size, received_at, blob) VALUES (?, ?, ?, ?, ?, ?)")
    }

    /// The ledger as it stands with what was recorded so far.
    package var reader: LedgerReader { LedgerReader(database, archive: archive) }

    /// The last entry so far.
    package var head: Head { chain.head }

    /// When these bytes were first seen at this path; `nil`: never.
    package func receivedAt(path: String, sha256: String) throws -> Instant? {
        try known(path: path, sha256: sha256)?.receivedAt
    }

    /// Records that a file came, and keeps its bytes. A pair of path and digest that is known changes nothing.
    ///
    /// - Parameter bytes: `nil` for a file that must not be kept.
    package func record(receipt: Receipt, bytes: [UInt8]?) throws {
        try record(receipt, size: bytes?.count) { entry in
            if let bytes { try keep(bytes, sha256: receipt.sha256, place: receipt.path, entry: entry) }
        }
    }

    /// The same of bytes that were packed beforehand.
    package func record(receipt: Receipt, packed: PackedBlob) throws {
        try record(receipt, size: packed.size) { entry in
            guard packed.sha256 == receipt.sha256 else {
                throw LedgerError(.contradiction, place: receipt.path, detail: "SHA-256 \(packed.sha256)")
            }
            if let folder = try packed.keep(in: archive) { foldersToFlush.insert(folder) }
            try insertIfNew(packed.sha256, size: packed.size, entry: entry)
        }
    }

    private func record(_ receipt: Receipt, size: Int?, keep: (_ entry: Int) throws -> Void) throws {
        guard try known(path: receipt.path, sha256: receipt.sha256) == nil else { return }
        if let size, size != receipt.size {
            throw LedgerError(.contradiction, place: receipt.path, detail: "\(size) bytes, size \(receipt.size)")
        }
        try append(.receipt) { entry in
            try keep(entry)
            try insertReceipt.run([
                .integer(entry), .text(receipt.path), .text(receipt.sha256), .integer(receipt.size),
                .integer(receipt.receivedAt.seconds), size == nil ? .null : .text(receipt.sha256),
            ])
        }
    }

    func known(path: String, sha256: String) throws -> (entry: Int, receivedAt: Instant)? {
        try findReceipt.bind([.text(path), .text(sha256)])
        guard try findReceipt.step() else { return nil }
        defer { findReceipt.reset() }
        return (findReceipt.integer(0), Instant(seconds: findReceipt.integer(1)))
    }

    func append<Value>(_ kind: EntryKind, _ body: (_ entry: Int) throws -> Value) throws -> Value {
        do {
            return try chain.append(kind, body)
        } catch {
            texts.forget()
            throw error
        }
    }

    /// Puts bytes into the archive, and a row for them if they are new.
    func keep(_ bytes: [UInt8], sha256: String, place: String, entry: Int) throws {
        let found = SHA256Digest.of(bytes).hex
        guard found == sha256 else {
            throw LedgerError(.contradiction, place: place, detail: "SHA-256 \(found), expected \(sha256)")
        }
        if let folder = try archive.put(bytes, sha256: sha256) { foldersToFlush.insert(folder) }
        try insertIfNew(sha256, size: bytes.count, entry: entry)
    }

    private func insertIfNew(_ sha256: String, size: Int, entry: Int) throws {
        try findBlob.bind(.text(sha256), at: 1)
        if try findBlob.step() {
            findBlob.reset()
        } else {
            try insertBlob.run([.integer(entry), .text(sha256), .integer(size), .text(Archive.codec)])
        }
    }

    /// The first integer that a query finds for one text.
    /// The entry of a period's edition, which is there before anything that hangs on it; `place` names what does.
    func entry(of period: Period, edition: Int, for place: String) throws -> Int {
        let entry = try firstInteger(
            "SELECT entry FROM edition WHERE period_first = ? AND period_last = ? AND number = ?",
            [.integer(period.first.index), .integer(period.last.index), .integer(edition)])
        guard let entry else { throw LedgerError(.missing, place: place, detail: "lan-\(edition)") }
        return entry
    }

    func firstInteger(_ sql: String, _ values: [PreparedStatement.Value]) throws -> Int? {
        let statement = PreparedStatement(database, sql)
        try statement.bind(values)
        return try statement.step() ? statement.optionalInteger(0) : nil
    }
}
