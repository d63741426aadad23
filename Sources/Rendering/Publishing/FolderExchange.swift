import Glibc

/// Two folders change places in a single step, which no reader can come between.
enum FolderExchange {
    /// `renameat2`, which the C library has and its header hides behind a flag that Swift does not set.
    private typealias Rename =
        @convention(c) (
            Int32, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UInt32
        ) -> Int32

    /// `RENAME_EXCHANGE` of `linux/fs.h`.
    private static let exchangeFlag: UInt32 = 2

    static func exchange(_ first: String, _ second: String) throws(PublishError) {
        guard let symbol = dlsym(nil, "renameat2") else { throw PublishError(.noExchange, second) }
        let rename = unsafeBitCast(symbol, to: Rename.self)
        guard rename(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0 else {
            throw [EINVAL, ENOSYS].contains(errno) ? PublishError(.noExchange, second) : .system(second)
        }
    }

    static func isMissing(_ path: String) throws(PublishError) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0 { return false }
        guard errno == ENOENT else { throw .system(path) }
        return true
    }
}
