import Domain
import Testing

@testable import Intake

/// Slips by which figures were once wrong in silence.
struct SilentSlipTests {
    private static let stated = "Ô trống và xã, phường không ghi tên: không phát sinh\n"
    private static let header = "TT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ;Kinh phí (triệu đồng);Thuyết minh\n"

    @Test(arguments: [
        "TT;Mã xã;Xã, phường;Lượt người;Số lớp;Trong đó: nữ;;", "TT;Mã xã;Xã, phường;Số xe;Lượt người;Ghi chú;;",
    ]) func `rows under another header are not counted by the first`(_ other: String) {
        let reading = SmallFile.read(
            Self.stated + Self.header + "1;00101;Hòa An;1;30;;;\n;;;;;;;\n\(other)\n1;00102;Thủy Sơn;50;2;;;\n")
        #expect(reading.rules == ["other-table"], "\(reading.rules)")
        #expect(reading.sum("lop") == 1 && reading.state == .partial)
    }

    @Test func `the same columns in other words are the same table`() {
        let reading = SmallFile.read(
            Self.stated + Self.header + "1;00101;Hòa An;1;30;;;\nSTT;Mã;Xã;Số lớp;Lượt người;Trong đó: nữ;;\n"
                + "2;00102;Thủy Sơn;2;50;;;\n")
        #expect(reading.sum("lop") == 3 && !reading.rules.contains("other-table"), "\(reading.rules)")
    }

    @Test(arguments: ["Kỳ báo cáo: Tháng 9 năm 2026", "Tháng 9", "THÁNG 9/2026"])
    func `rows below a line of another period are not counted for this one`(_ line: String) {
        let reading = SmallFile.read(
            Self.stated + Self.header + "1;00101;Hòa An;1;30;;;\n\(line);;;;;;;\n1;00102;Thủy Sơn;50;2;;;\n")
        #expect(reading.rules == ["other-table"] && reading.sum("lop") == 1, "\(reading.rules)")
        let own = SmallFile.read(
            Self.stated + Self.header + "1;00101;Hòa An;1;30;;;\nTháng 10;;;;;;;\n1;00102;Thủy Sơn;50;200;;;\n")
        #expect(own.rules == ["above-bound"] && own.sum("lop") == 51, "\(own.rules)")
    }

    @Test(arguments: ["(đơn vị: 1000 lượt)", "Đơn vị: nghìn lượt", "(Đơn vị: ngàn người)", "ĐVT: nghìn lượt"])
    func `thousands above the table are asked about`(_ line: String) {
        let reading = SmallFile.read("\(line);;;;;;;\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
        #expect(reading.rules == ["words-above-table"], "\(reading.rules)")
        for other in ["Đơn vị: Trạm Y tế", "Đơn vị: nghìn đồng", "Đơn vị: lượt người"] {
            let reading = SmallFile.read("\(other);;;;;;;\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
            #expect(!reading.rules.contains("words-above-table"), "\(other): \(reading.rules)")
        }
    }

    @Test func `thousands in a row of units, or in a header, are asked about`() {
        let units = SmallFile.read(
            Self.stated + Self.header + ";;;(lớp);(nghìn lượt);(người);(triệu đồng);\n1;00101;Hòa An;1;30;;;\n")
        #expect(units.rules == ["words-above-table"], "\(units.rules)")
        let plain = SmallFile.read(
            Self.stated + Self.header + ";;;(lớp);(lượt);(người);(triệu đồng);\n1;00101;Hòa An;1;30;;;\n")
        #expect(plain.findings.isEmpty, "\(plain.rules)")
        let header = SmallFile.read(
            Self.stated + "TT;Mã xã;Xã, phường;Số lớp;Lượt người (nghìn)\n1;00101;Hòa An;1;30\n")
        #expect(header.findings.first?.message.vi.contains("đơn vị khác") == true, "\(header.rules)")
    }

    @Test(arguments: ["3.646E+03", "0 3646", "０３６４６", "3646.0"])
    func `a code is read where each digit of it is there`(_ written: String) {
        #expect(["3646", "03646"].contains(WrittenCode.plain(written)))
    }

    @Test(arguments: ["4E+03", "3.6E+03", "3.646E-03", "03 64", "3,6,4,6"])
    func `and left alone where one may be missing`(_ written: String) {
        #expect(WrittenCode.plain(written) == written)
    }

    @Test func `wide digits are digits`() {
        let reading = SmallFile.read(SmallFile.sheet("1;００１０１;Hòa An;１;３０;;;"))
        #expect(reading.sum("luot_nguoi") == 30)
        #expect(Set(reading.rules) == ["number-as-text", "code-as-number"], "\(reading.rules)")
    }

    @Test(arguments: ["Cả tỉnh", "Tổng 2 xã", "Tổng các xã", "TC", "Tổng hợp", "Total", "Toàn ngành"])
    func `totals by other names are totals`(_ label: String) {
        let right = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;", ";;\(label);1;30;;;"))
        #expect(right.findings.isEmpty && right.sum("lop") == 1, "\(right.rules)")
        let wrong = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;", ";;\(label);1;40;;;"))
        #expect(wrong.rules == ["declared-total"])
    }
}
