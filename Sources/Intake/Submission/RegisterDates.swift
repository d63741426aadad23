import Domain

/// What the dates of a register say as a whole, beside what each says of its row.
enum RegisterDates: Equatable {
    case ofPeriod
    /// They run over the calendar month; one finding says so for all that are later than the period.
    case calendarMonth
    /// All of another year, or all in the same period of another year.
    case otherYear
    /// All in one earlier period of the same length.
    case otherPeriod(Period)
    /// Nearly all of another year.
    case nearlyOtherYear(Part)
    /// Nearly all in one other period of the same length.
    case nearlyOtherPeriod(Period, Part)

    /// The dates that lie elsewhere: how many, and from when to when.
    struct Part: Equatable {
        let count: Int
        let days: ClosedRange<Day>
    }

    /// A register is held only for more rows than may have come late one by one.
    private static let leastForPeriod = 3
    /// Nearly all: at least three quarters.
    private static let nearlyAll = (3, of: 4)
    /// Dates of another year, but so near, are late or early rows around New Year.
    private static let daysAroundPeriod = 92
    /// So many years around are compared.
    private static let yearsCompared = 10

    init(_ dates: DateSurvey, _ order: DateText.Order, _ period: Period, _ calendar: PeriodCalendar) {
        let spread = dates.spread(order)
        self = .ofPeriod
        guard let first = spread.first, let last = spread.last else { return }
        let days = calendar.days(of: period)
        if calendar == .decree09, dates.followsCalendarMonth(of: period, order) {
            self = .calendarMonth
        } else if Self.isOtherYear(first, last, days) || Self.liesInOtherYear(first, last, period, calendar) {
            self = .otherYear
        } else if spread.count >= Self.leastForPeriod, last < days.lowerBound {
            let other = Self.earlier(than: period).first { other in
                let otherDays = calendar.days(of: other)
                return otherDays.contains(first) && otherDays.contains(last)
            }
            if let other { self = .otherPeriod(other) }
        }
        if self == .ofPeriod, let nearly = Self.nearly(spread, period, calendar) { self = nearly }
    }

    /// One finding for the file says so of all dates after the period; each of its rows is refused with the file.
    var isSaidOfLate: Bool { self == .calendarMonth || self == .otherYear }

    /// One finding for the file says so of a date before the period.
    func isSaidOfEarly(_ day: Day) -> Bool {
        switch self {
        case .otherYear, .otherPeriod: true
        case .nearlyOtherYear(let part), .nearlyOtherPeriod(_, let part): part.days.contains(day)
        case .ofPeriod, .calendarMonth: false
        }
    }

    private static func nearly(
        _ spread: DateSurvey.Spread, _ period: Period, _ calendar: PeriodCalendar
    ) -> RegisterDates? {
        func part(_ isMeant: (Day, Day) -> Bool) -> Part? {
            guard let part = spread.part(where: { isMeant($0.first, $0.last) }), part.count >= leastForPeriod,
                part.count * nearlyAll.of >= spread.count * nearlyAll.0
            else { return nil }
            return Part(count: part.count, days: part.days)
        }
        let days = calendar.days(of: period)
        if let year = part({ isOtherYear($0, $1, days) || liesInOtherYear($0, $1, period, calendar) }) {
            return .nearlyOtherYear(year)
        }
        for other in earlier(than: period) + later(than: period) {
            let otherDays = calendar.days(of: other)
            // Where all are later, every row says so itself.
            if let part = part({ otherDays.contains($0) && otherDays.contains($1) }), part.count < spread.count {
                return .nearlyOtherPeriod(other, part)
            }
        }
        return nil
    }

    private static func isOtherYear(_ first: Day, _ last: Day, _ days: ClosedRange<Day>) -> Bool {
        last.year < days.lowerBound.year && first < days.lowerBound.adding(days: -daysAroundPeriod)
            || first.year > days.upperBound.year && last > days.upperBound.adding(days: daysAroundPeriod)
    }

    private static func liesInOtherYear(
        _ first: Day, _ last: Day, _ period: Period, _ calendar: PeriodCalendar
    ) -> Bool {
        (-yearsCompared...yearsCompared).contains { years in
            guard years != 0, let other = moved(period, months: 12 * years) else { return false }
            let days = calendar.days(of: other)
            return days.contains(first) && days.contains(last)
        }
    }

    /// The periods of the same length before one, up to a year.
    private static func earlier(than period: Period) -> [Period] {
        stride(from: period.monthCount, through: 12, by: period.monthCount).compactMap { moved(period, months: -$0) }
    }

    private static func later(than period: Period) -> [Period] {
        stride(from: period.monthCount, through: 12, by: period.monthCount).compactMap { moved(period, months: $0) }
    }

    private static func moved(_ period: Period, months: Int) -> Period? {
        Period(from: period.first.adding(months: months), through: period.last.adding(months: months))
    }
}
