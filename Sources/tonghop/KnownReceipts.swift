import Domain
import Storage

/// A file as it came: where, and which bytes.
struct ReceiptKey: Hashable, Comparable, Sendable {
    let path: String
    let sha256: String

    init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }
    init(_ receipt: Receipt) { self.init(path: receipt.path, sha256: receipt.sha256) }

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
    private let byKey: [ReceiptKey: ReadingHead]

    init(_ heads: [ReadingHead], intakeDigest: String) {
        self.heads = heads
        self.intakeDigest = intakeDigest
        byKey = Dictionary(
            heads.map { (ReceiptKey($0.reading.receipt), $0) }, uniquingKeysWith: { _, newer in newer })
    }

    func receipt(_ key: ReceiptKey) -> Receipt? { byKey[key]?.reading.receipt }

    /// Whether it was read as it would be read today.
    func isCurrent(_ key: ReceiptKey) -> Bool { byKey[key]?.intakeDigest == intakeDigest }

    /// With whether its reading is still good.
    func receipt(path: String, sha256: String) -> (receipt: Receipt, isCurrent: Bool)? {
        let key = ReceiptKey(path: path, sha256: sha256)
        return receipt(key).map { ($0, isCurrent(key)) }
    }

    /// Whether a file of that path and size was received: only then can one be known.
    func hasReceived(_ path: String, size: Int) -> Bool {
        heads.contains { $0.reading.receipt.path == path && $0.reading.receipt.size == size }
    }
}
