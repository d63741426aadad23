import Digest
import Domain
import Files
import Glibc

/// A folder that files of a set are written into, read from and removed with.
struct SetFolder: Sendable {
    let path: String

    /// The group reads sets, and only the account that made them writes them, whatever its umask.
    private static let fileRights: UInt32 = 0o640
    private static let folderRights: UInt32 = 0o750

    /// Makes the folder; its parents are there, and it is not.
    func create() throws(PublishError) {
        guard try createIfMissing() else { throw PublishError(.system(EEXIST), path) }
    }

    /// Makes the folder unless it is there; says whether it was made.
    func createIfMissing() throws(PublishError) -> Bool {
        try onDisk(Folder.make(path, rights: Self.folderRights))
    }

    func path(of name: String) -> String { "\(path)/\(name)" }

    /// Whether a folder bears the path, and not a link to one.
    var isFolder: Bool {
        get throws(PublishError) { try onDisk(Entry.ifPresent(at: path))?.kind == .folder }
    }

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
        var file = try onDisk(OpenFile(path, .making, rights: fileRights))
        try body { piece throws(PublishError) in try onDisk(file.write(piece)) }
        try onDisk(file.close())
    }

    /// The bytes of a file; `nil` where there is no such file.
    func read(_ name: String) throws(PublishError) -> [UInt8]? {
        do throws(FileFault) {
            let file = try OpenFile(path(of: name), .reading)
            return try file.readAll()
        } catch {
            if error.code == ENOENT { return nil }
            throw PublishError(error)
        }
    }

    /// A file as the manifest names it.
    func file(_ name: String) throws(PublishError) -> SetFile { try onDisk(digested(name)) }

    /// What somebody has put there may be of any size, and is not held.
    private func digested(_ name: String) throws(FileFault) -> SetFile {
        let file = try OpenFile(path(of: name), .reading)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { block.deallocate() }
        var hash = SHA256()
        var size = 0
        while true {
            let count = try file.read(at: size, into: block)
            if count == 0 { break }
            hash.update(UnsafeRawBufferPointer(rebasing: block[..<count]))
            size += count
        }
        return SetFile(name: name, sha256: hash.finalize().hex, size: size)
    }

    /// Whether the folder has this file, byte for byte.
    func holds(_ file: SetFile) throws(PublishError) -> Bool {
        guard let entry = try onDisk(Entry.ifPresent(at: path(of: file.name))), entry.size == file.size else {
            return false
        }
        return try self.file(file.name) == file
    }

    /// Throws where it does not hold exactly these files, each as long as it was written.
    func count(_ files: [SetFile]) throws(PublishError) {
        guard try names() == files.map(\.name).sorted() else { throw PublishError(.incomplete, path) }
        for file in files {
            guard (try? Entry(at: path(of: file.name)))?.size == file.size else {
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
        for name in names { (try? OpenFile(path(of: name), .reading))?.beginSync() }
        for name in names {
            // Libraries make files with rights of their own. A file that is another's stays as it is.
            try? Entry.setRights(Self.fileRights, of: path(of: name))
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

    /// Has a file, or the names in a folder, on the disk.
    static func sync(_ path: String) throws(PublishError) {
        let file = try onDisk(OpenFile(path, .reading))
        try onDisk(file.sync())
    }

    /// Removes the folder and all that is in it. A link or a file that somebody put in its place goes by itself: what a link leads to
    /// is nobody's but its owner's.
    func remove() throws(PublishError) { try onDisk(Folder.removeWhole(path)) }

    /// What is in a folder, by name; nothing where there is no such folder.
    static func entries(of path: String) throws(PublishError) -> [(name: String, isFolder: Bool)] {
        try onDisk(Folder.names(in: path)).map { name throws(PublishError) in
            (name, try onDisk(Entry(at: "\(path)/\(name)")).kind == .folder)
        }
    }
}

/// A file of a set, as it was written and as the ledger keeps it of an edition.
package typealias SetFile = Edition.File

extension Sequence<SetFile> {
    /// SHA-256 over the names and digests of a set's files, whatever their order.
    package var digest: String {
        SHA256Digest.of(sorted { $0.name < $1.name }.map { "\($0.name) \($0.sha256)\n" }.joined()).hex
    }
}
