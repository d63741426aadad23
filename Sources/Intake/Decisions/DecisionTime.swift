import Domain
import Foundation

/// Dates and times as officers write them: day first, then perhaps the time.
enum DecisionTime {
    /// `20/10/2026`, `5/1/2026` and `2026-10-20`, and nothing else.
    static func day(_ text: String) -> Day? {
        if let day = Day(dayFirst: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return Day(text) }
        let isWritten =
            (1...2).contains(parts[0].utf8.count) && (1...2).contains(parts[1].utf8.count) && parts[2].utf8.count == 4
            && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isWritten, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }

    /// A day and perhaps `HH:mm` behind it; without a time, the day's first second.
    static func instant(_ text: String, in zone: TimeZone) -> Instant? {
        // As most are written, before other kinds of blanks are looked for.
        if let day = Day(dayFirst: text) { return Instant(day: day, hour: 0, minute: 0, second: 0, in: zone) }
        if let blank = text.utf8.firstIndex(of: UInt8(ascii: " ")), let day = Day(dayFirst: String(text[..<blank])),
            let clock = Instant.clock(text[text.utf8.index(after: blank)...])
        {
            return Instant(day: day, hour: clock.hour, minute: clock.minute, second: clock.second, in: zone)
        }
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard (1...2).contains(parts.count), let day = day(String(parts[0])) else { return nil }
        guard parts.count == 2 else { return Instant(day: day, hour: 0, minute: 0, second: 0, in: zone) }
        return Instant.clock(parts[1]).map {
            Instant(day: day, hour: $0.hour, minute: $0.minute, second: $0.second, in: zone)
        }
    }
}
