import DelimitedText
import Glibc
import SheetReading

/// A text that is held as long as it is small, and lies in a nameless file of the temporary folder when it grows.
struct SpooledText {
    private var bytes: [UInt8] = []
    private var file: SpoolFile?

    private static let heldMax = 24 << 20
    private static let fileMax = 1 << 29
    private static let blockBytes = 1 << 20

    /// `nil` where it does not lie in memory.
    var held: [UInt8]? { file == nil ? bytes : nil }

    mutating func append(_ more: [UInt8]) throws {
        bytes.append(contentsOf: more)
        guard bytes.count > (file == nil ? Self.heldMax : Self.blockBytes) else { return }
        try flush()
    }

    /// The text where it lies in its file.
    mutating func spooled() throws -> any ByteSource {
        try flush()
        guard let file else { throw SheetFault.tooLarge("no temporary file") }
        return file
    }

    private mutating func flush() throws {
        let file = try self.file ?? SpoolFile()
        self.file = file
        guard file.count + bytes.count <= Self.fileMax else { throw SheetFault.tooLarge("\(file.count) bytes") }
        try file.append(bytes)
        bytes.removeAll(keepingCapacity: file.count > Self.heldMax * 2)
    }
}

/// A file without a name, gone when nobody reads it any more. It is written to its end before it is read.
final class SpoolFile: ByteSource, @unchecked Sendable {
    // Written by one thread, before others read.
    private(set) var count = 0
    private let file: UnsafeMutablePointer<FILE>

    init() throws {
        guard let file = tmpfile() else { throw SheetFault.tooLarge("no temporary file") }
        self.file = file
    }

    deinit { fclose(file) }

    func append(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let more = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                return pwrite(fileno(file), rest.baseAddress, rest.count, off_t(count))
            }
            guard more > 0 else { throw SheetFault.tooLarge("no room for a temporary file") }
            written += more
            count += more
        }
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var filled = 0
        while filled < buffer.count, let base = buffer.baseAddress {
            let got = pread(fileno(file), base + filled, buffer.count - filled, off_t(offset + filled))
            guard got > 0 else { break }
            filled += got
        }
        return filled
    }
}
