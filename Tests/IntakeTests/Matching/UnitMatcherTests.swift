import Domain
import TestSupport
import Testing

@testable import Intake

struct UnitMatcherTests {
    private let matcher = UnitMatcher(SmallCatalogue.catalogue.geography)
    private let october = PeriodCalendar.decree09.days(of: Period(Month(index: 2026 * 12 + 9)))
    private let july = PeriodCalendar.decree09.days(of: Period(Month(index: 2025 * 12 + 6)))

    private func code(_ code: String, _ name: String, july isJuly: Bool = false) -> String? {
        let match = matcher.match(
            code: code, name: name, during: isJuly ? july : october, levels: [.commune, .district])
        guard case .unit(let unit, _) = match else { return nil }
        return unit.code
    }

    @Test(arguments: [
        "Hòa An", "Hoà An", "hòa an", "HÒA AN", "Ho\u{300}a An", "Xã Hòa An", "xã hoà an", "X. Hòa An", " Hòa  An ",
        "Hoa An",
    ])
    func `one name in many spellings is one unit`(_ name: String) {
        #expect(code("", name) == "00101")
    }

    @Test func `prefixes of all kinds are understood`() {
        for name in ["P. Thủy Sơn", "P.Thủy Sơn", "Phường Thuỷ Sơn", "phuong Thuy Son"] {
            #expect(code("", name) == "00102", "\(name)")
        }
        for name in ["H. Sông Trong", "Huyện Sông Trong", "Địa bàn Sông Trong", "Sông Trong"] {
            #expect(code("", name) == "101", "\(name)")
        }
    }

    @Test func `a code or a number of the list before the name is none of its letters`() {
        #expect(code("", "00101 - Hòa An") == "00101")
        #expect(code("", "00101: Xã Hòa An") == "00101")
        #expect(code("", "1. Hòa An") == "00101")
        #expect(code("", "2) P. Thủy Sơn") == "00102")
        #expect(code("", "00101 Xã Hòa An") == "00101")
        #expect(code("", "Xã Hòa An (00101)") == "00101")
        #expect(code("", "+ Hòa An") == "00101")
        // Where they disagree, neither proves the other.
        #expect(code("", "00102 Xã Hòa An") == nil)
        #expect(code("00102", "Xã Hòa An (00101)") == nil)
    }

    @Test func `an office in front and the area behind are no part of the name`() {
        for name in ["UBND xã Hòa An", "Ủy ban nhân dân xã Hòa An", "Uỷ ban nhân dân Hòa An"] {
            #expect(code("", name) == "00101", "\(name)")
            #expect(code("00101", name) == "00101", "\(name)")
        }
        let district = SmallCatalogue.catalogue.geography.units.first { $0.code == "00101" }?.district
        for area in SmallCatalogue.catalogue.geography.units where area.level == .district && area.validity.to == nil {
            let found = code("", "Xã Hòa An, \(area.fullName)")
            #expect(found == (area.code == district ? "00101" : nil), "\(area.fullName)")
            for written in ["", "00101"] {
                let inBrackets = code(written, "Xã Hòa An (\(area.name))")
                #expect(inBrackets == (area.code == district ? "00101" : nil), "\(area.name)")
            }
        }
        #expect(code("", "Xã Hòa An, nơi khác") == nil)
        // The two do not agree.
        #expect(code("", "00102 - Hòa An") == nil)
        #expect(code("", "1. Nơi nào") == nil)
    }

    @Test func `diacritics decide, and without them nobody does`() {
        #expect(code("", "Chiềng An") == "00103")
        #expect(code("", "Chiềng Ân") == "00104")
        let folded = matcher.match(code: "", name: "Chieng An", during: october, levels: [.commune])
        guard case .ambiguous(let units) = folded else {
            Issue.record("\(folded)")
            return
        }
        #expect(units.map(\.code) == ["00103", "00104"])
        #expect(code("00104", "Chieng An") == "00104")
    }

    @Test func `a commune named like its district needs a type or a code`() {
        #expect(code("", "Núi Xanh") == nil)
        #expect(code("", "Xã Núi Xanh") == "00105")
        #expect(code("", "Huyện Núi Xanh") == "102")
        #expect(code("102", "Núi Xanh") == "102")
    }

    @Test func `a code used again needs its name while both are valid`() {
        let match = matcher.match(code: "00106", name: "", during: july, levels: [.commune])
        guard case .reusedCode(let units) = match else {
            Issue.record("\(match)")
            return
        }
        #expect(units.map(\.name) == ["Nặm Ét", "Mường Sại"])
        for (name, from) in [("Nặm Ét", nil), ("Mường Sại", SmallCatalogue.merger)] {
            guard
                case .unit(let unit, _) = matcher.match(
                    code: "00106", name: name, during: july, levels: [.commune])
            else {
                Issue.record("\(name)")
                continue
            }
            #expect(unit.key.from == from)
        }
        #expect(code("00106", "") == "00106")
    }

    @Test func `one unit in two states is the state of the last day`() {
        guard case .unit(let unit, _) = matcher.match(code: "00101", name: "Hòa An", during: july, levels: [.commune])
        else {
            Issue.record("no unit")
            return
        }
        #expect(unit.key.from == SmallCatalogue.merger)
    }

    @Test func `a code whose zero a spreadsheet dropped is understood; the file's note says so`() {
        let match = matcher.match(code: "0101", name: "", during: october, levels: [.commune])
        #expect(match == matcher.match(code: "0101", name: "Hòa An", during: october, levels: [.commune]))
        guard case .unit(let unit, isRespelled: false) = match else {
            Issue.record("\(match)")
            return
        }
        #expect(unit.code == "00101")
    }

    @Test func `a type that only the unit before the mergers had speaks of that unit`() {
        for (code, name) in [("00108", "Thị trấn Bến Mới"), ("", "TT. Bến Mới"), ("00108", "Thi tran Ben Moi")] {
            let now = matcher.match(code: code, name: name, during: october, levels: [.commune])
            guard case .notValid(let units) = now else {
                Issue.record("\(name): \(now)")
                continue
            }
            #expect(units.map(\.fullName) == ["Thị trấn Bến Mới"])
            let straddling = matcher.match(code: code, name: name, during: july, levels: [.commune])
            guard case .unit(let unit, _) = straddling else {
                Issue.record("\(name): \(straddling)")
                continue
            }
            #expect(unit.validity.to == SmallCatalogue.merger)
        }
        #expect(code("00108", "Bến Mới") == "00108")
        #expect(code("", "X. Bến Mới") == "00108")
        #expect(code("00110", "Xã Đồi Thông") == "00110", "a changed type alone keeps the unit")
    }

    @Test func `what ended, what disagrees and what is unknown is told apart`() {
        guard case .notValid = matcher.match(code: "", name: "Cửa Suối", during: october, levels: [.commune]),
            case .notValid = matcher.match(code: "00106", name: "Nặm Ét", during: october, levels: [.commune]),
            case .disagree = matcher.match(code: "00101", name: "Thủy Sơn", during: october, levels: [.commune]),
            case .wrongLevel = matcher.match(code: "101", name: "", during: october, levels: [.commune]),
            case .unknownCode = matcher.match(code: "99999", name: "", during: october, levels: [.commune]),
            case .missing = matcher.match(code: "", name: "", during: october, levels: [.commune])
        else {
            Issue.record("taken for something else")
            return
        }
    }
}
