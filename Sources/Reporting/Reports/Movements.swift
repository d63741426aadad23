import Domain

/// The districts whose figures moved most against last year.
enum Movements {
    /// An indicator that moved in a district.
    struct Movement {
        let indicator: Indicator
        let place: Int
        fileprivate let magnitude: Int64
    }

    static let most = 5

    /// The largest first, over flows whose base is large enough and whose reports are complete on both sides.
    static func largest(_ basis: Basis) -> [Movement] {
        var movements: [Movement] = []
        for indicator in basis.catalogue.indicators where indicator.isFlow && indicator.partOf == nil {
            for place in basis.index.districts {
                let comparison = basis.comparison(
                    basis.figure(indicator, at: place), with: basis.lastYear(indicator, at: place))
                guard let percentage = comparison.percentage.amount, let base = comparison.base.quantity,
                    base.thousandths >= Int64(basis.organisation.thresholds.movedBase) * 1_000
                else { continue }
                let magnitude = abs(percentage.rounded(decimals: 1))
                if magnitude > 0 {
                    movements.append(Movement(indicator: indicator, place: place, magnitude: magnitude))
                }
            }
        }
        return movements.enumerated().sorted {
            ($1.element.magnitude, $0.offset) < ($0.element.magnitude, $1.offset)
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
