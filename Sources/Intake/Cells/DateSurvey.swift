import Domain

/// How the dates of one column are written, and when they fall.
struct DateSurvey {
    /// When the dates fall, read in one order.
    struct Spread {
        /// The dates of half a month, up to the 14th or from the 15th: no period of either calendar divides it.
        struct Half {
            fileprivate(set) var first: Day
            fileprivate(set) var last: Day
            fileprivate(set) var count: Int
        }

        fileprivate(set) var halves: [Int: Half] = [:]
        fileprivate(set) var first: Day?
        fileprivate(set) var last: Day?
        fileprivate(set) var count = 0
        /// After the period's last day.
        fileprivate(set) var late = 0
        /// Read so, some are no dates.
        fileprivate(set) var misses = 0

        fileprivate mutating func take(_ day: Day?, _ days: ClosedRange<Day>?, times: Int) {
            guard let day else {
                misses += times
                return
            }
            count += times
            first = first.map { min($0, day) } ?? day
            last = last.map { max($0, day) } ?? day
            if let days, day > days.upperBound { late += times }
            takeHalf(day, times)
        }

        private mutating func takeHalf(_ day: Day, _ times: Int) {
            let half = (day.year * 12 + day.month) * 2 + (day.day < 15 ? 0 : 1)
            var known = halves[half] ?? Half(first: day, last: day, count: 0)
            known.first = min(known.first, day)
            known.last = max(known.last, day)
            known.count += times
            halves[half] = known
        }

        /// How many dates lie in such halves of months, and from when to when.
        func part(where isMeant: (Half) -> Bool) -> (count: Int, days: ClosedRange<Day>)? {
            let meant = halves.values.filter(isMeant)
            guard let first = meant.map(\.first).min(), let last = meant.map(\.last).max() else { return nil }
            return (meant.reduce(0) { $0 + $1.count }, first...last)
        }
    }

    /// The first cell that proves each order.
    private(set) var proofs: [DateText.Order: TableSurvey.Spot] = [:]
    private(set) var ambiguous: TableSurvey.Spot?
    /// The first date without a year that the period does not prove.
    private(set) var yearless: TableSurvey.Spot?
    private(set) var yearlessCount = 0
    private var spreads: [DateText.Order: Spread] = [.dayFirst: Spread(), .monthFirst: Spread()]
    private let days: ClosedRange<Day>?

    init(_ days: ClosedRange<Day>?) { self.days = days }

    /// - Parameter times: How often the date was written; first in the row, at `spot`.
    mutating func take(_ date: DateText, row: Int, times: Int = 1, spot: () -> TableSurvey.Spot) {
        guard date != .unreadable else { return }
        if case .yearless = date {
            yearlessCount += times
            if yearless == nil { yearless = spot() }
            return
        }
        if let order = date.proof, proofs[order].map({ row < $0.row }) ?? true { proofs[order] = spot() }
        if date.isAmbiguous, ambiguous.map({ row < $0.row }) ?? true { ambiguous = spot() }
        spreads[.dayFirst]?.take(date.day(in: .dayFirst), days, times: times)
        spreads[.monthFirst]?.take(date.day(in: .monthFirst), days, times: times)
    }

    func spread(_ order: DateText.Order) -> Spread { spreads[order] ?? Spread() }

    /// Day first, as is the custom, unless a date proves the other; `nil` where two dates prove both, or where only the
    /// other order puts all dates into the period.
    var order: DateText.Order? {
        switch (proofs[.dayFirst] != nil, proofs[.monthFirst] != nil) {
        case (true, true): return nil
        case (false, true): return .monthFirst
        case (true, false): return .dayFirst
        case (false, false): break
        }
        guard ambiguous != nil, let days else { return .dayFirst }
        let (custom, other) = (spread(.dayFirst), spread(.monthFirst))
        let otherIsInside =
            other.misses == 0 && (other.first.map { days.contains($0) } ?? false)
            && (other.last.map { days.contains($0) } ?? false)
        let customIsInside =
            (custom.first.map { days.contains($0) } ?? false)
            && (custom.last.map { days.contains($0) } ?? false)
        return otherIsInside && !customIsInside ? nil : .dayFirst
    }

    /// The dates run from the first to the last day of the calendar month in which the period ends, beyond the period.
    func followsCalendarMonth(of period: Period, _ order: DateText.Order) -> Bool {
        let spread = spread(order)
        guard spread.late >= 2, spread.count >= 3, let first = spread.first, let last = spread.last else {
            return false
        }
        let begin = Month(index: period.first.index)
        let end = Month(index: period.last.index)
        return first.year == begin.year && first.month >= begin.number
            && last.year == end.year && last.month == end.number
    }
}
