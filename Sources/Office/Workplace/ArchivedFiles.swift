import Domain
import Intake
import Storage

/// Received files read again from the archive: where they lie, if they can be, else so many at a time that they are never
/// more than may be held.
struct ArchivedFiles {
    let reader: LedgerReader
    let submissions: SubmissionReader

    /// Their readings, and those that are too large to be read.
    func readings(_ receipts: [Receipt]) throws -> (readings: [Reading], tooLarge: [Receipt]) {
        let submissions = submissions
        let (values, tooLarge) = try map(
            receipts,
            streamed: { receipt, blob in
                submissions.read(streamed: blob, path: receipt.path).map { [$0.reading(of: receipt)] }
            },
            held: { receipt, file in
                guard SheetPath.sheet(of: receipt.path) == nil else {
                    return [submissions.read(file, receipt: receipt)]
                }
                return submissions.readings(file, receipt: receipt)
            })
        return (values.flatMap(\.value), tooLarge)
    }

    /// The rows behind some measures of each; without those that are too large, or of which there are too many.
    func traces(
        _ receipts: [Receipt], _ wanted: @Sendable @escaping (Receipt) -> (measures: Set<String>, units: Set<UnitKey>?)
    ) throws -> [Receipt: SubmissionTrace] {
        let submissions = submissions
        let (values, _) = try map(
            receipts,
            streamed: { receipt, blob -> SubmissionTrace?? in
                let (measures, units) = wanted(receipt)
                return submissions.trace(streamed: blob, path: receipt.path, measures: measures, units: units)
            },
            held: { receipt, file in
                let (measures, units) = wanted(receipt)
                return submissions.trace(file, measures: measures, units: units)
            })
        return Dictionary(
            values.compactMap { receipt, trace in trace.map { (receipt, $0) } }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// What is made of each in the order of the receipts, those that lie first; and those that are too large.
    ///
    /// - Parameter streamed: `nil` where the file must be held.
    private func map<Value: Sendable>(
        _ receipts: [Receipt], streamed: (Receipt, StreamedBlob) -> Value?,
        held: @Sendable (Receipt, SourceFile) -> Value
    ) throws -> (values: [(receipt: Receipt, value: Value)], tooLarge: [Receipt]) {
        var values: [(receipt: Receipt, value: Value)] = []
        var toBeHeld: [Receipt] = []
        for receipt in receipts {
            if let blob = try reader.streamedBlob(sha256: receipt.sha256, from: ReadLimit.streamedBytes),
                let value = streamed(receipt, blob), blob.isWhole
            {
                values.append((receipt, value))
            } else {
                toBeHeld.append(receipt)
            }
        }
        for some in ArchivedFiles.batches(toBeHeld.filter { $0.size <= ReadLimit.zipBytes }) {
            let files = try some.map { receipt in
                (receipt: receipt, file: SourceFile(path: receipt.path, bytes: try reader.blob(sha256: receipt.sha256)))
            }
            values += zip(some, ParallelMap.map(files) { held($0.receipt, $0.file) }).map { ($0, $1) }
        }
        return (values, toBeHeld.filter { $0.size > ReadLimit.zipBytes })
    }

    /// In their order, so many in each as may be held at once.
    private static func batches(_ receipts: [Receipt]) -> [[Receipt]] {
        var batches: [[Receipt]] = []
        var bytes = 0
        for receipt in receipts {
            let isSheet = SheetPath.sheet(of: receipt.path) != nil
            let size = isSheet ? receipt.size * HoldingRoom.packing : receipt.size
            if batches.isEmpty || bytes + size > ReadLimit.heldBytes {
                batches.append([])
                bytes = 0
            }
            batches[batches.count - 1].append(receipt)
            bytes += size
        }
        return batches
    }
}
