import Domain
import Files
import Foundation

/// The room on a disk.
struct DiskSpace: Hashable, Sendable {
    /// Bytes that the program may still write.
    let free: UInt64
    /// Files that it may still make; `nil` where the file system sets no limit.
    let filesFree: UInt64?

    init(free: UInt64, filesFree: UInt64?) {
        self.free = free
        self.filesFree = filesFree
    }

    /// `nil` where the system cannot say.
    init?(at path: String) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        filesFree = status.f_files > 0 ? UInt64(status.f_favail) : nil
    }

    var megabytes: UInt64 { free >> 20 }
}

extension Health {
    /// Below this a run is likely to stop halfway.
    private static let bytesLeast: UInt64 = 64 << 20
    /// What some months of an office take.
    private static let bytesForMonths: UInt64 = 512 << 20
    private static let filesLeast: UInt64 = 1_000

    /// Whether there is room for the months ahead, and for a second copy of the ledger while it is brought up to date.
    mutating func examineDisk(_ workplace: Workplace) {
        let ledger = Health.size(of: "\(workplace.reports)/ledger.sqlite")
        let reports = Health.nearestFolder(workplace.reports)
        if let space = DiskSpace(at: reports) { judge(space, at: reports, ledger: ledger) }
        let scratch = FileManager.default.temporaryDirectory.path
        if let space = DiskSpace(at: scratch), space.free < Health.bytesLeast { judge(space, at: scratch, ledger: 0) }
    }

    /// - Parameter ledger: the bytes of the database.
    mutating func judge(_ space: DiskSpace, at place: String, ledger: UInt64) {
        let needed = Health.bytesForMonths + 2 * ledger
        let isOutOfFiles = space.filesFree.map { $0 < Health.filesLeast } ?? false
        guard space.free < needed || isOutOfFiles else {
            return pass(
                Bilingual(
                    vi: "ổ đĩa của \(place): còn \(space.megabytes) MB",
                    en: "disk of \(place): \(space.megabytes) MB free"))
        }
        let files = space.filesFree ?? 0
        add(
            DiskNearlyFull.self, space.free < Health.bytesLeast || files == 0 && isOutOfFiles ? .error : .query,
            at: place,
            value: "\(space.megabytes) MB", isOutOfFiles ? .outOfFiles(files) : .outOfSpace(space, needed: needed))
    }

    private static func size(of path: String) -> UInt64 {
        UInt64(max(0, (try? Entry(at: path, followingLinks: true))?.size ?? 0))
    }

    private static func nearestFolder(_ path: String) -> String {
        var folder = URL(fileURLWithPath: path).standardizedFileURL
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        return folder.path == URL(fileURLWithPath: path).standardizedFileURL.path ? path : folder.path
    }
}
