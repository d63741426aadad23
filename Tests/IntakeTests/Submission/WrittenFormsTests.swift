import Domain
import Testing

@testable import Intake

struct DateWordsTests {
    @Test(arguments: [
        "16-thg 9-26", "16-Thg9-26", "16 thg 9, 2026", "ngày 16 tháng 9 năm 2026", "16 tháng 9 năm 2026", "16-Sep-26",
        "16 September 2026", "Sep 16, 2026", "16-sept-2026", "16 Tháng Chín 2026", "Thứ tư, 16 tháng 9 năm 2026",
        "20260916",
        "2026\u{2011}09\u{2011}16",
    ]) func `the word says which number is the month`(_ text: String) {
        #expect(DateText(text) == Day(year: 2026, month: 9, day: 16).map { .day($0) })
    }

    @Test func `a day in digits behind the word is one whose order the column settles`() {
        #expect(DateText("ngày 17/9/2026") == .ordered(first: 17, second: 9, year: 2026))
    }

    @Test(arguments: [
        "tháng 9", "đầu tháng 9", "31 tháng 9 năm 2026", "quý 3", "9", "16 lớp 9 26", "thg 9-26", "Sep 16",
    ])
    func `other words are no date`(_ text: String) { #expect(DateText(text) == .unreadable) }

    @Test func `a year is taken from the period where one alone fits`() throws {
        func days(_ from: (Int, Int, Int), _ to: (Int, Int, Int)) throws -> ClosedRange<Day> {
            try #require(Day(year: from.0, month: from.1, day: from.2))...#require(
                Day(year: to.0, month: to.1, day: to.2))
        }
        let month = try days((2026, 9, 15), (2026, 10, 14))
        #expect(DateText("20/9").resolved(in: month) == .ordered(first: 20, second: 9, year: 2026))
        #expect(DateText("16-thg 9").resolved(in: month) == Day(year: 2026, month: 9, day: 16).map { .day($0) })
        #expect(DateText("20/11").resolved(in: month) == DateText("20/11"))
        // December belongs to the year before.
        let january = try days((2025, 12, 15), (2026, 1, 14))
        #expect(DateText("20/12").resolved(in: january) == .ordered(first: 20, second: 12, year: 2025))
        // Two years fit: none is taken.
        let years = try days((2025, 1, 1), (2026, 12, 31))
        #expect(DateText("20/12").resolved(in: years) == DateText("20/12"))
    }
}

struct WrittenPeriodTests {
    @Test(arguments: [
        "Jul-26", "Thg7-26", "thg 7-26", "T7/2026", "07/2026", "7/2026", "2026-07", "Tháng 7/2026", "01/07/2026",
        "July 2026",
        "tháng 7 năm 2026", "T7", "Tháng 7", "tháng 7/26", "Tháng bảy năm 2026", "46204", "2026/7",
        "2026-07-01 00:00:00",
        "2026\u{2011}07", "07.2026",
    ]) func `a month as departments and spreadsheets write it`(_ text: String) {
        #expect(PeriodText.period(text, year: 2026) == Period("2026-07"))
    }

    @Test(arguments: [
        "26-07-01x", "02/07/2026", "7/26", "13/2026", "kỳ này", "26", "Jul", "15/9/2026", "7/1899", "46205",
        "2026-07-02",
    ])
    func `other words are no period`(_ text: String) { #expect(PeriodText.period(text, year: 2026) == nil) }

    @Test func `words above columns name a period`() {
        #expect(PeriodText.banner("Tháng 8 Số lớp", year: 2026) == Period("2026-08"))
        #expect(PeriodText.banner("T8/2025 Số lớp", year: 2026) == Period("2025-08"))
        #expect(PeriodText.banner("Quý II Số lớp", year: 2026) == Period("2026-Q2"))
        #expect(PeriodText.banner("Số liệu tháng 8 Số lớp", year: 2026) == Period("2026-08"))
        #expect(PeriodText.banner("Năm trước", year: 2026) == nil)
        #expect(PeriodText.banner("Lũy kế", year: 2026) == nil)
    }
}

struct LikelyNumberTests {
    @Test(arguments: [
        ("56*", "56"), ("150 (1)", "150"), ("98[a]", "98"), ("~30", "30"), ("2 buổi", "2"), ("trên 20", "20"),
        ("1.500đ", "1.500"), ("khoảng 1.250 người.", "1.250"),
        ("84O", "840"), ("l2", "12"), ("1O5", "105"),
    ]) func `is the number beside which something stands`(_ written: String, _ number: String) {
        #expect(LikelyNumber.text(in: written) == number)
    }

    @Test(arguments: ["2+1", "5/10", "56 – 60", "chín", "3 lớp 2 buổi", "", "50%", "2 triệu", "1,5k"])
    func `is none where there are several or none`(_ written: String) { #expect(LikelyNumber.text(in: written) == nil) }
}

struct WrittenCodeTests {
    @Test(arguments: [
        ("03646", "03646"), ("=\"03646\"", "03646"), ("'03646", "03646"), ("’03646", "03646"), ("3646.0", "3646"),
        ("3646,00", "3646"), ("3.646", "3646"), ("0\u{200B}3646", "03646"), ("3.64", "3.64"), ("3646.5", "3646.5"),
        ("X01", "X01"), ("3.646.0", "3646"), ("3,646.00", "3646"), ("3.6.46", "3.6.46"),
    ]) func `is what was written without what is around it`(_ written: String, _ code: String) {
        #expect(WrittenCode.plain(written) == code)
    }

    @Test func `zeros that a number lost at its end are put back for the name to prove`() {
        #expect(WrittenCode.restored("3.67") == "3670" && WrittenCode.restored("3,7") == "3700")
        #expect(WrittenCode.restored("3.670") == nil && WrittenCode.restored("367") == nil)
    }
}
