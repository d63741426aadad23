import Domain
import TestSupport
import Testing

@testable import Intake

struct DateTextTests {
    @Test(arguments: [
        "5/10/2026", "05/10/2026", "5-10-2026", "05.10.26", "2026-10-05", "2026/10/5", "46300", "05/10/2026 00:00",
        "Thứ Hai, 5/10/2026", "Chủ nhật 05-10-2026",
    ])
    func `is the fifth of October with the day first`(_ text: String) {
        #expect(DateText(text).day(in: .dayFirst)?.description == "2026-10-05")
    }

    @Test(arguments: [
        "31/9/2026", "tháng 10", "5/10", "2026", "1/1/20266", "5/10/2026 sáng", "29/2/2026", "-1", "99999",
    ])
    func `is no date`(_ text: String) {
        #expect(DateText(text).day(in: .dayFirst) == nil)
    }

    @Test func `proves its order where one number is no month`() {
        #expect(DateText("25/9/2026").proof == .dayFirst)
        #expect(DateText("9/25/2026").proof == .monthFirst)
        #expect(DateText("5/9/2026").proof == nil)
        #expect(DateText("5/9/2026").isAmbiguous)
        #expect(!DateText("9/9/2026").isAmbiguous)
    }

    @Test func `is by its bytes what the careful reading makes of it`() {
        var generator = SeededGenerator(seed: 29)
        let marks = Array("//-.:  T0123456789")
        func number(_ digits: ClosedRange<Int>) -> String {
            let count = Int.random(in: digits, using: &generator)
            return String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &generator))) })
        }
        for _ in 0..<5_000 {
            let mark = marks[Int.random(in: 0..<4, using: &generator)]
            var text = number(0...3) + "\(mark)" + number(1...2) + "/" + number(2...5)
            if Bool.random(using: &generator) { text += " " + number(1...2) + ":" + number(0...2) }
            if Int.random(in: 0..<4, using: &generator) == 0 {
                text.append(marks[Int.random(in: 0..<18, using: &generator)])
            }
            // A space behind it is nothing to the careful reading, and what the reading by bytes leaves to it.
            #expect(DateText(text) == DateText(text + "  "), "\(text)")
        }
    }

    @Test func `reads back every day that is written`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<1_000 {
            let day = Day(number: Int.random(in: 0...30_000, using: &generator))
            #expect(DateText("\(day)").day(in: .monthFirst) == day)
            #expect(DateText(Language.vi.date(day)).day(in: .dayFirst) == day)
        }
    }
}

struct PeriodTextTests {
    @Test(arguments: [
        ("Tháng 10 năm 2026", "2026-10"), ("tháng 10/2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)", "2026-10"),
        ("Quý III năm 2026", "2026-Q3"), ("Quý 3/2026", "2026-Q3"), ("6 tháng đầu năm 2026", "2026-H1"),
        ("6 tháng cuối năm", "2025-H2"), ("9 tháng", "2025-9M"), ("9 tháng năm 2026", "2026-9M"),
        ("9 tháng đầu năm 2026", "2026-9M"), ("Năm 2026", "2026"),
        ("2026-10", "2026-10"), ("kỳ báo cáo tháng 01 năm 2026", "2026-01"), ("Thang 7", "2025-07"),
    ])
    func `is read as departments write it`(_ text: String, _ period: String) {
        #expect(PeriodText.period(text, year: 2025)?.description == period)
    }

    @Test(arguments: [
        "kỳ này", "", "Tháng 13 năm 2026", "Tháng 10 năm nay", "10", "Quý V năm 2026", "tháng 10 năm 2026 và 2027",
    ])
    func `is nothing else`(_ text: String) {
        #expect(PeriodText.period(text, year: 2025) == nil)
    }

    @Test func `stands in a file name with its year only`() {
        #expect(PathWitness("x/CAT-03-an-thang-10-2026.csv").words.contains("2026"))
        #expect(PeriodText.period(inWords: ["cat", "03", "an", "thang", "10", "2026"])?.description == "2026-10")
        #expect(PeriodText.period(inWords: ["cat", "2026", "q3"])?.description == "2026-Q3")
        #expect(PeriodText.period(inWords: ["cat", "03", "an", "t9", "2026"])?.description == "2026-09")
        #expect(PeriodText.period(inWords: ["cat", "03", "an", "lan", "2"]) == nil)
        #expect(PeriodText.period(inWords: ["thang", "10"]) == nil)
    }
}

struct PathWitnessTests {
    @Test func `takes folder, stem and part from the path`() {
        let path = PathWitness("2026-10/CAT-03-an-lần-2--Phía Nam.csv")
        #expect(path.folder == Period("2026-10"))
        #expect(path.stem == "CAT-03-an-lần-2")
        #expect(path.part == "Phía Nam")
        #expect(path.fileExtension == "csv")
        #expect(PathWitness("CAT-03-an--.csv").part == "")
        #expect(PathWitness("").folder == nil)
    }
}
