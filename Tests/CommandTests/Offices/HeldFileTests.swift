import Foundation
import Testing

/// A file that is doubtful as a whole, from the folder to the figures and back.
struct HeldFileTests {
    private static let file = "2026-10/STP-02-tt-lan-2.csv"
    private static let rows = [
        "1;90101;Bản Mây;2;1120;810;5;4", "2;90102;Suối Lớn;1;80;30;3;3", "3;90201;Núi Đá;-;-;-;2;1",
    ]

    /// A file of the department of justice.
    private func put(
        _ rows: [String], as path: String = file, sequence: Int = 2, month: Int = 10, isHeaded: Bool = true,
        in office: SmallOffice
    ) throws {
        let head = [
            "Biểu số: 02/TT", "Kỳ báo cáo: Tháng \(month) năm 2026", "Đơn vị gửi: Sở Tư pháp", "Lần gửi: \(sequence)",
            "Ô trống và xã, phường không ghi tên: không phát sinh", "",
        ]
        let table =
            [
                "TT;Mã xã;Xã, phường;Số buổi;Lượt người nghe;Trong đó: người DTTS;Vụ việc hòa giải tiếp nhận;Hòa giải thành"
            ]
            + rows
        let text = ((isHeaded ? head : []) + table).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: office.submission(path))
    }

    private func decide(_ line: String, in office: SmallOffice) throws {
        let decisions = office.url("inputs/xu-ly.csv")
        try Data((try String(contentsOf: decisions, encoding: .utf8) + line + "\n").utf8).write(to: decisions)
    }

    /// Listeners of the province, and how the figure stands.
    private func listeners(_ office: SmallOffice, _ period: String = "2026-10") throws -> [Substring] {
        let text = try office.text("reports/\(period)/du-thao/so-lieu-\(period).csv")
        let cells = try #require(
            text.split(whereSeparator: \.isNewline).first { $0.contains(",TT02,") && $0.contains(",90,") }
        )
        .split(separator: ",", omittingEmptySubsequences: false)
        return Array(cells[7...8])
    }

    private func run(_ office: SmallOffice, at time: String, _ period: String = "2026-10") throws -> Ending {
        try office.run(["run", period], now: "2026-10-\(time)+07:00")
    }

    /// With a correction that has one of three rows.
    private func held() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        try put([Self.rows[0]], in: office)
        let ending = try run(office, at: "17T09:00")
        #expect(ending.exit == 1)
        #expect(ending.errors.contains("Giữ lại, chưa tính, chờ quyết định (1)"))
        #expect(ending.errors.contains("[correction-loses-figures]"))
        #expect(try listeners(office) == ["1890", "sơ bộ"])
        return office
    }

    @Test func `the line of viec-can-quyet, copied and completed, lets it in`() throws {
        let office = try held()
        let lines = try office.text("reports/2026-10/du-thao/viec-can-quyet.csv").split(whereSeparator: \.isNewline)
        #expect(lines.count == 4 && lines[3].contains(";phát hành;"))
        #expect(lines[0].hasPrefix("Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt;"))
        #expect(lines[1].contains("TT02 Số lượt người nghe") && lines[1].contains("1.890"))
        var cells = lines[1].split(separator: ";", omittingEmptySubsequences: false).prefix(9).map(String.init)
        (cells[0], cells[7], cells[8]) = ("18/10/2026", "chỉ còn một xã có số", "Trưởng phòng")
        try decide(cells.joined(separator: ";"), in: office)
        let ending = try run(office, at: "18T09:00")
        #expect(ending.exit == 0, "\(ending.errors)")
        #expect(try listeners(office) == ["1810", "chính thức"])
        let rest = try office.text("reports/2026-10/du-thao/viec-can-quyet.csv").split(whereSeparator: \.isNewline)
        #expect(rest.count == 2 && rest[1].contains(";phát hành;"))
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test(arguments: [true, false])
    func `the whole line with its remarks is taken too, once its date and reason are filled in`(_ isWidened: Bool)
        throws
    {
        let office = try held()
        let lines = try office.text("reports/2026-10/du-thao/viec-can-quyet.csv").split(whereSeparator: \.isNewline)
        let decisions = office.url("inputs/xu-ly.csv")
        let before = try String(contentsOf: decisions, encoding: .utf8)
        try decide(String(lines[1]), in: office)
        let unfilled = try run(office, at: "18T09:00")
        #expect(unfilled.exit == 1 && unfilled.errors.contains("[empty-decision-cell]"))
        #expect(unfilled.errors.contains("[decision-without-reason]"))
        #expect(!unfilled.errors.contains("[decision-row-length]"))
        #expect(try listeners(office) == ["1890", "sơ bộ"])
        var cells = lines[1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        (cells[0], cells[7], cells[8]) = ("18/10/2026", "chỉ còn một xã có số", "Trưởng phòng")
        try Data(
            (isWidened ? before.replacingOccurrences(of: "người duyệt", with: "người duyệt;;;;") : before).utf8
        ).write(to: decisions)
        try decide(cells.joined(separator: ";"), in: office)
        let ending = try run(office, at: "18T10:00")
        #expect(ending.exit == 0, "\(ending.errors)")
        #expect(try listeners(office) == ["1810", "chính thức"])
    }

    @Test func `the other line takes it out`() throws {
        let office = try held()
        try decide("18/10/2026;2026-10;;;\(Self.file);rút tệp;;gửi nhầm;Trưởng phòng", in: office)
        #expect(try run(office, at: "18T09:00").exit == 0)
        #expect(try listeners(office) == ["1890", "chính thức"])
    }

    @Test func `a reason in the return lets it in`() throws {
        let office = try held()
        let text = try office.text("reports/2026-10/du-thao/phieu-phan-hoi/stp.txt")
        #expect(text.contains("giữ lại, chờ quyết định"))
        let return_ = """
            PHIẾU ĐỀ NGHỊ CHỈNH SỬA, BỔ SUNG SỐ LIỆU;;;;;;;;
            Kính gửi: Sở Tư pháp;;;;;;;;
            Kỳ báo cáo: Tháng 10 năm 2026;;;;;;;;
            Tệp;Dòng;Cột;Mức;Giá trị đã ghi;Nội dung;Đề nghị;Mã quy tắc;Thuyết minh
            \(Self.file);–;–;cần xác nhận;–;2/3 nơi có số liệu ở tệp trước không còn trong tệp này;Xem;correction-loses-figures;hai xã không có hoạt động

            """
        try Data(return_.utf8).write(to: office.submission("2026-10/STP-phieu.csv"))
        let ending = try run(office, at: "18T09:00")
        #expect(ending.exit == 0, "\(ending.errors)")
        #expect(try listeners(office) == ["1810", "chính thức"])
        let status = try office.text("reports/2026-10/du-thao/tinh-hinh-gui.txt")
        #expect(status.contains("hai xã không\ncó hoạt động"))
    }

    @Test func `a corrected file takes its place`() throws {
        let office = try held()
        try put(
            Self.rows.map { $0.replacingOccurrences(of: "1120", with: "1150") }, as: "2026-10/STP-02-tt-lan-3.csv",
            sequence: 3, in: office)
        let ending = try run(office, at: "18T09:00")
        #expect(ending.exit == 0, "\(ending.errors)")
        #expect(try listeners(office) == ["1920", "chính thức"])
    }

    @Test func `check says what the figures would become and changes nothing`() throws {
        let office = try SmallOffice(isClean: true)
        _ = try run(office, at: "17T09:00")
        try put([Self.rows[0]], in: office)
        let text = try office.run(["check", "inputs/submissions/\(Self.file)"])
        #expect(text.exit == 1)
        #expect(
            text.output.contains("sẽ được giữ lại") && text.output.contains("TT02 Số lượt người nghe: 1.890 → 1.810"))
        let json = try office.run(["check", "inputs/submissions/\(Self.file)", "--format", "json"])
        #expect(json.output.contains("\"held\"") && json.output.contains("\"taken\" : \"1.810\""))
        try put(Self.rows, in: office)
        let whole = try office.run(["check", "inputs/submissions/\(Self.file)"])
        #expect(whole.exit == 0 && !whole.output.contains("giữ lại"))
    }

    @Test(arguments: [("rút tệp", ["690", "sơ bộ"]), ("nhận tệp", ["1890", "chính thức"])])
    func `a file gone from its folder is named until somebody decides`(action: String, figure: [Substring]) throws {
        let office = try SmallOffice(isClean: true)
        let path = "2026-10/STP-02-tt.csv"
        #expect(try run(office, at: "17T09:00").exit == 0)
        #expect(try office.run(["status", "2026-10"]).exit == 0)
        try FileManager.default.removeItem(at: office.submission(path))
        for time in ["17T10:00", "17T11:00"] {
            let ending = try run(office, at: time)
            #expect(ending.exit == 1 && ending.errors.contains("[file-gone]"))
        }
        #expect(try listeners(office) == ["1890", "chính thức"])
        let status = try office.run(["status", "2026-10"])
        #expect(status.exit == 1 && status.output.contains("[file-gone]"))
        #expect(try office.run(["status", "2026-10", "--format", "json"]).output.contains("\"file-gone\""))
        try decide("18/10/2026;;;;\(path);\(action);;đã xem;Trưởng phòng", in: office)
        let ending = try run(office, at: "18T09:00")
        #expect(!ending.errors.contains("[file-gone]"))
        #expect(try listeners(office) == figure)
    }

    @Test func `a file moved to another month is gone there and held here`() throws {
        let office = try SmallOffice(isClean: true)
        try put(Self.rows, as: "2026-09/STP-02-tt.csv", isHeaded: false, in: office)
        try FileManager.default.removeItem(at: office.submission("2026-10/STP-02-tt.csv"))
        _ = try run(office, at: "17T09:00")
        try FileManager.default.moveItem(
            at: office.submission("2026-09/STP-02-tt.csv"), to: office.submission("2026-10/STP-02-tt.csv"))
        let ending = try run(office, at: "17T10:00")
        #expect(ending.errors.contains("[file-gone]") && ending.errors.contains("[same-file-elsewhere]"))
        #expect(try listeners(office) == ["690", "sơ bộ"])
        // Taken out there, it counts here.
        try decide("18/10/2026;2026-09;;;2026-09/STP-02-tt.csv;rút tệp;;nhầm tháng;Trưởng phòng", in: office)
        let after = try run(office, at: "18T09:00")
        #expect(!after.errors.contains("[file-gone]") && !after.errors.contains("[same-file-elsewhere]"))
        #expect(try listeners(office).first == "1890")
    }

    @Test func `the order in which files are taken in gives the same bytes`() throws {
        let paths = [Self.file, "2026-10/STP-02-tt-lan-3.csv"]
        let sets = try [paths, paths.reversed()].map { order in
            let office = try SmallOffice(isClean: true)
            for path in paths + ["2026-10/STP-02-tt.csv"] {
                try decide("17/10/2026;2026-10;STP;02-tt;\(path);ngày nhận;16/10/2026 09:00;thư;CV", in: office)
            }
            _ = try run(office, at: "17T09:00")
            for (number, path) in order.enumerated() {
                if path == Self.file {
                    try put([Self.rows[0]], in: office)
                } else {
                    try put([Self.rows[0], Self.rows[1]], as: path, sequence: 3, in: office)
                }
                _ = try run(office, at: "17T1\(number):00")
            }
            return try FileTree.read(office.url("reports/2026-10/du-thao"))
        }
        #expect(sets[0] == sets[1])
    }

    @Test func `an edition, the set as of its time and the changes since stay what they are`() throws {
        let office = try SmallOffice(isClean: true)
        _ = try run(office, at: "17T09:00")
        #expect(try office.run(["issue", "2026-10", "--yes"], now: "2026-10-17T10:00+07:00").exit == 0)
        try put(Self.rows.map { $0.replacingOccurrences(of: "1120", with: "1150") }, sequence: 1, in: office)
        let ending = try run(office, at: "18T09:00")
        #expect(ending.errors.contains("[issued-month-replaced]"))
        #expect(try listeners(office) == ["1890", "sơ bộ"])
        let issued = try FileTree.read(office.url("reports/2026-10/lan-1"))
        #expect(try office.run(["report", "2026-10", "--edition", "1", "--output", "lai"]).exit <= 1)
        #expect(try FileTree.read(office.url("lai")) == issued)
        #expect(try office.run(["verify"], now: "2026-10-18T10:00+07:00").exit == 0)
        let changes = try office.run(["changes", "2026-10"], now: "2026-10-18T10:00+07:00")
        #expect(changes.exit == 0 && !changes.output.contains("1.920"))
        // The same file as a numbered correction counts, and is the change.
        try put(Self.rows.map { $0.replacingOccurrences(of: "1120", with: "1150") }, sequence: 2, in: office)
        #expect(try run(office, at: "18T11:00").exit == 0)
        #expect(try listeners(office) == ["1920", "điều chỉnh"])
    }
}
