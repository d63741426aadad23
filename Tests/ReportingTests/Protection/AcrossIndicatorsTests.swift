import Domain
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Histories of two indicators of which one is nowhere more than the other, for `Tests/Auditor/audit.py --across`.
struct AcrossIndicatorsTests {
    private static let communes = [
        "03646", "03664", "03670", "03688", "03703", "03712", "03721", "04000", "04048", "04075", "04105",
    ]

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["TONGHOP_AUDIT"] != nil),
        arguments: 1...3 as ClosedRange<UInt64>)
    func `histories of households and persons for the auditor`(seed: UInt64) throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["TONGHOP_AUDIT"]))
            .appending(path: "across")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var random = SeededGenerator(seed: seed)
        var scene = try Scene()
        var seen: [SeenFigures] = []
        for period in ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"] {
            var households: [String: Int] = [:]
            var persons: [String: Int] = [:]
            for code in Self.communes where Int.random(in: 0..<10, using: &random) < 6 {
                households[code] = Int.random(in: 1...4, using: &random)
                persons[code] = (households[code] ?? 0) + Int.random(in: 0...5, using: &random)
            }
            try scene.send("SNNMT", "03-an", period, ["di_cu_ho": households, "di_cu_nhan_khau": persons])
            let basis = try scene.basis(period)
            let mask = try Protection(basis).mask(for: .partners, seen: seen).mask
            seen.append(SeenFigures(of: basis.masked(by: mask), audience: .partners, edition: 1))
        }
        let head = "threshold AN10 3\nthreshold AN11 3\natmost AN10 AN11\n"
        try Data(Array(head.utf8) + seen.flatMap(\.encoded)).write(to: folder.appending(path: "across-\(seed).txt"))
    }
}
