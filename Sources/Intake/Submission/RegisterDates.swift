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

    /// A register is held only for more rows than may have come late one by one.
    private static let leastForPeriod = 3
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
    }

    /// One finding for the file says so of dates after the period, or before it.
    var isSaidOfLate: Bool { self == .calendarMonth || self == .otherYear }
    var isSaidOfEarly: Bool { if case .otherPeriod = self { true } else { self == .otherYear } }

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

    private static func moved(_ period: Period, months: Int) -> Period? {
        Period(from: period.first.adding(months: months), through: period.last.adding(months: months))
    }
}
