import Domain

/// What is pending follows from what was pending before, what arose and what was settled.
struct StockFollows: LedgerCheck {
    static let code = "indicator-stock-does-not-follow"
    static let page = Bilingual(
        vi:
            "Số còn tồn cuối kỳ phải bằng số tồn cuối kỳ trước cộng phát sinh trừ đã giải quyết. Khi không khớp, số liệu vẫn được tính "
            + "nhưng cần đơn vị xác nhận: có thể kỳ trước đã báo cáo sai hoặc kỳ này ghi thiếu.",
        en:
            "What is pending at the end must equal what was pending before, plus what arose, less what was settled. The figures count, "
            + "but the department has to confirm: an earlier report may be wrong, or this one incomplete.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.catalogue.checks.flatMap { check -> [Finding] in
            guard case .follows(let pendingCode, let arisingCode, let settledCode) = check,
                let pending = scope.catalogue.indicator(pendingCode),
                let arising = scope.catalogue.indicator(arisingCode),
                let settled = scope.catalogue.indicator(settledCode),
                let before = Period(
                    from: scope.period.first.adding(months: -1), through: scope.period.first.adding(months: -1))
            else { return [] }
            return scope.cube.index.districts.compactMap { place in
                let figures = [
                    scope.cube.figure(pending, at: place, over: before),
                    scope.cube.figure(arising, at: place, over: scope.period),
                    scope.cube.figure(settled, at: place, over: scope.period),
                    scope.cube.figure(pending, at: place, over: scope.period),
                ]
                guard figures.allSatisfy({ !$0.isProvisional }) else { return nil }
                let amounts = figures.compactMap(\.quantity)
                guard amounts.count == 4,
                    let expected = amounts[0].adding(amounts[1])?.subtracting(amounts[2]), expected != amounts[3]
                else { return nil }
                return Finding(
                    rule: self, level: .query, position: Position(file: scope.file(feeding: pending)),
                    value: Language.vi.quantity(amounts[3]),
                    message: .doesNotFollow(scope.name(of: place), pending, amounts, expected),
                    remedy: Bilingual(
                        vi: "Kiểm tra số tồn kỳ trước, phát sinh và đã giải quyết; gửi lại hoặc ghi Thuyết minh.",
                        en: "Check the earlier stock, what arose and what was settled; send again or give a reason."))
            }
        }
    }
}

extension Bilingual {
    fileprivate static func doesNotFollow(
        _ place: Bilingual, _ pending: Indicator, _ amounts: [Quantity], _ expected: Quantity
    ) -> Bilingual {
        func sum(_ language: Language) -> String {
            let words = amounts.map { language.quantity($0) }
            return "\(words[0]) + \(words[1]) − \(words[2]) = \(language.quantity(expected))"
        }
        return Bilingual(
            vi:
                "\(place.vi): “\(pending.name.vi)” là \(Language.vi.quantity(amounts[3])), nhưng tồn đầu kỳ + phát sinh − giải quyết: "
                + sum(.vi),
            en:
                "\(place.en): “\(pending.name.en)” is \(Language.en.quantity(amounts[3])), but before + arising − settled: "
                + sum(.en))
    }
}
