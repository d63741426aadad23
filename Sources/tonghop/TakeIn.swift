import Digest
import Domain
import Foundation
import Intake
import Storage

/// Takes in what is new in the folder of submissions, in one commit of the ledger.
struct TakeIn {
    let workplace: Workplace
    let loaded: Workplace.LoadedCatalogue
    let console: Console
    let now: Instant

    /// What came of it.
    struct Result {
        /// Readings recorded by this run, by path.
        var readings: [Reading] = []
        /// Files whose bytes were known already.
        var knownCount = 0
        /// Decisions that this run brought, and those that it took back.
        var changedDecisions: [Decision] = []
        /// Whether the catalogue is another than that of the run before.
        var hasNewCatalogue = false
        /// Findings about the folder and the decisions, not about a submission's content.
        var findings: [Finding] = []
    }

    private struct Pending: Sendable {
        enum Content: Sendable {
            case held(SourceFile)
            /// Read where it lies; packed unless it is kept already or must not be.
            case read(Reading, PackedBlob?)
        }

        let receipt: Receipt
        let content: Content
    }

    func callAsFunction(_ ledger: Ledger) throws -> Result {
        let inbox = try Inbox(workplace.submissionsFolder)
        var result = Result()
        result.findings = inbox.findings
        let (heads, catalogue) = try ledger.read { (try $0.readingHeads(), try $0.catalogues().last?.digest) }
        result.hasNewCatalogue = catalogue.map { $0 != loaded.digest } ?? false
        let digests = Dictionary(
            heads.map { (Key($0.reading.receipt), $0) }, uniquingKeysWith: { _, newer in newer })
        var pending: [Pending] = []
        var present: Set<Key> = []
        let lying = LyingIntake(
            catalogue: loaded.catalogue, ledger: ledger, now: now,
            known: { path, sha256 in
                digests[Key(path: path, sha256: sha256)].map {
                    ($0.reading.receipt, $0.intakeDigest == loaded.intakeDigest)
                }
            },
            mayBeKnown: { path, size in
                heads.contains { $0.reading.receipt.path == path && $0.reading.receipt.size == size }
            })
        for (count, path) in inbox.paths.enumerated() {
            if count.isMultiple(of: 50) {
                console.progress(
                    Bilingual(
                        vi: "Đang xem tệp \(count)/\(inbox.paths.count)…",
                        en: "Looking at file \(count) of \(inbox.paths.count)…"))
            }
            let (file, refusals) = try look(path) { file in
                switch try lying.take(file, path: path) {
                case .known(let path, let sha256):
                    present.insert(Key(path: path, sha256: sha256))
                    result.knownCount += 1
                case .read(let reading, let packed):
                    present.insert(Key(reading.receipt))
                    pending.append(Pending(receipt: reading.receipt, content: .read(reading, packed)))
                case .changed: result.findings.append(.stillBeingWritten(path))
                case .toBeHeld: return false
                }
                return true
            }
            result.findings += refusals
            guard let file else { continue }
            let key = Key(path: file.path, sha256: SHA256Digest.of(file.bytes).hex)
            present.insert(key)
            if let head = digests[key], head.intakeDigest == loaded.intakeDigest {
                result.knownCount += 1
                continue
            }
            let receipt =
                digests[key]?.reading.receipt
                ?? Receipt(path: file.path, sha256: key.sha256, size: file.bytes.count, receivedAt: now)
            pending.append(Pending(receipt: receipt, content: .held(file)))
        }
        pending += try archived(heads, except: present, ledger, lying.reader)
        result.readings = read(pending, lying.reader)
        let decisions = try readDecisions(&result.findings)
        if let decisions {
            let before = Set(try ledger.read { try $0.decisions() })
            result.changedDecisions = Array(before.symmetricDifference(decisions.decisions))
        }
        console.endProgress()
        try record(result.readings, pending, decisions, in: ledger)
        return result
    }

    /// A file that cannot be read never stops the others; a disk that cannot be read does.
    ///
    /// - Parameter takeLying: Takes a large file where it lies; says no where it must be held.
    private func look(
        _ path: String, takeLying: (LyingFile) throws -> Bool
    ) throws -> (file: SourceFile?, findings: [Finding]) {
        let place = "\(workplace.submissionsFolder)/\(path)"
        do {
            if let large = try InputFile.lying(place), try takeLying(large) { return (nil, []) }
            return try InputFile.submission(place, shown: path, isLeftToNextRun: true)
        } catch let failure as Failure {
            // Gone since the folder was read, or put in its place just now.
            if !InputFile.isRegular(place) { return (nil, [.stillBeingWritten(path)]) }
            return (nil, [.unreadable(path, failure.message)])
        }
    }

