import Domain
import Foundation

/// Figures that are those of another span, or of another department.
enum Coincidence {
    /// One count in so many may have been changed since.
    static let oneChangedIn = 10

    /// How many counts of how many are the same.
    struct Agreement {
        let same: Int
        let all: Int

        /// `cả 15`, or `14/15`.
        var vi: String {
            same == all ? "cả \(Language.vi.count(same))" : "\(Language.vi.count(same))/\(Language.vi.count(all))"
        }

        var en: String {
            same == all
                ? "all \(Language.en.count(same))" : "\(Language.en.count(same)) of \(Language.en.count(all))"
        }
    }

    /// What is said where nearly all counts are those of a file of the span so many months before; `nil` where they are not,
    /// or chance may have made them so.
    static func said(_ suspect: Suspect, monthsBefore months: Int) -> Bilingual? {
        let received = suspect.receivedAt
        let sent = suspect.history.sent(suspect.slice, monthsBefore: months, by: received).filter {
            $0.receipt.sha256 != suspect.reading.receipt.sha256 && $0.part == suspect.reading.part
        }
        let measures = suspect.history.flowMeasures(suspect.reading)
        var own: [FlowCells.Cell: Int64]?
        for other in sent {
            let amounts = own ?? suspect.flows.amounts
            own = amounts
            if let agreement = agreement(amounts, other, in: measures, suspect.history, among: 1) {
                return .same(agreement, as: suspect.slice.period, monthsBefore: months)
            }
        }
        return nil
    }

    /// How many counts are those of another file, where nearly all are and chance cannot have made them so.
    ///
    /// - Parameter others: How many files the counts are held against: among many chance has more to choose from.
    static func agreement(
        _ own: [FlowCells.Cell: Int64], _ other: Reading, in measures: [String], _ history: SubmissionHistory,
        among others: Int
    ) -> Agreement? {
        guard mayAgree(own, other, in: measures, history) else { return nil }
        return agreement(own, history.flows(of: other, in: measures).amounts, among: others)
    }

    /// Whether so few counts are certain to differ that all are worth comparing. Sums say nothing of it: one row that was left out
    /// or added since changes nearly all of them.
    private static func mayAgree(
        _ own: [FlowCells.Cell: Int64], _ other: Reading, in measures: [String], _ history: SubmissionHistory
    ) -> Bool {
        guard !own.isEmpty else { return false }
        // Rows less than zero may still bring a sum down.
        guard history.onlyAdds(other) else { return true }
        // What another has more of counts among all, too.
        let most = own.count / (oneChangedIn - 1)
        var changed = 0
        history.forEachFlow(of: other, in: measures) { cell, amount in
            if amount > own[cell] ?? 0 { changed += 1 }
            return changed <= most
        }
        return changed <= most
    }

    private static func agreement(
        _ first: [FlowCells.Cell: Int64], _ second: [FlowCells.Cell: Int64], among others: Int
    ) -> Agreement? {
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
        let bound = Chance.logOfBound - log(Double(others))
        return chance < bound ? Agreement(same: same, all: all) : nil
    }
}

extension Bilingual {
    fileprivate static func same(
        _ agreement: Coincidence.Agreement, as period: Period, monthsBefore months: Int
    ) -> Bilingual {
        let before =
            Period(
                from: period.first.adding(months: -months), through: period.last.adding(months: -months)) ?? period
        return Bilingual(
            vi: "\(agreement.vi) số phát sinh trùng với số của \(before.name(in: .vi))",
            en: "\(agreement.en) counts equal those of \(before.name(in: .en))")
    }
}
