import Domain
import Testing

@testable import Reporting

/// What differs most from last year: by the dispersion of its months, rises as well as falls.
struct MovementTests {
    /// Outreach of one department in districts, by months that end with October 2026: sessions, and those who came to them.
    private func basis(_ place: String, _ then: [Int], _ now: Int, listenersEach: Int = 40) throws -> Basis {
        var scene = try Scene()
        let last = try #require(Month("2026-10"))
        for (offset, count) in (then + [now]).enumerated() {
            let month = last.adding(months: offset - then.count)
            let day = scene.catalogue.organisation.calendar.lastDay(of: month)
            let sources = scene.catalogue.sources.filter {
                $0.indicator == "TT01" && $0.role == .count && $0.validity.contains(day)
            }
            for source in sources {
                let isFirst = source.department == sources.first?.department
                var counts = isFirst ? Dictionary(uniqueKeysWithValues: Self.others.map { ($0, 4) }) : [:]
                if isFirst { counts[place] = count }
                try scene.send(
                    source.department, "02-tt", month.description,
                    ["buoi": counts, "nguoi_nghe": counts.mapValues { $0 * listenersEach }])
            }
        }
        return try scene.basis("2026-10")
    }

    private static let others = ["03646", "03688", "03721", "03808", "03856", "03901", "04006"]

    private func sessions(_ basis: Basis) throws -> [Movements.Movement] {
        Movements.largest(basis).filter { $0.indicator.code == "TT01" }
    }

    @Test func `a fall is named as a rise is, with what it adds to the province's change`() throws {
        for (now, sign) in [(12, 1.0), (1, -1.0)] {
            let basis = try basis("03985", Array(repeating: 4, count: 12), now)
            let movement = try #require(try sessions(basis).first)
            // Months that are all alike vary by chance alone.
            let expected = Double(now - 4) / Double(now + 4).squareRoot()
            #expect((movement.standardized - expected).magnitude < 1e-9)
            #expect(movement.standardized * sign > 0)
            let share = try #require(movement.contribution)
            #expect(share.rounded(decimals: 1) == Int64((1_000 * Double(now - 4) / 32).rounded()))
        }
    }

    @Test func `persons who come together weigh by their groups`() throws {
        let basis = try basis("03985", Array(repeating: 4, count: 12), 12)
        let dispersions = basis.dispersions.value
        #expect(dispersions["TT01"]?.ratio == 1 && dispersions["TT01"]?.group == nil)
        let listeners = try #require(dispersions["TT02"])
        #expect(listeners.ratio == 40 && listeners.group?.size == 40 && listeners.group?.indicator.code == "TT01")
        // Forty times as many persons are no more news than their sessions.
        let movements = Movements.largest(basis)
        let (one, other) = (
            try #require(movements.first { $0.indicator.code == "TT01" }),
            try #require(movements.first { $0.indicator.code == "TT02" })
        )
        #expect((one.standardized - other.standardized).magnitude < 1e-9)
    }

    @Test func `months that vary widely make the same difference smaller`() throws {
        let even = try sessions(basis("03985", Array(repeating: 4, count: 12), 12)).first
        let wide = try sessions(basis("03985", [4] + (0..<11).map { $0 % 2 == 0 ? 0 : 40 }, 12)).first
        #expect(try #require(even).standardized > 2 * (try #require(wide).standardized))
    }

    @Test func `what is not known of last year, or of the months, is not said to have moved`() throws {
        // No year before; two months before.
        for history in [[], [4], [4, 4]] {
            #expect(try sessions(basis("03985", history, 12)).isEmpty)
        }
        let basis = try basis("03985", [4], 12)
        #expect(Movements.sentences(basis, .vi).count == 1)
        #expect(basis.dispersions.value["TT01"] == nil)
    }

    @Test func `the method names every number that is needed to work it out again`() throws {
        let basis = try basis("03985", Array(repeating: 4, count: 12), 12)
        let methods = MethodNotes(basis)
        let rows = methods.rows(.vi).compactMap { $0.cells.map { if case .text(let text) = $0 { text } else { "" } } }
        let listeners = try #require(rows.first { $0[0] == "TT02" })
        #expect(listeners[1].hasSuffix(": độ phân tán 40,00; bình quân 40,00 lượt người một buổi"))
        #expect(listeners[3].hasPrefix("Mộc Châu (cũ) +2,00") || listeners[3].hasPrefix("Vân Hồ (cũ) +2,00"))
        let words = methods.notes(.vi).joined(separator: "\n")
        for part in ["(x − y)/√(φ·(x + y))", "từ 10 trở lên", "12 tháng trước", "10: 1,92–4,66"] {
            #expect(words.contains(part), "\(part)")
        }
    }
}
