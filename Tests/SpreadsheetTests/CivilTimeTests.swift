import Testing

@testable import Spreadsheet

struct CivilTimeTests {
    @Test(arguments: [
        (1970, 1, 1, 25_569.0), (1999, 12, 31, 36_525), (2000, 2, 29, 36_585), (2000, 3, 1, 36_586),
        (2026, 10, 14, 46_309), (2100, 3, 1, 73_110),
    ])
    func `days have the numbers that Excel gives them`(year: Int, month: Int, day: Int, serial: Double) {
        #expect(CivilTime(year: year, month: month, day: day)?.serial == serial)
    }

    @Test func `a workbook says a time in UTC`() {
        let time = CivilTime(year: 2026, month: 10, day: 20, hour: 9, minute: 30, second: 5)
        #expect(time?.inUTC == "2026-10-20T09:30:05Z")
    }

    @Test func `noon is half a day`() {
        #expect(CivilTime(year: 2026, month: 10, day: 14, hour: 12)?.serial == 46_309.5)
    }

    @Test func `days that a calendar does not have are refused`() {
        #expect(CivilTime(year: 2026, month: 2, day: 29) == nil)
        #expect(CivilTime(year: 2100, month: 2, day: 29) == nil)
        #expect(CivilTime(year: 2026, month: 13, day: 1) == nil)
        #expect(CivilTime(year: 2026, month: 1, day: 0) == nil)
        #expect(CivilTime(year: 2026, month: 1, day: 1, hour: 24) == nil)
        #expect(CivilTime(year: 1969, month: 12, day: 31) == nil)
    }
}
