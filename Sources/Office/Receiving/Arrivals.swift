import Digest
import Domain
import Intake
import Storage

/// A file that a run has read, and is to record.
struct ReadFile: Sendable {
    let reading: Reading
    /// Its bytes, unless they are kept already or must not be.
    let packed: PackedBlob?
}

/// What a run finds at a path of the inbox.
enum Arrival: Sendable {
    /// Received and read before.
    case known(ReceiptKey)
    /// Read, and to be recorded: of a workbook, a reading for each sheet.
    case read([ReadFile])
    /// To be read where it lies.
    case large
    /// Nothing can be read, which the findings say; it never stops the other files.
    case unreadable([Finding])
}

/// Looks at the files of the inbox on all cores; of those that are known no byte is kept.
struct Arrivals: Sendable {
    let workplace: Workplace
    let known: KnownReceipts
    let now: Instant
    /// Reads a file that is held; called on several threads.
    let read: @Sendable (SourceFile, Receipt) throws -> [ReadFile]

    private static let filesAtOnce = 64
    private static let smallBytes = 1 << 16

    /// In the order of the paths; a disk that cannot be read is thrown.
    func look(at paths: [String], _ tell: Listener) throws -> [(path: String, arrival: Arrival)] {
        var found: [(path: String, arrival: Arrival)] = []
        while found.count < paths.count {
            tell(
                .progress(
                    Bilingual(
                        vi: "Đang xem tệp \(found.count)/\(paths.count)…",
                        en: "Looking at file \(found.count) of \(paths.count)…")))
            let some = Array(paths[found.count...].prefix(Arrivals.filesAtOnce))
            found += zip(some, try ParallelMap.map(some, throwing: look)).map { ($0, $1) }
        }
        return found
    }

    private func look(at path: String) throws -> Arrival {
        if InputFile.isLarge(workplace.submission(path)) { return .large }
        return try held(path)
    }

    /// A file that is held in memory, once there is room for it, and read before the next one takes that room.
    func held(_ path: String) throws -> Arrival {
        try readable(path) { place in
            let size = InputFile.size(of: place)
            // What is packed takes many times its size while it is read; of what is small, as nearly all is, it is not asked.
            let mayBePacked = size < Arrivals.smallBytes || InputFile.isPacked(place)
            return try HoldingRoom.shared.hold(mayBePacked ? size * HoldingRoom.packing : size) {
                try held(path, at: place)
            }
        }
    }

    private func held(_ path: String, at place: String) throws -> Arrival {
        let (file, refusals) = try InputFile.submission(place, shown: path, isLeftToNextRun: true)
        guard let file else { return .unreadable(refusals) }
        let key = ReceiptKey(path: file.path, sha256: SHA256Digest.of(file.bytes).hex)
        if known.isCurrent(key) { return .known(key) }
        let receipt =
            known.receipt(key)
            ?? Receipt(path: file.path, sha256: key.sha256, size: file.bytes.count, receivedAt: now)
        return .read(try read(file, receipt))
    }

    /// A large file, taken in where it lies; one that does not read as plain rows of text is held after all.
    func large(_ path: String, by intake: StreamedIntake) throws -> Arrival {
        try readable(path) { place in
            guard let file = try InputFile.streamed(place) else { return try held(path) }
            switch try intake.take(file, path: path) {
            case .known(let key): return .known(key)
            case .read(let reading, let packed): return .read([ReadFile(reading: reading, packed: packed)])
            case .changed: return .unreadable([StillBeingWritten.finding(path)])
            case .toBeHeld: return try held(path)
            }
        }
    }

    private func readable(_ path: String, _ body: (_ place: String) throws -> Arrival) throws -> Arrival {
        let place = workplace.submission(path)
        do {
            return try body(place)
        } catch let failure as Failure {
            switch EntryKind(at: place) {
            case .file, .unknown: return .unreadable([CannotBeRead.finding(path, failure.message)])
            // Gone since the folder was read.
            case .absent: return .unreadable([StillBeingWritten.finding(path)])
            case let kind: return .unreadable([NotARegularFile.finding(path, kind)])
            }
        }
    }
}
