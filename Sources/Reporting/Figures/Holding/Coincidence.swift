import Domain
import Foundation

/// Figures that are those of another span.
enum Coincidence {
    /// One count in so many may have been changed since.
    static let oneChangedIn = 10

    /// What is said where nearly all counts are those of a file of the span so many months before; `nil` where they are not,
    /// or chance may have made them so.
    static func said(_ suspect: Suspect, monthsBefore months: Int) -> Bilingual? {
        let received = suspect.receivedAt
        let sent = suspect.history.sent(suspect.slice, monthsBefore: months, by: received).filter {
            $0.receipt.sha256 != suspect.reading.receipt.sha256 && $0.part == suspect.reading.part
        }
        var own: [FlowCells.Cell: Int64]?
        for other in sent {
            let amounts = own ?? suspect.flows.amounts
            own = amounts
            guard mayAgree(amounts, other, suspect.history) else { continue }
            if let (same, all) = agreement(amounts, suspect.history.flows(of: other).amounts) {
                return .same(same, of: all, as: suspect.slice.period, monthsBefore: months)
            }
        }
        return nil
    }

    /// Whether so few counts are certain to differ that all are worth comparing. Sums say nothing of it: one row that was left out
    /// or added since changes nearly all of them.
    private static func mayAgree(
        _ own: [FlowCells.Cell: Int64], _ other: Reading, _ history: SubmissionHistory
    ) -> Bool {
        guard !own.isEmpty else { return false }
        // Rows less than zero may still bring a sum down.
        guard history.onlyAdds(other) else { return true }
        // What another has more of counts among all, too.
        let most = own.count / (oneChangedIn - 1)
        var changed = 0
        history.forEachFlow(of: other) { cell, amount in
            if amount > own[cell] ?? 0 { changed += 1 }
            return changed <= most
        }
        return changed <= most
    }

    /// How many counts of how many are the same.
    private static func agreement(
        _ first: [FlowCells.Cell: Int64], _ second: [FlowCells.Cell: Int64]
    ) -> (same: Int, all: Int)? {
        var (same, chance) = (0, 0.0)
        for (cell, amount) in first where second[cell] == amount {
            same += 1
            chance += Chance.logOfCoincidence(thousandths: amount)
        }
        let all = first.count + second.keys.count { first[$0] == nil }
        let changed = all - same
        guard same > 0, changed * oneChangedIn <= all else { return nil }
        // Any of them may be the ones that differ.
        chance += lgamma(Double(all + 1)) - lgamma(Double(changed + 1)) - lgamma(Double(same + 1))
        return chance < HoldingRules.logOfChanceBound ? (same, all) : nil
    }
}

extension Bilingual {
    fileprivate static func same(
        _ count: Int, of all: Int, as period: Period, monthsBefore months: Int
    ) -> Bilingual {
        let before =
            Period(
                from: period.first.adding(months: -months), through: period.last.adding(months: -months)) ?? period
        let (vi, en) = (Language.vi.count(count), Language.en.count(count))
        return count == all
            ? Bilingual(
                vi: "tất cả \(vi) số phát sinh trùng với số của \(before.name(in: .vi))",
                en: "all \(en) counts equal those of \(before.name(in: .en))")
            : Bilingual(
                vi: "\(vi)/\(Language.vi.count(all)) số phát sinh trùng với số của \(before.name(in: .vi))",
                en: "\(en) of \(Language.en.count(all)) counts equal those of \(before.name(in: .en))")
    }
}
