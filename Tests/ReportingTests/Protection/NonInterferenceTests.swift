import Domain
import TestSupport
import Testing

@testable import Reporting

/// Two offices that differ only in what is suppressed give the very same package: no sum, ratio, rate, completeness, order of
/// rows, chart or sentence tells them apart.
struct NonInterferenceTests {
    private static let communes = [
        "03646", "03664", "03670", "03688", "03703", "03712", "03721", "04000", "04048", "04075", "04105",
    ]
    /// Each counted by one department.
    private static let measures = [
        ("CAT", "ma_tuy_vu"), ("CAT", "ma_tuy_doi_tuong"), ("SNNMT", "di_cu_ho"), ("SNNMT", "di_cu_nhan_khau"),
        ("BDBP", "xnc"), ("SDTTG", "tao_hon"), ("CAT", "ttxh_xay_ra"),
    ]
    private typealias Cells = [String: [String: [String: Int]]]

    private static func cells(_ seed: UInt64) -> Cells {
        var random = SeededGenerator(seed: seed)
        var cells: Cells = [:]
        for period in ["2025-10", "2026-08", "2026-09", "2026-10"] {
            for (_, measure) in measures {
                for code in communes where Int.random(in: 0..<10, using: &random) < 7 {
                    let count = Int.random(in: 1...6, using: &random)
                    let isPersons = ["ma_tuy_doi_tuong", "di_cu_nhan_khau"].contains(measure)
                    cells[period, default: [:]][measure, default: [:]][code] = isPersons ? count + 6 : count
                }
            }
        }
        return cells
    }

    private func basis(_ cells: Cells) throws -> Basis {
        var scene = try Scene()
        for (period, measures) in cells.sorted(by: { $0.key < $1.key }) {
            for department in ["BDBP", "CAT", "SDTTG", "SNNMT"] {
                let own = Set(Self.measures.filter { $0.0 == department }.map(\.1))
                try scene.send(department, "03-an", period, measures.filter { own.contains($0.key) })
            }
        }
        return try Basis(
            scene.evidence, period: try #require(Period("2026-10")), standing: .edition(1), programVersion: "test")
    }

    /// All that the mask shows, by figure.
    private func shown(_ basis: Basis, _ mask: Mask) -> [FigureKey: Quantity] {
        let seen = SeenFigures(of: basis.masked(by: mask), audience: .partners, edition: 1)
        return Dictionary(
            mask.shown.compactMap { key in seen.amount(of: key).map { (key, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func `what is suppressed moves nothing in a package`(seed: UInt64) throws {
        let cells = Self.cells(seed)
        let basis = try basis(cells)
        let mask = try Protection(basis).mask(for: .partners, seen: []).mask
        let known = shown(basis, mask)
        let plan = try Scene().catalogue.plan(for: .leadership)
        let all = AudiencePlan(
            audience: .leadership, mark: plan.mark, tables: plan.tables, data: plan.data,
            texts: Set(AudiencePlan.Text.allCases), statements: plan.statements, files: plan.files)
        let package = basis.masked(by: mask).releasePackage(edition: 1, for: all)
        var random = SeededGenerator(seed: seed)
        var (tried, same) = (0, 0)
        for (_, measure) in Self.measures.dropLast() {
            for _ in 0..<12 where same < 6 {
                let month = try #require(["2026-09", "2026-10"].randomElement(using: &random))
                let own = cells[month]?[measure] ?? [:]
                guard let one = own.keys.sorted().randomElement(using: &random),
                    let other = own.keys.sorted().randomElement(using: &random), one != other, own[other] ?? 0 > 1
                else { continue }
                var changed = cells
                changed[month]?[measure]?[one, default: 0] += 1
                changed[month]?[measure]?[other, default: 0] -= 1
                let twin = try self.basis(changed)
                tried += 1
                guard shown(twin, mask) == known else { continue }
                same += 1
                let its = twin.masked(by: mask).releasePackage(edition: 1, for: all)
                #expect(its.observations == package.observations)
                for (own, other) in zip(its.editions, package.editions) {
                    for (table, old) in zip(
                        own.workbook.tables + own.data.tables, other.workbook.tables + other.data.tables)
                    {
                        #expect(table == old, "\(measure) \(month) \(one) \(other): \(old.id)")
                    }
                    #expect(own.digest == other.digest && own.summary == other.summary && own.letter == other.letter)
                }
                #expect(its == package, "\(measure) \(month) \(one) \(other)")
            }
        }
        #expect(same > 0 && tried > same)
        // The control: the same package tells them apart without the mask.
        var changed = cells
        changed["2026-10"]?["tao_hon"]?["03646", default: 0] += 1
        #expect(
            try self.basis(changed).releasePackage(edition: 1, for: all) != basis.releasePackage(edition: 1, for: all))
    }
}
