import Domain
import Testing

@testable import Reporting

struct ReportPlanTests {
    private let basis: Basis
    private let plan: ReportPlan

    init() throws {
        basis = try Scene().basis("2026-10")
        plan = try #require(basis.catalogue.reports.first)
    }

    @Test func `every table that the plan names exists`() {
        for entry in plan.tables { #expect(TableKind.names.contains(entry.table)) }
        let shown = plan.tables.filter { entry in TableKind.all.contains { $0.name == entry.table && $0.isShown(basis) }
        }
        #expect(basis.tables(plan, .vi).count == shown.count)
    }

    @Test func `every table is in the plan, but for what stands elsewhere in the sample`() {
        let named = Set(plan.tables.map(\.table))
        // Differences of sources are among the questions; each indicator's sources are in the data workbook.
        #expect(Set(TableKind.names).subtracting(named) == ["chenh-lech-nguon", "nguon-ky-hieu"])
    }

    @Test(arguments: Language.allCases)
    func `sheet names are short and differ, and rows are as wide as the head`(language: Language) {
        let tables = basis.tables(plan, language)
        #expect(tables.allSatisfy { $0.sheetName.count <= 31 })
        #expect(Set(tables.map { $0.sheetName.lowercased() }).count == tables.count)
        for table in tables { #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }) }
    }

    @Test func `a table that goes on with an annex bears its number and a letter`() throws {
        let annexes = basis.tables(plan, .vi).compactMap(\.annex).map { $0.dropFirst("Phụ lục ".count) }
        let first = try #require(annexes.firstIndex { $0.hasSuffix("a") })
        let number = annexes[first - 1]
        #expect(annexes[first...].prefix(2) == [number + "a", number + "b"])
        #expect(annexes.prefix(first) == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].prefix(first))
        #expect(annexes[first + 2] != number && !annexes[first + 2].hasPrefix(number + "c"))
    }
}
