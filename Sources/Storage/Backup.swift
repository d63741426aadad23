import Domain
import Files
import GRDB

extension Ledger {
    /// Copies the ledger as it stands, with its archive and head, into a folder that holds none; a run may go on.
    ///
    /// The copy is a ledger of its own, which `verify` reads like any other; copied back, it is the ledger restored.
    package func copy(to target: String) throws {
        let path = Ledger.databasePath(in: target)
        guard isPresent else { throw LedgerError(.missing, place: folder, detail: "ledger.sqlite") }
        guard !Entry.isThere(path) else {
            throw LedgerError(.contradiction, place: path, detail: "there is a ledger already")
        }
        try fill(target)
    }

    /// Copies the ledger again into a folder in which a copying was stopped: a ledger that stands there is one that this one
    /// carries on, or this throws.
    package func copyAgain(to target: String) throws {
        let path = Ledger.databasePath(in: target)
        guard isPresent else { throw LedgerError(.missing, place: folder, detail: "ledger.sqlite") }
        if Entry.isThere(path) {
            let copy = try Ledger.openIfPresent(folder: target)
            guard try carriesOn(copy) else {
                throw LedgerError(.contradiction, place: path, detail: "there is a ledger already")
            }
        }
        try fill(target)
    }

    /// Whether this ledger has every entry of the other, and goes on from there.
    package func carriesOn(_ other: Ledger) throws -> Bool {
        let end = try other.read { try $0.head }
        return try read { try $0.head(upTo: end.seq) } == end
    }

    private func fill(_ target: String) throws {
        try Folder.make(target)
        let path = Ledger.databasePath(in: target)
        let privatePath = "\(target)/.ledger.sqlite.writing"
        try copyDatabase(to: privatePath)
        let copy = try Connection.reading(privatePath)
        let (head, digests) = try copy.read { database in
            (try Chain.head(database), try String.fetchAll(database, sql: "SELECT sha256 FROM blob ORDER BY sha256"))
        }
        try copy.close()
        // Bytes are in the archive before their row is committed, so every blob of this state is there.
        let archiveCopy = Archive(folder: "\(target)/archive")
        try archiveCopy.prepare()
        var folders: Set<String> = []
        for sha256 in digests {
            // What was lost is lost; whoever looks through the copy is told.
            guard Entry.isThere(archive.path(of: sha256)) else { continue }
            if let folder = try archiveCopy.copy(sha256, from: archive) { folders.insert(folder) }
        }
        try archiveCopy.flush(folders)
        try archiveCopy.settle()
        // The database comes last: without it, what is there is no ledger yet, and the copy may be made again.
        try HeadFile(folder: target).write([head])
        try onDisk(Entry.rename(privatePath, to: path))
        try onDisk(Folder.sync(target))
    }
}
