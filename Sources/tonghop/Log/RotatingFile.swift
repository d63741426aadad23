import Foundation

/// A log file that is put aside once it is full: `tonghop.log`, `tonghop.log.1`, `tonghop.log.2` …, the oldest goes.
///
/// Several programs may write at once: each line is one write to the file's end, and one of them puts it aside.
struct RotatingFile: LogDestination {
    let path: String
    /// A line that would pass this begins a new file.
    let bytesMax: Int
    /// Files put aside that are kept.
    let keptMax: Int

    /// What the system says about a file.
    struct Fault: Error, CustomStringConvertible {
        let description: String

        /// From `errno`.
        init(_ path: String) { description = "\(path): \(String(cString: strerror(errno)))" }
    }

    func write(_ line: String, isUrgent: Bool) throws {
        let bytes = Array((line + "\n").utf8)
        // Another may put the file aside between its opening and its locking.
        for _ in 0..<8 {
            let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o640)
            guard file >= 0 else { throw Fault(path) }
            defer { close(file) }
            var status = stat()
            guard flock(file, LOCK_EX) == 0, fstat(file, &status) == 0 else { throw Fault(path) }
            if status.st_nlink == 0 || !isAt(path, status) { continue }
            if status.st_size > 0, Int(status.st_size) + bytes.count > bytesMax, status.st_mode & S_IFMT == S_IFREG {
                try putAside()
                continue
            }
            guard bytes.withUnsafeBytes({ Foundation.write(file, $0.baseAddress, $0.count) }) == bytes.count else {
                throw Fault(path)
            }
            return
        }
    }

    private func isAt(_ path: String, _ status: stat) -> Bool {
        var now = stat()
        return lstat(path, &now) == 0 && now.st_ino == status.st_ino && now.st_dev == status.st_dev
    }

    private func putAside() throws {
        for number in stride(from: keptMax - 1, through: 1, by: -1) {
            guard rename("\(path).\(number)", "\(path).\(number + 1)") == 0 || errno == ENOENT else {
                throw Fault(path)
            }
        }
        guard rename(path, "\(path).1") == 0 else { throw Fault(path) }
    }
}
