import Domain
import GRDB
import GRDBSQLite

/// The packs of readings where they lie in the database, one after another in the same room: a ledger of years has hundreds of
/// megabytes of them, of which a statement would hold each in its row, and all while it sorts them.
final class PackReader {
    private let database: Database
    private var handle: OpaquePointer?
    private var buffer: [UInt8] = []

    /// What stands before the tallies of most packs.
    static let beginningBytes = 2_048

    init(_ database: Database) { self.database = database }

    deinit { sqlite3_blob_close(handle) }

    /// The pack of a reading; no bytes where it has none.
    ///
    /// - Parameter isWhole: Else its beginning is read, and the rest where `body` says that it is damaged.
    func read<Value>(
        of entry: Int, isWhole: Bool, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value {
        let size = try go(to: entry)
        if !isWhole, size > Self.beginningBytes {
            try fill(Self.beginningBytes)
            do {
                return try buffer.withUnsafeBytes {
                    try body(UnsafeRawBufferPointer(rebasing: $0[..<Self.beginningBytes]))
                }
            } catch let error as LedgerError where error.reason == .damaged {}
        }
        try fill(size)
        return try buffer.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<size])) }
    }

    /// Gives back the memory of the database's pages, which nobody is going to ask for again.
    func giveUpPages() {
        sqlite3_blob_close(handle)
        handle = nil
        sqlite3_db_release_memory(database.sqliteConnection)
    }

    /// How long the pack is.
    private func go(to entry: Int) throws -> Int {
        var status = handle == nil ? SQLITE_ABORT : sqlite3_blob_reopen(handle, Int64(entry))
        if status != SQLITE_OK {
            // One that failed to move is of no use any more.
            sqlite3_blob_close(handle)
            handle = nil
            status = sqlite3_blob_open(
                database.sqliteConnection, "main", "reading_pack", "bytes", Int64(entry), 0, &handle)
        }
        // There is no such row.
        if status == SQLITE_ERROR { return 0 }
        try check(status)
        return Int(sqlite3_blob_bytes(handle))
    }

    private func fill(_ count: Int) throws {
        if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
        guard count > 0 else { return }
        try check(buffer.withUnsafeMutableBytes { sqlite3_blob_read(handle, $0.baseAddress, Int32(count), 0) })
    }

    private func check(_ status: Int32) throws {
        guard status == SQLITE_OK else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: status), message: database.lastErrorMessage, sql: "reading_pack")
        }
    }
}
