import Domain
import Testing

@testable import Reporting

struct MonthlyProgressTests {
    /// Outreach sessions of the province in the first months of 2026.
    private func basis(_ counts: [Int]) throws -> Basis {
        var scene = try Scene()
        for (offset, count) in counts.enumerated() {
            let month = "2026-0\(offset + 1)"
            try scene.send("STP", "02-tt", month, ["buoi": ["125": count]])
        }
        return try scene.basis("2026-0\(counts.count)")
    }

    private func letter(_ basis: Basis) -> [String] {
        Letter.document(basis, .vi).blocks.compactMap { if case .paragraph(let words) = $0 { words } else { nil } }
    }

    @Test func `months stand with their sum and how evenly they are spread`() throws {
        let table = try basis([30, 10, 10, 30, 10, 10]).table("tien-do")
        let column = try #require(table.columns.firstIndex { $0.header.first?.contains("(buổi)") == true }) - 1
        #expect(try table.words("Tháng 1")[column] == "30 (sb)")
        #expect(try table.words("Cộng từ đầu năm")[column] == "100 (sb)")
        #expect(try table.words("03 tháng nhiều nhất (tháng)")[column] == "1, 2, 4")
        #expect(try table.words("Tỷ trọng 03 tháng nhiều nhất (%)")[column] == "70,0 (sb)")
        #expect(try table.words("Tỷ trọng 03 tháng nếu dàn đều (%)")[column] == "50,0")
        #expect(try table.words("Tỷ trọng đó do ngẫu nhiên, 9/10 trường hợp (%)")[column] == "54,2–63,8")
        #expect(try table.words("Phần phải chuyển sang tháng khác để dàn đều (%)")[column] == "26,7 (sb)")
        #expect(table.charts.map { $0.series[0].column } == [column + 1])
        #expect(table.charts.map(\.rows) == [Array(0..<6)])
    }

    @Test func `the letter says it from six months on`() throws {
        let said =
            "Hoạt động tuyên truyền tập trung vào 03 tháng, chiếm 70,0% (các tháng 1, 2, 4) số buổi từ đầu năm; nếu dàn đều, "
            + "tỷ trọng này chỉ dao động trong khoảng 54,2–63,8%"
        #expect(letter(try basis([30, 10, 10, 30, 10, 10])).contains { $0.hasPrefix(said) })
        #expect(!letter(try basis([30, 10, 10, 30, 10])).contains { $0.contains("tập trung vào 03 tháng") })
        // 58 of 100 is what chance alone gives.
        #expect(!letter(try basis([20, 15, 14, 20, 18, 13])).contains { $0.contains("tập trung vào 03 tháng") })
    }
}
