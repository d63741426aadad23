import Domain
import TestSupport
import Testing

@testable import Intake

struct SubmissionReaderTests {
    private let month = Month(year: 2026, month: 10)

    @Test func `a clean sheet has no finding and its sums by place`() throws {
        let reading = SmallFile.read(
            """
            CÔNG AN TỈNH;;;;;;;
            Biểu số: 01/ĐT;;;;;;;
            Kỳ báo cáo: Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026);;;;;;;
            Đơn vị gửi: Công an tỉnh;;;;;;;
            Đơn vị nhận: Sở Dân tộc và Tôn giáo;;;;;;;
            Lần gửi: 2;;;;;;;
            Ô trống và xã, phường không ghi tên: không phát sinh;;;;;;;
            TT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ;Kinh phí (triệu đồng);Thuyết minh
            A;B;C;1;2;3;4;D
            1;00101;Hòa An;2;1.060;-;12,5;
            2;00102;Phường Thủy Sơn;1;30;...;;
            3;;Cấp tỉnh (không phân theo xã);1;40;10;0;
            ;;Tổng cộng;4;1.130;10;12,5;
            ;;;;;;;
            ;;Người lập biểu;;;Thủ trưởng đơn vị;;
            ;;Nguyễn Văn A;;;Trần Thị B;;
            """)
        #expect(reading.findings == [])
        #expect(reading.state == .accepted)
        #expect(reading.slice == Period("2026-10").map { Slice(department: "CAT", form: "01-dt", period: $0) })
        #expect(reading.sequence == 2)
        #expect(reading.unlisted == .zero)
        #expect(reading.rowsRead == 3 && reading.rowsCounted == 3)
        #expect(reading.measures == ["lop", "luot_nguoi", "nu", "kinh_phi"])
        #expect(reading.sum("luot_nguoi") == 1_130)
        let month = try #require(month)
        let province = Tally(
            measure: "nu", unit: UnitKey(code: "01", from: nil), month: month, sum: Quantity(thousandths: 10_000),
            cells: Tally.Cells(number: 1))
        #expect(reading.tallies.contains(province))
        let uncollected = Tally(
            measure: "nu", unit: UnitKey(code: "00102", from: nil), month: month, sum: .zero,
            cells: Tally.Cells(uncollected: 1))
        #expect(reading.tallies.contains(uncollected))
        let money = reading.tallies.first { $0.measure == "kinh_phi" && $0.unit.code == "00101" }
        #expect(money?.sum == Quantity(thousandths: 12_500))
    }

