import CatalogueReading
import Domain
import TestSupport
import Testing

@testable import Intake

/// The names that mean more than one unit of the real register, at once or one after the other.
struct NamesakeTests {
    private let matcher: UnitMatcher
    private let calendar = PeriodCalendar.decree09

    init() throws {
        let (catalogue, _) = CatalogueReader.read(try Repository.catalogueFiles(), digest: "real")
        matcher = UnitMatcher(try #require(catalogue).geography)
    }

    private func match(_ name: String, _ year: Int, _ month: Int) -> UnitMatcher.Match {
        matcher.match(
            code: "", name: name, during: calendar.days(of: Period(Month(index: year * 12 + month - 1))),
            levels: [.commune, .district])
    }

    private func codes(_ match: UnitMatcher.Match) -> Set<String>? {
        guard case .ambiguous(let units) = match else { return nil }
        return Set(units.map(\.code))
    }

    @Test(arguments: [
        ("Chiềng Ân", "03664", "03832"), ("Chiềng Hắc", "04078", "04012"), ("Mường Sai", "03712", "04213"),
        ("Mường Bằng", "03943", "04111"),
    ])
    func `the name of a former commune is not taken for another that differs in its diacritics`(
        name: String, now: String, past: String
    ) {
        #expect(codes(match(name, 2026, 10)) == [now, past], "\(match(name, 2026, 10))")
        guard case .unit(let unit, _) = match(name, 2025, 1) else {
            Issue.record("\(match(name, 2025, 1))")
            return
        }
        #expect(unit.code != now)
    }

    @Test(arguments: [
        "Chieng An", "Chieng Chung", "Chieng Dong", "Chieng Hac", "Chieng On", "Hat Lot", "Muong Bang", "Muong Sai",
    ])
    func `without diacritics two units of one time are never told apart`(name: String) {
        #expect((codes(match(name, 2025, 5))?.count ?? 0) > 1, "\(match(name, 2025, 5))")
    }

    @Test(arguments: [
        "Bắc Yên", "Mai Sơn", "Mộc Châu", "Mường La", "Phù Yên", "Quỳnh Nhai", "Sông Mã", "Sốp Cộp", "Thuận Châu",
        "Vân Hồ", "Yên Châu",
    ])
    func `a commune that bears its former district's name needs its type or code`(name: String) {
        #expect(codes(match(name, 2026, 10))?.count == 2, "\(match(name, 2026, 10))")
        let typed = ["Xã \(name)", "Phường \(name)"].filter { name in
            if case .unit = match(name, 2026, 10) { true } else { false }
        }
        #expect(!typed.isEmpty)
    }
}
