import Domain
import TestSupport
import Testing

@testable import Intake

/// A return that comes back, read under the small catalogue.
struct ReturnAnswersTests {
    private static let head = """
        PHIẾU ĐỀ NGHỊ CHỈNH SỬA, BỔ SUNG SỐ LIỆU;;;;;;;;
        Kính gửi: Công an tỉnh;;;;;;;;
        Kỳ báo cáo: Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026);;;;;;;;
        ;;;;;;;;
        Tệp;Dòng;Cột;Mức;Giá trị đã ghi;Nội dung;Đề nghị;Mã quy tắc;Thuyết minh

        """

    private func row(_ reason: String, level: String = "cần xác nhận", row: String = "9", column: String = "AA (Số)")
        -> String
    {
        "2026-10/CAT-01-dt.csv;\(row);\(column);\(level);201;“201” lớn;\"Sửa; hoặc ghi.\";above-bound;\(reason)\n"
    }

    private func read(_ rows: String, path: String = "2026-10/cat.csv", head: String = head) -> Reading {
        SmallFile.read([UInt8]((head + rows).utf8), as: path)
    }

    @Test func `a reason is taken with what it answers`() throws {
        let reading = read(row("Tháng cao điểm") + ";;;;;;;;\nSửa trong tệp gốc.;;;;;;;;\n")
        #expect(reading.state == .answered && reading.department == "CAT" && reading.form == nil)
        #expect(reading.slice == nil && reading.findings == [])
        let answer = try #require(reading.answers.first)
        #expect(reading.answers.count == 1)
        #expect(answer.file == "2026-10/CAT-01-dt.csv" && answer.row == 9 && answer.column == 27)
        #expect(answer.rule == "above-bound" && answer.asked == .query && answer.reason == "Tháng cao điểm")
        #expect(answer.question == "“201” lớn")
        #expect(answer.position.row == 6 && answer.position.column == 9)
    }

    @Test func `columns are found by name, in any order, case or encoding`() {
        let text =
            "Phiếu đề nghị chỉnh sửa, bổ sung số liệu\tx\nKính gửi: CÔNG AN TỈNH\n"
            + "Thuyết minh\tMã quy tắc\tTỆP\tdòng\tCột\tMức\tNội dung\n"
            + "đúng số\tabove-bound\t2026-10/CAT-01-dt.csv\t9\t–\tcần xác nhận\t“201” lớn\n"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = SmallFile.read(bytes, as: "2026-10/phieu.csv")
        #expect(reading.answers.map(\.reason) == ["đúng số"] && reading.answers.first?.column == nil)
        #expect(reading.rules == ["encoding"])
    }

    @Test func `the return of today is read by its addresses`() throws {
        let head = Self.head.replacingOccurrences(
            of: "Tệp;Dòng;Cột;Mức;Giá trị đã ghi;Nội dung;Đề nghị;Mã quy tắc;Thuyết minh",
            with: ReturnSheet.Column.written.map(\.heading).joined(separator: ";"))
        func row(_ cell: String, _ reason: String) -> String {
            "1;cần xác nhận;2026-10/CAT-01-dt.csv;\(cell);201;“201” lớn;Sửa;\(reason);above-bound\n"
        }
        let reading = read(
            row("AA9 (Số (lớp))", "a1") + row("dòng 12", "b2") + row("–", "c3") + row("cột C (Số)", "d4"), head: head)
        #expect(reading.state == .answered && reading.rules == [])
        #expect(reading.answers.map(\.reason) == ["a1", "b2", "c3", "d4"])
        #expect(reading.answers.map(\.row) == [9, 12, 0, 0])
        #expect(reading.answers.map(\.column) == [27, nil, nil, 3])
    }

    @Test(arguments: [(14, 3, "C14 (Xã)"), (14, nil, "dòng 14"), (0, 3, "cột C (Xã)"), (0, nil, "–")])
    func `an address says row and column, and is read again`(_ row: Int, _ column: Int?, _ written: String) {
        let position = Position(file: "a.csv", line: row, row: row, column: column, header: "Xã")
        let address = ReturnSheet.address(position, header: column == nil ? nil : "Xã")
        #expect(address == written)
        #expect(ReturnSheet.place(address) == (row, column))
    }