    @Test func `seven planted errors of seven kinds are seven findings`() {
        let reading = SmallFile.read(
            SmallFile.sheet(
                "1;00101;Hòa An;ba;30;;;", "2;;Mường Xại;1;30;;;", "3;00103;Chiềng An;1;30;31;;",
                "4;00104;Chiềng Ân;-1;30;;;", "5;00105;Xã Núi Xanh;0;30;;;", "6;00106;Mường Sại;2,5;30;;;",
                "7;00102;Thủy Sơn;#REF!;30;;;", "8;;Cấp tỉnh;1;5;;;"))
        #expect(
            reading.rules == [
                "not-a-number", "unknown-unit", "part-exceeds-whole", "negative", "zero-together", "not-whole",
                "formula-error",
            ])
        #expect(reading.state == .partial)
        // Only the row of an unknown place and the one of which both cells are out do not count.
        #expect(reading.rowsCounted == 6)
        #expect(reading.refusedPlaces == [])
        #expect(reading.refusedRowsWithoutPlace == 1)
    }

    @Test func `a finding has the line and the cell that a spreadsheet shows`() throws {
        let reading = SmallFile.read(SmallFile.sheet("1;;Mường Xại;1;30;;;", "2;00101;Hòa An;1;30;;;"))
        let finding = try #require(reading.findings.first)
        #expect(
            finding.position
                == Position(file: "2026-10/CAT-01-dt.csv", line: 3, row: 3, column: 3, header: "Xã, phường"))
        #expect(finding.value == "Mường Xại")
        #expect(finding.message.vi == "không có xã, phường hoặc địa bàn “Mường Xại”; có phải: Xã Mường Sại (00106)?")
    }

    @Test func `columns come in any order, with or without diacritics, under two rows of header`() {
        let plain = SmallFile.read("O trong: khong phat sinh\nNu;luot nguoi;SO LOP;xa phuong\n3;30;1;Hòa An\n")
        #expect(plain.findings == [])
        #expect(plain.sum("nu") == 3 && plain.sum("lop") == 1)
        let merged = SmallFile.read(
            """
            Ô trống: không phát sinh
            TT,Mã xã,"Xã, phường",Số lớp,Lượt người,Trong đó:,Kinh phí
            ,,,,,nữ,
            1,00101,Hòa An,1,30,7,
            """)
        #expect(merged.findings == [])
        #expect(merged.sum("nu") == 7)
    }

    @Test func `blanks mean what the line above the header says`() {
        let header = "Mã xã;Xã, phường;Số lớp;Lượt người\n00101;Hòa An;1;\n"
        #expect(SmallFile.read("Ô trống: chưa có số liệu\n" + header).unlisted == .notReported)
        #expect(SmallFile.read("Ô trống: chưa có số liệu\n" + header).findings == [])
        let silent = SmallFile.read(header)
        #expect(silent.unlisted == .notReported)
        #expect(silent.rules == ["blanks-unstated"])
        #expect(silent.state == .accepted)
    }

    @Test func `a sheet that names every place and leaves no cell empty asks nothing`() {
        let reading = SmallFile.read(
            "Mã xã;Xã, phường;Số lớp;Lượt người\n00101;Hòa An;1;30\n", as: "2026-10/X00101-01-dt.csv")
        #expect(reading.findings == [])
    }

    @Test func `a reason answers the query of its row and no other`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;40;90;;;Gộp cả quý", "2;00102;Thủy Sơn;50;90;;;"))
        #expect(reading.findings.map(\.answer) == ["Gộp cả quý", nil])
        #expect(reading.state == .accepted)
    }

    @Test func `a list names its figures in a column`() {
        let reading = SmallFile.read(
            """
            Ô trống: không phát sinh
            Mã xã;Xã, phường;Chỉ tiêu;Giá trị
            00101;Hòa An;Số lớp đã tổ chức;2
            00101;Hòa An;DT02;1.060
            00102;Thủy Sơn;lop;-
            """, as: "2026-10/CAT-06-ct.csv")
        #expect(reading.findings == [])
        #expect(reading.sum("lop") == 2 && reading.sum("luot_nguoi") == 1_060)
        #expect(reading.tallies.count == 3)
    }

    @Test func `a sheet that only says that nothing occurred is a nil report`() {
        let reading = SmallFile.read("Xã, phường;Số lớp;Lượt người\nKhông phát sinh;;\n")
        #expect(reading.findings == [])
        #expect(reading.unlisted == .zero && reading.state == .accepted)
    }

    /// As clerks write it in words.
    @Test(arguments: [
        "Không phát sinh", "Trong tháng không phát sinh", "Không có", "Trong kỳ không phát sinh lớp tập huấn nào",
        "Đơn vị không tổ chức lớp nào trong tháng", "Kỳ này không thực hiện",
    ]) func `words that say that nothing was are a nil report`(_ words: String) {
        for text in [
            "Xã, phường;Số lớp;Lượt người\n\(words);;\n", SmallFile.sheet(";;\(words);;;;;"),
        ] {
            let reading = SmallFile.read(text)
            #expect(reading.findings == [], "\(reading.rules)")
            #expect(reading.unlisted == .zero && reading.state == .accepted)
        }
        let register = SmallFile.read(SmallFile.register("1;\(words);;;;;;;;"), as: "2026-10/CAT-04-lop.csv")
        #expect(register.findings == [] && register.state == .accepted, "\(register.rules)")
    }

    /// Controls: a number says that something was, and so does a place.
    @Test(arguments: [";;Không có 02 lớp;;;;;", "1;00101;Không phát sinh;1;30;;;"])
    func `other words are no nil report`(_ row: String) {
        let reading = SmallFile.read(SmallFile.sheet(row))
        #expect(reading.findings != [] || reading.sum("lop") == 1)
        #expect(reading.rowsRead == 1)
    }

    /// A total is never counted: alone it would make a zero of each place.
    @Test(arguments: ["Toàn tỉnh", "Tổng cộng"])
    func `a form of nothing but a total is held`(_ words: String) {
        let reading = SmallFile.read(SmallFile.sheet(";;\(words);3;90;40;;"))
        #expect(reading.rules == ["nothing-filled-in"] && reading.findings.contains(where: \.holds), "\(reading.rules)")
        let zero = SmallFile.read(SmallFile.sheet(";;\(words);0;0;0;;"))
        #expect(!zero.rules.contains("nothing-filled-in"), "\(zero.rules)")
        let placed = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;3;90;40;;", ";;\(words);3;90;40;;"))
        #expect(!placed.rules.contains("nothing-filled-in") && placed.sum("lop") == 3, "\(placed.rules)")
    }

    /// The period may be given by its days, which are those of the office's calendar.
    @Test(arguments: [
        ("Từ 15/9/2026 đến 14/10/2026", true), ("từ ngày 15/9/2026 đến ngày 14/10/2026", true),
        ("15/09/2026 - 14/10/2026", true), ("Từ 01/10/2026 đến 31/10/2026", false),
    ]) func `a period by its days is understood`(_ words: String, _ isUnderstood: Bool) {
        let reading = SmallFile.read("Kỳ báo cáo: \(words)\n" + SmallFile.sheet("1;00101;Hòa An;1;30;;;"))
        #expect((reading.findings == []) == isUnderstood, "\(reading.rules)")
    }

    @Test func `a correction that is refused whole counts nothing`() {
        let reading = SmallFile.read(SmallFile.sheet("1;;Bản Lạ;1;30;;;"))
        #expect(reading.state == .refused)
        #expect(reading.tallies.isEmpty)
    }

    @Test func `a predecessor's file keeps its code while it was valid`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00102;Thủy Sơn;1;30;;;"), as: "2025-03/BDT-01-dt.csv")
        #expect(reading.department == "BDT")
        #expect(reading.findings == [])
    }

    @Test func `a file of another month, form and department is stopped by one finding that quotes each`() throws {
        let reading = SmallFile.read(
            """
            Biểu số: 03/AN
            Kỳ báo cáo: Tháng 9 năm 2026
            Đơn vị gửi: Sở Tư pháp
            Mã xã;Xã, phường;Số lớp;Lượt người
            99999;Lạ;x;y
            """)
        #expect(reading.rules == ["witnesses-disagree"])
        let message = try #require(reading.findings.first?.message.vi)
        for quoted in ["2026-10", "Tháng 9 năm 2026", "03/AN", "01/ĐT", "Sở Tư pháp", "CAT-01-dt.csv", "Công an tỉnh"] {
            #expect(message.contains(quoted), "\(message)")
        }
        #expect(reading.state == .refused)
    }

    @Test func `an empty tail of header and rows is no finding, of the rows alone it is`() {
        let header = "Ô trống: không phát sinh\nMã xã;Xã, phường;Số lớp;Lượt người"
        #expect(SmallFile.read(header + ";;\n00101;Hòa An;1;30;;\n00102;Thủy Sơn;1;30;;\n").findings == [])
        let longer = SmallFile.read(header + "\n00101;Hòa An;1;30;;\n00102;Thủy Sơn;1;30;;\n")
        #expect(longer.rules == ["header-length"])
        #expect(SmallFile.read(header + ";;\n00101;Hòa An;1;30\n00102;Thủy Sơn;1;30\n").findings == [])
        let uneven = SmallFile.read(header + "\n00101;Hòa An;1;30;;\n00102;Thủy Sơn;1;30\n")
        #expect(uneven.rules == ["row-length"])
        let shifted = SmallFile.read(header + "\n00101;Hòa An;1;30;7\n00102;Thủy Sơn;1;30;8\n")
        #expect(shifted.rules == ["row-length", "row-length"])
    }

    @Test func `no bytes at all, or any bytes, give a reading`() {
        var generator = SeededGenerator(seed: 7)
        let clean = [UInt8](SmallFile.sheet("1;00101;Hòa An;1;30;;;", "2;;Cấp tỉnh;1;5;;;").utf8)
        for round in 0..<300 {
            var bytes = clean
            for _ in 0..<(round % 12) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                }
            }
            let reading = SmallFile.read(bytes, as: "2026-10/CAT-01-dt.csv")
            #expect(reading.rowsCounted <= reading.rowsRead)
            #expect(reading.state != .accepted || !reading.findings.contains { $0.level == .error })
        }
        #expect(SmallFile.read([], as: "").state == .refused)
    }

    @Test(arguments: [1, 2]) func `a header that lost a delimiter over rows with an empty end is asked about`(
        _ lost: Int
    ) {
        let whole = "Ô trống: không phát sinh\nMã xã;Xã, phường;Ghi chú;Nguồn;Khác;Số lớp;Lượt người;Nữ;Sau\n"
        let rows = "00101;Hòa An;a;b;c;7;30;;\n00102;Thủy Sơn;a;b;c;8;40;;\n"
        let names = ["Ghi chú;Nguồn;Khác", "Ghi chúNguồn;Khác", "Ghi chúNguồnKhác"]
        let short = whole.replacing(names[0], with: names[lost])
        #expect(!SmallFile.read(whole + rows).rules.contains("header-length"))
        let found = SmallFile.read(short + rows).findings.filter { $0.rule == "header-length" }
        #expect(found.map(\.level) == [.query])
        #expect(found.first?.position.row == 2)
        let tails = whole.replacing("Nữ;Sau", with: "Lượt nữ")
        #expect(!SmallFile.read(tails.replacing("nữ\n", with: "nữ;\n") + rows).rules.contains("header-length"))
    }
}
