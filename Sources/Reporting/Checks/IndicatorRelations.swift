import Domain

/// Of two indicators, the part is not greater than the whole, at every place where both are known and nothing of the whole
/// was refused.
struct IndicatorPartAtMostWhole: LedgerCheck {
    static let code = "indicator-part-exceeds-whole"
    static let page = Bilingual(
        vi:
            "Sau khi tổng hợp, một chỉ tiêu thành phần (“trong đó”) lớn hơn chỉ tiêu chung ở một địa bàn. Thường do hai số lấy từ hai "
            + "nguồn hoặc một nguồn thiếu. Số liệu vẫn được tính; đề nghị kiểm tra.",
        en:
            "After consolidation a part (“of which”) is greater than its whole in some area, mostly because they come from different "
            + "sources or one source is missing. The figures count; please check.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.catalogue.checks.flatMap { check -> [Finding] in
            guard case .atMost(let partCode, let wholeCode) = check,
                let part = scope.catalogue.indicator(partCode), let whole = scope.catalogue.indicator(wholeCode)
            else { return [] }
            return ([PlaceIndex.province] + scope.cube.index.districts).compactMap { place in
                guard let small = scope.cube.figure(part, at: place, over: scope.period).quantity,
                    let large = scope.cube.figure(whole, at: place, over: scope.period).quantity, small > large,
                    // The whole may be as great as it should be where a cell of it was refused.
                    !scope.cube.lacksReceived(whole, at: place, over: scope.period)
                else { return nil }
                return Finding(
                    rule: self, level: .query, position: Position(file: scope.file(feeding: part)),
                    value: Language.vi.quantity(small),
                    message: .exceeds(scope.name(of: place), part, small, whole, large), remedy: .checkSources)
            }
        }
    }
}

/// Where nothing was held, nobody took part.
struct IndicatorsZeroTogether: LedgerCheck {
    static let code = "indicators-not-zero-together"
    static let page = Bilingual(
        vi:
            "Ở một địa bàn, chỉ tiêu thứ nhất bằng 0 nhưng chỉ tiêu thứ hai khác 0 (ví dụ: không có lớp nào nhưng có lượt người học). "
            + "Số liệu vẫn được tính; đề nghị kiểm tra cả hai cột.",
        en:
            "In some area the first indicator is zero and the second is not (no classes, yet participants). The figures count; please "
            + "check both columns.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.catalogue.checks.flatMap { check -> [Finding] in
            guard case .zeroTogether(let firstCode, let secondCode) = check,
                let first = scope.catalogue.indicator(firstCode), let second = scope.catalogue.indicator(secondCode)
            else { return [] }
            return scope.cube.index.districts.compactMap { place in
                let zero = scope.cube.figure(first, at: place, over: scope.period)
                guard zero.quantity?.isZero == true, !zero.isProvisional,
                    let other = scope.cube.figure(second, at: place, over: scope.period).quantity, !other.isZero
                else { return nil }
                return Finding(
                    rule: self, level: .query, position: Position(file: scope.file(feeding: second)),
                    value: Language.vi.quantity(other),
                    message: .notZero(scope.name(of: place), first, second, other), remedy: .checkSources)
            }
        }
    }
}

extension Bilingual {
    fileprivate static let checkSources = Bilingual(
        vi: "Đối chiếu với đơn vị báo cáo; nếu đúng thì ghi Thuyết minh.",
        en: "Check with the department; if right, give a reason.")

    fileprivate static func exceeds(
        _ place: Bilingual, _ part: Indicator, _ small: Quantity, _ whole: Indicator, _ large: Quantity
    ) -> Bilingual {
        Bilingual(
            vi: "\(place.vi): “\(part.name.vi)” là \(Language.vi.quantity(small)), lớn hơn “\(whole.name.vi)” là "
                + Language.vi.quantity(large),
            en:
                "\(place.en): “\(part.name.en)” is \(Language.en.quantity(small)), more than “\(whole.name.en)”, which is "
                + Language.en.quantity(large))
    }

    fileprivate static func notZero(
        _ place: Bilingual, _ first: Indicator, _ second: Indicator, _ other: Quantity
    ) -> Bilingual {
        Bilingual(
            vi: "\(place.vi): “\(first.name.vi)” bằng 0 nhưng “\(second.name.vi)” là \(Language.vi.quantity(other))",
            en: "\(place.en): “\(first.name.en)” is zero but “\(second.name.en)” is \(Language.en.quantity(other))")
    }
}
