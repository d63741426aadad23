import Glibc
import SystemPackage

/// A file that is open, and closed when the value goes. Calls that a signal breaks off are made again.
package struct OpenFile: ~Copyable, Sendable {
    /// What a file is opened for.
    package enum Use: Sendable {
        /// A pipe is waited for in none of them: it cannot be read or written at a place.
        case reading
        /// A link is refused: whoever reads looks at once whether it is a file.
        case readingNoLink
        /// To write it anew, in place of any that bears the name.
        case replacing
        /// To write one whose name nothing bears.
        case making
        /// To write anew a file that is there, with the rights that it has.
        case rewriting
        /// To add to its end; a link is refused.
        case appending
        /// To hold it: made where it is missing, and left as it is.
        case holding(followingLinks: Bool)
        case folder(followingLinks: Bool)

        fileprivate var mode: FileDescriptor.AccessMode {
            switch self {
            case .reading, .readingNoLink, .folder: .readOnly
            case .replacing, .making, .rewriting, .appending: .writeOnly
            case .holding: .readWrite
            }
        }

        fileprivate var options: FileDescriptor.OpenOptions {
            switch self {
            case .reading: .nonBlocking
            case .readingNoLink: [.noFollow, .nonBlocking]
            case .replacing: [.create, .truncate, .nonBlocking]
            case .making: [.create, .exclusiveCreate]
            case .rewriting: .truncate
            case .appending: [.append, .create, .noFollow, .nonBlocking]
            case .holding(let followingLinks): followingLinks ? .create : [.create, .noFollow]
            case .folder(let followingLinks): followingLinks ? .directory : [.directory, .noFollow]
            }
        }
    }

    package let path: String
    let descriptor: FileDescriptor
    private var isOpen = true

    /// - Parameter rights: Of a file that is made; the process's umask takes from them.
    package init(_ path: String, _ use: Use, rights: UInt32 = 0o600) throws(FileFault) {
        self.path = path
        descriptor = try naming("open", path) {
            try FileDescriptor.open(
                path, use.mode, options: use.options.union(.closeOnExec),
                permissions: use.options.contains(.create) ? FilePermissions(rawValue: rights) : nil)
        }
    }

    /// A file without a name in the system's temporary folder, to be written and read, gone with the value.
    package init(namelessIn _: TemporaryFolder) throws(FileFault) {
        path = "tmpfile"
        guard let file = tmpfile() else { throw .last("tmpfile", "tmpfile") }
        defer { fclose(file) }
        descriptor = try naming("dup", path) { try FileDescriptor(rawValue: fileno(file)).copied() }
    }

    /// The one that the C library chooses.
    package enum TemporaryFolder: Sendable { case ofSystem }

    /// By which the system knows it for as long as the value lives: for a program that is to read or write it.
    package var number: Int32 { descriptor.rawValue }

    deinit { if isOpen { try? descriptor.close() } }

    /// Closes it, and throws what the system has kept to itself until then.
    package mutating func close() throws(FileFault) {
        isOpen = false
        try naming("close", path) { try descriptor.close() }
    }

    /// Its kind, size and times as they are now.
    package borrowing func entry() throws(FileFault) -> Entry { try Entry(of: descriptor, path) }

    /// Fills the buffer with the bytes from `offset` on, and says how many there were; fewer only at the end.
    package borrowing func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileFault) -> Int {
        var count = 0
        while count < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let got = try naming("read", path) {
                try descriptor.read(fromAbsoluteOffset: Int64(offset + count), into: rest)
            }
            if got == 0 { break }
            count += got
        }
        return count
    }

    /// The first bytes, so many at most; fewer where it ends before.
    package borrowing func read(upTo size: Int) throws(FileFault) -> [UInt8] {
        var fault: FileFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(FileFault) {
                count = try read(
                    at: 0, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<size])
                )
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
        return bytes
    }

    /// All bytes from the first to the last, of a file that may grow meanwhile.
    package borrowing func readAll() throws(FileFault) -> [UInt8] {
        // One byte more than there is: where it is not filled, the end is found.
        var bytes = try read(upTo: try entry().size + 1)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { block.deallocate() }
        while true {
            let got = try read(at: bytes.count, into: block)
            if got == 0 { return bytes }
            bytes.append(contentsOf: block[..<got])
        }
    }

    package borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(FileFault) {
        _ = try naming("write", path) { try descriptor.writeAll(bytes) }
    }

    package borrowing func write(_ bytes: [UInt8]) throws(FileFault) {
        _ = try naming("write", path) { try descriptor.writeAll(bytes) }
    }

    /// Writes bytes from `offset` on.
    package borrowing func write(_ bytes: [UInt8], at offset: Int) throws(FileFault) {
        _ = try naming("write", path) { try descriptor.writeAll(toAbsoluteOffset: Int64(offset), bytes) }
    }

    /// Writes bytes in one call, which no other program's come into; false where not all of them had room.
    package borrowing func writeAtOnce(_ bytes: [UInt8]) throws(FileFault) -> Bool {
        try naming("write", path) { try bytes.withUnsafeBytes { try descriptor.write($0) } } == bytes.count
    }

    /// Appends what another file holds.
    package borrowing func write(allOf other: borrowing OpenFile) throws(FileFault) {
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

    /// Takes the right to it that one program has at a time, until the value goes; false where another has it.
    ///
    /// - Parameter isPatient: Whether to wait until the other gives it back.
    package borrowing func lock(isPatient: Bool = false) throws(FileFault) -> Bool {
        while flock(descriptor.rawValue, isPatient ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            guard errno == EINTR else { throw .last("flock", path) }
        }
        return true
    }

    /// Returns once the bytes are on the disk.
    package borrowing func sync() throws(FileFault) {
        guard fsync(descriptor.rawValue) == 0 else { throw .last("fsync", path) }
    }

    /// Has the system begin to bring to the disk what was written, so that `sync` waits the less.
    package borrowing func beginSync(from offset: Int, count: Int) {
        // Whatever comes of it: only `sync` promises something.
        _ = posix_fadvise(descriptor.rawValue, off_t(offset), off_t(count), POSIX_FADV_DONTNEED)
    }

    /// `sync_file_range`, which the C library has and its header hides behind a flag that Swift does not set.
    private typealias SyncRange = @convention(c) (Int32, Int64, Int64, UInt32) -> Int32

    /// `SYNC_FILE_RANGE_WRITE` of `linux/fs.h`.
    private static let beginFlag: UInt32 = 2

    /// Has the system begin to write all of it to the disk, without waiting.
    ///
    /// It promises nothing, and `sync` is what is relied on; but of files that are on their way already the second and all
    /// further ones are waited for together with the first, where one after another each waits for a write of its own.
    package borrowing func beginSync() {
        guard let symbol = dlsym(nil, "sync_file_range") else { return }
        _ = unsafeBitCast(symbol, to: SyncRange.self)(descriptor.rawValue, 0, 0, Self.beginFlag)
    }
}

