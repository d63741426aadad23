import Domain

/// What differs most from last year: a description of figures, and no finding.
enum Movements {
    /// An indicator that moved in a district.
    struct Movement {
        let indicator: Indicator
        let place: Int
        /// The difference over what chance and the months' own dispersion make of one on average; below zero of a fall.
        let standardized: Double
        /// What the district adds to the province's change, in hundredths of the province's figure of last year; `nil` where
        /// the province's change is not known.
        let contribution: Amount?
    }

    /// Of rises, and of falls.
    static let mostEachWay = 3

    /// The largest first, rises and falls, over flows whose base in the province is large enough, where reports are complete
    /// on both sides.
    ///
    /// Not by percentages: one case more where there was one is 100%. Not by what a district adds to the province: large
    /// districts always do.
    static func largest(_ basis: Basis) -> [Movement] {
        let all = considered(basis).flatMap { indicator, dispersion in
            of(indicator, dispersion, basis)
        }.enumerated().sorted {
            ($1.element.standardized.magnitude, $0.offset) < ($0.element.standardized.magnitude, $1.offset)
        }.map(\.element)
        var left = (rises: mostEachWay, falls: mostEachWay)
        return all.filter { movement in
            if movement.standardized > 0 { left.rises -= 1 } else { left.falls -= 1 }
            return (movement.standardized > 0 ? left.rises : left.falls) >= 0
        }
    }

    /// The indicators whose districts are compared, with the dispersion of their months.
    static func considered(_ basis: Basis) -> [(indicator: Indicator, dispersion: MonthlyDispersion)] {
        guard basis.comparesYears else { return [] }
        return basis.catalogue.indicators.compactMap { indicator in
            guard indicator.isFlow, indicator.partOf == nil, let whole = basis.lastYear(indicator).quantity,
                whole.thousandths >= Int64(basis.organisation.thresholds.movedBase) * 1_000,
                let dispersion = basis.dispersions.value[indicator.code]
            else { return nil }
            return (indicator, dispersion)
        }
    }

    /// All districts of an indicator that differ.
    static func of(_ indicator: Indicator, _ dispersion: MonthlyDispersion, _ basis: Basis) -> [Movement] {
        let base = basis.lastYear(indicator)
        let ofProvince = basis.comparison(basis.figure(indicator), with: base).difference.quantity
        return basis.index.districts.compactMap { place in
            let (now, then) = (basis.figure(indicator, at: place), basis.lastYear(indicator, at: place))
            guard let difference = basis.comparison(now, with: then).difference.quantity, !difference.isZero,
                let now = now.quantity, let then = then.quantity
            else { return nil }
            let contribution = ofProvince.flatMap { _ in
                base.quantity.flatMap { whole in
                    whole.isZero ? nil : Amount.ratio(numerator: difference, denominator: whole, factor: 100)
                }
            }
            return Movement(
                indicator: indicator, place: place,
                standardized: dispersion.standardized(now: now.double, then: then.double), contribution: contribution)
        }
    }

    static func sentences(_ basis: Basis, _ language: Language) -> [String] {
        let movements = largest(basis)
        guard !movements.isEmpty else { return [Words.none[language]] }
        let sentences = Sentences(basis: basis, language: language)
        return movements.map { movement in
            let figure = basis.figure(movement.indicator, at: movement.place)
            let name = movement.indicator.name[language]
            let ofProvince = basis.comparison(
                basis.figure(movement.indicator), with: basis.lastYear(movement.indicator))
            return "\(basis.placeName(movement.place, language)), \(name.prefix(1).lowercased() + name.dropFirst()): "
                + "\(sentences.counted(figure, movement.indicator)), "
                + sentences.change(movement.indicator, at: movement.place)
                + (movement.contribution.map {
                    Words.contribution(
                        language.points($0), ofProvince.percentage.amount.map(language.points),
                        basis.level, language)
                } ?? "") + "."
        }
    }

    /// The leading indicator of each domain for the whole province, against last year.
    static func leading(_ basis: Basis, _ language: Language) -> [String] {
        let sentences = Sentences(basis: basis, language: language)
        return basis.domains.compactMap(basis.leadFlow).map { indicator in
            let figure = basis.figure(indicator)
            let change =
                basis.comparesYears && figure.amount != nil
                ? ", " + sentences.change(indicator, at: PlaceIndex.province) : ""
            return "\(indicator.name[language]): \(sentences.counted(figure, indicator))\(change)."
        }
    }
}

extension Language {
    /// With its sign: `+3,2`.
    func points(_ amount: Amount) -> String {
        let tenths = amount.rounded(decimals: 1)
        return (tenths > 0 ? "+" : "") + number(tenths, decimals: 1)
    }

    /// A number of the method, with two decimals.
    func decimal(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return "–" }
        return number(Int64((value * 100).rounded()), decimals: 2)
    }
}

private enum Words {
    static let none = Bilingual(
        vi: "Chưa có số liệu so sánh đủ điều kiện (hai kỳ đủ báo cáo, kỳ gốc đủ lớn).",
        en: "Nothing to compare: both periods must be complete and the base large enough.")

    static func contribution(
        _ points: String, _ ofProvince: String?, _ level: OfficeLevel, _ language: Language
    ) -> String {
        let whole = level.wholeInText
        return Bilingual(
            vi: "; góp \(points) điểm phần trăm vào mức thay đổi của \(whole.vi)"
                + (ofProvince.map { " (\($0)%)" } ?? ""),
            en: "; \(points) percentage points of \(whole.en)'s change" + (ofProvince.map { " (\($0)%)" } ?? ""))[
                language]
    }
}
