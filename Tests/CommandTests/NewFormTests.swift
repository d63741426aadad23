import Foundation
import Testing

/// A form that the catalogue does not have, by questions on a terminal, by the list and by a table.
struct NewFormTests {
    /// TIOCSPTLCK and TIOCGPTN, which Swift does not see.
    private static let unlock: UInt = 0x4004_5431
    private static let ask: UInt = 0x8004_5430

    /// Runs the program with a terminal on its standard input, on which these lines are typed.
    private func typed(_ lines: [String], _ arguments: [String], in office: SmallOffice) throws -> Ending {
        let program = try #require(BuiltProgram(), "the program is not built")
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(master >= 0)
        defer { close(master) }
        var (lock, number) = (Int32(0), Int32(0))
        try #require(ioctl(master, Self.unlock, &lock) == 0 && ioctl(master, Self.ask, &number) == 0)
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = arguments + ["--now", "2026-10-01T09:00+07:00"]
        process.currentDirectoryURL = office.root
        process.standardInput = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        let files = ["out", "err"].map { office.url(".\($0)-\(UUID().uuidString)") }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        // Ctrl-D in the end: who asks for more than is typed is told that there is none.
        let text = Array((lines.joined(separator: "\n") + "\n\u{4}").utf8)
        #expect(text.count < 4_000, "more than a terminal holds")
        #expect(write(master, text, text.count) == text.count)
        try process.run()
        process.waitUntilExit()
        let read = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        return Ending(exit: process.terminationStatus, output: read[0], errors: read[1])
    }

    private static let answers = [
        "Kết quả cho vay vốn hộ nghèo", "02-tt", "06-vay", "", "An sinh xã hội", "Social security", "tuần", "tháng",
        "XYZ",
        "STP SDT", "", "", "Số hộ vay", "số đếm", "", "", "Số hộ nghèo được vay vốn", "", "Số hộ vay",
        "Tổng vốn (triệu đồng)",
        "", "", "", "", "", "", "Tỷ lệ vay", "", "Số hộ vay", "abc", "Tổng vốn (triệu đồng)", "", "", "hết", "",
    ]

    @Test func `on a terminal wrong answers are asked again, and the form is written once all is said`() throws {
        let office = try SmallOffice()
        let made = try typed(Self.answers + ["có"], ["template", "--new-form"], in: office)
        #expect(made.exit == 0, "\(made)")
        for words in [
            "“02-tt” là của biểu 02/TT", "không có “tuần”", "không có đơn vị mã “XYZ”",
            "tên cột “Số hộ vay” có hai lần",
            "“abc” không phải một cột số", "Ghi biểu 06/VAY (06-vay)",
        ] {
            #expect(made.errors.contains(words), "\(words): \(made.errors)")
        }
        let form = try office.text("inputs/catalogue/forms/06-vay.yaml")
        #expect(form.contains(#"name: "Tổng vốn (triệu đồng)""#) && form.contains("type: decimal"))
        let indicators = try office.text("inputs/catalogue/indicators.csv")
        #expect(indicators.contains("VAY01,an_sinh_xa_hoi,Số hộ nghèo được vay vốn") && indicators.contains("VAY03"))
        let checked = try office.run(["check", "--catalogue"])
        #expect(!checked.output.contains("lỗi"), "\(checked)")
        let template = try office.run(["template", "STP", "06-vay", "--output", "bieu"])
        #expect(template.exit == 0 && template.output.contains("bieu/STP-06-vay-2026-11.xlsx"), "\(template)")
    }

    @Test func `on a terminal nothing is written where the last answer is no, or where the answers end before it`()
        throws
    {
        let office = try SmallOffice()
        let before = try FileTree.read(office.url("inputs"))
        let refused = try typed(Self.answers + ["không"], ["template", "--new-form"], in: office)
        #expect(refused.exit == 64 && refused.errors.contains("chưa ghi gì"), "\(refused)")
        let short = try typed(Array(Self.answers.prefix(8)), ["template", "--new-form"], in: office)
        #expect(short.exit != 0, "\(short)")
        #expect(try FileTree.read(office.url("inputs")) == before)
    }

