import Domain
import TestSupport
import Testing

struct ReportPlanRuleTests {
    private let real: RealCatalogue
    private let plan = "catalogue/reports/tong-hop.yaml"

    init() throws { real = try RealCatalogue() }

    private func line(_ text: String) -> (file: String, line: Int) { (plan, real.line(of: text, in: plan)) }

    @Test func `what a table is told is read`() throws {
        let tables = try #require(real.read().catalogue?.reports.first?.tables)
        let pending = try #require(tables.first { $0.table == "ton-dong" })
        #expect(pending.indicators == ["AN09", "TT12"])
        let coordination = try #require(tables.first { $0.table == "phoi-hop" })
        #expect(coordination.onTime == 90)
        #expect(coordination.activities.first?.led == ["lop"])
        #expect(coordination.activities.first?.joined == ["lop_phoi_hop"])
        #expect(tables.first { $0.table == "chuong-trinh-mtqg" }?.list == "chuong_trinh")
        #expect(tables.first { $0.table == "tien-do" }?.chart == "TT01")
        #expect(tables.first { $0.domain == "dao_tao" }?.rates == ["DT02"])
    }

    @Test(arguments: [
        ("indicators: [AN09, TT12]", "indicators: [AN09, TT99]"), ("rates: [DT02]", "rates: [DT99]"),
        ("chart: TT01", "chart: TT99"),
    ])
    func `its indicators are in the register`(old: String, new: String) {
        real.replacing(old, with: new, in: plan).expect("unregistered-indicator", at: line(old))
    }

    @Test func `its measures are those of a form`() {
        real.replacing("joined: [lop_phoi_hop]", with: "joined: [lop_khac]", in: plan)
            .expect("unknown-plan-part", at: line("phoi-hop:"))
    }

    @Test func `its list is one of the code lists`() {
        real.replacing("list: chuong_trinh", with: "list: chuong_trinh_khac", in: plan)
            .expect("unknown-plan-part", at: line("list: chuong_trinh"))
    }

    @Test func `a misspelt setting is asked about`() {
        real.replacing("{chart: TT01}", with: "{charts: TT01}", in: plan)
            .expect("unknown-setting", at: line("chart: TT01"), level: .query)
    }

    @Test func `populations reach the catalogue with their source`() throws {
        let added = real.adding("14,2026,1300000,Niên giám thống kê", to: "catalogue/populations.csv")
        let population = try #require(added.read().catalogue?.populations.first)
        #expect(population == Population(unit: "14", year: 2026, people: 1_300_000, source: "Niên giám thống kê"))
    }
}
