import Domain

/// The figures of a month are its own.
enum SameAsMonthBefore: HoldingRule {
    static let code = "same-as-month-before"
    static let page = Bilingual(
        vi:
            "Mọi số phát sinh trong tệp (không kể số tồn, số lũy kế và ô bằng 0) trùng với tệp tháng trước của chính đơn vị, nhiều đến "
            + "mức không thể do ngẫu nhiên: có thể gửi lại nhầm số tháng trước. Tệp được giữ lại, chưa tính; số liệu đang có giữ "
            + "nguyên. Nếu đúng là như vậy, ghi lý do vào phiếu hoặc quyết định «nhận tệp»; nếu nhầm, gửi tệp đúng.",
        en:
            "Every count in the file (stocks, cumulative numbers and zeros aside) equals the department's own of the month before, more "
            + "of them than chance explains: last month's figures may have been sent again. The file is held and does not count; what "
            + "stood stays. If it is right, give the reason in the return or decide «nhận tệp»; else send the right file."
    )

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        let months = suspect.slice.period.monthCount
        guard let count = Coincidence.count(suspect, monthsBefore: months) else { return nil }
        return .same(count, as: suspect.slice.period, monthsBefore: months)
    }
}

/// Figures that are those of another span.
enum Coincidence {
    /// How many counts are the same as in a file of the span so many months before; `nil` where not all are, or chance may
    /// have made them so.
    static func count(_ suspect: Suspect, monthsBefore months: Int) -> Int? {
        let sent = suspect.history.sent(suspect.slice, monthsBefore: months).filter {
            $0.receipt.sha256 != suspect.reading.receipt.sha256 && $0.part == suspect.reading.part
        }
        guard !sent.isEmpty else { return nil }
        let totals = suspect.history.totals(of: suspect.reading)
        guard totals.contains(where: { $0 != 0 }) else { return nil }
        for other in sent where suspect.history.totals(of: other) == totals {
            let own = suspect.flows.amounts
            guard suspect.history.flows(of: other).amounts == own else { continue }
            let chance = own.values.reduce(0) { $0 + Chance.logOfCoincidence(thousandths: $1) }
            if chance < HoldingRules.logOfChanceBound { return own.count }
        }
        return nil
    }
}

extension Bilingual {
    static func same(_ count: Int, as period: Period, monthsBefore months: Int) -> Bilingual {
        let before =
            Period(
                from: period.first.adding(months: -months), through: period.last.adding(months: -months)) ?? period
        return Bilingual(
            vi:
                "tất cả \(Language.vi.count(count)) số phát sinh trùng với số của \(before.name(in: .vi))",
            en: "all \(Language.en.count(count)) counts equal those of \(before.name(in: .en))")
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
