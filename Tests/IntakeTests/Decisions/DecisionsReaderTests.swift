import Domain
import Foundation
import Intake
import TestSupport
import Testing

struct DecisionsReaderTests {
    private static let header = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt"
    private let catalogue: Catalogue

    init() throws { catalogue = try #require(Repository.catalogue) }

    private func read(_ lines: String..., header: String = header) -> (decisions: [Decision], findings: [Finding]) {
        let text = "\u{FEFF}" + ([header] + lines).joined(separator: "\r\n") + "\r\n"
        return DecisionsReader.read(SourceFile(path: "xu-ly.csv", bytes: Array(text.utf8)), catalogue: catalogue)
    }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    @Test func `the office's own decisions are read without a finding`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "inputs/xu-ly.csv")
        let bytes = [UInt8](try Data(contentsOf: root))
        let (decisions, findings) = DecisionsReader.read(
            SourceFile(path: "xu-ly.csv", bytes: bytes), catalogue: catalogue)
        #expect(findings.map { "\($0.position.line): \($0.message.vi)" } == [])
        #expect(decisions.count > 500)
    }

    @Test(arguments: [
        "gọi 0900000001", "CCCD 014900000002", "thu.nghiem@example.com", "ông Lò Văn Thử xin gia hạn",
        "em Mẫu sinh 01/01/1900", "TỐI MẬT",
    ]) func `a list that names a person or bears a mark is not taken, and says nothing of it`(_ reason: String) {
        let good = "17/10/2026;2026-10;CAT;03-an;;miễn;;Không có vụ việc;Trưởng phòng"
        #expect(read(good).decisions.count == 1)
        let (decisions, findings) = read(good, "17/10/2026;2026-10;CAT;03-an;;miễn;;\(reason);Trưởng phòng")
        #expect(decisions.isEmpty && findings.count == 1 && DecisionsReader.isForbidden(findings))
        #expect(findings.first?.position.row == 3)
        #expect(!"\(findings)".contains(reason) && !"\(findings)".contains("Văn Thử"))
    }

    @Test func `when a file was received is read in the organisation's zone`() throws {
        let (decisions, findings) = read(
            "17/10/2026;2026-10;CAT;03-an;2026-10\\CAT-03-an.csv;ngày nhận;16/10/2026 08:30;;Chuyên viên")
        #expect(findings.isEmpty)
        let expected = Decision(
            at: try instant("2026-10-17T00:00+07:00"), period: Period("2026-10"), department: "CAT", form: "03-an",
            path: "2026-10/CAT-03-an.csv", action: .received(try instant("2026-10-16T08:30+07:00")), reason: "",
            approver: "Chuyên viên")
        #expect(decisions == [expected])
    }

    @Test func `every action is understood, with and without diacritics`() throws {
        let (decisions, findings) = read(
            "1/10/2026;2026-10;BDBP;02-tt;;GIA HẠN;20/10/2026;đi cơ sở;x",
            "01/10/2026;;X04231;03/AN;;mien;;mưa lũ;x",
            "01/10/2026;;;;2026-10/a.csv;thay tep;;đúng bản;x",
            "01/10/2026;;;;2026-10/b.csv;Rút tệp;;gửi nhầm;x",
            "01/10/2026 17:00;2026-Q3;;;;chốt;;xong;x",
            "01/10/2026 17:00:30;Tháng 10 năm 2026;Công an tỉnh;;;Mở lại;;bổ sung;x")
        #expect(findings.isEmpty)
        let day = try #require(Day("2026-10-20"))
        #expect(decisions.map(\.action) == [.extend(day), .exempt, .replace, .withdraw, .close, .reopen(until: nil)])
        #expect(decisions.map(\.form) == ["02-tt", "03-an", nil, nil, nil, nil])
        #expect(decisions.map { $0.period?.description } == ["2026-10", nil, nil, nil, "2026-Q3", "2026-10"])
        #expect(decisions.map(\.department) == ["BDBP", "X04231", nil, nil, nil, "CAT"])
        #expect(decisions[5].at == (try instant("2026-10-01T17:00:30+07:00")))
    }

    private func read(_ files: KnownFiles, paths: String...) -> (decisions: [Decision], findings: [Finding]) {
        let lines = paths.map { "01/10/2026;2026-10;CAT;03-an;\($0);thay tệp;;đúng bản;x" }
        let text = ([Self.header] + lines).joined(separator: "\n")
        return DecisionsReader.read(
            SourceFile(path: "xu-ly.csv", bytes: Array(text.utf8)), catalogue: catalogue, files: files)
    }

    @Test func `a decision on a file that has not come is obeyed and named, until the file comes`() {
        let files = KnownFiles(["2026-10/CAT-03-an.csv", "2026-09/bao cao.csv"], unlisted: ["2026-08"])
        let (decisions, findings) = read(
            files, paths: "2026-10/CAT-03-an.csv", "2026-08/a.csv", "2026-10/CAT-03-am.csv", "2026-10/bao cao.csv",
            "2026-10/chua den.csv")
        #expect(decisions.count == 5)
        #expect(findings.map(\.rule.text) == [String](repeating: "decision-before-file", count: 3))
        #expect(findings.map(\.position.line) == [4, 5, 6] && findings.allSatisfy { $0.position.column == 5 })
        #expect(findings.map(\.level) == [.query, .query, .note])
        #expect(findings[0].message.vi.hasSuffix("; có phải “2026-10/CAT-03-an.csv”?"))
        #expect(findings[1].message.vi.hasSuffix("; có phải “2026-09/bao cao.csv”?"))
        let come = KnownFiles(["2026-10/CAT-03-am.csv", "2026-10/bao cao.csv", "2026-10/chua den.csv"])
        #expect(
            read(come, paths: "2026-10/CAT-03-am.csv", "2026-10/bao cao.csv", "2026-10/chua den.csv").findings.isEmpty)
    }

    /// The commonest ways of writing a path that no file will ever have.
    @Test(arguments: ["CAT-03-an.csv", "so-lieu\\2026-10\\CAT-03-an.csv", "2026-10/CAT-03-an", "2026-10/cat-03-an.CSV"])
    func `a path without its folder or its ending is asked about`(_ path: String) {
        let files = KnownFiles(["2026-10/CAT-03-an.csv", "2026-09/CAT-03-an.csv", "2026-10/STP-03-an.csv"])
        let findings = read(files, paths: path).findings
        #expect(findings.map(\.level) == [.query])
        #expect(findings.first?.message.vi.hasSuffix("; có phải “2026-10/CAT-03-an.csv”?") == true, "\(findings)")
    }

    @Test func `a name alone is asked about whatever it may mean, a file to come is not`() {
        let files = KnownFiles(["2026-10/CAT-03-an.csv"])
        #expect(read(files, paths: "gi-do.csv").findings.map(\.level) == [.query])
        #expect(read(files, paths: "2026-10/STP-01-dt.csv").findings.map(\.level) == [.note])
    }

    @Test(arguments: [
        ("25/12/2026;2026-10;CAT;03-an;2026-10/a.csv;rút tệp;;nhầm;x", [1]),
        ("01/10/2026;2026-10;CAT;03-an;2026-10/a.csv;ngày nhận;25/12/2026;x;x", [7]),
        ("21/10/2026 23:00;2026-10;CAT;03-an;2026-10/a.csv;ngày nhận;20/10/2026;x;x", []),
        ("21/10/2026;2026-10;CAT;03-an;;gia hạn;25/12/2026;x;x", []),
        // Before anything of the period could come.
        ("01/10/2026;2026-10;CAT;03-an;2026-10/a.csv;ngày nhận;19/01/2026;x;x", [7]),
        ("01/10/2026;;CAT;03-an;2026-10/a.csv;ngày nhận;14/09/2026;x;x", [7]),
        ("01/10/2026;;CAT;03-an;2026-10/a.csv;ngày nhận;15/09/2026;x;x", []),
    ]) func `a time that is still to come, or too early, is asked about`(_ line: String, _ columns: [Int]) throws {
        let text = Self.header + "\n" + line
        let list = DecisionsReader.list(
            SourceFile(path: "xu-ly.csv", bytes: Array(text.utf8)), catalogue: catalogue,
            now: try instant("2026-10-21T09:00:00+07:00"))
        #expect(list.findings.map(\.rule.text) == columns.map { _ in "bad-decision-date" })
        #expect(list.findings.map(\.position.column) == columns && list.findings.allSatisfy { $0.level == .query })
        #expect(list.decisions.count == 1)
    }

    @Test func `a list is damaged where fewer lines can be obeyed than cannot`() {
        let good = "01/10/2026;;;;2026-10/b.csv;rút tệp;;gửi nhầm;x"
        func isDamaged(_ list: (decisions: [Decision], findings: [Finding])) -> Bool {
            DecisionsReader.isDamaged(list.decisions, list.findings)
        }
        #expect(!isDamaged(read()) && !isDamaged(read(good)) && !isDamaged(read(good, "hôm qua;;;;;;;;")))
        #expect(isDamaged(read(good, "hôm qua;;;;;;;;", "x;y;;;;;;;")) && isDamaged(read("hôm qua;;;;;;;;")))
        #expect(isDamaged(read(good, header: "Ngày;Kỳ")))
    }

    @Test func `columns stand in any order under any of their names`() throws {
        let (decisions, findings) = read(
            "chốt,2026-10,,01/11/2026,,,,xong,GĐ", header: "Viec,Ky,Don vi,Ngay,Bieu,Tep,Gia tri,Ly do,Chuc danh")
        #expect(findings.isEmpty)
        #expect(decisions.map(\.action) == [.close])
        #expect(decisions.first?.approver == "GĐ")
    }

    @Test(arguments: [
        (";2026-10;CAT;;;chốt;;x;y", "empty-decision-cell", 1),
        ("2026/10/01;2026-10;CAT;;;chốt;;x;y", "bad-decision-date", 1),
        ("31/02/2026;2026-10;CAT;;;chốt;;x;y", "bad-decision-date", 1),
        ("01/10/2026 25:00;2026-10;CAT;;;chốt;;x;y", "bad-decision-date", 1),
        ("01/10/2026;2026-13;CAT;;;chốt;;x;y", "unknown-decision-period", 2),
        ("01/10/2026;2026-10;CATT;;;chốt;;x;y", "unknown-decision-department", 3),
        ("01/10/2026;2026-10;CAT;06-xx;;chốt;;x;y", "unknown-decision-form", 4),
        ("01/10/2026;2026-10;CAT;;;rút tệp;;x;y", "decision-without-file", 5),
        ("01/10/2026;2026-10;CAT;;../a.csv;rút tệp;;x;y", "bad-decision-path", 5),
        ("01/10/2026;2026-10;CAT;;a.csv;xóa;;x;y", "unknown-decision-action", 6),
        ("01/10/2026;2026-10;CAT;;a.csv;;;x;y", "empty-decision-cell", 6),
        ("01/10/2026;2026-10;CAT;;a.csv;ngày nhận;;x;y", "decision-without-value", 7),
        ("01/10/2026;2026-10;CAT;;;gia hạn;mai;x;y", "bad-decision-date", 7),
        ("01/10/2026;2026-10;CAT;;;gia hạn;20/10/2026 17:00;x;y", "bad-decision-date", 7),
        ("01/10/2026;2026-10;CAT;;;miễn;;;y", "decision-without-reason", 8),
    ])
    func `a line that cannot be obeyed is told, and the others are taken`(line: String, rule: String, column: Int) {
        let (decisions, findings) = read(
            "01/10/2026;2026-10;CAT;;;chốt;;x;y", line, "02/10/2026;2026-10;CAT;;;mở lại;;x;y")
        #expect(findings.map(\.rule) == [RuleName(stored: rule)])
        #expect(findings.first?.level == .error)
        #expect(findings.first?.position.line == 3)
        #expect(findings.first?.position.column == column)
        #expect(decisions.map(\.action) == [.close, .reopen(until: nil)])
    }

    @Test func `a line says everything that is wrong with it`() {
        let (decisions, findings) = read("hôm qua;2026-13;CATT;06-xx;;rút;;;y")
        #expect(decisions.isEmpty)
        #expect(findings.map(\.position.column) == [1, 2, 3, 4, 5, 8])
    }

    @Test func `a cell too many shifts the columns and is told`() {
        let (decisions, findings) = read("01/10/2026;2026-10;CAT;;;chốt;;xong; hết rồi;y")
        #expect(decisions.isEmpty)
        #expect(findings.map(\.rule) == ["decision-row-length"])
    }

    @Test(arguments: ["TT02 Số lượt người nghe;1.890;1.810", "không có;;"], ["", ";;"])
    func `a line of viec-can-quyet copied whole is taken without its remarks`(_ figures: String, _ tail: String) {
        let line = "18/10/2026;Tháng 10 năm 2026;CAT;02-tt;2026-10/CAT-02-tt.csv;nhận tệp;;đã hỏi lại;Trưởng phòng"
        let remarks = ";\"trùng với tháng trước; xem lại\";\(figures)"
        // As it is, and as a spreadsheet widens the header.
        for header in [Self.header, Self.header + ";;;;\(tail)"] {
            let (decisions, findings) = read(line + remarks + tail, header: header)
            #expect(findings.isEmpty)
            #expect(decisions.map(\.action) == [.accept])
            #expect(decisions.map(\.reason) == ["đã hỏi lại"])
        }
    }

    @Test(arguments: [
        // A reason with a delimiter, alone and with the empty cells of a spreadsheet.
        "đã hỏi; rồi;Trưởng phòng", "đã hỏi; rồi;Trưởng phòng;;;", "a;b;c;d;e;Trưởng phòng",
        "a;b;c;d;Trưởng phòng;x;y;z",
        // One cell more than such a line has.
        "đã hỏi; rồi;Trưởng phòng;trùng;TT02 Số lượt người nghe;1;2",
    ])
    func `another line that is too long is not`(_ rest: String) {
        for header in [Self.header, Self.header + ";;;;"] {
            let (decisions, findings) = read(
                "18/10/2026;;;;2026-10/CAT-02-tt.csv;nhận tệp;;\(rest)", header: header)
            #expect(decisions.isEmpty)
            #expect(findings.map(\.rule) == ["decision-row-length"])
        }
    }

    @Test func `a copied line that is not filled in says what it lacks`() {
        let line = ";Tháng 10 năm 2026;CAT;02-tt;2026-10/CAT-02-tt.csv;nhận tệp;;;;trùng;không có;;"
        let (decisions, findings) = read(line)
        #expect(decisions.isEmpty)
        #expect(findings.map(\.rule) == ["empty-decision-cell", "decision-without-reason"])
        #expect(findings.map(\.position.header) == ["Ngày", "Lý do"])
    }

    @Test func `missing columns are named together and nothing is taken`() {
        let (decisions, findings) = read("01/10/2026;chốt", header: "Ngày;Việc")
        #expect(decisions.isEmpty)
        #expect(findings.map(\.rule) == ["missing-decision-column"])
        #expect(findings.first?.message.vi.contains("“Kỳ”, “Đơn vị”") == true)
    }

    @Test func `a header without lines decides nothing`() {
        let (decisions, findings) = read()
        #expect(decisions.isEmpty && findings.isEmpty)
    }

    @Test(arguments: [
        ("2026-10/a.csv", "2026-10/a.csv"), ("2026-10\\a.csv", "2026-10/a.csv"),
        ("./2026-10//a.csv", "2026-10/a.csv"), ("inputs/submissions/2026-10/a.csv", "2026-10/a.csv"),
        ("D:\\so lieu\\submissions\\2026-10\\a.csv", "2026-10/a.csv"),
    ])
    func `a path is what receipts have, however it was copied`(written: String, path: String) {
        let (decisions, _) = read("01/10/2026;;;;\(written);rút tệp;;x;y")
        #expect(decisions.map(\.path) == [path])
    }

    @Test func `every rule has a page in both languages`() {
        #expect(DecisionsReader.rules.allSatisfy { $0.page.vi.count > 30 && $0.page.en.count > 30 })
    }
}
