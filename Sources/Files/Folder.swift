import Glibc
import SystemPackage

/// What is done to folders: made, listed, synced, removed.
package enum Folder {
    /// Makes a folder, unless it is there; its parent, which is, is yet to be synced. True where it was made.
    @discardableResult
    package static func make(_ path: String, rights: UInt32) throws(FileFault) -> Bool {
        if mkdir(path, rights) == 0 { return true }
        guard errno == EEXIST else { throw .last("mkdir", path) }
        return false
    }

    /// Returns once the names in the folder are on the disk.
    package static func sync(_ path: String) throws(FileFault) {
        let folder = try OpenFile(path, .folder(followingLinks: true))
        try folder.sync()
    }

    /// Removes a folder that nothing is in, if it is there.
    package static func remove(_ path: String) throws(FileFault) {
        guard rmdir(path) == 0 || errno == ENOENT else { throw .last("rmdir", path) }
    }

    /// The names of what is in a folder, in order; none where there is no folder.
    package static func names(in path: String) throws(FileFault) -> [String] {
        do throws(FileFault) {
            return try rawNames(in: path, followingLinks: true).map { String(decoding: $0, as: UTF8.self) }.sorted()
        } catch {
            guard error.code == ENOENT else { throw error }
            return []
        }
    }

    /// The names in a folder as the system gives them, in no order: not every name is UTF-8.
    package static func rawNames(in path: String, followingLinks: Bool) throws(FileFault) -> [[UInt8]] {
        let file = try OpenFile(path, .folder(followingLinks: followingLinks))
        // What is made a listing is closed with it.
        let own = try naming("dup", path) { try file.descriptor.duplicate() }
        guard let folder = fdopendir(own.rawValue) else {
            let fault = FileFault.last("opendir", path)
            try? own.close()
            throw fault
        }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw .last("readdir", path) }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
    }
}
