import Domain
import Testing

struct GeographyTests {
    private static let split = Day(year: 2025, month: 2, day: 1)
    private static let merge = Day(year: 2025, month: 7, day: 1)

    private func unit(
        _ code: String, _ name: String, from: Day? = nil, to: Day? = nil, district: String = "116",
        level: Unit.Level = .commune
    ) -> Unit {
        Unit(
            key: UnitKey(code: code, from: from), name: name, type: "xã", level: level, parent: district,
            district: level == .province ? nil : district, border: false, validity: Validity(from: from, to: to),
            aliases: [])
    }

    private func change(_ date: Day?, _ from: String?, _ to: String?, _ kind: UnitChange.Kind) throws -> UnitChange {
        UnitChange(date: try #require(date), from: from, to: to, kind: kind, weight: nil, source: "")
    }

    private func geography() throws -> Geography {
        let (split, merge) = (Self.split, Self.merge)
        return Geography(
            units: [
                unit("116", "A", level: .district), unit("117", "B", district: "117", level: .district),
                unit("1", "Một", to: merge), unit("2", "Hai", to: merge), unit("1", "Mới", from: merge),
                unit("3", "Ba", to: split), unit("4", "Bốn", from: split, to: merge),
                unit("5", "Năm", from: split, to: merge), unit("6", "Sáu", from: split, to: merge),
                unit("7", "Bảy", to: split), unit("45", "Bốn Năm", from: merge), unit("8", "Tám", from: merge),
                unit("9", "Chín", to: merge, district: "117"),
            ],
            changes: [
                try change(merge, "1", "1", .merged), try change(merge, "2", "1", .merged),
                try change(split, "3", "4", .divided), try change(split, "3", "5", .divided),
                try change(split, "7", "5", .divided), try change(split, "7", "6", .divided),
                try change(merge, "4", "45", .merged), try change(merge, "5", "45", .merged),
                try change(merge, "6", "8", .merged), try change(merge, "9", "8", .merged),
            ])
    }

    private let today = Day(number: 20_600)

    @Test func `merged units lie whole in the new one, whose code was used before`() throws {
        let geography = try geography()
        let new = UnitKey(code: "1", from: Self.merge)
        #expect(geography.destination(of: UnitKey(code: "1", from: nil), on: today) == .whole(new))
        #expect(geography.destination(of: UnitKey(code: "2", from: nil), on: today) == .whole(new))
        #expect(geography.unit(code: "1", on: today)?.name == "Mới")
        #expect(geography.unit(code: "1", on: Day(number: 20_000))?.name == "Một")
    }

    @Test func `a divided unit whose parts come together again lies whole in that one`() throws {
        let destination = try geography().destination(of: UnitKey(code: "3", from: nil), on: today)
        #expect(destination == .whole(UnitKey(code: "45", from: Self.merge)))
    }

    @Test func `a divided unit is uncertain while its parts lie apart`() throws {
        let geography = try geography()
        let between = try #require(Self.split).adding(days: 10)
        #expect(
            geography.destination(of: UnitKey(code: "3", from: nil), on: between)
                == .uncertain([UnitKey(code: "4", from: Self.split), UnitKey(code: "5", from: Self.split)]))
        #expect(
            geography.destination(of: UnitKey(code: "7", from: nil), on: today)
                == .uncertain([UnitKey(code: "45", from: Self.merge), UnitKey(code: "8", from: Self.merge)]))
    }

    @Test func `a unit that gives away a part and goes on is uncertain too`() throws {
        let kept = try change(Self.split, "1", "1", .divided)
        let given = try change(Self.split, "1", "2", .divided)
        let geography = Geography(
            units: [unit("116", "A", level: .district), unit("1", "Một"), unit("2", "Hai")], changes: [kept, given])
        let both: Set = [UnitKey(code: "1", from: nil), UnitKey(code: "2", from: nil)]
        #expect(geography.destination(of: UnitKey(code: "1", from: nil), on: today) == .uncertain(both))
        let before = try #require(Self.split).adding(days: -1)
        #expect(
            geography.destination(of: UnitKey(code: "1", from: nil), on: before)
                == .whole(UnitKey(code: "1", from: nil)))
    }

    @Test func `a merger across districts redraws both`() throws {
        let geography = try geography()
        let before = try #require(Self.merge).adding(days: -1)
        #expect(geography.districtsRedrawn(between: before, and: today) == ["116", "117"])
        #expect(geography.districtsRedrawn(between: today, and: today).isEmpty)
    }

    @Test func `validity ends on the first day no longer valid`() throws {
        let day = try #require(Self.merge)
        let validity = Validity(from: nil, to: day)
        #expect(validity.contains(day.adding(days: -1)))
        #expect(!validity.contains(day))
        #expect(!validity.overlaps(Validity(from: day, to: nil)))
    }
}
