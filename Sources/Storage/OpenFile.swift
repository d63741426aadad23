import Glibc

/// A file that is open, and closed by `deinit`.
struct OpenFile: ~Copyable {
    let path: String
    let descriptor: Int32

    /// Opens a file to be read.
    init(reading path: String) throws(LedgerError) {
        try self.init(path, O_RDONLY)
    }

    /// Makes a file to be written, in place of any that bears the name.
    init(writing path: String) throws(LedgerError) {
        try self.init(path, O_WRONLY | O_CREAT | O_TRUNC)
    }

    init(_ path: String, _ flags: Int32) throws(LedgerError) {
        self.path = path
        descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw LedgerError.system("open", path) }
    }

    deinit {
        close(descriptor)
    }

    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(LedgerError) {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0 {
                guard errno == EINTR else { throw LedgerError.system("write", path) }
            } else {
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }

    borrowing func write(_ bytes: [UInt8]) throws(LedgerError) {
        try bytes.withUnsafeBufferPointer { buffer throws(LedgerError) in try write(UnsafeRawBufferPointer(buffer)) }
    }

    /// All bytes from the first to the last.
    borrowing func readAll() throws(LedgerError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LedgerError.system("fstat", path) }
        let size = Int(status.st_size)
        var failure: LedgerError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let read = Glibc.read(descriptor, rest.baseAddress, rest.count)
                if read < 0 {
                    guard errno == EINTR else {
                        failure = LedgerError.system("read", path)
                        return
                    }
                } else if read == 0 {
                    return
                } else {
                    count += read
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Returns once the bytes are on the disk.
    borrowing func sync() throws(LedgerError) {
        guard fsync(descriptor) == 0 else { throw LedgerError.system("fsync", path) }
    }

    /// Gives a file that is written and synced its name. The folder is yet to be synced.
    static func rename(_ privateName: String, to name: String) throws(LedgerError) {
        guard Glibc.rename(privateName, name) == 0 else { throw LedgerError.system("rename", name) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
