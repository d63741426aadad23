import Glibc

/// A folder whose files lie in memory. The library makes a temporary file for each part of a workbook, and a file system on
/// a disk takes longer over their names than the library over their bytes.
enum MemoryFolder {
    private static let shared = "/dev/shm"
    private static let roomMin = 256 << 20

    /// `nil` where there is none with room for a workbook, and where `TMPDIR` says where temporary files are to go.
    static var path: String? {
        var room = statvfs()
        guard getenv("TMPDIR") == nil, access(shared, W_OK | X_OK) == 0, statvfs(shared, &room) == 0,
            Int(room.f_bavail) * Int(room.f_frsize) >= roomMin
        else { return nil }
        return shared
    }
}
