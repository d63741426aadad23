/// What a department says in a return of the blanks of a sheet that does not say what they mean.
package enum BlanksAnswer: Sendable {
    /// Nothing occurred.
    case zero
    /// There are no figures yet.
    case notReported

    /// The rule that asks.
    package static let rule = "blanks-unstated"

    /// `nil`: the words say neither, so that they answer nothing.
    package init?(_ words: String) {
        let key = Folding.key(words)
        if Self.begins(key, with: "khong phat sinh") {
            self = .zero
        } else if Self.begins(key, with: "chua co so lieu") {
            self = .notReported
        } else {
            return nil
        }
    }

    private static func begins(_ key: String, with words: String) -> Bool {
        key == words || key.hasPrefix(words + " ")
    }
}

extension Reading {
    /// The same with its blanks as its department says that they are.
    package func stating(_ answer: BlanksAnswer) -> Reading {
        let unlisted: Unlisted =
            switch answer {
            case .zero: isSupplement ? .standsBlankIsZero : .zero
            case .notReported: isSupplement ? .stands : .notReported
            }
        return Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: department, form: form, period: period,
            part: part, sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings, answers: answers)
    }
}
