import CSQLite
import Files
import GRDB
import GRDBSQLite
import Synchronization

/// How the database file is opened.
enum Connection {
    /// KiB of pages kept in memory: a month of the nation, of which pages are asked for once.
    private static let cacheKibibytes = 16_384
    /// Seconds that one statement waits for another process, a backup say.
    private static let patienceSeconds = 10.0
    /// All that were opened; whoever is done with one closes it.
    ///
    /// To take a queue away Dispatch asks the system for a thread, and where none is given waits for ever; the few of a command
    /// stay instead until it ends.
    private static let opened = Mutex<[DatabaseQueue]>([])

    private static func kept(_ queue: DatabaseQueue) -> DatabaseQueue {
        opened.withLock { $0.append(queue) }
        return queue
    }

    /// Any file, with GRDB's own settings.
    static func plain(_ path: String) throws -> DatabaseQueue { kept(try DatabaseQueue(path: path)) }

    /// To write: in WAL mode, each commit on the disk before it returns, the log kept when the ledger is closed.
    static func writing(_ path: String) throws -> DatabaseQueue {
        try prepare(path)
        var configuration = common()
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA journal_size_limit = 0;
                    """)
            // The log and its index stay, so that whoever only reads has nothing to make.
            var keeps: Int32 = 1
            let status = sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &keeps)
            guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
        }
        return kept(try DatabaseQueue(path: path, configuration: configuration))
    }

    /// Makes an empty file with the rights of the ledger, which SQLite then gives its log and index as well.
    static func prepare(_ path: String) throws(LedgerError) {
        guard !Entry.isThere(path) else { return }
        _ = try onDisk(OpenFile(path, .holding(followingLinks: true)))
    }

    /// To read, and to make or change nothing.
    static func reading(_ path: String) throws -> DatabaseQueue {
        var configuration = common()
        configuration.readonly = true
        configuration.prepareDatabase { watchNothing($0) }
        // Without a log nobody is writing, and SQLite is told so, else it would make one.
        let hasLog = Entry.isThere("\(path)-wal")
        return kept(
            try DatabaseQueue(
                path: hasLog ? path : "file:\(escaped(path))?immutable=1", configuration: configuration))
    }

    /// In memory: a ledger that nothing has been written into.
    static func empty(_ migrator: DatabaseMigrator = Schema.migrator) throws -> DatabaseQueue {
        let queue = kept(try DatabaseQueue(configuration: common()))
        try migrator.migrate(queue)
        return queue
    }

    /// In memory: what an older version has written, with the tables of this one.
    static func upToDate(
        copyOf source: DatabaseQueue, _ migrator: DatabaseMigrator = Schema.migrator
    ) throws -> DatabaseQueue {
        let queue = kept(try DatabaseQueue(configuration: common()))
        try source.backup(to: queue)
        try migrator.migrate(queue)
        return queue
    }

    /// GRDB has SQLite ask it about each column that a statement names, so that changes can be watched and the tables that it
    /// remembers be forgotten. Nobody watches the ledger, and once its tables are made they stay; being asked is half of what
    /// preparing a statement costs.
    static func watchNothing(_ database: Database) {
        sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
    }

    private static func common() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.acceptsDoubleQuotedStringLiterals = false
        configuration.busyMode = .timeout(patienceSeconds)
        configuration.prepareDatabase { database in
            let status = tonghop_sqlite_defend(database.sqliteConnection)
            guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -\(cacheKibibytes);
                    """)
        }
        return configuration
    }

    /// A path as it stands in a URI of SQLite.
    private static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
                text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
