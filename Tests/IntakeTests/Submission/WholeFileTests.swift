import Domain
import TestSupport
import Testing

@testable import Intake

/// What makes a file doubtful as a whole.
struct WholeFileTests {
    @Test func `rows of several months in one table are one error for the file`() throws {
        let head = "Tháng;TT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ;Kinh phí (triệu đồng);Thuyết minh"
        let rows = ["8", "9", "10"].map { "\($0);1;00101;Hòa An;1;30;;;" }
        let text = (["Ô trống và xã, phường không ghi tên: không phát sinh", head] + rows).joined(separator: "\n")
        let reading = SmallFile.read(text)
        #expect(reading.state == .refused && reading.rules.contains("several-periods"))
        let found = try #require(reading.findings.first { $0.rule.text == "several-periods" })
        #expect(found.level == .error)
        #expect(found.message.vi.contains("(tháng 8 năm 2026, tháng 9 năm 2026, tháng 10 năm 2026)"))
        let one = SmallFile.read(text.replacing("8;1;", with: "10;1;").replacing("9;1;", with: "10;1;"))
        #expect(!one.rules.contains("several-periods"))
    }

    private func register(_ dates: [String], as path: String = "2026-10/CAT-04-lop.csv") -> Reading {
        let rows = dates.enumerated().map { "\($0.offset);;\($0.element);00101;Hòa An;xã;chủ trì;1;30;" }
        return SmallFile.read(SmallFile.register(rows.joined(separator: "\n")), as: path)
    }

    @Test(arguments: [(49_998, false), (49_999, false), (50_000, true), (50_001, true)])
    func `a file most of whose rows are faulty is read no further, and counts nothing`(
        _ faulty: Int, _ isRefused: Bool
    ) throws {
        let right = "1;;21/9/2026;00102;Thủy Sơn;xã;chủ trì;1;30;"
        let wrong = [String](repeating: "1;;21/9/2026;00101;Hòa An;xã;chủ trì;một;30;", count: faulty)
        let register = SmallFile.read(
            SmallFile.register(wrong.joined(separator: "\n"), right), as: "2026-10/CAT-04-lop.csv")
        let unknown = [String](repeating: "1;99999;;1;30;;;", count: faulty)
        let sheet = SmallFile.read(SmallFile.sheet(unknown.joined(separator: "\n"), "1;00102;Thủy Sơn;1;30;;;"))
        for reading in [register, sheet] {
            #expect(reading.rules.contains("mostly-faulty") == isRefused, "\(reading.rules)")
            #expect(reading.findings.count > 1_000)
            #expect(reading.state == (isRefused ? .refused : .partial))
            #expect(reading.rowsRead == min(faulty + 1, 50_000))
        }
    }

    @Test(arguments: [(0, 49_999), (49_999, 50_000), (50_000, 50_001), (1_000_000, 1_000_001)])
    func `most of the rows are more than half of those that were read or are known to be clean`(
        _ clean: Int, _ faulty: Int
    ) {
        var row = RowInHand(columns: 0)
        for isKnown in [true, false] {
            var count = MostlyFaulty.Count()
            if isKnown { count.begin(clean: clean) } else { (0..<clean).forEach { _ in count.note(row) } }
            row.isRefused = true
            (1..<faulty).forEach { _ in count.note(row) }
            #expect(count.end == nil)
            count.note(row)
            #expect((count.end != nil) == (faulty >= 50_000))
            row.isRefused = false
        }
    }

    /// Then nobody knows which of the rows behind add up others.
    @Test func `a file whose places were not looked for to the end counts nothing`() {
        let unknown = [String](repeating: "1;99999;;1;30;;;", count: 50_000)
        let blank = [String](repeating: "1;00102;Thủy Sơn;;;;;", count: 60_000)
        let rows = (blank + unknown + ["1;00101;Hòa An;1;30;;;"]).joined(separator: "\n")
        let reading = SmallFile.read(SmallFile.sheet(rows))
        #expect(reading.state == .refused && reading.rules.contains("mostly-faulty"), "\(reading.rules)")
    }