    @Test func `the list that --blank makes is a workbook, filled in as it asks`() throws {
        let office = try SmallOffice()
        let made = try office.run(["template", "--new-form", "--blank", "--output", "bieu"])
        #expect(made.exit == 0 && made.output == "bieu/bieu-moi.xlsx\n", "\(made)")
        #expect(try office.run(["template", "--new-form", "--blank", "--output", "bieu"]).exit == 2)
        // Empty, it names all that must be said.
        let empty = try office.run(["template", "--new-form", "--from", "bieu/bieu-moi.xlsx"])
        #expect(empty.exit == 2, "\(empty)")
        for words in ["“Tên biểu”", "“Lĩnh vực”", "“Đơn vị gửi”", "không có cột số nào"] {
            #expect(empty.errors.contains(words), "\(words): \(empty)")
        }
    }

    @Test func `nothing that is there is overwritten, and what cannot be added to is said`() throws {
        let office = try SmallOffice()
        let list = "Tên cột;Loại;Đơn vị tính\nSố hộ;;hộ\n"
        try Data(list.utf8).write(to: office.url("bieu.csv"))
        let command = [
            "template", "--new-form", "--from", "bieu.csv", "--answer", "Tên biểu=Số hộ vay", "--answer",
            "Mã biểu=06-vay",
            "--answer", "Lĩnh vực=An ninh trật tự", "--answer", "Đơn vị gửi=STP",
        ]
        // A file of another form's code that stands under the new one's name.
        let stranger = "inputs/catalogue/forms/06-vay.yaml"
        let other = try office.text("inputs/catalogue/forms/03-an.yaml").replacing("03-an", with: "09-la")
            .replacing("03/AN", with: "09/LA")
        try Data(other.utf8).write(to: office.url(stranger))
        let before = try FileTree.read(office.url("inputs"))
        let refused = try office.run(command)
        #expect(refused.exit == 2 && refused.errors.contains("06-vay.yaml"), "\(refused)")
        #expect(try FileTree.read(office.url("inputs")) == before)
        try FileManager.default.removeItem(at: office.url(stranger))
        let unknown = try office.run(command + ["--answer", "Mã=1"])
        #expect(unknown.exit == 64 && unknown.errors.contains("Mã biểu, Số biểu"), "\(unknown)")
        // Lines are added; no byte of what stood there changes.
        let indicators = try office.text("inputs/catalogue/indicators.csv")
        #expect(try office.run(command).exit == 0)
        #expect(try office.text("inputs/catalogue/indicators.csv").hasPrefix(indicators))
        let again = try office.run(command)
        #expect(again.exit == 2 && again.errors.contains("“06-vay” là của biểu 06/VAY"), "\(again)")
    }

    @Test func `a table of assignments gets the form's column, and what it was is kept`() throws {
        let office = try SmallOffice()
        let made = try office.run(["init", "moi", "--province", "Lai Châu"], now: "2026-10-01T09:00+07:00")
        #expect(made.exit == 0, "\(made)")
        let folder = "moi/inputs/catalogue"
        let before = try Data(contentsOf: office.url("\(folder)/phan-cong.xlsx"))
        try Data("Tên biểu: Xóa nhà tạm\n\nTên cột;Loại\nSố nhà đã xóa;\n".utf8).write(to: office.url("bieu.csv"))
        let command = [
            "template", "--new-form", "--from", "bieu.csv", "--answer", "Lĩnh vực=Nhà ở", "--answer",
            "Đơn vị gửi=các xã",
            "--answer", "Mã biểu=06-nha", "--answer", "Kỳ gửi=quý", "--inputs", "moi/inputs",
        ]
        let ending = try office.run(command)
        #expect(ending.exit == 0 && ending.errors.contains("phan-cong-truoc-06-nha.xlsx"), "\(ending)")
        #expect(try Data(contentsOf: office.url("\(folder)/phan-cong-truoc-06-nha.xlsx")) == before)
        #expect(try Data(contentsOf: office.url("\(folder)/phan-cong.xlsx")) != before)
        let checked = try office.run(["check", "--catalogue", "--inputs", "moi/inputs"])
        #expect(!checked.output.contains("lỗi") && !checked.output.contains("không phải gửi biểu nào: X"), "\(checked)")
        let status = try office.run(["status", "2026-12", "--inputs", "moi/inputs", "--reports", "moi/reports"])
        #expect(status.output.contains("06/NHA"), "\(status)")
    }
}
