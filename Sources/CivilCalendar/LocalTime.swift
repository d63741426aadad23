/// A day and a time of day as a clock on the wall shows them, in a zone that whoever holds it knows.
///
/// Prints as `2026-10-20T09:30:05`.
package struct LocalTime: Hashable, Sendable, CustomStringConvertible {
    package let day: Day
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59.
    package let second: Int

    package init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// - Parameter seconds: On the wall's clock, since it showed 1970-01-01T00:00:00.
    init(seconds: Int) {
        let length = Instant.secondsPerDay
        let number = seconds >= 0 ? seconds / length : (seconds - length + 1) / length
        let rest = seconds - number * length
        self.init(day: Day(number: number), hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60)
    }

    /// Since the clock showed 1970-01-01T00:00:00.
    var seconds: Int { day.number * Instant.secondsPerDay + secondOfDay }

    /// Since midnight.
    package var secondOfDay: Int { hour * 3_600 + minute * 60 + second }

    package var description: String { "\(day)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }
}
