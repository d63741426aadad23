import CatalogueReading
import Domain
import Foundation
import TestSupport
import Testing

struct CatalogueReaderTests {
    private let real: RealCatalogue

    init() throws { real = try RealCatalogue() }

    @Test func `the office's catalogue is read without a finding`() throws {
        let (catalogue, findings) = real.read()
        #expect(findings.map { "\($0.position.file):\($0.position.line) \($0.rule) \($0.message.vi)" } == [])
        let read = try #require(catalogue)
        #expect(read.digest == "test")
        #expect(read.organisation.timeZone.identifier == "Asia/Ho_Chi_Minh")
        #expect(read.organisation.addressees.count == 2)
        #expect(read.indicators.count == 36)
        #expect(read.forms.map(\.code) == ["01-dt", "02-tt", "03-an", "04-lop", "05-vu"])
    }

    @Test(arguments: [("2025-01-31", 204, 12), ("2025-02-01", 200, 12), ("2025-07-01", 75, 12)])
    func `units of a day are those of the law`(text: String, communes: Int, districts: Int) throws {
        let geography = try #require(real.read().catalogue).geography
        let day = try #require(Day(text))
        #expect(geography.units(.commune, on: day).count == communes)
        #expect(geography.units(.district, on: day).count == districts)
    }

    @Test func `lists, numbers and selections of the files become values`() throws {
        let catalogue = try #require(real.read().catalogue)
        let form = try #require(catalogue.form("04-lop"))
        #expect(form.layout == .register)
        #expect(form.dateColumn == "ngay_be_mac")
        #expect(form.placeless == Form.Placeless(column: "pham_vi", codes: ["lien-xa", "tinh"]))
        #expect(form.column("kinh_phi")?.kind == .decimal(1))
        #expect(form.column("vai_tro")?.kind == .code("vai_tro"))
        #expect(form.column("ngay_be_mac")?.filled == true)
        #expect(form.measure("can_bo")?.selection == ["vai_tro": ["chu-tri"], "doi_tuong": ["can-bo"]])
        let rate = try #require(catalogue.indicator("TT12"))
        #expect(rate.kind == .ratio(numerator: "TT11", denominator: "TT10", factor: 100))
        #expect(catalogue.indicator("TT09")?.kind == .yearToDate(["ban_tuyen_truyen"]))
        #expect(catalogue.indicator("AN04")?.suppressBelow == 3)
        #expect(catalogue.checks.contains(.follows(pending: "AN09", arising: "AN07", settled: "AN08")))
        #expect(catalogue.reports.first?.tables.contains { $0.domain == "an_ninh" } == true)
        #expect(catalogue.workCalendar.makeUpDays.contains(try #require(Day("2026-01-10"))))
    }

    @Test func `a file saved by Excel, with a mark, semicolons and dates of its own, says the same`() throws {
        let path = "catalogue/holidays.csv"
        let lines = try #require(real.texts[path]).split(separator: "\n").map { line -> String in
            let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
            let date = cells[0].split(separator: "-").reversed().joined(separator: "/")
            return [date, cells[1], cells[2]].joined(separator: ";")
        }
        let saved = "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
        let files = real.without(path).files + [SourceFile(path: path, bytes: Array(saved.utf8))]
        let (catalogue, findings) = CatalogueReader.read(files, digest: "")
        #expect(findings.isEmpty)
        #expect(catalogue?.workCalendar == real.read().catalogue?.workCalendar)
    }

    @Test func `all faults of all files are told at once, in the order of the files`() {
        let broken = real.without("catalogue/holidays.csv")
            .replacing("DT01,CAT,count", with: "DT01,CAT,counts", in: "catalogue/sources.csv")
            .replacing("layout: sheet", with: "layout: sheets", in: "catalogue/forms/01-dt.yaml")
            .replacing("code: 02-tt", with: "code: [02-tt", in: "catalogue/forms/02-tt.yaml")
        let (catalogue, findings) = broken.read()
        #expect(catalogue == nil)
        #expect(findings.map(\.position.file) == findings.map(\.position.file).sorted())
        #expect(
            findings.map(\.rule) == [
                "bad-setting", "bad-yaml", "missing-catalogue-file", "bad-register-value",
            ])
    }

    @Test func `rule names are kebab-case, no two rules share one, and all are explained`() {
        let rules = CatalogueReader.rules
        let names = rules.map { $0.code }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || ($0.isASCII && $0.isLowercase) } })
        #expect(rules.allSatisfy { $0.page.vi.count > 30 && $0.page.en.count > 30 })
    }
}
