import DelimitedText
import Digest
import Files
import Synchronization

/// An open file that is read where it lies, block by block, by several threads.
final class StreamedFile: ByteSource {
    let count: Int
    private let file: OpenFile
    private let before: Entry
    private let fault = Mutex<FileFault?>(nil)

    init(_ file: consuming OpenFile) throws {
        before = try file.entry()
        count = before.size
        self.file = file
    }

    var path: String { file.path }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(FileFault) {
            return try file.read(at: offset, into: buffer)
        } catch {
            fault.withLock { $0 = $0 ?? error }
            return 0
        }
    }

    var sha256: SHA256Digest {
        var hasher = SHA256()
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { block.deallocate() }
        var offset = 0
        while offset < count {
            let got = read(at: offset, into: block)
            if got == 0 { break }
            hasher.update(UnsafeRawBufferPointer(rebasing: block[..<got]))
            offset += got
        }
        return hasher.finalize()
    }

    /// Throws what kept it from being read; says whether it stayed as it was meanwhile.
    func isSettled() throws -> Bool {
        if let fault = fault.withLock({ $0 }) { try InputFile.reading { throw fault } }
        return InputFile.isSettled(path, since: before)
    }
}
