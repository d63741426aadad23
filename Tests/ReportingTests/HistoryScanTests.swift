import Domain
import TestSupport
import Testing

@testable import Reporting

struct HistoryScanTests {
    /// Land disputes of one district as the department that counts them reports it, by months that end with October 2026.
    private func basis(_ counts: [Int]) throws -> Basis {
        var scene = try Scene()
        let last = try #require(Month("2026-10"))
        for (offset, count) in counts.enumerated() {
            let month = last.adding(months: offset - counts.count + 1)
            // Every department that counts sends: what is missing would make the district provisional.
            let day = scene.catalogue.organisation.calendar.lastDay(of: month)
            let sources = scene.catalogue.sources.filter {
                $0.indicator == "AN07" && $0.role == .count && $0.validity.contains(day)
            }
            for source in sources {
                let counts: [String: Int] = source.department == "SNNMT" ? ["125": count] : [:]
                try scene.send(source.department, "03-an", month.description, ["dat_phat_sinh": counts])
            }
        }
        return try scene.basis("2026-10")
    }

    private func look(_ basis: Basis) throws -> HistoryScan.Look {
        let place = try basis.place("125")
        return try #require(
            HistoryScan(basis.catalogue, basis.cube, period: basis.period).looks.first {
                $0.indicators.map(\.code) == ["AN07"] && $0.place == place
            })
    }

    @Test func `a count far above its past is out of line`() throws {
        let basis = try basis(Array(repeating: 1, count: 12) + [12])
        let look = try look(basis)
        #expect(look.outcome == .outOfLine && look.now == 12 && look.past == 12 && look.months == 12)
        let finding = try #require(basis.ledgerFindings.first { $0.rule == "jump-against-history" })
        #expect(finding.message.vi.contains("là 12, bình quân 12 tháng trước là 1,0 một tháng"))
    }

    @Test func `a count like its past is in line`() throws {
        #expect(try look(basis(Array(repeating: 2, count: 12) + [5])).outcome == .inLine)
    }

    @Test func `the level is divided by the number of counts`() throws {
        // 5 against a mean of 1 has a chance of 1.5 % alone, and of more than 3 % somewhere among twelve districts.
        #expect(CountTest.chance(of: 5, past: 12, months: 12) < 0.03)
        let basis = try basis(Array(repeating: 1, count: 12) + [5])
        let looks = HistoryScan(basis.catalogue, basis.cube, period: basis.period).looks
        let judged = looks.filter { $0.level > 0 }
        #expect(
            judged.count { $0.isOfDistrict } == basis.index.districts.count && judged.count { !$0.isOfDistrict } == 1)
        #expect(judged.allSatisfy { $0.level == ($0.isOfDistrict ? 0.03 / Double(basis.index.districts.count) : 0.02) })
        #expect(try look(basis).outcome == .inLine)
    }

    @Test func `months that vary widely take an alert back`() throws {
        // 18 cases of a district whose months are 0 or 8 are no news; of one whose months are all 4 they are.
        #expect(try look(basis(Array(repeating: 4, count: 12) + [18])).outcome == .outOfLine)
        let wide = try look(basis((0..<12).map { $0 % 2 == 0 ? 0 : 8 } + [18]))
        #expect(wide.outcome == .inLine && wide.dispersion > 4 && wide.past == 48)
    }

    @Test func `the province is looked at beside its districts`() throws {
        let basis = try basis(Array(repeating: 4, count: 12) + [30])
        let looks = HistoryScan(basis.catalogue, basis.cube, period: basis.period).looks
        let province = try #require(looks.first { !$0.isOfDistrict && $0.indicators.map(\.code) == ["AN07"] })
        #expect(province.outcome == .outOfLine && province.now == 30 && province.past == 48)
        #expect(basis.ledgerFindings.contains { $0.message.vi.hasPrefix("Toàn tỉnh: “Số vụ tranh chấp đất đai") })
    }

    @Test func `a domain adds up events of one unit`() throws {
        let basis = try basis([1])
        let looks = HistoryScan(basis.catalogue, basis.cube, period: basis.period).looks
        let sums = looks.filter { $0.indicators.count > 1 }.map { $0.indicators.map(\.code) }
        // AN14 counts couples, not cases.
        #expect(sums == [["AN01", "AN04", "AN07", "AN12", "AN13"]])
        #expect(looks.contains { $0.indicators.map(\.code) == ["AN14"] })
    }

    @Test func `what can be seen is said`() throws {
        let basis = try basis(Array(repeating: 2, count: 12) + [2])
        let look = try look(basis)
        let least = try #require(look.leastAlarm)
        #expect(CountTest.chance(of: least, past: 24, months: 12, dispersion: look.dispersion) <= look.level)
        #expect(CountTest.chance(of: least - 1, past: 24, months: 12, dispersion: look.dispersion) > look.level)
        #expect(!look.seesNone)
        let row = try #require(AlertNotes(basis).lines(.vi).first { $0.code == "AN07" })
        #expect("\(row)".contains("cảnh báo từ"))
    }

    @Test func `five months are too little history`() throws {
        let basis = try basis([1, 1, 1, 1, 1, 40])
        #expect(try look(basis).outcome == .tooLittleHistory)
        #expect(!basis.ledgerFindings.contains { $0.rule == "jump-against-history" })
        let notes = AlertNotes(basis).notes(.vi).joined()
        #expect(notes.contains("quá ít số liệu"))
    }

    @Test func `persons and households are not looked at`() throws {
        let basis = try basis([1])
        let indicators = Set(
            HistoryScan(basis.catalogue, basis.cube, period: basis.period).looks.flatMap(\.indicators).map(\.code))
        #expect(indicators.contains("AN07") && indicators.isDisjoint(with: ["AN05", "AN06", "AN10", "AN11"]))
    }

    @Test(arguments: [
        Array(repeating: 1, count: 12), Array(repeating: 9, count: 12), (0..<12).map { $0 % 3 * 7 },
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
    ])
    func `the least count of an alert is the first that is out of line`(_ history: [Int]) throws {
        let look = try look(basis(history + [2]))
        let level = look.level
        #expect(level > 0)
        func isOutOfLine(_ count: Int) -> Bool {
            CountTest.chance(of: count, past: look.past, months: look.months, dispersion: look.dispersion) <= level
        }
        let mean = look.past / look.months
        #expect(look.leastAlarm == (mean + 1...10 * mean + 100).first(where: isOutOfLine))
    }

    @Test(arguments: [500_000, 900_000_000])
    func `a slip of the pen is held, and neither judged nor part of the past`(_ slip: Int) throws {
        let look = try look(basis(Array(repeating: 2, count: 11) + [slip, 3]))
        #expect(look.past == 22 && look.months == 11 && look.outcome == .inLine)
        #expect(try self.look(basis(Array(repeating: 2, count: 12) + [slip])).outcome == .notJudged)
    }

    @Test func `months without a case, and gaps between months, say what they can`() throws {
        #expect(try look(basis(Array(repeating: 0, count: 13))).outcome == .inLine)
        #expect(try look(basis(Array(repeating: 0, count: 13))).dispersion == 1)
        #expect(try look(basis([1, 2, 3, 4])).outcome == .tooLittleHistory)
    }
}
