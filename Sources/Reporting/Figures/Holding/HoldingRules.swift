import Domain

/// The rules that keep submissions, in the order in which a file is held against them.
package enum HoldingRules {
    static let all: [any HoldingRule.Type] = [
        SameBytesElsewhere.self, SameAsAnotherDepartment.self, IssuedMonthReplaced.self, LateReplacement.self,
        SameAsMonthBefore.self, SameAsYearBefore.self, SameAsEarlierMonth.self, SumsSinceJanuary.self,
        CorrectionLosesFigures.self,
        SupplementBlanksPlace.self, SupplementOverlapsPlace.self,
    ]

    static func doubts(_ suspect: Suspect) -> [Finding] {
        let here = Position(file: suspect.reading.receipt.path)
        return all.compactMap { rule in
            if let message = rule.doubt(suspect) {
                return rule.finding(.query, at: here, message, remedy: remedy, holds: true)
            }
            return rule.remark(suspect).map { rule.finding(.query, at: here, $0, remedy: remedyOfRemark) }
        }
    }

    private static let remedyOfRemark = Bilingual(
        vi: "Nếu đúng là phải bỏ, ghi lý do vào phiếu; nếu không, gửi lại cả biểu với “Lần gửi” cao hơn.",
        en: "If they are to go, give the reason in the return; else send the whole form with a higher “Lần gửi”.")

    /// What lets a submission in, or out.
    private static let remedy = Bilingual(
        vi:
            "Nếu số liệu đúng, ghi lý do vào cột “Thuyết minh” của phiếu rồi gửi trả; nếu sai, gửi tệp đúng với “Lần gửi” cao hơn.",
        en:
            "If the figures are right, give the reason in the return (“Thuyết minh”) and send it back; else send the right file with "
            + "a higher “Lần gửi”.")
}
