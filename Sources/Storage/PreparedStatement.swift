import GRDB
import GRDBSQLite

/// A statement that is prepared once, when it is first used, and run for many rows, without a dictionary for any of them.
///
/// A run in which nothing is new has twenty of them at hand and uses five.
final class PreparedStatement {
    /// What a column of a row may hold.
    enum Value {
        case null
        case integer(Int)
        case text(String)
        case blob([UInt8])

        static func optional(_ value: Int?) -> Value { value.map { .integer($0) } ?? .null }
        static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
    }

    private let database: Database
    private let sql: String
    /// Owns what `handle` points to.
    private var statement: Statement?
    /// `nil` until it is first used.
    private var handle: OpaquePointer?

    init(_ database: Database, _ sql: String) {
        self.database = database
        self.sql = sql
    }

    private func prepared() throws -> OpaquePointer {
        if let handle { return handle }
        let made = try database.makeStatement(sql: sql)
        statement = made
        handle = made.sqliteStatement
        return made.sqliteStatement
    }

    /// Sets the parameter with this number, from 1. It keeps its value until it is set again.
    func bind(_ value: Int, at index: Int32) throws {
        try check(sqlite3_bind_int64(prepared(), index, Int64(value)))
    }

    func bind(_ value: Value, at index: Int32) throws {
        let handle = try prepared()
        switch value {
        case .null: try check(sqlite3_bind_null(handle, index))
        case .integer(let value): try bind(value, at: index)
        case .text(var text):
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            let status = text.withUTF8 { bytes in
                // An empty text may have no address, which SQLite would take for NULL.
                bytes.isEmpty
                    ? sqlite3_bind_text(handle, index, "", 0, copies)
                    : bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text64(
                            handle, index, $0.baseAddress, UInt64($0.count), copies, UInt8(SQLITE_UTF8))
                    }
            }
            try check(status)
        case .blob(let bytes):
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            try check(sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), copies))
        }
    }

    /// Sets all parameters, in order.
    func bind(_ values: [Value]) throws {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    /// Goes to the next row; false behind the last, and ready to run again.
    func step() throws -> Bool {
        switch sqlite3_step(try prepared()) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            reset()
            return false
        case let code:
            defer { reset() }
            throw error(code)
        }
    }

    /// Runs a statement that has no rows.
    func run(_ values: [Value]) throws {
        try bind(values)
        while try step() {}
    }

    /// Gives up the rows that are left.
    func reset() { sqlite3_reset(handle) }

    /// How many columns a row has; once a row was stepped to.
    var columnCount: Int32 { sqlite3_column_count(handle) }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func isInteger(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_INTEGER }

    /// The bytes of a text or blob, until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    private func check(_ status: Int32) throws {
        guard status == SQLITE_OK else { throw error(status) }
    }

    private func error(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
    }
}
