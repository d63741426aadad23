import Domain
import Foundation
import Intake
import Rendering
import Reporting
import Spreadsheet
import TestSupport
import Testing

struct TemplateTests {
    @Test func `there is one for each obligation of the real catalogue`() throws {
        let catalogue = try #require(FilledTemplates.catalogue)
        #expect(FilledTemplates.all.count == catalogue.obligations.count)
        #expect(Set(FilledTemplates.all.map(\.template.name)).count == catalogue.obligations.count)
    }

    @Test(arguments: FilledTemplates.all)
    func `sent back as it is, the CSV of a sheet is held and that of a register is a nil report`(
        _ owed: FilledTemplates.Owed
    ) throws {
        let reading = try #require(FilledTemplates.read(TemplateCSV.bytes(owed.template), as: owed.path))
        let isSheet = FilledTemplates.catalogue?.form(owed.obligation.form)?.layout == .sheet
        #expect(reading.findings.map(\.rule) == (isSheet ? ["nothing-filled-in"] : []))
        #expect(reading.findings.contains(where: \.isHolding) == isSheet)
        #expect(reading.state == .accepted)
        #expect(reading.slice?.department == owed.obligation.department)
        #expect(reading.slice?.form == owed.obligation.form)
        #expect(reading.period == owed.period)
        let isZero = reading.tallies.allSatisfy(\.sum.isZero)
        #expect(isZero)
    }

    @Test(arguments: FilledTemplates.all) func `the CSV filled in has no finding, and every number arrives`(
        _ owed: FilledTemplates.Owed
    ) throws {
        let filled = owed.template.filledIn()
        let reading = try #require(FilledTemplates.read(TemplateCSV.bytes(filled), as: owed.path))
        #expect(reading.findings.map(\.message.vi) == [])
        #expect(reading.state == .accepted)
        #expect(reading.rowsCounted == filled.rows.count)
        #expect(!filled.rows.isEmpty && !reading.measures.isEmpty)
    }

    @Test(arguments: FilledTemplates.all) func `asks for every measure that the department owes`(
        _ owed: FilledTemplates.Owed
    ) throws {
        let catalogue = try #require(FilledTemplates.catalogue)
        let reading = try #require(FilledTemplates.read(TemplateCSV.bytes(owed.template), as: owed.path))
        let form = try #require(catalogue.form(owed.obligation.form))
        let named = Set(catalogue.sources.filter { $0.department == owed.obligation.department }.map(\.indicator))
        for indicator in catalogue.indicators
        where named.contains(indicator.code) && indicator.forms.contains(form.code) {
            for measure in indicator.measures where form.measure(measure) != nil {
                #expect(reading.measures.contains(measure), "\(indicator.code)")
            }
        }
    }

    @Test func `leaves out columns that the department is not asked for`() throws {
        let owed = try #require(FilledTemplates.all.first { $0.template.name.hasPrefix("SNNMT-03-an-") })
        let headers = owed.template.columns.map(\.header)
        #expect(headers.contains("Tranh chấp đất đai: tồn đầu kỳ"))
        #expect(headers.contains("Thuyết minh"))
        #expect(!headers.contains("Ma túy (vụ)"))
    }

    @Test func `a commune's own form has its own row only`() throws {
        let owed = try #require(FilledTemplates.all.first { $0.template.name.hasPrefix("X04045-") })
        #expect(owed.template.rows.map { $0[1] } == ["04045"])
    }

    @Test func `the province's form has every commune and a row for what has no place`() throws {
        let owed = try #require(FilledTemplates.all.first { $0.template.name.hasPrefix("CAT-03-an-") })
        #expect(owed.template.rows.count == 76)
        #expect(owed.template.rows.last?[2] == "Cấp tỉnh (không phân theo xã)")
    }

    @Test func `the workbook holds the same words as the CSV, and never takes a file's place`() throws {
        let owed = try #require(FilledTemplates.all.first { $0.template.name.hasPrefix("PN-04-lop-") })
        let folder = try TemporaryFolder()
        let renderer = TemplateRenderer(madeAt: Self.clock)
        let paths = try renderer.write(owed.template, to: folder.path)
        #expect(paths.map { ($0 as NSString).pathExtension } == ["xlsx", "csv"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 2)
        let csv = try Data(contentsOf: URL(fileURLWithPath: paths[1]))
        #expect([UInt8](csv) == TemplateCSV.bytes(owed.template))
        #expect(throws: TemplateIsThere(path: paths[0])) { _ = try renderer.write(owed.template, to: folder.path) }
        let dump = try WorkbookDump.text(of: paths[0])
        #expect(owed.template.columns.filter { !dump.contains($0.header) } == [])
        #expect(dump.contains("Danh mục") && dump.contains("Chủ trì"))
    }

    static let clock = LocalTime(day: Day(number: 20_000), hour: 9)
}

struct TemplateRequestTests {
    private func refusal(_ department: String, _ form: String, _ period: String? = nil) throws -> String {
        let catalogue = try #require(FilledTemplates.catalogue)
        let today = try #require(Day("2026-10-17"))
        do throws(TemplateRequest.Refusal) {
            _ = try TemplateRequest(department: department, form: form, period: period.flatMap { Period($0) })
                .template(from: catalogue, today: today)
            return ""
        } catch {
            return error.text.vi
        }
    }

    @Test func `says what there is instead`() throws {
        #expect(try refusal("KHONGCO", "03-an").contains("các đơn vị phải gửi báo cáo: BCHQS, BDBP"))
        #expect(try refusal("CAT", "99-x").contains("các biểu: 01-dt (01/ĐT), 02-tt (02/TT)"))
        #expect(try refusal("SNNMT", "01-dt").contains("các biểu phải gửi: 03-an (03/AN)"))
        #expect(try refusal("BDT", "01-dt").contains("nay do Sở Dân tộc và Tôn giáo (SDTTG) gửi"))
        #expect(try refusal("CAT", "03-an", "2026-Q4").contains("ghi kỳ như 2026-12"))
    }

    @Test func `takes the period that is running, and forms as they are printed`() throws {
        let catalogue = try #require(FilledTemplates.catalogue)
        let today = try #require(Day("2026-10-17"))
        let template = try TemplateRequest(department: "cat", form: "03/AN", period: nil)
            .template(from: catalogue, today: today)
        #expect(template.name == "CAT-03-an-2026-11")
        #expect(template.head.contains("Kỳ báo cáo: Tháng 11 năm 2026 (từ ngày 15/10/2026 đến ngày 14/11/2026)"))
    }
}
