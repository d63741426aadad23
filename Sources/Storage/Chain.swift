import Domain
import GRDB

/// What the rows of an entry are about.
enum EntryKind: String, CaseIterable {
    case catalogue, receipt, reading, decisions, edition, release, order, wording
}

/// The end of the chain, where entries are added.
///
/// The rows of an entry are written first, under the number that comes next; then the entry with the hash of them.
final class Chain {
    private let database: Database
    private let payload: Payload
    private let insert: PreparedStatement
    private let recordedAt: Int
    private(set) var head: Head

    init(_ database: Database, recordedAt: Instant) throws {
        self.database = database
        self.recordedAt = recordedAt.seconds
        payload = Payload(database)
        insert = PreparedStatement(
            database, "INSERT INTO entry (seq, kind, recorded_at, previous_hash, hash) VALUES (?, ?, ?, ?, ?)")
        head = try Chain.head(database)
    }

    static func head(_ database: Database, upTo last: Int = .max) throws -> Head {
        let row = PreparedStatement(
            database, "SELECT seq, hash FROM entry WHERE seq <= ? ORDER BY seq DESC LIMIT 1")
        try row.bind(last, at: 1)
        return try row.step() ? Head(seq: row.integer(0), hash: row.text(1)) : .empty
    }

    /// Adds an entry with the rows that `body` writes under its number: all of them, or none where it throws.
    func append<Value>(_ kind: EntryKind, _ body: (_ entry: Int) throws -> Value) throws -> Value {
        let seq = head.seq + 1
        var added = head
        var result: Value?
        try database.inSavepoint {
            result = try body(seq)
            let hash = try payload.hash(
                seq: seq, kind: kind.rawValue, recordedAt: recordedAt, previous: head.hash)
            try insert.run([
                .integer(seq), .text(kind.rawValue), .integer(recordedAt), .text(head.hash), .text(hash),
            ])
            added = Head(seq: seq, hash: hash)
            return .commit
        }
        guard let result else { throw LedgerError(.unreachable, place: "entry \(seq)", detail: "savepoint") }
        head = added
        return result
    }
}
