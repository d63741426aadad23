import Glibc

/// A file that is open, and closed by `deinit`.
struct OpenFile: ~Copyable {
    let path: String
    let descriptor: Int32

    /// The ledger and its archive are the program's own: whoever may read the reports need not read these.
    private static let mode: mode_t = 0o600

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
        descriptor = open(path, flags | O_CLOEXEC, Self.mode)
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

    borrowing func size() throws(LedgerError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LedgerError.system("fstat", path) }
        return Int(status.st_size)
    }

    /// Fills the buffer with the bytes from `offset` on, and says how many there were; fewer only at the end.
    borrowing func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(LedgerError) -> Int {
        var count = 0
        while count < buffer.count, let base = buffer.baseAddress {
            let got = pread(descriptor, base + count, buffer.count - count, off_t(offset + count))
            if got == 0 { break }
            if got > 0 {
                count += got
            } else if errno != EINTR {
                throw LedgerError.system("read", path)
            }
        }
        return count
    }

    /// All bytes from the first to the last.
    borrowing func readAll() throws(LedgerError) -> [UInt8] {
        let size = try size()
        var failure: LedgerError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(LedgerError) {
                count = try read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Has the system begin to bring to the disk what was written, so that `sync` waits the less.
    borrowing func beginSync(from offset: Int, count: Int) {
        // Whatever comes of it: only `sync` promises something.
        _ = posix_fadvise(descriptor, off_t(offset), off_t(count), POSIX_FADV_DONTNEED)
    }

    /// Appends what another file holds.
    borrowing func writeAll(of other: borrowing OpenFile) throws(LedgerError) {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { piece.deallocate() }
        var offset = 0
        while true {
            let got = try other.read(at: offset, into: piece)
            if got == 0 { return }
            try write(UnsafeRawBufferPointer(rebasing: piece[..<got]))
            offset += got
        }
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
