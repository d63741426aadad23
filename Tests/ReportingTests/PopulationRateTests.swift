import Domain
import Testing

@testable import Reporting

struct PopulationRateTests {
    private func table(_ populations: String) throws -> Table {
        var scene = try Scene(populations: populations)
        for source in scene.catalogue.sources where source.indicator == "DT02" && source.role == .count {
            let form = ["SNV", "PN"].contains(source.department) ? "04-lop" : "01-dt"
            guard
                source.validity.contains(
                    scene.catalogue.organisation.calendar.lastDay(of: try #require(Month("2026-10"))))
            else { continue }
            try scene.send(
                source.department, form, "2026-10", ["luot_nguoi": source.department == "CAT" ? ["125": 50] : [:]])
        }
        return try scene.basis("2026-10").table("linh-vuc-dao-tao")
    }

    @Test func `a rate per 1,000 stands where a population is given, with its source`() throws {
        let table = try table("125,2026,20000,Niên giám thống kê")
        let column = try #require(table.columns.firstIndex { $0.header.first?.hasPrefix("Trên 1.000 dân") == true }) - 1
        #expect(try table.words("Mai Sơn (cũ)")[column] == "2,50")
        #expect(try table.words("Yên Châu (cũ)")[column] == "x")
        #expect(table.notes.contains { $0.contains("Niên giám thống kê") })
    }

    @Test(arguments: ["", "125,2025,20000,Niên giám", "125,2026,0,Niên giám"])
    func `without a population of the year there is no column`(populations: String) throws {
        let table = try table(populations)
        #expect(!table.columns.contains { $0.header.first?.hasPrefix("Trên 1.000 dân") == true })
    }

    @Test func `a commune's code that two units bore in the year has none`() throws {
        let catalogue = try Scene(populations: "03985,2025,5000,Niên giám\n03985,2026,5000,Niên giám").catalogue
        let day = try #require(Day(year: 2025, month: 12, day: 14))
        let unit = try #require(catalogue.geography.unit(code: "03985", on: day))
        #expect(catalogue.population(of: unit, year: 2025) == nil)
        #expect(catalogue.population(of: unit, year: 2026)?.people == 5_000)
    }
}