    private struct Key: Hashable {
        let path: String
        let sha256: String

        init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }
        init(_ receipt: Receipt) { self.init(path: receipt.path, sha256: receipt.sha256) }
    }

    /// Files gone from their folder still count; under a changed catalogue their archived bytes are read again.
    private func archived(
        _ heads: [ReadingHead], except present: Set<Key>, _ ledger: Ledger, _ submissions: SubmissionReader
    ) throws -> [Pending] {
        let gone = heads.filter {
            $0.intakeDigest != loaded.intakeDigest && !present.contains(Key($0.reading.receipt))
                && $0.reading.state != .forbidden
        }
        guard !gone.isEmpty else { return [] }
        return try ledger.read { reader in
            try gone.map { head in
                let receipt = head.reading.receipt
                if let reading = try LyingIntake.read(receipt, from: reader, by: submissions) {
                    return Pending(receipt: receipt, content: .read(reading, nil))
                }
                let file = SourceFile(path: receipt.path, bytes: try reader.blob(sha256: receipt.sha256))
                return Pending(receipt: receipt, content: .held(file))
            }
        }
    }

    /// Reads on all cores; the order of the results is that of the files.
    private func read(_ pending: [Pending], _ reader: SubmissionReader) -> [Reading] {
        ParallelMap.map(pending) { item in
            switch item.content {
            case .held(let file): reader.read(file, receipt: item.receipt)
            case .read(let reading, _): reading
            }
        }
    }

    private struct ReadDecisions {
        let receipt: Receipt
        let bytes: [UInt8]
        let decisions: [Decision]
    }

    /// `nil`: there are none, or they are being written; then those that the ledger holds stay in force.
    private func readDecisions(_ notes: inout [Finding]) throws -> ReadDecisions? {
        guard FileManager.default.fileExists(atPath: workplace.decisionsFile) else { return nil }
        guard let bytes = try InputFile.settledBytes(of: workplace.decisionsFile) else {
            notes.append(.stillBeingWritten("xu-ly.csv"))
            return nil
        }
        let file = SourceFile(path: "xu-ly.csv", bytes: bytes)
        let (decisions, findings) = DecisionsReader.read(file, catalogue: loaded.catalogue)
        let receipt = Receipt(
            path: file.path, sha256: SHA256Digest.of(bytes).hex, size: bytes.count, receivedAt: now)
        notes += findings
        return ReadDecisions(receipt: receipt, bytes: bytes, decisions: decisions)
    }

    private func record(
        _ readings: [Reading], _ pending: [Pending], _ decisions: ReadDecisions?, in ledger: Ledger
    ) throws {
        try ledger.write(recordedAt: now) { writer in
            try writer.record(catalogue: loaded.digest, files: loaded.files.map { ($0.path, $0.bytes) })
            for (reading, item) in zip(readings, pending) {
                switch item.content {
                case .read(_, let packed?): try writer.record(receipt: item.receipt, packed: packed)
                case .read(_, nil): try writer.record(receipt: item.receipt, bytes: nil)
                case .held(let file):
                    try writer.record(receipt: item.receipt, bytes: reading.state == .forbidden ? nil : file.bytes)
                }
                try writer.record(reading: reading, intakeDigest: loaded.intakeDigest)
            }
            if let decisions {
                try writer.record(decisions: decisions.decisions, receipt: decisions.receipt, bytes: decisions.bytes)
            }
        }
    }
}

/// Works on the elements of a list on all cores.
enum ParallelMap {
    /// The results in the order of the elements, whichever was done first.
    static func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Value
    ) -> [Value] {
        let results = Slots<Value>(count: elements.count)
        DispatchQueue.concurrentPerform(iterations: elements.count) { index in
            results.set(transform(elements[index]), at: index)
        }
        return results.all
    }

    private final class Slots<Value: Sendable>: @unchecked Sendable {
        private var values: [Value?]
        private let lock = NSLock()

        init(count: Int) { values = Array(repeating: nil, count: count) }

        func set(_ value: Value, at index: Int) { lock.withLock { values[index] = value } }

        var all: [Value] { values.compactMap { $0 } }
    }
}
