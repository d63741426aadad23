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
                $0.indicator.code == "AN07" && $0.place == place
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
        // 5 against a mean of 1 has a chance of 1.5 % alone, and of more than 5 % somewhere among twelve districts.
        #expect(CountTest.chance(of: 5, past: 12, months: 12) < 0.05)
        let basis = try basis(Array(repeating: 1, count: 12) + [5])
        #expect(HistoryScan(basis.catalogue, basis.cube, period: basis.period).judged == basis.index.districts.count)
        #expect(try look(basis).outcome == .inLine)
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
        let indicators = Set(HistoryScan(basis.catalogue, basis.cube, period: basis.period).looks.map(\.indicator.code))
        #expect(indicators.contains("AN07") && indicators.isDisjoint(with: ["AN05", "AN06", "AN10", "AN11"]))
    }
}
