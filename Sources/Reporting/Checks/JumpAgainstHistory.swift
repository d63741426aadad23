import Domain

/// A count of events, of a district, the province or one of its domains, is in line with its own past (`HistoryScan`).
///
/// Only indicators that `checks.yaml` names are looked at: persons and households come in clusters, and a count of them jumps
/// without anything being wrong.
package struct JumpAgainstHistory: LedgerCheck {
    package static let code = "jump-against-history"
    package static let page = Bilingual(
        vi:
            "Số vụ trong tháng của một địa bàn, của toàn tỉnh hoặc của cả lĩnh vực khác hẳn bình quân 12 tháng trước của chính nơi đó, "
            + "vượt mức dao động của các tháng (kiểm định có điều kiện theo phân phối nhị thức âm, độ phân tán ước lượng từ chính các "
            + "tháng trước; khả năng có dù chỉ một cảnh báo sai trong tháng không quá 5%). Số liệu vẫn được tính; đề nghị đơn vị xác "
            + "nhận hoặc thuyết minh. Dưới 6 tháng đủ báo cáo là quá ít số liệu, không xét. Chỉ xét các chỉ tiêu ghi ở mục out_of_line "
            + "của checks.yaml.",
        en:
            "The count for the month, of a district, of the province or of a whole domain, is far from its own mean of the twelve months "
            + "before, beyond what its months vary (conditional test of negative binomial counts, their dispersion estimated from "
            + "the months before; the chance of even one false alarm in the month is at most 5%). It counts; the department is "
            + "asked to confirm. With fewer than six complete months nothing is said. Only the indicators under out_of_line in "
            + "checks.yaml are looked at.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        HistoryScan(scope.catalogue, scope.cube, period: scope.period).looks
            .filter { $0.outcome == .outOfLine }
            .map { look in
                Finding(
                    rule: self, level: .query, position: Position(file: scope.file(feeding: look.indicators[0])),
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

    /// What is counted: an indicator, or several of a domain.
    var subject: Bilingual {
        guard indicators.count > 1 else { return indicators[0].name }
        let codes = indicators.map(\.code).joined(separator: ", ")
        let unit = indicators[0].unit
        return Bilingual(vi: "cộng số \(unit.vi) của \(codes)", en: "\(codes) added up")
    }
}

extension Bilingual {
    fileprivate static func outOfLine(_ place: Bilingual, _ look: HistoryScan.Look) -> Bilingual {
        Bilingual(
            vi:
                "\(place.vi): “\(look.subject.vi)” là \(Language.vi.count(look.now)), bình quân \(look.months) tháng trước là "
                + "\(look.mean(.vi)) một tháng",
            en:
                "\(place.en): “\(look.subject.en)” is \(Language.en.count(look.now)), against a mean of \(look.mean(.en)) in "
                + "the \(look.months) months before")
    }
}
