import DelimitedText
import Digest
import Foundation
import Synchronization

/// An open file that is read where it lies, block by block, by several threads.
final class StreamedFile: ByteSource {
    let path: String
    let count: Int
    private let file: Int32
    private let status: stat
    private let failure = Mutex<(any Error)?>(nil)

    init(_ file: Int32, path: String, status: stat) {
        self.file = file
        self.path = path
        self.status = status
        count = Int(status.st_size)
    }

    deinit {
        close(file)
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var done = 0
        while done < buffer.count, let base = buffer.baseAddress {
            let got = pread(file, base + done, buffer.count - done, off_t(offset + done))
            if got > 0 {
                done += got
            } else if got == 0 || errno != EINTR {
                if got < 0 {
                    let fault = InputFile.fault(of: path)
                    failure.withLock { $0 = $0 ?? fault }
                }
                break
            }
        }
        return done
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
        if let failure = failure.withLock({ $0 }) { throw failure }
        return InputFile.isSettled(path, since: status)
    }
}
