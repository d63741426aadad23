import Domain

/// Columns of a table by area that show indicators per 1,000 inhabitants; none where no population is given.
struct RateColumns {
    private let basis: Basis
    private let indicators: [Indicator]
    private let populations: [Population]

    init(_ basis: Basis, _ codes: [String]) {
        self.basis = basis
        let populations = codes.isEmpty ? [] : basis.index.places.indices.compactMap { basis.population(at: $0) }
        self.populations = populations
        indicators = populations.isEmpty ? [] : codes.compactMap(basis.catalogue.indicator).filter { !$0.isRatio }
    }

    func columns(_ language: Language) -> [Table.Column] {
        indicators.map { .init([Words.perThousand[language], $0.shortName[language]], kind: .number) }
    }

    func cells(at place: Int) -> [Table.Cell] {
        indicators.map { .figure(basis.rate($0, at: place), decimals: Basis.rateDecimals) }
    }

    func notes(_ language: Language) -> [String] {
        guard !indicators.isEmpty else { return [] }
        var seen: Set<String> = []
        let sources = populations.map(\.source).filter { !$0.isEmpty && seen.insert($0).inserted }
        return [Words.note(basis.period.year, joined(sources, most: 4, language))[language]]
    }
}

extension Basis {
    /// Places of a rate after the comma.
    static let rateDecimals = 2

    /// The population of a place in the period's year, where one is given.
    func population(at place: Int) -> Population? {
        let unit =
            place == PlaceIndex.province
            ? catalogue.geography.unit(code: organisation.province, on: index.day) : index.unit(place)
        return unit.flatMap { catalogue.population(of: $0, year: period.year) }
    }

    /// A count of the period per 1,000 inhabitants; not applicable where no population is given.
    func rate(_ indicator: Indicator, at place: Int) -> Figure {
        guard let people = population(at: place).flatMap({ Quantity(whole: $0.people) }) else {
            return Figure(.absent(.notApplicable))
        }
        func rate(_ figure: Figure) -> Figure {
            guard let count = figure.quantity else { return figure }
            return Figure(
                .known(
                    .ratio(numerator: count, denominator: people, factor: 1_000),
                    figure.isProvisional ? .provisional : .reported))
        }
        return marked(
            rate(figure(indicator, at: place)), was: published(indicator, at: place, over: period).map(rate),
            decimals: Basis.rateDecimals)
    }
}

private enum Words {
    static let perThousand = Bilingual(vi: "Trên 1.000 dân, trong kỳ", en: "Per 1,000 inhabitants, this period")

    static func note(_ year: Int, _ sources: String) -> Bilingual {
        Bilingual(
            vi: "Dân số năm \(year): \(sources.isEmpty ? "không ghi nguồn" : sources); nơi chưa có số dân ghi x.",
            en: "Population of \(year): \(sources.isEmpty ? "no source given" : sources); x where none is given.")
    }
}
