import Digest
import Domain
import Foundation
import Intake
import Storage

/// Takes in what is new in the folder of submissions, in one commit of the ledger.
package struct TakeIn {
    let workplace: Workplace
    let loaded: Workplace.LoadedCatalogue
    let tell: Listener
    let now: Instant

    /// What came of it.
    package struct Result {
        /// Readings recorded by this run, by path.
        package var readings: [Reading] = []
        /// Files whose bytes were known already.
        package var knownCount = 0
        /// The orders in force, in the order of their list, each with where it stands.
        var orders: [OrderBook.Order] = []
        /// Decisions that this run brought, and those that it took back; orders move no figure, and are not among them.
        var changedDecisions: [Decision] = []
        /// Whether the catalogue is another than that of the run before.
        var hasNewCatalogue = false
        /// Files that lie in the folder, as findings show them.
        var shownPaths: Set<String> = []
        /// What the ledger holds of readings, where this run added none.
        var heads: [ReadingHead]?
        /// Folders of periods that cannot be listed.
        var unlisted: Set<String> = []
        /// The officer's copies of reports' texts.
        var wordings = WordingFolder.Found()
        /// Findings about the folder and the decisions, not about a submission's content.
        package var findings: [Finding] = []

        /// Whether any figure can be another than before.
        var hasNews: Bool { !readings.isEmpty || !changedDecisions.isEmpty || hasNewCatalogue }
    }

    func callAsFunction(_ ledger: Ledger) throws -> Result {
        let inbox = try Inbox(workplace.submissionsFolder)
        var result = Result()
        result.findings = inbox.findings
        result.shownPaths = Set(inbox.paths.map { ShownPath($0).text })
        result.unlisted = inbox.unlisted
        let (heads, catalogue) = try ledger.read { (try $0.readingHeads(), try $0.catalogues().last?.digest) }
        result.hasNewCatalogue = catalogue.map { $0 != loaded.digest } ?? false
        let known = KnownReceipts(heads, intakeDigest: loaded.intakeDigest)
        let catalogueInForce = loaded.catalogue
        let reader = OnDemand { SubmissionReader(catalogue: catalogueInForce) }
        let arrivals = Arrivals(workplace: workplace, known: known, now: now) { file, receipt in
            let readings = reader.value.readings(
                file, receipt: receipt, besides: known.sheets(ReceiptKey(receipt)))
            let isForbidden = readings.contains { $0.state == .forbidden }
            // Sheets that have come to light in a known file are receipts of their own.
            let isToBeKept = !isForbidden && !known.hasReceived(all: readings)
            let packed = isToBeKept ? try ledger.pack(file.bytes, sha256: receipt.sha256) : nil
            return readings.map { ReadFile(reading: $0, packed: packed) }
        }
        var files: [ReadFile] = []
        var present: Set<ReceiptKey> = []
        for (path, seen) in try arrivals.look(at: inbox.paths, tell) {
            var arrival = seen
            if case .large = arrival {
                let intake = StreamedIntake(
                    reader: reader.value, ledger: ledger, now: now,
                    known: { known.receipt(path: $0, sha256: $1) }, mayBeKnown: known.hasReceived)
                arrival = try arrivals.large(path, by: intake)
            }
            switch arrival {
            case .known(let key):
                present.insert(key)
                result.knownCount += 1
            case .read(let some):
                for file in some { present.insert(ReceiptKey(file: file.reading.receipt)) }
                files += some
            case .unreadable(let findings): result.findings += findings
            case .large: break
            }
        }
        let gone = known.heads.filter {
            $0.intakeDigest != loaded.intakeDigest && !present.contains(ReceiptKey(file: $0.reading.receipt))
                && $0.reading.state != .forbidden
        }
        if !gone.isEmpty { files += try archived(gone, ledger, reader.value, &result.findings) }
        files.sort { ReceiptKey($0.reading.receipt) < ReceiptKey($1.reading.receipt) }
        result.readings = files.map(\.reading)
        result.heads = files.isEmpty ? heads : nil
        let (inForce, standing) = try ledger.read { (try $0.decisionsReceipt(), try $0.decisions()) }
        let (decisions, ofList) = try readDecisions(
            beside: standing, from: inForce,
            KnownFiles(
                result.shownPaths.union(known.heads.lazy.flatMap(\.paths)),
                unlisted: inbox.unlisted))
        result.findings += ofList + DecisionsByName.findings(in: workplace)
        if let decisions {
            result.findings += DecisionOfAnother.findings(
                decisions.placed, known.heads.map(\.reading) + result.readings, loaded.catalogue)
            let isNew = inForce?.sha256 != decisions.receipt.sha256
            result.findings += DecisionsShrunk.findings(
                in: decisions.receipt.path, now: decisions.decisions,
                before: try isNew ? standing : ledger.read { try $0.decisionsBefore() })
        }
        // The same list under the same catalogue says the same.
        if let decisions, result.hasNewCatalogue || inForce?.sha256 != decisions.receipt.sha256 {
            result.changedDecisions = Set(standing).symmetricDifference(decisions.decisions).filter {
                !$0.action.isOrder
            }
        }
        let placed =
            decisions.map(\.placed)
            ?? standing.map { OrderBook.Order(decision: $0, position: Position(file: inForce?.path ?? "")) }
        result.orders = placed.filter(\.decision.action.isOrder)
        result.wordings = try WordingFolder(workplace: workplace, now: now).found(ledger)
        result.findings += result.wordings.findings
        tell(.progressEnded)
        try record(files, decisions, result.wordings.new, in: ledger)
        return result
    }

    /// Files gone from their folder still count; under a changed catalogue their archived bytes are read again.
    private func archived(
        _ gone: [ReadingHead], _ ledger: Ledger, _ submissions: SubmissionReader, _ findings: inout [Finding]
    ) throws -> [ReadFile] {
        try ledger.read { reader in
            let files = ArchivedFiles(reader: reader, submissions: submissions)
            let (readings, tooLarge) = try files.readings(gone.map(\.reading.receipt))
            // What was read of them before stands.
            findings += tooLarge.map { ReadLimit.finding(in: $0.path, bytes: $0.size) }
            return readings.map { ReadFile(reading: $0, packed: nil) }
        }
    }

    private struct ReadDecisions {
        let receipt: Receipt
        let bytes: [UInt8]
        let decisions: [Decision]
        /// With where each stands.
        let placed: [OrderBook.Order]
    }

    /// `nil`: there are none, or none that can be taken; then those that the ledger holds stay in force, which is said.
    private func readDecisions(
        beside standing: [Decision], from inForce: Receipt?, _ files: KnownFiles
    ) throws -> (read: ReadDecisions?, findings: [Finding]) {
        switch try DecisionsFile(in: workplace) {
        case .absent: return (nil, DecisionsFile.gone(standing, from: inForce))
        case .refused(let finding): return (nil, [finding])
        case .file(let file):
            let sha256 = SHA256Digest.of(file.bytes).hex
            let looked = ListLookedAt(file.path, sha256: sha256, in: workplace)
            let list = DecisionsReader.list(
                file, catalogue: loaded.catalogue, files: files, isKnownClean: looked.isThis, now: now)
            if DecisionsReader.isForbidden(list.findings) { return (nil, list.findings) }
            if !standing.isEmpty, DecisionsReader.isDamaged(list.decisions, list.findings) {
                return (nil, [UnreadableDecisions.finding(file.path, standing: standing.count)] + list.findings)
            }
            // What nobody could look into is not kept.
            guard list.isOpened else { return (nil, list.findings) }
            looked.note()
            let receipt = Receipt(path: file.path, sha256: sha256, size: file.bytes.count, receivedAt: now)
            return (
                ReadDecisions(
                    receipt: receipt, bytes: file.bytes, decisions: list.decisions,
                    placed: zip(list.decisions, list.positions).map { OrderBook.Order(decision: $0, position: $1) }),
                list.findings
            )
        }
    }

    private func record(
        _ files: [ReadFile], _ decisions: ReadDecisions?, _ wordings: [WordingFolder.Copy], in ledger: Ledger
    ) throws {
        try ledger.write(recordedAt: now) { writer in
            try writer.record(catalogue: loaded.digest, files: loaded.files.map { ($0.path, $0.bytes) })
            for file in files {
                if let packed = file.packed {
                    try writer.record(receipt: file.reading.receipt, packed: packed)
                } else {
                    try writer.record(receipt: file.reading.receipt, bytes: nil)
                }
                try writer.record(reading: file.reading, intakeDigest: loaded.intakeDigest)
            }
            if let decisions {
                try writer.record(decisions: decisions.decisions, receipt: decisions.receipt, bytes: decisions.bytes)
            }
            for copy in wordings {
                try writer.record(
                    wording: copy.receipt, of: copy.period, in: copy.language, bytes: copy.bytes)
            }
        }
    }
}
