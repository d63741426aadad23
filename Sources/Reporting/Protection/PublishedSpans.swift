import Domain

/// The spans over which the reports of a period give figures.
///
/// Whatever a protected indicator is asked for outside them is suppressed, so that a new table cannot give away what was
/// never weighed.
struct PublishedSpans {
    /// For every place.
    let everywhere: [Period]
    /// For the province only: the months of the year to date and of the same months of the year before.
    let province: [Period]

    init(_ period: Period) {
        let opening = Period(period.first.adding(months: -1))
        var seen: Set<Period> = []
        everywhere = (period.spans + [opening]).filter { seen.insert($0).inserted }
        province = (period.yearToDate.months + period.sameLastYear.yearToDate.months).map { Period($0) }
            .filter { seen.insert($0).inserted }
    }

    /// The spans that give an indicator different figures at a place: what does not add over time is that of the last month.
    func of(_ indicator: Indicator, at place: PlaceIndex.Place) -> [Period] {
        let spans = place == .province ? everywhere + province : everywhere
        guard !indicator.isFlow, !indicator.isRatio else { return spans }
        var seen: Set<Month> = []
        return spans.map { Period($0.last) }.filter { seen.insert($0.last).inserted }
    }

    var months: Set<Month> { Set((everywhere + province).flatMap(\.months)) }
}
