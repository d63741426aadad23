import CatalogueReading
import Domain
import TestSupport
import Testing

struct RegisterReadingTests {
    private let real: RealCatalogue

    init() throws { real = try RealCatalogue() }

    @Test(arguments: [
        "units", "unit_changes", "departments", "obligations", "indicators", "sources", "codes", "programmes",
        "targets", "populations", "holidays",
    ])
    func `a register that is not there is missed, and nothing else is blamed for it`(name: String) {
        let (_, findings) = real.without("catalogue/\(name).csv").read()
        #expect(findings.map { "\($0.rule) \($0.position.file)" } == ["missing-catalogue-file catalogue/\(name).csv"])
    }

    @Test func `missing columns are named together, and further ones are nobody's business`() {
        let path = "catalogue/holidays.csv"
        let broken = real.replacing("date,kind,name", with: "Date,loai,ten,them", in: path)
        let (_, findings) = broken.read()
        #expect(findings.map(\.rule) == ["missing-register-column"])
        #expect(findings.first?.message.vi == "thiếu cột “kind”, “name”")
        #expect(findings.first?.position.line == 1)
        let wider = real.replacing(
            "unit,year,population,source", with: "unit,year,note,population,source", in: "catalogue/populations.csv")
        #expect(wider.read().findings.isEmpty)
    }

    @Test func `an empty required cell is told with line and column`() {
        let path = "catalogue/departments.csv"
        real.replacing("CAT,Công an tỉnh,", with: "CAT,,", in: path)
            .expect("empty-register-cell", at: (path, real.line(of: "CAT,Công an tỉnh", in: path)), column: 2)
    }

    @Test(arguments: ["2025-02-30", "2025-7-1", "7/1/2025", "hôm qua"])
    func `a date that is none is told`(date: String) {
        let path = "catalogue/holidays.csv"
        real.adding("\(date),holiday,x", to: path)
            .expect("bad-register-value", at: (path, real.lastLine(in: path) + 1), column: 1)
    }

    @Test(arguments: ["24.000", "1,5,2", "-3", "nhiều", "1e3"])
    func `a number that is none, or may be two, is told`(number: String) {
        let path = "catalogue/targets.csv"
        real.adding("DT01,118,2026,\"\(number)\"", to: path)
            .expect("bad-register-value", at: (path, real.lastLine(in: path) + 1), column: 4)
    }

    @Test(arguments: [("52", 52_000), ("0.125", 125), ("52,5", 52_500), ("52.25", 52_250)])
    func `a number is exact`(written: String, thousandths: Int64) {
        let read = real.adding("DT01,118,2026,\"\(written)\"", to: "catalogue/targets.csv").read()
        #expect(read.catalogue?.targets.last?.amount == Quantity(thousandths: thousandths))
    }

    @Test func `a word that is not among the allowed ones is told with them`() throws {
        let path = "catalogue/units.csv"
        let broken = real.replacing("118,Quỳnh Nhai,huyện,district", with: "118,Quỳnh Nhai,huyện,huyen", in: path)
        let finding = try #require(broken.read().findings.first)
        #expect(finding.rule == "bad-register-value")
        #expect(finding.position.line == real.line(of: "118,Quỳnh Nhai", in: path))
        #expect(finding.position.columnLetters == "D")
        #expect(finding.position.header == "level")
        #expect(finding.expected?.vi == "một trong: province, district, commune")
    }

    @Test func `a row of another length is told`() {
        let path = "catalogue/targets.csv"
        let line = real.lastLine(in: path) + 1
        real.adding("DT01,118,2026,52,thêm", to: path).expect("register-row-length", at: (path, line))
        #expect(real.adding("DT01,118,2026,52,,", to: path).read().findings.isEmpty)
        let (_, findings) = real.adding("DT01,118,2026", to: path).read()
        #expect(findings.map(\.rule).contains("register-row-length"))
    }

    @Test func `bytes that are no letters are told with their line`() {
        let path = "catalogue/holidays.csv"
        let text = real.texts[path] ?? ""
        let bytes = Array(text.utf8) + Array("2027-01-01,holiday,T".utf8) + [0xFF] + Array("t\n".utf8)
        let files = real.without(path).files + [SourceFile(path: path, bytes: bytes)]
        let findings = CatalogueReader.read(files, digest: "").findings
        #expect(findings.map(\.rule) == ["unreadable-catalogue-text"])
        #expect(findings.first?.position.line == real.lastLine(in: path) + 1)
    }

    @Test func `a validity that ends before it begins is told`() {
        let path = "catalogue/codes.csv"
        real.adding("noi_dung,moi,Mới,New,2026-01-01,2025-01-01,", to: path)
            .expect("empty-validity", at: (path, real.lastLine(in: path) + 1), column: 6)
    }

    @Test func `a header that lost a delimiter over rows with an empty end is asked about`() throws {
        let path = "catalogue/targets.csv"
        let lines = try #require(real.texts[path]).split(separator: "\n").map(String.init)
        func read(_ header: String, _ tail: String) -> [Finding] {
            let text = ([header] + lines.dropFirst().map { $0 + tail }).joined(separator: "\n")
            let files = real.without(path).files + [SourceFile(path: path, bytes: Array(text.utf8))]
            return CatalogueReader.read(files, digest: "").findings
        }
        let found = read(lines[0], ",")
        #expect(found.map { "\($0.rule) \($0.level) \($0.position.line)" } == ["register-row-length query 1"])
        #expect(read(lines[0], "").isEmpty && read(lines[0] + ",", ",").isEmpty)
    }
}
