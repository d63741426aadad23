import CivilCalendar
import Foundation
import Testing

struct DayTests {
    @Test func `every day of four hundred years follows the one before, and prints back`() throws {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        let end = try #require(Day(year: 2300, month: 1, day: 1))
        while day < end {
            #expect(Day(day.description) == day)
            let parts = day.description.split(separator: "-")
            #expect(Day(dayFirst: parts.reversed().joined(separator: "/")) == day)
            #expect(Day(year: day.year, month: day.month, day: day.day) == day)
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [
        "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "+026-01-01", "2026-01-32", "",
    ])
    func `what is no day is refused`(_ text: String) {
        #expect(Day(text) == nil)
        #expect(Day(dayFirst: text) == nil)
    }

    @Test(arguments: [
        "29/02/2025", "1/01/2026", "01/1/2026", "01-01-2026", "01/01-2026", "01/13/2026", "00/10/2026", "01/01/026",
        "٠1/01/2026", "01/01/2026 ",
    ])
    func `what is no day with the day in front is refused`(_ text: String) {
        #expect(Day(dayFirst: text) == nil)
    }

    @Test func `29 February is there in leap years alone`() {
        #expect(Day("2024-02-29") != nil)
        #expect(Day("2000-02-29") != nil)
        #expect(Day("1900-02-29") == nil)
    }

    @Test func `14 October 2026 is a Wednesday`() {
        #expect(Day("2026-10-14")?.weekday == 2)
    }
}

struct InstantTests {
    @Test func `an offset names the same second as UTC`() {
        #expect(Instant("2026-10-20T17:00+07:00") == Instant("2026-10-20T10:00:00Z"))
        #expect(Instant("2026-10-20T17:00+07:00")?.description == "2026-10-20T10:00:00Z")
    }

    @Test func `the office's clock shows its own day`() throws {
        let zone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
        let instant = try #require(Instant("2026-10-14T18:30:05Z"))
        let local = instant.local(in: zone)
        #expect(local.day.description == "2026-10-15")
        #expect((local.hour, local.minute, local.second) == (1, 30, 5))
        #expect("\(local)" == "2026-10-15T01:30:05")
        #expect(Instant(day: local.day, hour: 1, minute: 30, second: 5, in: zone) == instant)
    }

    @Test func `before 1970 days begin at midnight too`() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        for (seconds, text) in [
            (-1, "1969-12-31T23:59:59"), (-86_400, "1969-12-31T00:00:00"), (-86_401, "1969-12-30T23:59:59"),
        ] {
            let instant = Instant(seconds: seconds)
            #expect("\(instant.local(in: zone))" == text && "\(instant)" == text + "Z")
            #expect(Instant("\(text)Z") == instant)
        }
        #expect(Instant(seconds: 2 * 86_400 - 1).days(since: Instant(seconds: 0)) == 1)
    }

    @Test(arguments: ["2026-10-20", "2026-10-20T17:00", "2026-10-20T25:00Z", "2026-10-20T17:61Z", "x"])
    func `a time without an offset, or no time, is refused`(_ text: String) {
        #expect(Instant(text) == nil)
    }
}
