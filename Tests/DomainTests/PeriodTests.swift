import Domain
import TestSupport
import Testing

struct PeriodTests {
    @Test func `what parses prints back, for random spans`() throws {
        var generator = SeededGenerator(seed: 2_026)
        for _ in 0..<20_000 {
            let first = Month(index: Int.random(in: 1_950 * 12..<2_400 * 12, using: &generator))
            let last = first.adding(months: Int.random(in: 0..<30, using: &generator))
            let period = try #require(Period(from: first, through: last))
            #expect(Period(period.description) == period)
        }
    }

    @Test(arguments: [
        "", "2026-", "2026-13", "2026-0", "2026-1", "2026-Q5", "2026-H3", "2026-9m", "+269", "26-10", "2026-10 ",
        "2026-02..2026-01", "2026-01..2026-03", "2026-01..", "..2026-01", "٢٠٢٦-10",
    ])
    func `what no department writes is refused`(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: [
        ("2025-07..2025-09", "2025-Q3"), ("2025-01..2025-06", "2025-H1"), ("2025-01..2025-09", "2025-9M"),
        ("2025-01..2025-12", "2025"), ("2025-07..2025-07", "2025-07"), ("2025-02..2025-05", "2025-02..2025-05"),
        ("2025-Q3", "2025-Q3"),
    ])
    func `months from and to are the period that they make`(_ text: String, _ name: String) {
        #expect(Period(orSpelledOut: text)?.description == name)
    }

    @Test(arguments: [
        "2025-09..2025-07", "2025-07..", "2025-7..2025-9", "2025-Q3..2025-Q4", "2025", " 2025-07..2025-09",
    ])
    func `nothing else is spelled out`(_ text: String) {
        #expect(Period(orSpelledOut: text) == Period(text))
    }

    @Test(arguments: PeriodCalendar.allCases)
    func `months tile every longer period without gap or overlap`(_ calendar: PeriodCalendar) throws {
        for year in [2023, 2024, 2025, 2026, 2100] {
            for text in [
                "\(year)-Q1", "\(year)-Q4", "\(year)-H1", "\(year)-H2", "\(year)-9M", "\(year)",
                "\(year)-02..\(year)-05",
            ] {
                let period = try #require(Period(text))
                var next = calendar.firstDay(of: period)
                for month in period.months {
                    #expect(calendar.firstDay(of: month) == next)
                    next = calendar.lastDay(of: month).adding(days: 1)
                }
                #expect(next == calendar.lastDay(of: period).adding(days: 1))
            }
        }
    }

    @Test func `decree 09 runs from the 15th to the 14th`() throws {
        let period = try #require(Period("2026-10"))
        #expect(PeriodCalendar.decree09.firstDay(of: period).description == "2026-09-15")
        #expect(PeriodCalendar.decree09.lastDay(of: period).description == "2026-10-14")
        let year = try #require(Period("2026"))
        #expect(PeriodCalendar.decree09.firstDay(of: year).description == "2025-12-15")
        #expect(PeriodCalendar.decree09.lastDay(of: year).description == "2026-12-14")
    }

    @Test(arguments: PeriodCalendar.allCases)
    func `every day falls in the month that covers it`(_ calendar: PeriodCalendar) throws {
        var day = try #require(Day("2024-01-01"))
        for _ in 0..<1_100 {
            #expect(calendar.days(of: Period(calendar.month(containing: day))).contains(day))
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [
        ("2026-10", "2026-09", "2025-10", "2026-01..2026-10"), ("2026-01", "2025-12", "2025-01", "2026-01"),
        ("2026-Q1", "2025-Q4", "2025-Q1", "2026-Q1"), ("2026-H2", "2026-H1", "2025-H2", "2026"),
        ("2026-H1", "2025-H2", "2025-H1", "2026-H1"), ("2026-9M", nil, "2025-9M", "2026-9M"),
        ("2026", "2025", "2025", "2026"),
    ])
    func `each has a period before, one last year and a year to date`(
        _ text: String, _ previous: String?, _ lastYear: String, _ yearToDate: String
    ) throws {
        let period = try #require(Period(text))
        #expect(period.previous?.description == previous)
        #expect(period.sameLastYear.description == lastYear)
        #expect(period.yearToDate.description == yearToDate)
    }

    @Test func `of two that begin together the shorter comes first`() throws {
        let periods = try ["2026", "2026-Q1", "2026-01", "2026-9M", "2025-12"].map { try #require(Period($0)) }
        #expect(periods.sorted().map(\.description) == ["2025-12", "2026-01", "2026-Q1", "2026-9M", "2026"])
    }

    @Test(arguments: [
        ("2026-10", "tháng 10 năm 2026"), ("2026-02", "tháng 02 năm 2026"), ("2026-Q3", "quý III năm 2026"),
        ("2026-H1", "6 tháng đầu năm 2026"), ("2026-9M", "9 tháng đầu năm 2026"), ("2026", "năm 2026"),
    ])
    func `it is named as the office names it`(_ text: String, _ name: String) {
        #expect(Period(text)?.name(in: .vi) == name)
    }
}

struct WorkCalendarTests {
    @Test func `the deadline skips weekends and holidays and counts days worked instead`() throws {
        let holiday = try #require(Day("2026-04-30"))
        let worked = try #require(Day("2026-05-02"))
        let calendar = WorkCalendar(holidays: [holiday], makeUpDays: [worked])
        let wednesday = try #require(Day("2026-04-29"))
        #expect(calendar.workingDay(1, after: wednesday).description == "2026-05-01")
        #expect(calendar.workingDay(2, after: wednesday).description == "2026-05-02")
        #expect(calendar.workingDay(3, after: wednesday).description == "2026-05-04")
        #expect(calendar.workingDay(0, after: wednesday) == wednesday)
    }
}
