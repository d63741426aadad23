import Domain
import TestSupport
import Testing

struct UnitRuleTests {
    private let real: RealCatalogue
    private let units = "catalogue/units.csv"
    private let changes = "catalogue/unit_changes.csv"

    init() throws { real = try RealCatalogue() }

    private func line(_ text: String) -> (file: String, line: Int) { (units, real.line(of: text, in: units)) }

    @Test func `a parent that is not there is told`() {
        real.replacing("03646,Tô Hiệu,phường,commune,14,", with: "03646,Tô Hiệu,phường,commune,15,", in: units)
            .expect("unknown-parent", at: line("03646,Tô Hiệu"), column: 5)
    }

    @Test func `a parent that has ended before the unit is told`() {
        real.replacing("118,Quỳnh Nhai,huyện,district,14,", with: "118,Quỳnh Nhai,huyện,district,119,", in: units)
            .expect("unknown-parent", at: line("118,Quỳnh Nhai,huyện"), column: 5)
    }

    @Test func `a district that is not there is told`() {
        real.replacing("03646,Tô Hiệu,phường,commune,14,116", with: "03646,Tô Hiệu,phường,commune,14,117", in: units)
            .expect("unknown-district", at: line("03646,Tô Hiệu"), column: 6)
    }

    @Test func `two states of a code on one day are told at the later line`() {
        let broken = real.replacing(
            "03646,Tô Hiệu,phường,commune,14,116,0,2025-07-01",
            with: "03646,Tô Hiệu,phường,commune,14,116,0,2025-06-30",
            in: units)
        let findings = broken.read().findings.filter { $0.rule == "overlapping-validity" }
        #expect(findings.map(\.position.line) == [line("03646,Tô Hiệu").line])
        #expect(findings.first?.position.header == "valid_from")
    }

    @Test func `the same state twice is told at the later line`() {
        real.adding("14,Sơn La,tỉnh,province,,,1,,,", to: units)
            .expect("duplicate-key", at: (units, real.lastLine(in: units) + 1), column: 1)
    }

    @Test func `a unit that ends without a line of change is told`() {
        let change = real.texts[changes]?.split(separator: "\n").first { $0.hasPrefix("2025-07-01,03649,") } ?? ""
        real.replacing(change + "\n", with: "", in: changes)
            .expect("unit-without-change", at: line("03649,Tô Hiệu"), column: 9)
    }

    @Test func `a unit that begins without a line of change is told`() {
        let change = real.texts[changes]?.split(separator: "\n").first { $0.hasPrefix("2025-02-01,,03980,") } ?? ""
        let broken = real.replacing(change + "\n", with: "", in: changes)
        let others = broken.texts[changes]?.split(separator: "\n").filter {
            $0.contains(",03980,") && $0.hasPrefix("2025-02")
        }
        let bare = (others ?? []).reduce(broken) { $0.replacing($1 + "\n", with: "", in: changes) }
        let findings = bare.read().findings.filter { $0.position.file == units && $0.position.header == "valid_from" }
        #expect(findings.map(\.rule) == ["unit-without-change"])
        #expect(findings.first?.value == "03980")
    }

    @Test(arguments: [("2025-07-01,00001,03646,merged,,x", 2), ("2025-07-01,03649,03649,merged,,x", 3)])
    func `a change of a unit that is not valid then is told`(change: String, column: Int) {
        real.adding(change, to: changes)
            .expect("change-of-unknown-unit", at: (changes, real.lastLine(in: changes) + 1), column: column)
    }

    @Test func `shares that do not add up to one are told`() {
        let first = "2025-02-01,03748,03721,divided,"
        let second = "2025-02-01,03748,03748,divided,"
        real.replacing(first + ",", with: first + "0.25,", in: changes)
            .replacing(second + ",", with: second + "0.5,", in: changes)
            .expect("unbalanced-weights", at: (changes, real.line(of: first, in: changes)), column: 5)
        let whole = real.replacing(first + ",", with: first + "0.25,", in: changes)
            .replacing(second + ",", with: second + "0.75,", in: changes)
        #expect(whole.read().findings.isEmpty)
    }
}
