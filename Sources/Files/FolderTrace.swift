import Glibc

/// What lies in a folder and below, told by looks alone: of everything its name, and what its file system knows of it.
///
/// It differs wherever anything was written, exchanged, renamed, added, taken away or opened to others: when something of a
/// file was last changed the system notes by itself (`st_ctime`, POSIX), and nobody can set that back but with the clock.
package struct FolderTrace: Equatable {
    package private(set) var bytes: [UInt8] = []
    /// When anything of a file was last changed, in nanoseconds since 1970; 0 where there is none.
    package private(set) var lastChange: Int64 = 0
    /// Whether there is a link, which leads to what is not looked at.
    package private(set) var hasLink = false
    private var count = 0

    /// What of an entry of the folder itself is looked at, where it is less than of any other.
    package enum Regard: Sendable {
        case nothing
        /// Of a folder nothing that is in it.
        case outside
        /// Of a file that those who read it touch: its size, and when it was written to.
        case writing
    }

    /// No office has so many files; each costs a look.
    private static let most = 200_000
    /// Folders in one another.
    private static let deepest = 32

    /// - Parameters:
    ///   - path: Of a folder, or of a link to one.
    ///   - regards: By names in the folder.
    ///
    /// `E2BIG`: there is more than anybody keeps.
    package init(of path: String, regards: [String: Regard] = [:]) throws(FileFault) {
        let top = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard top >= 0 else { throw .last("open", path) }
        try look(in: top, path, regards, depth: 0)
    }

    /// Whether every change lies so far back that another would bear another time.
    ///
    /// Clocks of file systems advance by hundredths of a second, or by two seconds where they know no parts of one (FAT).
    ///
    /// - Parameter time: Of the system's clock before anything was looked at, in nanoseconds since 1970.
    package func isSettled(before time: Int64) -> Bool {
        let isCoarse = lastChange % 1_000_000_000 == 0
        return lastChange < time - (isCoarse ? 3_000_000_000 : 100_000_000)
    }

    /// Looks at what is in a folder; closes the descriptor.
    private mutating func look(
        in descriptor: Int32, _ path: String, _ regards: [String: Regard], depth: Int
    ) throws(FileFault) {
        var own = stat()
        guard fstat(descriptor, &own) == 0 else {
            let fault = FileFault.last("fstat", path)
            close(descriptor)
            throw fault
        }
        add(own)
        try Folder.eachName(in: descriptor, path) { name throws(FileFault) in
            let regard = regards.isEmpty ? nil : regards[String(decoding: name, as: UTF8.self)]
            if regard == .nothing { return }
            count += 1
            guard count <= Self.most, depth < Self.deepest else { throw FileFault("readdir", path, code: E2BIG) }
            bytes += name
            bytes.append(0)
            try look(at: name, in: descriptor, path, regard, depth: depth)
        }
        // No name begins so.
        bytes.append(UInt8(ascii: "/"))
    }

    private mutating func look(
        at name: [UInt8], in folder: Int32, _ folderPath: String, _ regard: Regard?, depth: Int
    ) throws(FileFault) {
        func path() -> String { "\(folderPath)/\(String(decoding: name, as: UTF8.self))" }
        // Not every name is UTF-8.
        let opened = name.map { CChar(bitPattern: $0) } + [0]
        var found = stat()
        guard fstatat(folder, opened, &found, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last("fstatat", path()) }
        let kind = found.st_mode & S_IFMT
        if kind == S_IFDIR, regard != .outside {
            let below = openat(folder, opened, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            guard below >= 0 else { throw .last("openat", path()) }
            return try look(in: below, path(), [:], depth: depth + 1)
        }
        add(found)
        if kind == S_IFDIR { return }
        hasLink = hasLink || kind == S_IFLNK
        add(found.st_size)
        add(time: found.st_mtim)
        let time = regard == .writing ? found.st_mtim : found.st_ctim
        add(time: time)
        lastChange = max(lastChange, Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// What no name that is put into a folder changes of it.
    private mutating func add(_ found: stat) {
        add(found.st_dev)
        add(found.st_ino)
        add(found.st_mode)
        add(found.st_uid)
        add(found.st_gid)
    }

    private mutating func add(time: timespec) {
        add(time.tv_sec)
        add(time.tv_nsec)
    }

    private mutating func add(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number) { bytes += $0 }
    }
}
