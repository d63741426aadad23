import Digest
import Glibc

/// A folder that files of a set are written into, read from and removed with.
struct SetFolder: Sendable {
    let path: String

    /// The group reads sets, and only the account that made them writes them, whatever its umask.
    private static let fileMode: mode_t = 0o640
    private static let folderMode: mode_t = 0o750

    /// Makes the folder; its parents are there.
    func create() throws(PublishError) {
        guard mkdir(path, Self.folderMode) == 0 else { throw .system(path) }
    }

    /// Makes the folder unless it is there; says whether it was made.
    func createIfMissing() throws(PublishError) -> Bool {
        if mkdir(path, Self.folderMode) == 0 { return true }
        guard errno == EEXIST else { throw .system(path) }
        return false
    }

    func path(of name: String) -> String { "\(path)/\(name)" }

    /// Writes a new file; `sync` puts it on the disk.
    func write(_ bytes: [UInt8], to name: String) throws(PublishError) {
        try SetFolder.write(bytes, at: path(of: name))
    }

    static func write(_ bytes: [UInt8], at path: String) throws(PublishError) {
        try write(at: path) { write throws(PublishError) in try write(bytes) }
    }

    /// Writes a new file piece by piece.
    static func write(
        at path: String, _ body: ((_ piece: [UInt8]) throws(PublishError) -> Void) throws(PublishError) -> Void
    ) throws(PublishError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode)
        guard file >= 0 else { throw .system(path) }
        do throws(PublishError) {
            try body { piece throws(PublishError) in try append(piece, to: file, at: path) }
        } catch {
            close(file)
            throw error
        }
        guard close(file) == 0 else { throw .system(path) }
    }

    private static func append(_ bytes: [UInt8], to file: Int32, at path: String) throws(PublishError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path) }
            written += count
        }
    }

    /// The bytes of a file; `nil` where there is no such file.
    func read(_ name: String) throws(PublishError) -> [UInt8]? {
        let path = path(of: name)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .system(path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .system(path) }
        // One byte more than there is, where the end is found without a further block.
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        var filled = 0
        while true {
            if filled == bytes.count { bytes += [UInt8](repeating: 0, count: 1 << 16) }
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(path) }
            if count == 0 {
                bytes.removeLast(bytes.count - filled)
                return bytes
            }
            filled += count
        }
    }

    /// A file as the manifest names it.
    func file(_ name: String) throws(PublishError) -> SetFile {
        guard let bytes = try read(name) else { throw PublishError(.system(ENOENT), path(of: name)) }
        return SetFile(name: name, sha256: SHA256Digest.of(bytes).hex, size: bytes.count)
    }

    /// Whether the folder has this file, byte for byte.
    func holds(_ file: SetFile) throws(PublishError) -> Bool {
        var status = stat()
        guard lstat(path(of: file.name), &status) == 0 else {
            if errno == ENOENT { return false }
            throw .system(path(of: file.name))
        }
        guard Int(status.st_size) == file.size else { return false }
        return try self.file(file.name) == file
    }

    /// Throws where it does not hold exactly these files, each as long as it was written.
    func count(_ files: [SetFile]) throws(PublishError) {
        guard try names() == files.map(\.name).sorted() else { throw PublishError(.incomplete, path) }
        for file in files {
            var status = stat()
            guard lstat(path(of: file.name), &status) == 0, Int(status.st_size) == file.size else {
                throw PublishError(.incomplete, path(of: file.name))
            }
        }
    }

    /// The files in the folder and its folders, by name; empty where there is no such folder.
    func names() throws(PublishError) -> [String] {
        var names: [String] = []
        for entry in try SetFolder.entries(of: path) {
            if entry.isFolder {
                names += try SetFolder(path: path(of: entry.name)).names().map { "\(entry.name)/\($0)" }
            } else {
                names.append(entry.name)
            }
        }
        return names.sorted()
    }

    /// Has everything in the folder on the disk, the folders too.
    func sync() throws(PublishError) {
        let names = try names()
        // The disk is on its way with all of them before the first is waited for.
        for name in names { WriteBehind.begin(path(of: name)) }
        for name in names {
            // Libraries make files with rights of their own. A file that is another's stays as it is.
            chmod(path(of: name), Self.fileMode)
            try SetFolder.sync(path(of: name))
        }
        try syncFolders()
    }

    private func syncFolders() throws(PublishError) {
        for entry in try SetFolder.entries(of: path) where entry.isFolder {
            try SetFolder(path: path(of: entry.name)).syncFolders()
        }
        try SetFolder.sync(path)
    }

    static func sync(_ path: String) throws(PublishError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system(path) }
        let status = fsync(file)
        let code = errno
        close(file)
        guard status == 0 else { throw PublishError(.system(code), path) }
    }

    /// Removes the folder and all that is in it.
    func remove() throws(PublishError) {
        for entry in try SetFolder.entries(of: path) {
            try SetFolder.remove(path(of: entry.name), isFolder: entry.isFolder)
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw .system(path) }
    }

    static func remove(_ path: String, isFolder: Bool) throws(PublishError) {
        if isFolder { return try SetFolder(path: path).remove() }
        guard unlink(path) == 0 else { throw .system(path) }
    }

    /// What is in a folder, by name; nothing where there is no such folder.
    static func entries(of path: String) throws(PublishError) -> [(name: String, isFolder: Bool)] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .system(path)
        }
        defer { closedir(folder) }
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            guard lstat("\(path)/\(name)", &status) == 0 else { throw .system("\(path)/\(name)") }
            entries.append((name, status.st_mode & S_IFMT == S_IFDIR))
        }
        return entries.sorted { $0.name < $1.name }
    }
}
