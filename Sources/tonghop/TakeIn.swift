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
        let receipt: Receipt
        let file: SourceFile
    }

    func callAsFunction(_ ledger: Ledger) throws -> Result {
        let inbox = try Inbox(workplace.submissionsFolder)
        var result = Result()
        result.findings = inbox.findings
        let (heads, catalogue) = try ledger.read { (try $0.readingHeads(), try $0.catalogues().last?.digest) }
        result.hasNewCatalogue = catalogue.map { $0 != loaded.digest } ?? false
        let known = Dictionary(
            heads.map { (Key($0.reading.receipt), $0) }, uniquingKeysWith: { _, newer in newer })
        var pending: [Pending] = []
        var present: Set<Key> = []
        for sight in try look(at: inbox.paths, known) {
            result.findings += sight.findings
            guard let key = sight.key else { continue }
            present.insert(key)
            if let new = sight.new { pending.append(new) } else { result.knownCount += 1 }
        }
        pending += try archived(heads, except: present, ledger)
        result.readings = read(pending)
        let decisions = try readDecisions(&result.findings)
        if let decisions {
            let before = Set(try ledger.read { try $0.decisions() })
            result.changedDecisions = Array(before.symmetricDifference(decisions.decisions))
        }
        console.endProgress()
        try record(result.readings, pending, decisions, in: ledger)
        return result
    }

    /// A file as it lies there: `key` and `new` are nothing where it cannot be read, `new` where it is known.
    private struct Sight: Sendable {
        var key: Key?
        var new: Pending?
        var findings: [Finding] = []
    }

    private static let filesAtOnce = 64

    /// Looks at the files on all cores; of those that are known no byte is kept.
    private func look(at paths: [String], _ known: [Key: ReadingHead]) throws -> [Sight] {
        var sights: [Sight] = []
        while sights.count < paths.count {
            console.progress(
                Bilingual(
                    vi: "Đang xem tệp \(sights.count)/\(paths.count)…",
                    en: "Looking at file \(sights.count) of \(paths.count)…"))
            let some = Array(paths[sights.count...].prefix(TakeIn.filesAtOnce))
            sights += try ParallelMap.map(some) { path in Swift.Result { try look(path, known) } }.map { try $0.get() }
        }
        return sights
    }

    /// A file that cannot be read never stops the others; a disk that cannot be read does.
    private func look(_ path: String, _ known: [Key: ReadingHead]) throws -> Sight {
        let place = "\(workplace.submissionsFolder)/\(path)"
        let file: SourceFile?
        let refusals: [Finding]
        do {
            (file, refusals) = try InputFile.submission(place, shown: path, isLeftToNextRun: true)
        } catch let failure as Failure {
            // Gone since the folder was read, or put in its place just now.
            if !InputFile.isRegular(place) { return Sight(findings: [.stillBeingWritten(path)]) }
            return Sight(findings: [.unreadable(path, failure.message)])
        }
        guard let file else { return Sight(findings: refusals) }
        let key = Key(path: file.path, sha256: SHA256Digest.of(file.bytes).hex)
        let head = known[key]
        if let head, head.intakeDigest == loaded.intakeDigest { return Sight(key: key, findings: refusals) }
        let receipt =
            head?.reading.receipt
            ?? Receipt(path: file.path, sha256: key.sha256, size: file.bytes.count, receivedAt: now)
        return Sight(key: key, new: Pending(receipt: receipt, file: file), findings: refusals)
    }

    private struct Key: Hashable, Sendable {
        let path: String
        let sha256: String

        init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }
        init(_ receipt: Receipt) { self.init(path: receipt.path, sha256: receipt.sha256) }
    }

    /// Files gone from their folder still count; under a changed catalogue their archived bytes are read again.
    private func archived(
        _ heads: [ReadingHead], except present: Set<Key>, _ ledger: Ledger
    ) throws -> [Pending] {
        let gone = heads.filter {
            $0.intakeDigest != loaded.intakeDigest && !present.contains(Key($0.reading.receipt))
                && $0.reading.state != .forbidden
        }
        guard !gone.isEmpty else { return [] }
        return try ledger.read { reader in
            try gone.map { head in
                let receipt = head.reading.receipt
                return Pending(
                    receipt: receipt,
                    file: SourceFile(path: receipt.path, bytes: try reader.blob(sha256: receipt.sha256)))
            }
        }
    }

    /// Reads on all cores; the order of the results is that of the files.
    private func read(_ pending: [Pending]) -> [Reading] {
        guard !pending.isEmpty else { return [] }
        let reader = SubmissionReader(catalogue: loaded.catalogue)
        return ParallelMap.map(pending) { reader.read($0.file, receipt: $0.receipt) }
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
                let isKept = reading.state != .forbidden
                try writer.record(receipt: item.receipt, bytes: isKept ? item.file.bytes : nil)
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
