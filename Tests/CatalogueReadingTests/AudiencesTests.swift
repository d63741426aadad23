import Domain
import TestSupport
import Testing

struct AudiencesTests {
    private let real: RealCatalogue
    private let path = "catalogue/audiences.yaml"

    init() throws { real = try RealCatalogue() }

    private func line(_ text: String) -> (file: String, line: Int) { (path, real.line(of: text, in: path)) }

    @Test func `what each audience is given is read`() throws {
        let catalogue = try #require(real.read().catalogue)
        let leadership = catalogue.plan(for: .leadership)
        #expect(leadership.tables.contains("phoi-hop") && leadership.data.contains(.submissions))
        #expect(leadership.statements == Set(AudiencePlan.Statement.allCases))
        let open = catalogue.plan(for: .public)
        #expect(open.mark.vi == "Bản công khai" && open.texts == [.page, .digest, .summary] && open.statements.isEmpty)
        #expect(!open.tables.contains("phoi-hop") && open.files.contains(.pdf))
        #expect(catalogue.organisation.leadershipFigures == .full)
    }

    @Test func `without the file it is the figures alone, which is asked about`() throws {
        let without = real.without(path)
        let findings = without.read().findings.map { "\($0.rule) \($0.level) \($0.position.file)" }
        #expect(findings == ["missing-catalogue-file query \(path)"])
        #expect(try #require(without.read().catalogue).plan(for: .leadership) == .least(.leadership))
        #expect(AudiencePlan.least(.public).data == [.figures] && AudiencePlan.least(.public).texts.isEmpty)
    }

    @Test func `a name that means nothing, and a word that is no choice, are told`() {
        real.replacing("public:", with: "press:", in: path).expect(
            "unknown-setting", at: line("public:"), level: .query)
        real.replacing("  mark: {vi: Bản công khai, en: For the public}", with: "  mark: Bản công khai", in: path)
            .expect("bad-setting", at: line("mark: {vi: Bản công khai"))
        real.replacing("files: [xlsx, csv", with: "files: [xls, csv", in: path).expect(
            "bad-setting", at: line("files: [xlsx"))
    }

    @Test func `small counts are suppressed, and beside that rounded where it is laid down`() throws {
        let plan = try #require(real.read().catalogue).plan(for: .partners)
        #expect(plan.smallCounts == .suppress && !plan.encoded.contains("protection"))
        let rounded = real.replacing("partners:", with: "partners:\n  protection: round", in: path)
        let other = try #require(rounded.read().catalogue).plan(for: .partners)
        #expect(other.smallCounts == .round && other.encoded.hasSuffix("protection round\n"))
        real.replacing("partners:", with: "partners:\n  protection: floor", in: path)
            .expect("bad-setting", at: (path, line("partners:").line + 1))
    }

    @Test func `what may not leave, or is not there, is refused`() {
        let old = "tables: [tom-tat, tong-hop, linh-vuc, ton-dong, bien-gioi, chuong-trinh-mtqg, tien-do]"
        for name in ["can-xac-nhan", "phoi-hop", "khong-co"] {
            real.replacing(old, with: "tables: [tong-hop, \(name)]", in: path).expect("audience-part", at: line(old))
        }
        real.replacing("statements: [bieu-khac]", with: "statements: [gui-cham]", in: path)
            .expect("audience-part", at: line("statements: [bieu-khac]"))
    }

    @Test func `the leadership's figures are all or protected`() throws {
        let file = "catalogue/organisation.yaml"
        let key = "leadership_figures: full"
        #expect(
            real.replacing(key, with: "leadership_figures: protected", in: file).read().catalogue?.organisation
                .leadershipFigures == .protected)
        #expect(real.replacing(key, with: "#", in: file).read().catalogue?.organisation.leadershipFigures == .full)
        real.replacing(key, with: "leadership_figures: some", in: file)
            .expect("bad-setting", at: (file, real.line(of: key, in: file)))
    }
}
