import Files

/// The ledger's files and folders are the program's own: whoever may read the reports need not read these.
extension OpenFile {
    /// Makes a file of the ledger's to be written, in place of any that bears the name.
    init(writing path: String) throws(LedgerError) { self = try onDisk(OpenFile(path, .replacing, rights: 0o600)) }

    init(reading path: String) throws(LedgerError) { self = try onDisk(OpenFile(path, .reading)) }
}

extension Folder {
    /// Makes a folder of the ledger's, unless it is there; its parent is yet to be synced. True where it was made.
    ///
    /// - Parameter isShared: Whether the group may look into it.
    @discardableResult
    static func make(_ path: String, isShared: Bool = false) throws(LedgerError) -> Bool {
        try onDisk(Folder.make(path, rights: isShared ? 0o750 : 0o700))
    }

    /// Takes away the files that a killed run has left under private names.
    static func sweep(_ path: String) throws(LedgerError) {
        // Behind a link lies what is somebody else's.
        guard try onDisk(Entry.ifPresent(at: path))?.kind == .folder else { return }
        for name in try onDisk(Folder.names(in: path)) { try onDisk(Entry.remove("\(path)/\(name)")) }
    }
}
