import Domain
import Intake
import TestSupport
import Testing

struct WorkbookSubmissionTests {
    private static let stated: [MadeWorkbook.Cell] = ["Ô trống và xã, phường không ghi tên: không phát sinh"]
    private static let header: [MadeWorkbook.Cell] = [
        "TT", "Mã xã", "Xã, phường", "Số lớp", "Lượt người", "Trong đó: nữ", "Kinh phí (triệu đồng)", "Thuyết minh",
    ]

    private func read(_ sheets: MadeWorkbook.Sheet...) throws -> [Reading] {
        var all = sheets
        let bytes = try (all.count == 1 ? MadeWorkbook(all.removeFirst()) : MadeWorkbook(all[0], all[1])).bytes()
        let path = "2026-10/CAT-01-dt.xlsx"
        return SmallFile.reader.readings(
            SourceFile(path: path, bytes: bytes),
            receipt: Receipt(path: path, sha256: "", size: bytes.count, receivedAt: Instant(seconds: 0)))
    }

    private func sheet(
        _ rows: [MadeWorkbook.Cell]..., name: String = "Biểu", isHidden: Bool = false, hiddenRows: Set<Int> = [],
        merged: [String] = []
    ) -> MadeWorkbook.Sheet {
        MadeWorkbook.Sheet(
            name, isHidden: isHidden, hiddenRows: hiddenRows, merged: merged, [Self.stated, Self.header] + rows)
    }

