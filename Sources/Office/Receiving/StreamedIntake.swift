import DelimitedText
import Digest
import Domain
import Files
import Intake
import Storage
import Synchronization

/// Takes in files that are too large to be held: they are read, digested and packed where they lie.
struct StreamedIntake {
    let reader: SubmissionReader
    let ledger: Ledger
    let now: Instant
    /// The receipt of a path and digest, where there is one, with whether its reading is still good.
    let known: (_ path: String, _ sha256: String) -> (receipt: Receipt, isCurrent: Bool)?
    /// Whether a file of that path and size was received: only then can this one be known.
    let mayBeKnown: (_ path: String, _ size: Int) -> Bool

    init(
        reader: SubmissionReader, ledger: Ledger, now: Instant,
        known: @escaping (_ path: String, _ sha256: String) -> (receipt: Receipt, isCurrent: Bool)?,
        mayBeKnown: @escaping (_ path: String, _ size: Int) -> Bool
    ) {
        (self.reader, self.ledger, self.now, self.known, self.mayBeKnown) = (reader, ledger, now, known, mayBeKnown)
    }

    /// What came of a file.
    enum Outcome {
        /// There is nothing to do.
        case known(ReceiptKey)
        /// Packed, unless it is kept already or must not be.
        case read(Reading, PackedBlob?)
        /// It changed while it was read.
        case changed
        /// It is no plain UTF-8 in rows, and must be held.
        case toBeHeld
    }

    func take(_ file: StreamedFile, path: String) throws -> Outcome {
        let shown = SourceFile(path: path, bytes: []).path
        var sha256: String?
        if mayBeKnown(shown, file.count) {
            let digest = file.sha256.hex
            guard try file.isSettled() else { return .changed }
            if known(shown, digest)?.isCurrent == true { return .known(ReceiptKey(path: shown, sha256: digest)) }
            sha256 = digest
        }
        let submission = reader.read(streamed: file, path: path)
        guard try file.isSettled() else { return .changed }
        guard let submission else { return .toBeHeld }
        var packed: PackedBlob?
        if submission.isForbidden {
            sha256 = sha256 ?? file.sha256.hex
        } else if sha256.flatMap({ known(shown, $0) }) == nil {
            packed = try ledger.pack(size: file.count) { file.read(at: $0, into: $1) }
            guard try file.isSettled(), let packed, sha256 == nil || sha256 == packed.sha256 else { return .changed }
            sha256 = packed.sha256
        }
        guard try file.isSettled(), let sha256 else { return .changed }
        let receipt =
            known(shown, sha256)?.receipt
            ?? Receipt(path: shown, sha256: sha256, size: file.count, receivedAt: now)
        return .read(submission.reading(of: receipt), packed)
    }
}

extension StreamedBlob: ByteSource {}

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
