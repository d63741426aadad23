/// Which days a reporting month covers.
package enum PeriodCalendar: String, Hashable, Sendable, CaseIterable {
    /// The 15th of the month before to the 14th (Decree 09/2019/NĐ-CP, article 12).
    case decree09
    /// The first to the last day of the month.
    case calendar

    package func firstDay(of month: Month) -> Day {
        switch self {
        case .decree09:
            let before = month.adding(months: -1)
            return day(before.year, before.number, 15)
        case .calendar: return day(month.year, month.number, 1)
        }
    }

    package func lastDay(of month: Month) -> Day { firstDay(of: month.adding(months: 1)).adding(days: -1) }

    package func firstDay(of period: Period) -> Day { firstDay(of: period.first) }

    package func lastDay(of period: Period) -> Day { lastDay(of: period.last) }

    package func days(of period: Period) -> ClosedRange<Day> { firstDay(of: period)...lastDay(of: period) }

    /// The reporting month that a day falls in.
    package func month(containing day: Day) -> Month {
        let calendarMonth = Month(index: day.year * 12 + day.month - 1)
        return self == .decree09 && day.day >= 15 ? calendarMonth.adding(months: 1) : calendarMonth
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let result = Day(year: year, month: month, day: day) else {
            preconditionFailure("no day \(day) in \(year)-\(month)")
        }
        return result
    }
}

/// Days off and days worked instead, beside Saturdays and Sundays.
package struct WorkCalendar: Hashable, Sendable {
    package let holidays: Set<Day>
    package let makeUpDays: Set<Day>

    package init(holidays: Set<Day>, makeUpDays: Set<Day>) {
        self.holidays = holidays
        self.makeUpDays = makeUpDays
    }

    package func isWorkingDay(_ day: Day) -> Bool {
        if makeUpDays.contains(day) { return true }
        return day.weekday < 5 && !holidays.contains(day)
    }

    /// The `count`-th working day after `day`; `day` itself where `count` is zero.
    package func workingDay(_ count: Int, after day: Day) -> Day {
        var left = count
        var current = day
        while left > 0 {
            current = current.adding(days: 1)
            if isWorkingDay(current) { left -= 1 }
        }
        return current
    }
}
