import Domain
import Foundation

/// What goes before what in a slice: a decision, of two the later; then the higher Lần gửi; then the later receipt.
struct SlicePrecedence: Comparable, Hashable, Sendable {
    /// The place of the decision among all, from 1; 0 where there is none.
    let decision: Int
    let sequence: Int
    let receivedAt: Instant

    static func < (left: Self, right: Self) -> Bool {
        (left.decision, left.sequence, left.receivedAt) < (right.decision, right.sequence, right.receivedAt)
    }
}

/// A file that may stand for its slice.
struct Contender: Sendable {
    var reading: Reading
    let precedence: SlicePrecedence
    /// The decision that took it out.
    var withdrawal: Decision?

    /// Whether it was out already when another file came, which then does not answer for it. A day without a time counts
    /// whole: what was withdrawn in the course of a day was there for the files of that day.
    func wasWithdrawn(before received: Instant, in zone: TimeZone) -> Bool {
        guard let withdrawal else { return false }
        let day = withdrawal.at.day(in: zone)
        let isDayAlone = withdrawal.at == Instant(day: day, hour: 0, minute: 0, second: 0, in: zone)
        return isDayAlone ? day < received.day(in: zone) : withdrawal.at <= received
    }

    var isSupplement: Bool { reading.isSupplement }

    /// The whole, the parts and the supplements that stand, by path. A tie between different bytes is a conflict: neither
    /// replaces what preceded both.
    static func standing(of contenders: [Contender]) -> (chosen: [Contender], tied: [String]) {
        var tied: [String] = []
        let full = contenders.filter { !$0.isSupplement }
        let whole = best(full.filter { $0.reading.part.isEmpty }, tied: &tied)
        let labels = Dictionary(grouping: full.filter { !$0.reading.part.isEmpty }, by: \.reading.part)
        var chosen = whole.map { [$0] } ?? []
        for label in labels.keys.sorted() {
            guard let part = best(labels[label] ?? [], tied: &tied) else { continue }
            if let whole, part.precedence <= whole.precedence { continue }
            chosen.append(part)
        }
        chosen += supplements(contenders.filter(\.isSupplement), of: whole, or: chosen, tied: &tied)
        return (layered(chosen.sorted { $0.reading.receipt.isBefore($1.reading.receipt) }), tied.sorted())
    }

    /// Those with something below them: the whole, or without one any part. What came before the whole went with it.
    private static func supplements(
        _ all: [Contender], of whole: Contender?, or parts: [Contender], tied: inout [String]
    ) -> [Contender] {
        guard !all.isEmpty, let lowest = whole?.precedence ?? parts.map(\.precedence).min() else { return [] }
        var chosen: [Contender] = []
        for equals in Dictionary(grouping: all.filter { lowest <= $0.precedence }, by: \.precedence).values {
            if Set(equals.map(\.reading.receipt.sheetKey)).count > 1 {
                tied += equals.map(\.reading.receipt.path)
            } else if let first = equals.min(by: { $0.reading.receipt.isBefore($1.reading.receipt) }) {
                chosen.append(first)
            }
        }
        return chosen
    }

    /// Each without the cells for which one above it answers, where either is a supplement.
    private static func layered(_ chosen: [Contender]) -> [Contender] {
        guard chosen.contains(where: \.isSupplement) else { return chosen }
        let cells = chosen.map { AnsweredCells(of: $0.reading) }
        return chosen.map { lower in
            var lower = lower
            for (upper, cells) in zip(chosen, cells) where lower.isSupplement || upper.isSupplement {
                if lower.isBelow(upper) { lower.reading = lower.reading.leaving(cells) }
            }
            return lower
        }
    }

    /// Whether the other one has the last word; of two with one precedence the supplement.
    func isBelow(_ other: Contender) -> Bool {
        precedence != other.precedence
            ? precedence < other.precedence : !isSupplement && other.isSupplement
    }

    private static func best(_ contenders: [Contender], tied: inout [String]) -> Contender? {
        var rest = contenders.sorted {
            $0.precedence != $1.precedence
                ? $0.precedence > $1.precedence : $0.reading.receipt.path < $1.reading.receipt.path
        }
        while let first = rest.first {
            let equals = rest.prefix { $0.precedence == first.precedence }
            if Set(equals.map(\.reading.receipt.sheetKey)).count == 1 { return first }
            if equals.allSatisfy({ $0.reading.isSamePackage(as: first.reading) }) { return first }
            tied += equals.map(\.reading.receipt.path)
            rest.removeFirst(equals.count)
        }
        return nil
    }

    /// Whether it would take the place of another that stands.
    func replaces(_ other: Contender) -> Bool {
        if isSupplement {
            // The places of another supplement, not what both supplement.
            guard other.isSupplement, other.precedence <= precedence else { return false }
            let units = AnsweredCells(of: reading).units
            return AnsweredCells(of: other.reading).units.isSubset(of: units)
        }
        if reading.receipt.path == other.reading.receipt.path { return true }
        guard other.precedence <= precedence else { return false }
        return reading.part.isEmpty || reading.part == other.reading.part
    }
}

extension Reading {
    /// Whether both are packages that say the same: unpacked and packed again, one has other bytes.
    fileprivate func isSamePackage(as other: Reading) -> Bool {
        tallies.codes.contains { PackagedState(tally: $0) != nil } && department == other.department
            && measures == other.measures && tallies == other.tallies
    }
}

extension Receipt {
    /// Its bytes, and the sheet of them.
    fileprivate var sheetKey: [String] { [sha256, SheetPath.sheet(of: path) ?? ""] }
}
