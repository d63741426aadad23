import Glibc

/// Has the system begin to write a file to the disk, without waiting for it.
///
/// It promises nothing, and `fsync` is what a set relies on; but of files that are on their way already the second and all
/// further ones are waited for together with the first, where one after another each waits for a write of its own.
enum WriteBehind {
    /// `sync_file_range`, which the C library has and its header hides behind a flag that Swift does not set.
    private typealias Sync = @convention(c) (Int32, Int64, Int64, UInt32) -> Int32

    /// `SYNC_FILE_RANGE_WRITE` of `linux/fs.h`.
    private static let beginFlag: UInt32 = 2

    static func begin(_ path: String) {
        guard let symbol = dlsym(nil, "sync_file_range") else { return }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        _ = unsafeBitCast(symbol, to: Sync.self)(file, 0, 0, beginFlag)
    }
}