    @Test func `a form with rows and no filled cell is held`() throws {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;;;;;", "2;00102;Thủy Sơn;;;;;"))
        #expect(reading.rules == ["nothing-filled-in"])
        #expect(try #require(reading.findings.first).isHolding)
        let unstated = SmallFile.read("Mã xã;Xã, phường;Số lớp;Lượt người\n00101;Hòa An;;\n")
        #expect(unstated.rules == ["nothing-filled-in"])
        let list = SmallFile.read(
            "Mã xã;Xã, phường;Chỉ tiêu;Giá trị\n00101;Hòa An;DT01;\n", as: "2026-10/CAT-06-ct.csv")
        #expect(list.rules == ["nothing-filled-in"])
    }

    @Test(arguments: ["-", "0", "...", "ba"]) func `one cell that says anything is no empty form`(_ cell: String) {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;\(cell);;;;", "2;00102;Thủy Sơn;;;;;"))
        #expect(!reading.rules.contains("nothing-filled-in"))
    }

    @Test func `a register of another year is one error`() {
        let lastYear = register(["16/09/2025", "20/9/2025", "14/10/2025"])
        #expect(lastYear.rules == ["dates-of-another-year"])
        #expect(lastYear.state == .refused && lastYear.tallies.isEmpty)
        let next = register(["16/09/2027", "20/9/2027"])
        #expect(next.rules == ["dates-of-another-year"])
        // The first month of a year holds days of two.
        let january = register(["20/12/2024", "10/1/2025"], as: "2026-01/CAT-04-lop.csv")
        #expect(january.rules == ["dates-of-another-year"])
    }

    @Test func `rows of late in the year before are additions`() {
        let february = register(["20/12/2025", "28/12/2025"], as: "2026-02/CAT-04-lop.csv")
        #expect(february.rules == ["before-period", "before-period"])
        #expect(february.state == .accepted)
    }

    @Test func `a register of an earlier month is one query that names it and holds the file`() throws {
        let reading = register(["16/8/2026", "25/8/2026", "14/9/2026"])
        #expect(reading.rules == ["dates-of-another-period"])
        let finding = try #require(reading.findings.first)
        #expect(finding.isHolding && finding.level == .query)
        #expect(finding.message.vi.contains("tháng 9 năm 2026"))
        #expect(reading.state == .accepted)
    }

    @Test func `some early dates, or few, stay queries of their rows`() {
        #expect(register(["16/8/2026", "25/8/2026", "16/9/2026"]).rules == ["before-period", "before-period"])
        #expect(register(["25/8/2026", "14/9/2026"]).rules == ["before-period", "before-period"])
        #expect(register(["25/6/2026", "25/7/2026", "14/9/2026"]).rules.allSatisfy { $0 == "before-period" })
    }

    @Test func `a register of which nearly all dates are of another year is held, and counts once it is let in`() throws
    {
        let reading = register(["16/9/2025", "20/9/2025", "14/10/2025", "20/9/2026"])
        #expect(reading.rules == ["dates-of-another-year"])
        let finding = try #require(reading.findings.first)
        #expect(finding.isHolding && finding.level == .query)
        #expect(finding.message.vi.contains("3 trong 4 ngày"))
        #expect(reading.state == .accepted && reading.sum("lop") == 4)
        let later = register(["16/9/2027", "20/9/2027", "14/10/2027", "20/9/2026"])
        #expect(Set(later.rules) == ["dates-of-another-year", "after-period"])
        #expect(later.findings.contains(where: \.isHolding) && later.sum("lop") == 1)
    }

