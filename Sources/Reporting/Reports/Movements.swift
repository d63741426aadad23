import Domain

/// The districts that moved the figures of the province most against last year.
enum Movements {
    /// An indicator that moved in a district.
    struct Movement {
        let indicator: Indicator
        let place: Int
        /// What the district adds to the change, as a part of the province's figure of last year.
        fileprivate let contribution: Double
    }

    static let most = 5

    /// The largest first, over flows whose base in the province is large enough, where reports are complete on both sides.
    ///
    /// Not by percentages: one case more where there was one is 100%, and moves nothing.
    static func largest(_ basis: Basis) -> [Movement] {
        var movements: [Movement] = []
        for indicator in basis.catalogue.indicators where indicator.isFlow && indicator.partOf == nil {
            guard let whole = basis.lastYear(indicator).quantity,
                whole.thousandths >= Int64(basis.organisation.thresholds.movedBase) * 1_000
            else { continue }
            for place in basis.index.districts {
                let comparison = basis.comparison(
                    basis.figure(indicator, at: place), with: basis.lastYear(indicator, at: place))
                guard let difference = comparison.difference.quantity, !difference.isZero else { continue }
                let contribution = abs(Double(difference.thousandths)) / Double(whole.thousandths)
                movements.append(Movement(indicator: indicator, place: place, contribution: contribution))
            }
        }
        return movements.enumerated().sorted {
            ($1.element.contribution, $0.offset) < ($0.element.contribution, $1.offset)
        }.prefix(most).map(\.element)
    }

    static func sentences(_ basis: Basis, _ language: Language) -> [String] {
        let movements = largest(basis)
        guard !movements.isEmpty else { return [Words.none[language]] }
        let sentences = Sentences(basis: basis, language: language)
        return movements.map { movement in
            let figure = basis.figure(movement.indicator, at: movement.place)
            let name = movement.indicator.name[language]
            return "\(basis.placeName(movement.place, language)), \(name.prefix(1).lowercased() + name.dropFirst()): "
                + "\(sentences.counted(figure, movement.indicator)), "
                + sentences.change(movement.indicator, at: movement.place) + "."
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

private enum Words {
    static let none = Bilingual(
        vi: "Chưa có số liệu so sánh đủ điều kiện (hai kỳ đủ báo cáo, kỳ gốc đủ lớn).",
        en: "Nothing to compare: both periods must be complete and the base large enough.")
}
