import Domain
import Testing

@testable import Intake

struct TotalLineTests {
    @Test func `totals are never added, whether above or below`() {
        let reading = SmallFile.read(
            SmallFile.sheet(
                ";;Toàn tỉnh;3;90;;;", "I;;Khu vực một;2;60;;;", "1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;30;;;",
                "II;;Khu vực hai;1;30;;;", "3;00103;Chiềng An;1;30;;;"))
        #expect(reading.findings == [])
        #expect(reading.sum("lop") == 3)
    }

    @Test func `subtotals close the rows above them`() {
        let reading = SmallFile.read(
            SmallFile.sheet(
                "1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;30;;;", ";;Cộng Sông Trong;2;60;;;",
                "3;00103;Chiềng An;1;30;;;", ";;Cộng Núi Xanh;1;31;;;", ";;TỔNG CỘNG;3;90;;;"))
        #expect(reading.rules == ["declared-total"])
        #expect(reading.findings.first?.position.line == 7)
    }

    /// Rows that slipped below the total are counted like the others, and so it does not fit any more.
    @Test func `rows below the total are held against it`() {
        let rows = [
            "1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;30;;;", ";;TỔNG CỘNG;2;60;;;", "3;00103;Chiềng An;1;30;;;",
        ]
        let reading = SmallFile.read(SmallFile.sheet(rows.joined(separator: "\n")))
        #expect(reading.rules == ["declared-total"] && reading.sum("lop") == 3)
        #expect(reading.findings.first?.position.line == 5)
        // One total more, of all of them, settles it.
        let both = SmallFile.read(SmallFile.sheet((rows + [";;TỔNG CỘNG;3;90;;;"]).joined(separator: "\n")))
        #expect(both.rules == [], "\(both.rules)")
    }

    @Test func `a difference shows both numbers`() throws {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;1.030;;;", ";;Tổng cộng;1;1.130;;;"))
        let message = try #require(reading.findings.first?.message.vi)
        #expect(message == "dòng tổng không khớp: “Lượt người” ghi 1.130, các dòng cộng lại là 1.030, chênh lệch 100")
        #expect(reading.state == .accepted)
    }

    @Test func `rows that are refused belong to the sum, and unreadable cells leave it open`() {
        let refused = SmallFile.read(
            SmallFile.sheet("1;;Bản Lạ;1;30;;;", "2;00101;Hòa An;1;30;;;", ";;Tổng cộng;2;60;;;"))
        #expect(refused.rules == ["unknown-unit"])
        let unreadable = SmallFile.read(
            SmallFile.sheet("1;00102;Thủy Sơn;ba;30;;;", "2;00101;Hòa An;1;30;;;", ";;Tổng cộng;4;60;;;"))
        #expect(unreadable.rules == ["not-a-number"])
    }

    @Test(arguments: [
        ";;;3;90;;;", ";;Σ;3;90;;;", ";01;Tỉnh Mẫu;3;90;;;", ";;Tổng khu vực 1;3;90;;;", ";;3 đơn vị nói trên;3;90;;;",
    ])
    func `a row of no place that has what the rows above add up to is their total`(_ total: String) throws {
        let rows = ["1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;20;;;", "3;00103;Chiềng An;1;40;;;"]
        let reading = SmallFile.read(SmallFile.sheet(rows[0], rows[1], rows[2], total))
        let found = try #require(reading.findings.first)
        #expect(reading.rules == ["sum-of-other-rows"] && found.level == .note, "\(found.message.vi)")
        #expect(found.message.vi.contains("bằng đúng tổng 3 dòng ở trên: được coi là dòng cộng"))
        #expect(reading.sum("lop") == 3 && reading.sum("luot_nguoi") == 90)
    }

    @Test func `a row of no place that may be one of data is asked about`() {
        let three = ["1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;20;;;", "3;00103;Chiềng An;1;40;;;"]
        // Another sum; one column only; a misspelled name; two rows alone.
        let other = SmallFile.read(SmallFile.sheet(three[0], three[1], three[2], ";;;3;91;;;"))
        #expect(other.rules == ["missing-place"])
        let single = SmallFile.read(SmallFile.sheet(three[0], three[1], three[2], ";;;3;;;;"))
        #expect(single.rules == ["missing-place"])
        let misspelled = SmallFile.read(SmallFile.sheet(three[0], three[1], three[2], ";;Chiềng Am;3;90;;;"))
        #expect(misspelled.rules == ["unknown-unit"])
        let two = SmallFile.read(SmallFile.sheet(three[0], three[1], ";;;2;50;;;"))
        #expect(two.rules == ["missing-place"])
    }

    @Test func `what is some of the rows is left out with its cause`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;;", "2;00102;Thủy Sơn;1;30;;;", ";;Trong đó: xã biên giới;1;12;;;"))
        #expect(reading.rules == ["comparison-row"] && reading.sum("luot_nguoi") == 60)
        #expect(try #require(reading.findings.first).message.vi.contains("chỉ nêu một phần của các dòng khác"))
    }

    @Test func `districts numbered in Roman are rows of their own`() {
        let reading = SmallFile.read(
            SmallFile.sheet("I;101;Sông Trong;1;30;;;", "II;102;Địa bàn Núi Xanh;2;60;;;", ";;Tổng cộng;3;90;;;"))
        #expect(reading.findings == [])
        #expect(reading.sum("lop") == 3)
    }

}
