import Foundation

/// A second of time.
///
/// Prints as UTC (`2026-10-16T08:30:00Z`); how people see it is a matter of the organisation's zone.
@frozen public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int

    @inlinable public init(seconds: Int) { self.seconds = seconds }

    package static let secondsPerDay = 86_400

    package init(day: Day, hour: Int, minute: Int, second: Int, in zone: TimeZone) {
        let local = LocalTime(day: day, hour: hour, minute: minute, second: second).seconds
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
        seconds = LocalTime(day: day, hour: hour, minute: minute, second: second).seconds - offset
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
    package func local(in zone: TimeZone) -> LocalTime {
        LocalTime(seconds: seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    package func day(in zone: TimeZone) -> Day { local(in: zone).day }

    /// Whole days from another instant to this one, negative where it comes later.
    package func days(since other: Instant) -> Int { (seconds - other.seconds) / Instant.secondsPerDay }

    /// `2026-10-16T08:30:00Z`.
    public var description: String { "\(LocalTime(seconds: seconds))Z" }

    @inlinable public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
