import Domain
import Testing

@testable import Reporting

/// What differs most from last year: by the dispersion of its months, rises as well as falls.
struct MovementTests {
    /// Land disputes of four districts as the department that counts them reports them, by months that end with October 2026:
    /// those that arise, and forty times as many that are settled, which the catalogue here says come with them.
    private func basis(_ place: String, _ then: [Int], _ now: Int) throws -> Basis {
        var scene = try Scene("checks.yaml") { $0 + "\n  - {kind: zero_together, first: AN07, second: AN08}\n" }
        let last = try #require(Month("2026-10"))
        for (offset, count) in (then + [now]).enumerated() {
            let month = last.adding(months: offset - then.count)
            let day = scene.catalogue.organisation.calendar.lastDay(of: month)
            let sources = scene.catalogue.sources.filter {
                $0.indicator == "AN07" && $0.role == .count && $0.validity.contains(day)
            }
            for source in sources {
                // Months that were all alike would be held as copies of one another.
                let counts =
                    source.department == "SNNMT"
                    ? others.mapValues { $0[offset + 12 - then.count] }.merging([place: count]) { $1 } : [:]
                try scene.send(
                    source.department, "03-an", month.description,
                    ["dat_phat_sinh": counts, "dat_giai_quyet": counts.mapValues { $0 * 40 }])
            }
        }
        return try scene.basis("2026-10")
    }

    private let others = [
        "116": [4, 5, 3, 5, 4, 6, 3, 4, 5, 3, 4, 5, 5], "118": [4, 3, 5, 4, 6, 3, 4, 5, 3, 4, 5, 4, 3],
        "119": [4, 6, 4, 3, 5, 4, 5, 3, 4, 5, 3, 4, 4],
    ]

    private func arising(_ basis: Basis) throws -> [Movements.Movement] {
        Movements.largest(basis).filter { $0.indicator.code == "AN07" }
    }

    @Test func `a fall is named as a rise is, with what it adds to the province's change`() throws {
        for (now, sign) in [(12, 1.0), (1, -1.0)] {
            let basis = try basis("125", Array(repeating: 4, count: 12), now)
            let movement = try #require(try arising(basis).first)
            // Months that are all alike vary by chance alone.
            let expected = Double(now - 4) / Double(now + 4).squareRoot()
            #expect((movement.standardized - expected).magnitude < 1e-9)
            #expect(movement.standardized * sign > 0)
            let share = try #require(movement.contribution)
            #expect(share.rounded(decimals: 1) == Int64((1_000 * Double(now - 4) / 16).rounded()))
        }
    }

    @Test func `persons who come together weigh by their groups`() throws {
        let basis = try basis("125", Array(repeating: 4, count: 12), 12)
        let dispersions = basis.dispersions.value
        #expect(dispersions["AN07"]?.ratio == 1 && dispersions["AN07"]?.group == nil)
        let together = try #require(dispersions["AN08"])
        #expect(together.ratio == 40 && together.group?.size == 40 && together.group?.indicator.code == "AN07")
        // Forty times as many are no more news than what they come with.
        let movements = Movements.largest(basis)
        let (one, other) = (
            try #require(movements.first { $0.indicator.code == "AN07" }),
            try #require(movements.first { $0.indicator.code == "AN08" })
        )
        #expect((one.standardized - other.standardized).magnitude < 1e-9)
    }

    @Test func `months that vary widely make the same difference smaller`() throws {
        let even = try arising(basis("125", Array(repeating: 4, count: 12), 12)).first
        let wide = try arising(basis("125", [4] + (0..<11).map { $0 % 2 == 0 ? 0 : 40 }, 12)).first
        #expect(try #require(even).standardized > 2 * (try #require(wide).standardized))
    }

    @Test func `what is not known of last year, or of the months, is not said to have moved`() throws {
        // No year before; two months before.
        for history in [[], [4], [4, 4]] {
            #expect(try arising(basis("125", history, 12)).isEmpty)
        }
        let basis = try basis("125", [4], 12)
        #expect(Movements.sentences(basis, .vi).count == 1)
        #expect(basis.dispersions.value["AN07"] == nil)
    }

    @Test func `the method names every number that is needed to work it out again`() throws {
        let basis = try basis("125", Array(repeating: 4, count: 12), 12)
        let methods = MethodNotes(basis)
        let together = try #require(methods.lines(.vi).first { $0.code == "AN08" })
        #expect(together.content.hasSuffix(": độ phân tán 40,00; bình quân 40,00 vụ một vụ"))
        #expect(together.result.contains("Mai Sơn (cũ) +2,00;"))
        let words = methods.notes(.vi).joined(separator: "\n")
        for part in ["(x − y)/√(φ·(x + y))", "từ 10 trở lên", "12 tháng trước", "10: 1,92–4,66"] {
            #expect(words.contains(part), "\(part)")
        }
    }
}
