import Glibc

/// What is done to folders: made, synced, emptied.
enum Folder {
    /// Makes a folder, unless it is there; its parent is yet to be synced. True where it was made.
    ///
    /// - Parameter isShared: Whether the group may look into it.
    @discardableResult
    static func make(_ path: String, isShared: Bool = false) throws(LedgerError) -> Bool {
        if mkdir(path, isShared ? 0o750 : 0o700) == 0 { return true }
        guard errno == EEXIST else { throw LedgerError.system("mkdir", path) }
        return false
    }

    /// Returns once the names in the folder are on the disk.
    static func sync(_ path: String) throws(LedgerError) {
        let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        try folder.sync()
    }

    /// The names of what is in the folder, none where there is no folder.
    static func names(in path: String) throws(LedgerError) -> [String] {
        guard let folder = opendir(path) else {
            guard errno == ENOENT else { throw LedgerError.system("opendir", path) }
            return []
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Takes away the files that a killed run has left under private names.
    static func sweep(_ path: String) throws(LedgerError) {
        for name in try names(in: path) {
            try remove("\(path)/\(name)")
        }
    }

    /// Takes a file out of its folder, if it is there.
    static func remove(_ path: String) throws(LedgerError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw LedgerError.system("unlink", path) }
    }
}
