import DelimitedText
import Files
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
    private let file: OpenFile

    init() throws {
        do throws(FileFault) {
            file = try OpenFile(namelessIn: .ofSystem)
        } catch {
            throw SheetFault.tooLarge("no temporary file")
        }
    }

    func append(_ bytes: [UInt8]) throws {
        do throws(FileFault) {
            try file.write(bytes, at: count)
        } catch {
            throw SheetFault.tooLarge("no room for a temporary file")
        }
        count += bytes.count
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        (try? file.read(at: offset, into: buffer)) ?? 0
    }
}
