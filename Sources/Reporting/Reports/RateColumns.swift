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

private enum Words {
    static let perThousand = Bilingual(vi: "Trên 1.000 dân, trong kỳ", en: "Per 1,000 inhabitants, this period")

    static func note(_ year: Int, _ sources: String) -> Bilingual {
        Bilingual(
            vi: "Dân số năm \(year): \(sources.isEmpty ? "không ghi nguồn" : sources); nơi chưa có số dân ghi x.",
            en: "Population of \(year): \(sources.isEmpty ? "no source given" : sources); x where none is given.")
    }
}
