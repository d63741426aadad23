import Domain
import Foundation

/// When files count as received, where the officer has laid it down (`ngày nhận`).
///
/// A decision names a path, and a path may bear other bytes later, so that a decision speaks of one receipt: with a time
/// of day, of the bytes that stood at the path then; with a date alone, of the first that came on that day, or else of
/// those that stood then. One that precedes its file speaks of the first bytes that come. What comes at the path
/// afterwards was received when the clock says, until another decision speaks of it.
struct ReceiptDates: Sendable {
    private let byReceipt: [Receipt: Instant]
    private let zone: TimeZone

    /// - Parameters:
    ///   - decisions: In the order of their times; of two about one receipt the later holds.
    ///   - receipts: All that the paths have ever borne.
    init(_ decisions: [Decision], receipts: some Sequence<Receipt>, in zone: TimeZone) {
        var laidDown: [(path: String, at: Instant, instant: Instant)] = []
        for decision in decisions {
            guard case .received(let instant) = decision.action, let path = decision.path else { continue }
            laidDown.append((path, decision.at, instant))
        }
        let paths = Set(laidDown.map(\.path))
        let byPath = ReceiptDates.versions(of: paths, receipts)
        var dates: [Receipt: Instant] = [:]
        for decision in laidDown {
            for meant in ReceiptDates.meant(decision.at, among: byPath[decision.path] ?? [], in: zone) {
                dates[meant] = decision.instant
            }
        }
        byReceipt = dates
        self.zone = zone
    }

    /// The files that `nhận tệp` speaks of, each with the decision.
    static func accepted(
        _ decisions: [Decision], receipts: some Sequence<Receipt>, in zone: TimeZone
    ) -> [Receipt: Decision] {
        let accepting = decisions.filter { $0.action == .accept }
        let paths = Set(accepting.compactMap(\.path))
        guard !paths.isEmpty else { return [:] }
        let byPath = versions(of: paths, receipts)
        var accepted: [Receipt: Decision] = [:]
        for decision in accepting {
            guard let path = decision.path else { continue }
            for meant in meant(decision.at, among: byPath[path] ?? [], in: zone) { accepted[meant] = decision }
        }
        return accepted
    }

    /// The receipts of each path, in the order in which they came.
    private static func versions(of paths: Set<String>, _ receipts: some Sequence<Receipt>) -> [String: [Receipt]] {
        var versions: [String: [Receipt]] = [:]
        for receipt in receipts {
            // Whoever names a workbook speaks of all its sheets.
            for path in Set([receipt.path, SheetPath.file(of: receipt.path)]) where paths.contains(path) {
                versions[path, default: []].append(receipt)
            }
        }
        return versions.mapValues { $0.sorted { ($0.receivedAt, $0.sha256) < ($1.receivedAt, $1.sha256) } }
    }

    /// When a file came among others: a day without a time says nothing of what came before or after it on that day, so that the clock
    /// does, as far as it agrees.
    func order(of receipt: Receipt) -> Instant {
        guard let laidDown = byReceipt[receipt] else { return receipt.receivedAt }
        let local = laidDown.local(in: zone)
        guard (local.hour, local.minute, local.second) == (0, 0, 0) else { return laidDown }
        let last = Instant(day: local.day, hour: 23, minute: 59, second: 59, in: zone)
        return max(laidDown, min(receipt.receivedAt, last))
    }

    subscript(_ receipt: Receipt) -> Instant { byReceipt[receipt] ?? receipt.receivedAt }

    /// - Parameter versions: The receipts of one path, in the order in which they came.
    private static func meant(_ time: Instant, among versions: [Receipt], in zone: TimeZone) -> [Receipt] {
        guard let one = version(time, among: versions, in: zone) else { return [] }
        return versions.filter { $0.sha256 == one.sha256 && $0.receivedAt == one.receivedAt }
    }

    private static func version(_ time: Instant, among versions: [Receipt], in zone: TimeZone) -> Receipt? {
        let local = time.local(in: zone)
        if (local.hour, local.minute, local.second) == (0, 0, 0),
            let first = versions.first(where: { $0.receivedAt.day(in: zone) == local.day })
        {
            return first
        }
        // Officers write minutes.
        return versions.last { $0.receivedAt.seconds < time.seconds - local.second + 60 } ?? versions.first
    }
}
