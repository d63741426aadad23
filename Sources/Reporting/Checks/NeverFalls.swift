import Domain

/// A count since the start of the year does not fall within the year.
struct NeverFalls: LedgerCheck {
    static let code = "year-to-date-falls"
    static let page = Bilingual(
        vi:
            "Chỉ tiêu lũy kế từ đầu năm của kỳ này nhỏ hơn kỳ trước trong cùng năm. Số lũy kế chỉ có thể tăng hoặc giữ nguyên; đề nghị "
            + "đơn vị kiểm tra xem có ghi nhầm số của riêng tháng không.",
        en:
            "A count since the start of the year is smaller than in the period before. It can only rise or stay; the department may have "
            + "written the month's own count.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.catalogue.checks.flatMap { check -> [Finding] in
            guard case .neverFalls(let code) = check, let indicator = scope.catalogue.indicator(code),
                scope.period.last.number > 1
            else { return [] }
            let before = Period(scope.period.last.adding(months: -1))
            return scope.cube.index.districts.compactMap { place in
                guard let now = scope.cube.figure(indicator, at: place, over: scope.period).quantity,
                    let then = scope.cube.figure(indicator, at: place, over: before).quantity, now < then
                else { return nil }
                return Finding(
                    rule: self, level: .query, position: Position(file: scope.file(feeding: indicator)),
                    value: Language.vi.quantity(now), message: .fell(scope.name(of: place), indicator, now, then),
                    remedy: Bilingual(
                        vi: "Ghi số lũy kế từ đầu năm đến cuối kỳ, không phải số của riêng tháng.",
                        en: "Write the count since the start of the year, not that of the month."))
            }
        }
    }
}

extension Bilingual {
    fileprivate static func fell(
        _ place: Bilingual, _ indicator: Indicator, _ now: Quantity, _ then: Quantity
    ) -> Bilingual {
        Bilingual(
            vi: "\(place.vi): “\(indicator.name.vi)” là \(Language.vi.quantity(now)), nhỏ hơn kỳ trước là "
                + Language.vi.quantity(then),
            en:
                "\(place.en): “\(indicator.name.en)” is \(Language.en.quantity(now)), less than \(Language.en.quantity(then)) "
                + "before")
    }
}
