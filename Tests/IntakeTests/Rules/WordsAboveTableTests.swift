import Domain
import Testing

@testable import Intake

/// Words above a table that speak of other figures than the form asks for are asked about; those of every form are not.
struct WordsAboveTableTests {
    private func rules(above words: String) -> [String] {
        SmallFile.read(words + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;")).rules
    }

    @Test(arguments: [
        ";;;Lũy kế từ đầu năm;;", ";;;Kế hoạch năm 2026;;", ";;;Tháng trước;;", ";;;Cùng kỳ năm trước;;",
        ";;;Ước thực hiện tháng 11;;", ";;;Tháng 8;;", ";;;Quý III;;", "(Tháng 9 năm 2026);;",
        "10 tháng đầu năm 2026;;",
        "BIỂU TỔNG HỢP LŨY KẾ 10 THÁNG;;", "Đơn vị tính: nghìn lượt người;;", "ĐVT:;1.000 lượt", ";;;;ĐVT: triệu lượt",
    ]) func `other figures are asked about`(_ words: String) {
        let reading = SmallFile.read(words + "\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
        #expect(reading.rules.contains("words-above-table"), "\(reading.rules)")
        #expect(reading.findings.first { $0.rule.text == "words-above-table" }?.level == .query)
    }

    @Test(arguments: [
        "TT;Mã xã;Xã, phường;Kế hoạch năm;;Trong đó\n;;;Số lớp;Lượt người;nữ",
        "TT;Mã xã;Xã, phường;Tháng 9;;Trong đó\n;;;Số lớp;Lượt người;nữ",
    ]) func `headers of several rows are asked about, too`(_ header: String) {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\n\(header)\n1;00101;Hòa An;1;30;\n")
        #expect(reading.rules.contains("words-above-table"), "\(reading.rules)")
    }

    @Test func `a row of plans and results under one column's name is part of the header`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;;Lượt người\n"
                + ";;;Kế hoạch;Thực hiện;\n1;00101;Hòa An;7;1;30\n")
        #expect(reading.sum("lop") == 1, "\(reading.rules)")
        #expect(reading.findings.map(\.value) == ["Số lớp Kế hoạch"] && reading.findings[0].level == .note)
    }

    @Test func `units in brackets below the header are no row`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ\n"
                + ";;;(lớp);(lượt);(người)\n1;00101;Hòa An;1;30;3\n")
        #expect(reading.sum("lop") == 1)
        #expect(reading.state == .accepted && !reading.rules.contains("not-a-number"), "\(reading.rules)")
    }

    @Test func `a header of several rows that only groups is none of them`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Kết quả;;Trong đó\n"
                + ";;;Số lớp;Lượt người;nữ\n1;00101;Hòa An;1;30;\n")
        #expect(!reading.rules.contains("words-above-table"), "\(reading.rules)")
    }

    @Test(arguments: [
        "BIỂU TỔNG HỢP KẾT QUẢ;;", "Chỉ thị 10 tháng 9 năm 2020;;", ";;;Tháng 10;;", ";;;Tháng 10 năm 2026;;",
        "ĐVT: triệu đồng;;",
        "Đơn vị tính: lượt;;",
        "Đơn vị tính: Kinh phí (nghìn đồng);;", "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/9/2026;;",
        ";;;Kết quả thực hiện;;", "Kế hoạch số 12;;", "Tháng hành động phòng, chống ma túy;;",
        "Số liệu đến hết ngày 14/10/2026;;",
        "Quý cơ quan;;", "Nghìn lẻ một;;",
    ]) func `other words are not`(_ words: String) {
        #expect(!rules(above: words).contains("words-above-table"), "\(rules(above: words))")
    }
}
