import Domain

/// A district's count of events is in line with its own past (`HistoryScan`).
///
/// Only indicators that `checks.yaml` names are looked at: persons and households come in clusters, and a count of them jumps
/// without anything being wrong.
package struct JumpAgainstHistory: LedgerCheck {
    package static let code = "jump-against-history"
    package static let page = Bilingual(
        vi:
            "Số vụ của một địa bàn trong tháng khác hẳn bình quân 12 tháng trước của chính địa bàn đó, vượt mức dao động ngẫu nhiên "
            + "của số đếm (kiểm định nhị thức có điều kiện, ngưỡng 5% chia cho số các số liệu cùng xét). Số liệu vẫn được tính; đề "
            + "nghị đơn vị xác nhận hoặc thuyết minh. Dưới 6 tháng đủ báo cáo là quá ít số liệu, không xét. Chỉ xét các chỉ tiêu ghi "
            + "ở mục out_of_line của checks.yaml.",
        en:
            "A district's count for the month is far from its own mean of the twelve months before, beyond what counts vary by chance "
            + "(exact conditional binomial test, 5% divided by the number of counts looked at). It counts; the department is asked to "
            + "confirm. With fewer than six complete months nothing is said. Only the indicators under out_of_line in checks.yaml "
            + "are looked at.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        HistoryScan(scope.catalogue, scope.cube, period: scope.period).looks
            .filter { $0.outcome == .outOfLine }
            .map { look in
                Finding(
                    rule: self, level: .query, position: Position(file: scope.file(feeding: look.indicator)),
                    value: Language.vi.count(look.now), message: .outOfLine(scope.name(of: look.place), look),
                    remedy: Bilingual(
                        vi: "Đề nghị đơn vị xác nhận số liệu hoặc ghi Thuyết minh.",
                        en: "Ask the department to confirm or give a reason."))
            }
    }
}

extension HistoryScan.Look {
    /// Mean of a month of the past, one decimal.
    func mean(_ language: Language) -> String {
        guard let sum = Quantity(whole: past), let months = Quantity(whole: months), !months.isZero else { return "–" }
        return language.amount(.ratio(numerator: sum, denominator: months, factor: 1), decimals: 1)
    }
}

extension Bilingual {
    fileprivate static func outOfLine(_ place: Bilingual, _ look: HistoryScan.Look) -> Bilingual {
        let indicator = look.indicator
        return Bilingual(
            vi:
                "\(place.vi): “\(indicator.name.vi)” là \(Language.vi.count(look.now)), bình quân \(look.months) tháng trước là "
                + "\(look.mean(.vi)) một tháng",
            en:
                "\(place.en): “\(indicator.name.en)” is \(Language.en.count(look.now)), against a mean of \(look.mean(.en)) in "
                + "the \(look.months) months before")
    }
}