    @Test func `a reason may be as long as the return says`() { #expect(ReasonLength.most == ReturnSheet.reasonMost) }

    @Test func `levels say what was asked`() {
        let reading = read(
            row("a1", level: "lỗi") + row("b2", level: "đã thuyết minh") + row("c3") + row("") + row("-"))
        #expect(reading.answers.map(\.asked) == [.error, .answered, .query])
    }

    @Test func `no reason at all is a note`() {
        let reading = read(row(""))
        #expect(reading.state == .answered && reading.rules == ["return-without-reason"])
        #expect(reading.findings.allSatisfy { $0.level == .note })
    }

    @Test func `what is written beside the table is no reason, and is asked about`() {
        let beside = row("").replacing("\n", with: ";;đã đối chiếu\n")
        let reading = read(beside + row(""))
        #expect(reading.answers.isEmpty && reading.rules.contains("return-without-reason"), "\(reading.findings)")
    }

    @Test func `what Excel made of a reason is none`() {
        let formulas = ["#NAME?", "#N/A", "#DIV/0!", "#SPILL!", "=A10&x", "=-B2"]
        for reason in formulas {
            let reading = read(row(reason))
            #expect(reading.answers.isEmpty && reading.rules.contains("reason-is-formula"), "\(reason)")
        }
        let words = ["=> đã đối chiếu", "#1 đã sửa", "= đúng", "số 5 là đúng"]
        #expect(read(words.map { row($0) }.joined()).answers.map(\.reason) == words)
    }

    @Test func `a reason that is too long is not taken`() {
        let reading = read(row(String(repeating: "a", count: 200)) + row(String(repeating: "a", count: 201)))
        #expect(reading.answers.count == 1 && reading.rules == ["reason-too-long"])
    }

    @Test func `a personal number refuses the return, masked, wherever it stands`() {
        #expect(read(row("đúng", column: "A (Số điện thoại 0912345678)")).state == .forbidden)
        let reading = read(row("gọi 0912345678"))
        #expect(reading.state == .forbidden && reading.answers == [])
        #expect(reading.rules == ["personal-data"])
        #expect(!"\(reading.findings)".contains("0912345678"))
    }

    @Test(arguments: ["ông Lò Văn Thử ký nhầm", "em Mẫu sinh 01/01/1900", "chị Mẫu nghỉ"])
    func `a reason that names somebody is not taken, and said nowhere`(_ reason: String) {
        let reading = read(row(reason) + row("gộp cả quý"))
        #expect(reading.state == .answered && reading.answers.map(\.reason) == ["gộp cả quý"])
        #expect(reading.rules == ["person-in-reason"] && reading.findings[0].level == .query)
        #expect(!"\(reading)".contains("Thử") && !"\(reading)".contains("Mẫu"))
    }

    @Test func `a secrecy mark refuses it`() {
        #expect(read(row("đúng"), head: "MẬT\n" + Self.head).state == .forbidden)
    }

    @Test func `a row whose cells have moved is an error, and its reason is not taken`() {
        let reading = read(row("đúng", column: ";A") + row("sai"))
        #expect(reading.answers.map(\.reason) == ["sai"])
        #expect(reading.findings.map(\.rule) == ["row-length"] && reading.findings.first?.level == .error)
    }

    @Test(arguments: ["2026-09/cat.csv", "2026-10/cat-2026-11.csv", "2026-10/STP.csv"])
    func `folder, name and lines must agree`(path: String) {
        let reading = read(row("đúng"), path: path)
        #expect(reading.state == .refused && reading.answers == [])
        #expect(reading.findings.count == 1, "\(reading.findings)")
    }

    @Test func `another sheet of a return, or one without its columns, says which sheet is wanted`() {
        let summary =
            "Tổng hợp theo quy tắc;x\nPhiếu xác nhận tiếp nhận số liệu;\nĐề nghị;Mã quy tắc;Số lượng\nSửa;a-b;3\n"
        #expect(read(summary, head: "").rules == ["return-incomplete"])
        let cut = Self.head.replacingOccurrences(of: ";Thuyết minh", with: "")
        let reading = read("", head: cut)
        #expect(reading.rules == ["return-incomplete"] && reading.state == .refused)
        #expect(reading.findings.first?.message.vi.contains("«Thuyết minh»") == true)
    }

    @Test func `a form with a column of reasons is no return`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
        #expect(reading.state == .accepted && reading.answers == [])
    }
}
