import Domain

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