    @Test func `a register of which nearly all dates lie in another month is held`() throws {
        let reading = register(["16/8/2026", "25/8/2026", "14/9/2026", "16/9/2026"])
        #expect(reading.rules == ["dates-of-another-period"])
        #expect(try #require(reading.findings.first).isHolding)
        #expect(reading.state == .accepted && reading.sum("lop") == 4)
        let next = register(["16/11/2026", "25/11/2026", "14/12/2026", "16/9/2026"])
        #expect(Set(next.rules) == ["dates-of-another-period", "after-period"])
        #expect(next.findings.contains(where: \.isHolding) && next.sum("lop") == 1)
        // One that lies elsewhere still is a query of its row.
        let mixed = register(["16/8/2026", "25/8/2026", "14/9/2026", "14/7/2026"])
        #expect(mixed.rules.sorted() == ["before-period", "dates-of-another-period"])
    }

    @Test func `fewer than three quarters, or than three, are not nearly all`() {
        let half = register(["16/9/2025", "20/9/2025", "14/10/2025", "20/9/2026", "21/9/2026"])
        #expect(Set(half.rules) == ["before-period"])
        #expect(Set(register(["16/8/2026", "25/8/2026"]).rules) == ["before-period"])
    }

    @Test func `only a column that the file does not have is proposed`() throws {
        func proposed(_ headers: String) throws -> String? {
            let reading = SmallFile.read(
                "Ô trống: không phát sinh\nMã xã;Xã, phường;\(headers)\n00101;Hòa An;1;30\n00102;Thủy Sơn;1;30\n")
            return try #require(reading.findings.first { $0.rule.text == "unknown-column" }).expected?.vi
        }
        #expect(try proposed("Số lóp x;Lượt người") == "“Số lớp”")
        #expect(try proposed("Số lớp;Số lóp x") == nil)
        // What begins with a column's whole name is nearer than what is spelled alike.
        #expect(try proposed("Lượt người dự;Số lớp") == "“Lượt người”")
    }

    @Test func `a column that no alias fits is asked about if anything stands in it`() {
        func levels(_ header: String, _ cell: String) -> [Finding.Level] {
            SmallFile.read(
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số lớp;Lượt người;\(header)\n00101;Hòa An;1;30;\(cell)\n"
                    + "00102;Thủy Sơn;1;30;\n"
            ).findings.map(\.level)
        }
        #expect(levels("TTXH", "5") == [.query])
        #expect(levels("TTXH", "") == [.note])
        #expect(levels("Ghi chú", "đã họp") == [.note])
        #expect(levels("Địa chỉ lớp học", "Nhà văn hóa") == [.note])
    }

    @Test func `a column that the department is a source of is missed, in the form that owes it`() {
        let source = Source(indicator: "DT01", department: "CAT", role: .count, validity: .always, reason: "")
        let reader = SubmissionReader(catalogue: SmallCatalogue.make(sources: [source]))
        func rules(_ text: String, _ path: String) -> [String] {
            SmallFile.read([UInt8](text.utf8), as: path, reader: reader).rules
        }
        let lacking = "Ô trống: không phát sinh\nMã xã;Xã, phường;Lượt người\n00101;Hòa An;30\n"
        #expect(rules(lacking, "2026-10/CAT-01-dt.csv") == ["missing-measure-column"])
        #expect(rules(lacking, "2026-10/STP-01-dt.csv") == [])
        #expect(rules(SmallFile.sheet("1;00101;Hòa An;1;30;;;"), "2026-10/CAT-01-dt.csv") == [])
    }

