import Foundation

/// A second of time.
///
/// Prints as UTC (`2026-10-16T08:30:00Z`); how people see it is a matter of the organisation's zone.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package init(day: Day, hour: Int, minute: Int, second: Int, in zone: TimeZone) {
        let local = day.number * 86_400 + hour * 3_600 + minute * 60 + second
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - guess)))
        seconds = local - offset
    }

    /// Reads ISO 8601 with an offset or `Z`: `2026-10-20T17:00+07:00`, `2026-10-20T17:00:30Z`.
    package init?(_ text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
        var clock = parts[1]
        var offset = 0
        if clock.hasSuffix("Z") {
            clock = clock.dropLast()
        } else {
            guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }),
                let (hours, minutes, _) = Instant.clock(clock[clock.index(after: sign)...])
            else { return nil }
            offset = (hours * 3_600 + minutes * 60) * (clock[sign] == "-" ? -1 : 1)
            clock = clock[..<sign]
        }
        guard let (hour, minute, second) = Instant.clock(clock) else { return nil }
        seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second - offset
    }

    /// Reads `HH:mm` or `HH:mm:ss`.
    package static func clock(_ text: Substring) -> (hour: Int, minute: Int, second: Int)? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count <= 2 ? wholeNumber($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
        guard numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] < 60 else { return nil }
        return (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
    }

    /// The day and the time of day on a wall clock in `zone`.
    package func local(in zone: TimeZone) -> (day: Day, hour: Int, minute: Int, second: Int) {
        let local = seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        let dayNumber = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let rest = local - dayNumber * 86_400
        return (Day(number: dayNumber), rest / 3_600, rest / 60 % 60, rest % 60)
    }

    package func day(in zone: TimeZone) -> Day { local(in: zone).day }

    package var description: String {
        let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - dayNumber * 86_400
        return
            "\(Day(number: dayNumber))T\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
