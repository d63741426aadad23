import Domain
import Testing

@testable import Intake

/// What stands beside a period's own figures only to compare is left out and named, as a row, as a column, as part of one.
struct ComparisonTests {
    @Test(arguments: [
        "Tổng kỳ trước", "Kỳ trước", "Cùng kỳ năm trước", "Tăng, giảm", "Tăng (+), giảm (-)", "Tăng", "Bình quân 1 xã",
        "Tỷ lệ (%)", "So sánh (%)", "Lũy kế từ đầu năm", "Cộng dồn từ đầu năm", "Tổng cộng lũy kế", "Kế hoạch năm",
        "Trung bình", "Số liệu kỳ trước", "Chênh lệch",
    ]) func `a row that only compares is left out with a note`(_ label: String) {
        for row in [";;\(label);7;400;3;;", "\(label);;;7;400;3;;"] {
            let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;", row))
            #expect(reading.rules == ["comparison-row"] && reading.sum("lop") == 1, "\(reading.rules)")
            #expect(reading.findings[0].level == .note && reading.state == .accepted)
        }
    }

    @Test(arguments: ["Tổng cộng", "Tổng kỳ này", "Cộng", "Hòa An", "Tăng Sơn", "Cùng một xã"])
    func `other rows are none`(_ label: String) {
        let reading = SmallFile.read(SmallFile.sheet("1;00102;;1;30;;;", ";;\(label);1;30;;;"))
        #expect(!reading.rules.contains("comparison-row"), "\(reading.rules)")
    }

    @Test(arguments: [
        "Tổng kỳ trước", "Tăng, giảm", "Bình quân", "Tỷ lệ (%)", "Lượt người kỳ trước", "Lượt người (lũy kế)",
        "Đạt % kế hoạch", "Số lớp so với cùng kỳ",
    ]) func `a column that only compares is named as one, and no column of the form is guessed`(_ header: String) {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;\(header)\n"
                + "1;00101;Hòa An;1;30\n")
        #expect(reading.rules == ["unknown-column"] && reading.findings[0].level == .note, "\(reading.rules)")
        #expect(reading.findings[0].message.vi.contains("chỉ để so sánh"))
        #expect(reading.sum("lop") == 1 && reading.sum("luot_nguoi") == nil)
    }

    @Test func `of columns under one name the period's own is taken`() {
        let reading = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;;;Lượt người\n"
                + ";;;Kỳ trước;Kỳ này;Tăng, giảm;\n1;00101;Hòa An;7;1;-6;30\n")
        #expect(reading.sum("lop") == 1 && reading.sum("luot_nguoi") == 30, "\(reading.rules)")
        #expect(reading.findings.map(\.value) == ["Số lớp Kỳ trước", "Số lớp Tăng, giảm"])
        // Alone it is no column of the period, and asked about.
        let alone = SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Kinh phí\n"
                + ";;;Kỳ trước;Kỳ trước;\n1;00101;Hòa An;7;30;1,5\n")
        #expect(alone.rules.contains("words-above-table"), "\(alone.rules)")
    }

    @Test func `a total that nobody has calculated is not known, and said`() {
        let row = "1;00101;Hòa An;1;30;;;"
        let reading = SmallFile.read(SmallFile.sheet(row, ";;Tổng cộng;=SUM(D3);#REF!;;;"))
        #expect(reading.rules == ["uncalculated-total"])
        #expect(reading.findings[0].message.vi.contains("D4, E4"))
        #expect(SmallFile.read(SmallFile.sheet(row, ";;Tổng cộng;1;30;;;")).findings.isEmpty)
    }

    @Test(arguments: ["Hòa An (1)", "Hòa An¹", "Hòa An [1]", "Hòa An(*)", "Hòa An (a)", "Xã Hòa An ²³"])
    func `the mark of a note behind a place's name is left out with a note`(_ name: String) {
        for code in ["00101", ""] {
            let reading = SmallFile.read(SmallFile.sheet("1;\(code);\(name);1;30;;;"))
            #expect(reading.rules == ["unit-spelling"] && reading.sum("lop") == 1, "\(reading.rules)")
            #expect(reading.findings[0].remedy.vi.contains("chú thích"))
        }
    }

    @Test(arguments: ["Hòa An 1", "Hòa An (mới)", "Hòa An (12b)"])
    func `other words behind it are part of the name`(_ name: String) {
        #expect(SmallFile.read(SmallFile.sheet("1;;\(name);1;30;;;")).rules == ["unknown-unit"])
    }

    @Test func `a lost final zero is named only where one digit is missing`() {
        func finding(_ written: String) -> Finding? {
            SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;\(written);;;")).findings.first
        }
        #expect(finding("1,84")?.message.vi.contains("1.840") == true)
        #expect(finding("11,6")?.message.vi == "“11,6” không phải là số nguyên")
    }
}