    @Test func `the same rows come to the same as rows of text`() throws {
        let readings = try read(
            sheet([1, "00101", "Hòa An", 2, 1320, 700, 1.5], [2, "00102", "Thủy Sơn", 0, 0, "-", 12]))
        let text = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;2;1320;700;1,5;", "2;00102;Thủy Sơn;0;0;-;12;"),
            as: "2026-10/CAT-01-dt.csv")
        #expect(readings.map(\.receipt.path) == ["2026-10/CAT-01-dt.xlsx!Biểu"])
        #expect(readings[0].tallies == text.tallies)
        #expect(readings[0].findings.isEmpty && readings[0].state == .accepted)
    }

    @Test func `a sheet of lists to choose from is no form beside one, though it is headed like some of its columns`()
        throws
    {
        let row: [MadeWorkbook.Cell] = [1, "00101", "Hòa An", 2, 40, 10, 1.5]
        let lists = MadeWorkbook.Sheet(
            "Danh mục", [["Xã, phường", "Thuyết minh"], ["Hòa An", "Mưa lũ"], ["Thủy Sơn", ""]])
        let readings = try read(sheet(row), lists)
        #expect(readings.map(\.receipt.path) == ["2026-10/CAT-01-dt.xlsx!Biểu"])
        #expect(readings[0].findings.map(\.rule.text) == ["sheet-left-out"])
        // With a column of figures it is one; and alone it is told what is missing.
        let form = MadeWorkbook.Sheet("Danh mục", [["Xã, phường", "Số lớp"], ["Hòa An", 2]])
        #expect(try read(sheet(row), form).count == 2)
        #expect(try read(lists)[0].rules.contains("missing-column"))
        // The lists of a template, in which one row looks like a header.
        let own = MadeWorkbook.Sheet(
            "Danh mục",
            [["Danh sách: Nơi tổ chức", "Danh sách: Đối tượng"], ["Xã, phường", "Số lớp"], ["Hòa An", "Nữ"]])
        #expect(try read(sheet(row), own).map(\.rules) == [["sheet-left-out"]])
        let headed = MadeWorkbook.Sheet(
            "Danh mục", [["Nơi tổ chức", "Đối tượng"], ["Xã, phường", "Số lớp"], ["Hòa An", 2]])
        #expect(try read(sheet(row), headed).count == 2)
    }

    @Test func `a line above the table says that it has only the rows that changed`() throws {
        let row: [MadeWorkbook.Cell] = [1, "00101", "Hòa An", 2, 40, 10, 1.5]
        for line in [["Lần gửi: 2 (bổ sung)"], ["Bổ sung:", "chỉ các dòng thay đổi"]] as [[MadeWorkbook.Cell]] {
            let made = MadeWorkbook.Sheet("Biểu", [line, Self.stated, Self.header, row])
            let reading = try read(made)[0]
            #expect(reading.isSupplement && reading.findings.isEmpty, "\(reading.findings.map(\.message.vi))")
        }
        #expect(try !read(MadeWorkbook.Sheet("Biểu", [Self.stated, Self.header, row]))[0].isSupplement)
    }

    @Test func `a sheet that is called after another period is asked about`() throws {
        let row: [MadeWorkbook.Cell] = [1, "00101", "Hòa An", 2, 40, 10, 1.5]
        #expect(try read(sheet(row, name: "Tháng 9"))[0].findings.map(\.rule.text) == ["words-above-table"])
        for name in ["Tháng 10", "T10", "T10.2026", "Biểu 01", "Sheet9"] {
            #expect(try read(sheet(row, name: name))[0].findings.isEmpty, "\(name)")
        }
    }

    @Test func `a formula without a value is an error of its cell, and counts nothing`() throws {
        let reading = try read(sheet([1, "00101", "Hòa An", .formula("5+6"), 40, 10, 1.5]))[0]
        #expect(reading.findings.map(\.rule.text) == ["formula-error"])
        #expect(reading.findings[0].remedy.vi.contains("bấm Lưu"))
    }

    @Test func `a finding names the sheet and the cell that Excel shows`() throws {
        let reading = try read(sheet([], [1, "00101", "Hòa An", "ba lớp", 30]))[0]
        #expect(reading.findings.map(\.position.file) == ["2026-10/CAT-01-dt.xlsx!Biểu"])
        #expect(reading.findings.map(\.position.row) == [4] && reading.findings.map(\.position.column) == [4])
    }

    @Test func `a number needs no guess, and a text is judged as text`() throws {
        let number = try read(sheet([1, "00101", "Hòa An", 1, 30, .none, 1.5]))[0]
        #expect(number.findings.isEmpty && number.tallies.contains { $0.sum.thousandths == 1_500 })
        let doubtful = try read(sheet([1, "00101", "Hòa An", 1, 30, .none, "1.325"]))[0]
        let text = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;1.325;"))
        #expect(doubtful.rules == text.rules && !text.rules.isEmpty)
        // Decimals of numbers prove nothing of texts.
        let both = try read(
            sheet([1, "00101", "Hòa An", 1, 30, .none, "1.325"], [2, "00102", "Thủy Sơn", 1, 30, .none, 2.5]))[0]
        #expect(both.rules == text.rules)
    }

    @Test func `a date that Excel made of a number is an error`() throws {
        #expect(try read(sheet([1, "00101", "Hòa An", .day(46054), 30]))[0].rules == ["date-for-number"])
    }

    @Test func `a formula without a value and an error are no numbers`() throws {
        #expect(try read(sheet([1, "00101", "Hòa An", .formula("SUM(D1:D2)"), 30]))[0].rules == ["formula-error"])
        #expect(try read(sheet([1, "00101", "Hòa An", .error("#REF!"), 30]))[0].rules == ["formula-error"])
    }

    @Test func `a merged figure counts for none of its cells, and is said once`() throws {
        let reading = try read(
            sheet([1, "00101", "Hòa An", 4, 30], [2, "00102", "Thủy Sơn", .none, 40], merged: ["D3:D4", "A1:H1"]))[0]
        #expect(reading.rules == ["merged-figure"])
        #expect(reading.state == .partial)
        let apart = try read(sheet([1, "00101", "Hòa An", 4, 30], [2, "00102", "Thủy Sơn", 5, 40]))[0]
        #expect(apart.findings.isEmpty)
    }

    @Test func `a row that is struck through counts and is asked about`() throws {
        func row(_ cells: [MadeWorkbook.Cell], struck: Set<Int>) -> [MadeWorkbook.Cell] {
            cells.enumerated().map { struck.contains($0) ? .struck($1) : $1 }
        }
        let plain: [MadeWorkbook.Cell] = [1, "00101", "Hòa An", 2, 40, 10, 1.5]
        let reading = try read(sheet(row(plain, struck: Set(0...6)), [2, "00102", "Thủy Sơn", 3, 50, 20, 2.5]))[0]
        #expect(reading.rules == ["struck-through"] && reading.findings[0].level == .query)
        #expect(reading.findings[0].message.vi == "dòng gạch ngang (“Hòa An”): tính hay bỏ?")
        #expect(reading.sum("luot_nguoi") == 90)
        let figures = try read(sheet(row(plain, struck: [4, 5])))[0].findings
        #expect(figures.map(\.message.vi) == ["ô gạch ngang (E3, F3): tính hay bỏ?"])
        #expect(figures[0].position.column == 5)
        let reason: MadeWorkbook.Cell = "gạch để đánh dấu xã đã kiểm tra"
        let answered = try read(sheet(row(plain, struck: [4]) + [reason]))[0]
        #expect(answered.findings.map(\.answer) != [nil] && answered.findings.count == 1)
        // What says nothing of the row may look as it likes.
        #expect(try read(sheet(row(plain + [reason], struck: [0, 7])))[0].findings.isEmpty)
        #expect(try read(sheet(row([1, "00101", "Hòa An", 2, 40, .none, 1.5], struck: [5])))[0].findings.isEmpty)
    }

    @Test func `rows of a register that are struck through are asked about`() throws {
        let header: [MadeWorkbook.Cell] = [
            "TT", "Ngày khai mạc", "Ngày bế mạc", "Mã xã", "Nơi tổ chức", "Phạm vi", "Vai trò", "Số lớp", "Lượt người",
            "Chương trình",
        ]
        let row: [MadeWorkbook.Cell] = [
            1, "16/9/2026", "17/9/2026", "00101", "Hòa An", "xã", "Chủ trì", 1, 30, "ct2",
        ]
        let other: [MadeWorkbook.Cell] = [
            2, "18/9/2026", "19/9/2026", "00102", "Thủy Sơn", "xã", "Chủ trì", 1, 20, "ct2",
        ]
        func read(_ rows: [MadeWorkbook.Cell]...) throws -> Reading {
            let bytes = try MadeWorkbook(MadeWorkbook.Sheet("Danh sách", [header] + rows)).bytes()
            return SmallFile.read(bytes, as: "2026-10/CAT-04-lop.xlsx")
        }
        let reading = try read(row, other.map { .struck($0) })
        #expect(reading.rules == ["struck-through"] && reading.sum("luot_nguoi") == 50)
        #expect(try read(row, other).findings.isEmpty)
    }

    @Test func `figures that nobody sees are asked about once for the file`() throws {
        let reading = try read(
            sheet([1, "00101", "Hòa An", 2, .white(40), 10, 1.5], [2, "00102", "Thủy Sơn", 3, .white(50), 20, 2.5]))[0]
        #expect(reading.rules == ["hidden-cells"])
        #expect(reading.findings[0].message.vi.contains("2 ô số liệu viết bằng chữ không nhìn thấy (E3, E4)"))
        #expect(try read(sheet([.white(1), "00101", "Hòa An", 2, 40, 10, 1.5]))[0].findings.isEmpty)
    }

    @Test func `a place merged over its rows is the place of each, with one note`() throws {
        func register(_ merged: [String], _ place: MadeWorkbook.Cell) throws -> Reading {
            let header: [MadeWorkbook.Cell] = [
                "TT", "Ngày khai mạc", "Ngày bế mạc", "Mã xã", "Nơi tổ chức", "Phạm vi", "Vai trò", "Số lớp",
                "Lượt người",
                "Chương trình",
            ]
            let rows: [[MadeWorkbook.Cell]] = [
                [1, "16/9/2026", "17/9/2026", "00101", "Hòa An", "xã", "Chủ trì", 1, 30, "ct2"],
                [2, "18/9/2026", "19/9/2026", .none, place, "xã", "Chủ trì", 1, 20, "ct2"],
                [3, "20/9/2026", "21/9/2026", .none, .none, "xã", "Chủ trì", 1, 10, "ct2"],
            ]
            let bytes = try MadeWorkbook(MadeWorkbook.Sheet("Danh sách", merged: merged, [header] + rows)).bytes()
            return SmallFile.read(bytes, as: "2026-10/CAT-04-lop.xlsx")
        }
        let merged = try register(["D2:D4", "E2:E4"], .none)
        #expect(merged.rules == ["merged-words"] && merged.findings.map(\.level) == [.note])
        #expect(merged.findings[0].message.vi.contains("D2:D4, E2:E4"))
        #expect(merged.sum("luot_nguoi") == 60 && Set(merged.tallies.map(\.unit.code)) == ["00101"])
        // Blanks below a name prove nothing by themselves.
        let bare = try register([], .none)
        #expect(bare.rules == ["missing-place", "missing-place"] && bare.sum("luot_nguoi") == 30)
        // What stands there is not written over.
        #expect(try register(["D2:D3", "E2:E4"], "Thủy Sơn").rules.contains("unit-mismatch"))
        // One commune twice is one commune twice.
        let sheet = try read(
            self.sheet([1, "00101", "Hòa An", 1, 30], [2, .none, .none, 1, 30], merged: ["B3:B4", "C3:C4"]))[0]
        #expect(sheet.rules.contains("duplicate-row") && !sheet.rules.contains("missing-place"))
    }

    @Test(arguments: ["Huyện", "Địa bàn"]) func `a district's name beside its communes is left out with a note`(
        _ header: String
    ) throws {
        func file(_ own: MadeWorkbook.Cell) throws -> Reading {
            let rows: [[MadeWorkbook.Cell]] = [
                ["TT", .text(header), own, "Số lớp", "Lượt người"], [1, "Sông Trong", "Hòa An", 1, 30],
                [2, .none, "Thủy Sơn", 1, 20],
            ]
            let sheet = MadeWorkbook.Sheet("Biểu", merged: ["B3:B4"], [Self.stated] + rows)
            return try SmallFile.read(MadeWorkbook(sheet).bytes(), as: "2026-10/CAT-01-dt.xlsx")
        }
        let reading = try file("Xã, phường")
        #expect(reading.sum("luot_nguoi") == 50 && reading.findings.allSatisfy { $0.level == .note })
        #expect(reading.rules.contains("unknown-column"))
        // Neither of two says that it names communes.
        if header == "Địa bàn" { #expect(try file("Địa bàn").rules.contains("duplicate-column")) }
    }

    @Test func `hidden rows count, and one query names them`() throws {
        let reading = try read(
            sheet([1, "00101", "Hòa An", 1, 30], [2, "00102", "Thủy Sơn", 1, 30], hiddenRows: [4]))[0]
        #expect(reading.rules == ["hidden-cells"])
        #expect(reading.findings[0].level == .query && reading.rowsCounted == 2)
        #expect(try read(sheet([1, "00101", "Hòa An", 1, 30], hiddenRows: [1]))[0].rules == [])
    }

    @Test func `a hidden sheet counts, and is asked about`() throws {
        let reading = try read(sheet([1, "00101", "Hòa An", 1, 30], isHidden: true))[0]
        #expect(reading.rules == ["hidden-cells"] && reading.rowsCounted == 1)
    }

    @Test func `a sheet without a form's header is left out with a note`() throws {
        let readings = try read(
            MadeWorkbook.Sheet("Hướng dẫn", [["Ghi số liệu vào trang Biểu"]]), sheet([1, "00101", "Hòa An", 1, 30]))
        #expect(readings.map(\.receipt.path) == ["2026-10/CAT-01-dt.xlsx!Biểu"])
        #expect(readings[0].rules == ["sheet-left-out"] && readings[0].state == .accepted)
    }

    @Test func `a sheet without a header whose rows go on with the table is asked about`() throws {
        let first = sheet([1, "00101", "Hòa An", 1, 30])
        let second = MadeWorkbook.Sheet("Trang 2", [[2, "00102", "Thủy Sơn", 2, 40], [3, "00103", "", 1, 10]])
        let reading = try read(first, second, MadeWorkbook.Sheet("Hướng dẫn", [["Ghi số liệu vào trang Biểu"]]))[0]
        #expect(reading.rowsCounted == 1)
        let said = reading.findings.filter { $0.rule.text == "sheet-left-out" }
        #expect(said.contains { $0.level == .query && $0.message.vi.contains("“Trang 2”") })
        // Names alone are a list to choose from.
        let list = MadeWorkbook.Sheet("Danh sách", [[1, "00101", "Hòa An"], [2, "00102", "Thủy Sơn"]])
        #expect(try read(first, list)[0].findings.map(\.level) == [.note])
    }

    @Test func `two sheets of forms are two submissions`() throws {
        let readings = try read(
            sheet([1, "00101", "Hòa An", 1, 30]), sheet([1, "00102", "Thủy Sơn", 2, 40], name: "Biểu 2"))
        #expect(readings.map(\.receipt.path) == ["2026-10/CAT-01-dt.xlsx!Biểu", "2026-10/CAT-01-dt.xlsx!Biểu 2"])
        #expect(readings.map(\.rowsCounted) == [1, 1])
    }

    @Test func `rows may end before the header does`() throws {
        let reading = try read(sheet([1, "00101", "Hòa An", 1], [2, "00102", "Thủy Sơn", 1, 30]))[0]
        #expect(reading.findings.isEmpty && reading.rowsCounted == 2)
    }

    @Test func `what stands beside a row beyond the header is asked about, as in a text`() throws {
        for cell: MadeWorkbook.Cell in ["ghi riêng", 7] {
            let reading = try read(
                sheet([1, "00101", "Hòa An", 1], [2, "00102", "Thủy Sơn", 1, 30, .none, .none, .none, .none, cell]))[0]
            #expect(reading.rules == ["unknown-column"] && reading.rowsCounted == 2)
            #expect(reading.findings.map(\.position.row) == [2] && reading.findings.map(\.position.column) == [10])
        }
        // Below the table, and where it is a mark alone, nothing is asked.
        let below = try read(
            sheet(
                [1, "00101", "Hòa An", 1], ["Tổng cộng", "", "", 1],
                [.none, .none, .none, .none, .none, .none, .none, .none, .none, "Người lập"]))[0]
        #expect(below.findings.isEmpty)
        let mark = try read(sheet([1, "00101", "Hòa An", 1, .none, .none, .none, .none, .none, "."]))[0]
        #expect(mark.findings.map(\.level) == [.note])
    }

    @Test func `text under the name of a workbook is read as text`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;;;"), as: "2026-10/CAT-01-dt.xls")
        #expect(reading.state == .accepted)
    }

    @Test func `what must not be kept is looked for in every sheet, its name and its comments`() throws {
        let plain = sheet([1, "00101", "Hòa An", 1, 30])
        let draft = MadeWorkbook.Sheet("Nháp", isHidden: true, [[], ["", "số điện thoại 0912345678"]])
        let named = MadeWorkbook.Sheet("0912345678", [["a"]])
        for other in [draft, named] {
            let readings = try read(plain, other)
            #expect(readings.map(\.state) == [.forbidden] && readings[0].receipt.path == "2026-10/CAT-01-dt.xlsx")
            #expect(Set(readings[0].rules) == ["personal-data"])
            #expect(!readings[0].findings.contains { "\($0)".contains("0912345678") })
        }
        #expect(try read(plain, MadeWorkbook.Sheet("Nháp", [["số lớp: 12"]])).map(\.state) == [.accepted])
    }
}
