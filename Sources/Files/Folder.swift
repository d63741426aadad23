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

    /// Makes a folder and those above it, as far as they are missing; what a link to a folder leads to is there.
    ///
    /// - Parameter isLasting: Whether the names of what is made are on the disk once this returns.
    package static func makeWhole(_ path: String, rights: UInt32 = 0o777, isLasting: Bool = false) throws(FileFault) {
        let above = above(path)
        do throws(FileFault) {
            guard try make(path, rights: rights) else {
                guard try Entry(at: path, followingLinks: true).kind == .folder else {
                    throw FileFault("mkdir", path, code: EEXIST)
                }
                return
            }
        } catch {
            guard error.code == ENOENT, above != path else { throw error }
            try makeWhole(above, rights: rights, isLasting: isLasting)
            try make(path, rights: rights)
        }
        guard isLasting else { return }
        do throws(FileFault) {
            try sync(above)
        } catch {
            // Who may write into a folder may not always read it, and then cannot sync it either.
            guard error.code == EACCES else { throw error }
        }
    }

    /// The folder that a path as it was typed stands in.
    package static func above(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
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

    /// Removes what bears a name, if anything does, with all that is in it; a link goes, and what it leads to stays.
    package static func removeWhole(_ path: String) throws(FileFault) {
        guard let entry = try Entry.ifPresent(at: path) else { return }
        guard entry.kind == .folder else { return try Entry.remove(path) }
        for name in try names(in: path) { try removeWhole("\(path)/\(name)") }
        try remove(path)
    }

    /// Copies a file, a link or a folder with all that is in it, with rights and times, to where nothing is.
    ///
    /// `EINVAL`: there is a pipe, a socket or a device, which cannot be copied.
    package static func copy(_ path: String, to target: String) throws(FileFault) {
        let entry = try Entry(at: path)
        switch entry.kind {
        case .file:
            let from = try OpenFile(path, .readingNoLink)
            var copy = try OpenFile(target, .making)
            try copy.write(allOf: from)
            try copy.close()
            try Entry.setRights(entry.rights, of: target)
        case .link:
            try Entry.copyLink(path, to: target)
        case .folder:
            guard try make(target, rights: 0o700) else { throw FileFault("mkdir", target, code: EEXIST) }
            for name in try names(in: path) { try copy("\(path)/\(name)", to: "\(target)/\(name)") }
            try Entry.setRights(entry.rights, of: target)
        case .special:
            throw FileFault("copy", path, code: EINVAL)
        }
        try Entry.setModified(as: entry, of: target)
    }

    /// Gives `body` an empty folder in the system's temporary folder, which is gone with all that is in it afterwards.
    package static func inScratch<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
        let named = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        var made = newScratch(in: named ?? temporary)
        // A folder that was named and is gone says nothing of what is to be done.
        if made == nil, named != nil, [ENOENT, ENOTDIR, EACCES, EROFS].contains(errno) {
            made = newScratch(in: temporary)
        }
        guard let path = made else { throw FileFault.last("mkdtemp", named ?? temporary) }
        defer { try? removeWhole(path) }
        return try body(path)
    }

    /// Where the system has temporary things unless it is told otherwise.
    private static let temporary = "/tmp"

    /// `nil`: `errno` says why.
    private static func newScratch(in place: String) -> String? {
        var name = Array("\(place)/tonghop-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { return nil }
        return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
    ///
    /// `E2BIG`: there are more than `most`.
    package static func rawNames(
        in path: String, followingLinks: Bool, most: Int = .max
    ) throws(FileFault) -> [[UInt8]] {
        let file = try OpenFile(path, .folder(followingLinks: followingLinks))
        // What is made a listing is closed with it.
        let own = try naming("dup", path) { try file.descriptor.copied() }
        var names: [[UInt8]] = []
        try eachName(in: own.rawValue, path) { name throws(FileFault) in
            names.append(name)
            if names.count > most { throw FileFault("readdir", path, code: E2BIG) }
        }
        return names
    }

    /// Gives `body` the names in an open folder as the system gives them, in no order; closes its descriptor.
    static func eachName(
        in descriptor: Int32, _ path: String, _ body: (_ name: [UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        guard let folder = fdopendir(descriptor) else {
            let fault = FileFault.last("opendir", path)
            close(descriptor)
            throw fault
        }
        defer { closedir(folder) }
        let dot = UInt8(ascii: ".")
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw .last("readdir", path) }
                return
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [dot], name != [dot, dot] { try body(name) }
        }
    }
}
