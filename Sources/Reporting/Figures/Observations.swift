import Domain

/// One figure with all that names it.
package struct Observation: Hashable, Sendable {
    package enum Level: Hashable, Sendable { case province, placeless, district, commune }

    package let indicator: Indicator
    package let placeCode: String
    package let level: Level
    /// What does not add over time is of the last month alone.
    package let span: Period
    package let firstDay: Day
    package let lastDay: Day
    package let figure: Figure
    /// Whether it is of the period itself, and not what that is compared with.
    package let isOfPeriod: Bool
}

extension Basis {
    /// Every figure of the period and of the spans that it is compared with, each once, in the order of the indicators,
    /// of the spans and of the places.
    package func observations(
        where isIncluded: (Indicator, PlaceIndex.Place) -> Bool = { _, _ in true }
    ) -> [Observation] {
        catalogue.indicators.flatMap { indicator in
            period.spans(of: indicator).flatMap { span in
                index.places.indices.filter { isIncluded(indicator, index.places[$0]) }.map { place in
                    observation(indicator, place, span)
                }
            }
        }
    }

    private func observation(_ indicator: Indicator, _ place: Int, _ span: Period) -> Observation {
        let figure =
            switch span {
            case period: figure(indicator, at: place)
            case period.yearToDate: cumulative(indicator, at: place)
            case period.previous: previous(indicator, at: place)
            case period.sameLastYear: lastYear(indicator, at: place)
            default: cumulativeLastYear(indicator, at: place)
            }
        let covered = indicator.isFlow || indicator.isRatio ? span : Period(span.last)
        let days = organisation.calendar.days(of: covered)
        return Observation(
            indicator: indicator, placeCode: index.places[place].code(in: catalogue),
            level: Observation.Level(index.places[place]), span: covered, firstDay: days.lowerBound,
            lastDay: days.upperBound, figure: figure, isOfPeriod: span == period)
    }
}

extension Observation.Level {
    init(_ place: PlaceIndex.Place) {
        self =
            switch place {
            case .province: .province
            case .placeless: .placeless
            case .district: .district
            case .commune: .commune
            }
    }
}
