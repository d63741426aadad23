import Domain
import Storage

/// A file as it came: where, and which bytes.
struct ReceiptKey: Hashable, Comparable, Sendable {
    let path: String
    let sha256: String

    init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }
    init(_ receipt: Receipt) { self.init(path: receipt.path, sha256: receipt.sha256) }
    /// Of the whole file, where the receipt is of a sheet of it.
    init(file receipt: Receipt) { self.init(path: SheetPath.file(of: receipt.path), sha256: receipt.sha256) }

    static func < (left: ReceiptKey, right: ReceiptKey) -> Bool {
        (left.path, left.sha256) < (right.path, right.sha256)
    }
}

/// What the ledger has received and read before a run.
struct KnownReceipts: Sendable {
    /// By path and then by digest.
    let heads: [ReadingHead]
    /// What a reading depends on today.
    let intakeDigest: String
    /// By the file's path: of a workbook, one for each of its sheets.
    private let byKey: [ReceiptKey: [ReadingHead]]

    init(_ heads: [ReadingHead], intakeDigest: String) {
        self.heads = heads
        self.intakeDigest = intakeDigest
        byKey = Dictionary(grouping: heads) { ReceiptKey(file: $0.reading.receipt) }
    }

    /// As the file came, whatever sheets it has.
    func receipt(_ key: ReceiptKey) -> Receipt? { byKey[key]?.first?.reading.receipt.at(key.path) }

    /// Paths of the sheets that were read of a file.
    func sheets(_ key: ReceiptKey) -> [String] { byKey[key]?.map(\.reading.receipt.path) ?? [] }

    /// Whether each was received under its own path.
    func hasReceived(all readings: [Reading]) -> Bool {
        readings.allSatisfy { reading in
            byKey[ReceiptKey(file: reading.receipt)]?.contains { $0.reading.receipt.path == reading.receipt.path }
                ?? false
        }
    }

    /// Whether it was read as it would be read today.
    func isCurrent(_ key: ReceiptKey) -> Bool {
        byKey[key]?.allSatisfy { $0.intakeDigest == intakeDigest } ?? false
    }

    /// With whether its reading is still good.
    func receipt(path: String, sha256: String) -> (receipt: Receipt, isCurrent: Bool)? {
        let key = ReceiptKey(path: path, sha256: sha256)
        return receipt(key).map { ($0, isCurrent(key)) }
    }

    /// Whether a file of that path and size was received: only then can one be known.
    func hasReceived(_ path: String, size: Int) -> Bool {
        heads.contains { SheetPath.file(of: $0.reading.receipt.path) == path && $0.reading.receipt.size == size }
    }
}

extension ReadingHead {
    /// The path of its receipt, and that of the file where it is a sheet of one.
    var paths: [String] { [reading.receipt.path, SheetPath.file(of: reading.receipt.path)] }
}
