import Domain

/// A district's count is in line with the same period last year and the period before.
///
/// Counts are compared as square roots, whose spread hardly depends on their size: a count and its base differ beyond chance
/// where 2·|√now − √then| is above 4 against both bases (about one in 16,000 each for independent Poisson counts of equal mean;
/// F. J. Anscombe, «The transformation of Poisson, binomial and negative-binomial data», Biometrika 35, 1948). Without both
/// bases there is too little history, and nothing is said.
package struct JumpAgainstHistory: LedgerCheck {
    static let name: RuleName = "jump-against-history"
    static let page = Bilingual(
        vi:
            "Số liệu một địa bàn tăng hoặc giảm khác thường so với cả kỳ trước và cùng kỳ năm trước, vượt mức dao động ngẫu nhiên của số "
            + "đếm. Số liệu vẫn được tính; đề nghị đơn vị xác nhận hoặc thuyết minh. Khi thiếu một trong hai kỳ gốc thì không xét.",
        en:
            "A district's count is far from both the period before and the same period last year, beyond what counts vary by chance. It "
            + "counts; the department is asked to confirm. Without both bases nothing is said.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        guard scope.period.kind == .month else { return [] }
        return scope.catalogue.indicators.filter { $0.isFlow && $0.better == .down && $0.decimals == 0 }
            .flatMap { indicator in
                scope.cube.index.districts.compactMap { finding(indicator, at: $0, scope) }
            }
    }

    private static func finding(_ indicator: Indicator, at place: Int, _ scope: LedgerScope) -> Finding? {
        let figures = [scope.period, scope.period.previous, scope.period.sameLastYear].map {
            scope.cube.figure(indicator, at: place, over: $0)
        }
        guard figures.allSatisfy({ !$0.isProvisional }) else { return nil }
        let counts = figures.compactMap { $0.quantity.map { Int($0.thousandths / 1_000) } }
        guard counts.count == 3, isJump(counts[0], from: counts[1]), isJump(counts[0], from: counts[2]),
            (counts[0] > counts[1]) == (counts[0] > counts[2])
        else { return nil }
        return Finding(
            rule: name, level: .query, position: Position(file: scope.file(feeding: indicator)),
            value: Language.vi.count(counts[0]), message: .jumped(scope.name(of: place), indicator, counts),
            remedy: Bilingual(
                vi: "Đề nghị đơn vị xác nhận số liệu hoặc ghi Thuyết minh.",
                en: "Ask the department to confirm or give a reason."))
    }

    /// Whether two counts differ beyond chance.
    package static func isJump(_ now: Int, from then: Int) -> Bool {
        2 * (Double(max(now, 0)).squareRoot() - Double(max(then, 0)).squareRoot()).magnitude > 4
    }
}

extension Bilingual {
    fileprivate static func jumped(_ place: Bilingual, _ indicator: Indicator, _ counts: [Int]) -> Bilingual {
        Bilingual(
            vi:
                "\(place.vi): “\(indicator.name.vi)” là \(Language.vi.count(counts[0])), kỳ trước \(Language.vi.count(counts[1])), "
                + "cùng kỳ năm trước \(Language.vi.count(counts[2]))",
            en:
                "\(place.en): “\(indicator.name.en)” is \(Language.en.count(counts[0])), \(Language.en.count(counts[1])) the period "
                + "before, \(Language.en.count(counts[2])) last year")
    }
}
