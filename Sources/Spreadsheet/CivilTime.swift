/// A day and a time of day as a calendar on the wall shows them, without a zone.
///
/// Every such time from 1970 to 9999 is a real one: 29 February only in leap years.
package struct CivilTime: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    /// Takes a time of the calendar, and `nil` for what it does not have.
    package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1970...9999).contains(year), (1...12).contains(month), (0...23).contains(hour),
            (0...59).contains(minute), (0...59).contains(second),
            (1...Self.dayCount(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The number by which a sheet knows this time: days since 1899-12-30, with the time of day as a fraction.
    package var serial: Double {
        let seconds = hour * 3600 + minute * 60 + second
        return Double(dayNumber + 25_569) + Double(seconds) / 86_400
    }

    /// As a workbook says when it was made: `2026-10-20T09:00:00Z`.
    var inUTC: String {
        func digits(_ number: Int, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(count - digits.count, 0)) + digits
        }
        let day = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
        return "\(day)T\(digits(hour, 2)):\(digits(minute, 2)):\(digits(second, 2))Z"
    }

    /// Days since 1970-01-01, by counting years from March, so that the leap day is the last of its year.
    private var dayNumber: Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }

    private static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