    @Test(arguments: [
        ("nu", "Ngày bế mạc;Mã xã;Phạm vi;Vai trò;Số lớp;Lượt người;Chương trình", "“Nữ”"),
        ("lop", "Ngày bế mạc;Mã xã;Phạm vi;Vai trò;Số lớp;Lượt người;Nữ", "“Chương trình”"),
        ("luot_nguoi", "Ngày bế mạc;Mã xã;Phạm vi;Vai trò;Số lớp;Lượt người", nil),
        ("nu", "Ngày bế mạc;Mã xã;Phạm vi;Vai trò;Số lớp;Lượt người;Nữ", nil),
    ])
    func `a register is asked for the columns of what the department is a source of`(
        _ measure: String, _ header: String, _ missed: String?
    ) {
        let classes = SmallForms.classes
        let women = Form.Column(
            id: "nu", name: "Nữ", nameEnglish: "Women", kind: .count, aliases: [], required: false, filled: false,
            bound: nil)
        let form = Form(
            code: classes.code, number: classes.number, title: classes.title, domain: classes.domain,
            layout: .register, places: classes.places, dateColumn: classes.dateColumn, placeless: classes.placeless,
            columns: classes.columns + [women],
            measures: classes.measures + [Measure(code: "nu", columns: ["nu"], selection: [:], by: [])],
            checks: [], key: [])
        let cells = ["20/09/2026", "00101", "Xã", "Chủ trì", "1", "30", "5"].prefix(header.split(separator: ";").count)
        let row = header.hasSuffix("Chương trình") ? cells.dropLast() + ["Chương trình hai"] : Array(cells)
        let reading = SmallFile.read(
            [UInt8]("\(header)\n\(row.joined(separator: ";"))\n".utf8), as: "2026-10/CAT-04-lop.csv",
            reader: Self.reader(of: measure, in: form))
        #expect(reading.rules == (missed == nil ? [] : ["missing-measure-column"]))
        #expect(missed.map { reading.findings[0].message.vi.hasSuffix(": \($0)") } ?? true)
        #expect(reading.rowsCounted == 1)
    }

    @Test func `a list is asked for the column of its values`() {
        let reader = Self.reader(of: "lop", in: SmallForms.list)
        func rules(_ text: String) -> [String] {
            SmallFile.read([UInt8](text.utf8), as: "2026-10/CAT-06-ct.csv", reader: reader).rules
        }
        let head = "Ô trống: không phát sinh\nMã xã;Xã, phường;Chỉ tiêu"
        #expect(rules("\(head)\n00101;Hòa An;lop\n") == ["nothing-filled-in", "missing-measure-column"])
        #expect(rules("\(head);Giá trị\n00101;Hòa An;lop;3\n") == [])
    }

    /// The police are a source of one measure, of this form.
    private static func reader(of measure: String, in form: Form) -> SubmissionReader {
        SubmissionReader(
            catalogue: SmallCatalogue.make(
                forms: [form],
                indicators: [SmallCatalogue.flow("DT09", "Chỉ tiêu", measure: measure, forms: [form.code])],
                sources: [Source(indicator: "DT09", department: "CAT", role: .count, validity: .always, reason: "")]))
    }

    @Test func `a number of two readings is asked about once, unless another proves one`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;1.320;", "2;00102;Thủy Sơn;1;30;;2.500;"))
        #expect(reading.rules == ["ambiguous-number"])
        let finding = try #require(reading.findings.first)
        #expect(finding.message.vi.contains("1.320 hay 1,32"))
        #expect(reading.sum("kinh_phi") == 3_820)
        let proven = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;1.030;;1.320;", "2;00102;Thủy Sơn;1;30;;12,5;"))
        #expect(proven.findings == [])
    }

    @Test func `a commune under both its names of the month has one row`() {
        let twice = SmallFile.read(
            SmallFile.sheet("1;00110;Xã Đồi Thông;1;30;;;", "2;00110;Phường Đồi Thông;1;30;;;"),
            as: "2025-07/CAT-01-dt.csv")
        #expect(twice.rules == ["duplicate-row"])
        #expect(twice.sum("lop") == 1)
        let merged = SmallFile.read(
            SmallFile.sheet("1;00108;Thị trấn Bến Mới;1;30;;;", "2;00109;Xã Bản Cũ;1;30;;;"),
            as: "2025-07/CAT-01-dt.csv")
        #expect(merged.findings == [])
        #expect(merged.sum("lop") == 2)
    }
}
