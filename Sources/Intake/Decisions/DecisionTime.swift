import Domain
import Foundation

/// Dates and times as officers write them: day first, then perhaps the time.
///
/// A spreadsheet may have turned them round, `10/20/2026`: where one shows that and none shows the other order, all of
/// the list are read so. Dates with the month in letters are read in any list.
struct DecisionTime {
    let order: DateText.Order
    let zone: TimeZone

    /// - Parameter texts: All that are dates in the list.
    init(zone: TimeZone, texts: some Sequence<String>) {
        self.zone = zone
        let proofs = texts.compactMap { $0.utf8.contains(UInt8(ascii: "/")) ? DateText($0).proof : nil }
        order = proofs.contains(.monthFirst) && !proofs.contains(.dayFirst) ? .monthFirst : .dayFirst
    }

    init(zone: TimeZone) { (order, self.zone) = (.dayFirst, zone) }

    /// A day, or a day and a time.
    struct Read: Equatable {
        let day: Day
        let clock: Clock?
        /// Not as a person was told to write it.
        let isRespelled: Bool

        /// As a person is told to write it.
        var written: String {
            let date = Language.vi.date(day)
            guard let clock else { return date }
            return "\(date) \(clock.hour < 10 ? "0" : "")\(clock.hour):\(clock.minute < 10 ? "0" : "")\(clock.minute)"
        }
    }

    struct Clock: Equatable { let hour, minute, second: Int }

    /// `20/10/2026`, `5/1/2026 8:30` and `2026-10-20`; `20-Oct-26`, `20-thg 10-26`.
    func read(_ text: String) -> Read? {
        // As most are written, before other kinds of blanks are looked for.
        if order == .dayFirst, let day = Day(dayFirst: text) { return Read(day: day, clock: nil, isRespelled: false) }
        let parts = text.split(whereSeparator: \.isWhitespace)
        if (1...2).contains(parts.count), let (day, isRespelled) = day(String(parts[0])) {
            guard parts.count == 2 else { return Read(day: day, clock: nil, isRespelled: isRespelled) }
            return clock(parts[1]).map { Read(day: day, clock: $0, isRespelled: isRespelled) }
        }
        // `20-thg 10-26` has a blank of its own.
        for count in [parts.count, parts.count - 1] where count > 0 {
            let words = parts[..<count].joined(separator: " ")
            guard words.contains(where: \.isLetter), words.utf8.count < 40,
                case .day(let day)? = DateWords.date(words)
            else { continue }
            guard count < parts.count else { return Read(day: day, clock: nil, isRespelled: true) }
            return clock(parts[count]).map { Read(day: day, clock: $0, isRespelled: true) }
        }
        return nil
    }

    /// A day and perhaps `HH:mm` behind it; without a time, the day's first second.
    func instant(_ read: Read) -> Instant {
        Instant(
            day: read.day, hour: read.clock?.hour ?? 0, minute: read.clock?.minute ?? 0,
            second: read.clock?.second ?? 0, in: zone)
    }

    private func clock(_ text: Substring) -> Clock? {
        Instant.clock(text).map { Clock(hour: $0.hour, minute: $0.minute, second: $0.second) }
    }

    /// `20/10/2026`, `5/1/2026` and `2026-10-20`, and nothing else.
    private func day(_ text: String) -> (Day, isRespelled: Bool)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return Day(text).map { ($0, false) } }
        let isWritten =
            (1...2).contains(parts[0].utf8.count) && (1...2).contains(parts[1].utf8.count) && parts[2].utf8.count == 4
            && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isWritten, let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2]) else {
            return nil
        }
        let (day, month) = order == .dayFirst ? (first, second) : (second, first)
        return Day(year: year, month: month, day: day).map { ($0, order == .monthFirst) }
    }
}
