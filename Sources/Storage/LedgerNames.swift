/// The names of all that a ledger keeps in its folder, and of what it leaves there when it is killed.
package enum LedgerNames {
    package static let archive = "archive"

    package static let database = "ledger.sqlite"
    private static let databases = [database, ".\(database).writing", ".\(database).upgrading"]
    private static let others: Set<String> = ["ledger.head", ".ledger.head.writing", LedgerLock.fileName]

    /// What SQLite keeps for those that read at the same time; nothing of it lasts.
    package static let readersNotes = database + notesEnding
    /// What was written and is not in the database's own file yet; whoever opens the ledger sets its rights anew.
    package static let log = database + logEnding
    /// What SQLite calls the two beside its database (https://sqlite.org/tempfiles.html).
    private static let (notesEnding, logEnding) = ("-shm", "-wal")

    /// Whether what bears one of them is a folder.
    package static func isFolder(_ name: String) -> Bool { name == archive }

    /// Whether a name is one of them, the archive among them. A ledger of an older version stays under a name of its own.
    package static func isOwn(_ name: String) -> Bool {
        if name == archive || others.contains(name) || name.hasPrefix("\(database).before-") { return true }
        return databases.contains { database in
            guard name.hasPrefix(database) else { return false }
            return ["", logEnding, notesEnding, "-journal"].contains(String(name.dropFirst(database.count)))
        }
    }
}
