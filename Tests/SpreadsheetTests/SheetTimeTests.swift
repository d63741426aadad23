import CivilCalendar
import Testing

@testable import Spreadsheet

struct SheetTimeTests {
    @Test(arguments: [
        ("1970-01-01", 25_569.0), ("1999-12-31", 36_525), ("2000-02-29", 36_585), ("2000-03-01", 36_586),
        ("2026-10-14", 46_309), ("2100-03-01", 73_110),
    ])
    func `days have the numbers that Excel gives them`(day: String, serial: Double) throws {
        #expect(LocalTime(day: try #require(Day(day))).serial == serial)
    }

    @Test func `noon is half a day`() throws {
        #expect(LocalTime(day: try #require(Day("2026-10-14")), hour: 12).serial == 46_309.5)
    }

    @Test func `a day that programs show each in its own way is on no sheet`() throws {
        #expect(LocalTime(day: try #require(Day("1970-01-01"))).isOnSheets)
        #expect(!LocalTime(day: try #require(Day("1969-12-31"))).isOnSheets)
    }
}
