import Glibc
import SystemPackage

/// What bears a name in a folder: its kind, size and times as they were when it was looked at. A link is not followed.
package struct Entry: Sendable {
    package enum Kind: Hashable, Sendable {
        case file, folder, link
        /// A pipe, a socket or a device.
        case special
    }

    private let status: Stat

    /// Looks at what stands at a path.
    ///
    /// - Parameter followingLinks: Whether what a link leads to is looked at in its place.
    package init(at path: String, followingLinks: Bool = false) throws(FileFault) {
        status = try naming("lstat", path) { try Stat(path, followTargetSymlink: followingLinks) }
    }

    init(of descriptor: FileDescriptor, _ path: String) throws(FileFault) {
        status = try naming("fstat", path) { try Stat(descriptor) }
    }

    /// What stands at a path; `nil` where nothing does.
    package static func ifPresent(at path: String) throws(FileFault) -> Entry? {
        do throws(FileFault) {
            return try Entry(at: path)
        } catch {
            guard error.isOfAbsence else { throw error }
            return nil
        }
    }

    package var kind: Kind {
        switch status.type {
        case .regular: .file
        case .directory: .folder
        case .symbolicLink: .link
        default: .special
        }
    }

    /// In bytes.
    package var size: Int { Int(status.size) }

    /// The number by which its disk knows it.
    package var inode: UInt64 { UInt64(status.inode.rawValue) }

    /// The user whose it is.
    package var owner: UInt32 { status.userID.rawValue }

    /// Who may do what with it, the bits above the nine of owner, group and others too.
    package var rights: UInt32 { status.permissions.rawValue }

    /// Whether what is put into the folder belongs to the folder's group.
    package var isOfGroup: Bool { status.permissions.contains(.setGroupID) }

    /// Whether some name still leads to it.
    package var isNamed: Bool { status.linkCount > 0 }

    /// When it was last written to, in seconds and nanoseconds since 1970.
    package var modified: (seconds: Int, nanoseconds: Int) { (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) }

    /// Whether two names lead to the same.
    package func isSame(as other: Entry) -> Bool { status.inode == other.status.inode && isOnDisk(of: other) }

    package func isOnDisk(of other: Entry) -> Bool { status.deviceID == other.status.deviceID }

    /// Whether nobody has written to it between two looks at it, or put another in its place.
    package func isUntouched(since other: Entry) -> Bool {
        isSame(as: other) && size == other.size && modified == other.modified
    }
}

extension Entry {
    /// Whether anything bears the name, be it a link that leads nowhere.
    package static func isThere(_ path: String) -> Bool { (try? Entry(at: path)) != nil }

    /// Gives what stands at a path another name, in place of a file that bears it. The folder is yet to be synced.
    package static func rename(_ path: String, to name: String) throws(FileFault) {
        guard Glibc.rename(path, name) == 0 else { throw .last("rename", name) }
    }

    /// Gives a file a second name; unlike `rename`, never another file's.
    package static func link(_ path: String, as name: String) throws(FileFault) {
        guard Glibc.link(path, name) == 0 else { throw .last("link", name) }
    }

    /// Takes a name, of anything but a folder, away; nothing where it is gone already.
    package static func remove(_ path: String) throws(FileFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .last("unlink", path) }
    }

    /// Makes a link that leads where another does.
    static func copyLink(_ path: String, to target: String) throws(FileFault) {
        var place = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        guard readlink(path, &place, place.count - 1) >= 0 else { throw .last("readlink", path) }
        guard symlink(place, target) == 0 else { throw .last("symlink", target) }
    }

    package static func setRights(_ rights: UInt32, of path: String) throws(FileFault) {
        guard chmod(path, rights) == 0 else { throw .last("chmod", path) }
    }

    /// Gives what stands at a path, which is not followed, the time at which another was last written to.
    package static func setModified(as other: Entry, of path: String) throws(FileFault) {
        let times = [other.status.st_mtim, other.status.st_mtim]
        guard utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last("utimensat", path) }
    }

    /// `renameat2`, which the C library has and its header hides behind a flag that Swift does not set.
    private typealias Rename =
        @convention(c) (
            Int32, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UInt32
        ) -> Int32

    /// `RENAME_EXCHANGE` of `linux/fs.h`.
    private static let exchangeFlag: UInt32 = 2

    /// What bears two names changes places in a single step, which no reader can come between.
    ///
    /// `EINVAL` and `ENOSYS`: the file system, or the system, cannot.
    package static func exchange(_ first: String, _ second: String) throws(FileFault) {
        guard let symbol = dlsym(nil, "renameat2") else { throw FileFault("renameat2", second, code: ENOSYS) }
        guard unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0 else {
            throw .last("renameat2", second)
        }
    }
}