extension FileDescriptor {
    /// A second number for the same open file. A program that is started while it is open does not inherit it.
    func copied() throws -> FileDescriptor {
        let number = fcntl(rawValue, F_DUPFD_CLOEXEC, 0)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: number)
    }
}

extension OpenFile {
    /// Writes a whole file, in place of any that bears the name; it is yet to be synced.
    ///
    /// - Parameter rights: Of a file that is made; the process's umask takes from them.
    package static func write(_ bytes: [UInt8], to path: String, rights: UInt32 = 0o666) throws(FileFault) {
        var file = try OpenFile(path, .replacing, rights: rights)
        try file.write(bytes)
        try file.close()
    }

    /// Occupies the numbers of input, output and error where the program was started without them: else a file that is opened
    /// would get one, and take in what is said to a person. To write there fails, as it did.
    package static func holdStandard() {
        for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
            // The lowest free number is the one that is given.
            guard let own = try? FileDescriptor.open("/dev/null", .readOnly), own.rawValue != number else { continue }
            try? own.close()
        }
    }

    /// Writes to what the program was started with: 1 is its output, 2 what it says beside it.
    package static func write(_ bytes: [UInt8], toStandard number: Int32) throws(FileFault) {
        _ = try naming("write", "\(number)") { try FileDescriptor(rawValue: number).writeAll(bytes) }
    }
}
