import Domain
import Foundation
import Reporting
import Spreadsheet
import TestSupport
import Testing
import ZipPackage

@testable import Rendering

/// What a chart shows to viewers that work nothing out, and to the eye.
struct ChartCacheTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A table of three districts in two years, the second of them provisional.
    private func table(
        _ kind: Table.Chart.Kind, barColumn: Int?, _ standing: Figure.Standing = .provisional,
        last: Table.Cell = .number(4)
    ) -> Table {
        Table(
            id: "a", sheetName: "PL II", title: "Số lớp",
            columns: [
                Table.Column("Địa bàn", kind: .label), Table.Column("Năm 2026", kind: .number),
                Table.Column("Năm 2025", kind: .number),
            ],
            rows: [
                Table.Row(.plain, [.text("Bắc Yên"), .number(12), .number(10)]),
                Table.Row(.plain, [.text("Mai Sơn"), .number(7, standing), .number(9)]),
                Table.Row(.plain, [.text("Sốp Cộp"), .mark(.notReported), last]),
            ],
            charts: [
                Table.Chart(
                    kind: kind, title: "Số lớp", valueTitle: "lớp", categoryTitle: "Địa bàn", categoryColumn: 0,
                    series: [.init(name: "Năm 2026", column: 1), .init(name: "Năm 2025", column: 2)],
                    rows: [0, 1, 2], alternativeText: "Biểu đồ", barColumn: barColumn)
            ])
    }

    private func drawn(_ table: Table) throws -> (chart: String, sheet: String) {
        let path = "\(folder.path)/\(UUID().uuidString).xlsx"
        let report = Report(title: "a", subject: "b", author: "c", language: .vi, tables: [table])
        try WorkbookRenderer(.print, asOf: SampleSet.asOf).write(report, to: path)
        let reader = try ZipReader(path: path)
        func part(_ name: String) throws -> String { String(decoding: try reader.bytes(of: name), as: UTF8.self) }
        return (try part("xl/charts/chart1.xml"), try part("xl/worksheets/sheet1.xml"))
    }

    /// A chart draws a mark as no bar, which is what a zero looks like: the area says which it is.
    @Test func `an area without a number bears its mark, and a month does not`() throws {
        let chart = try drawn(table(.column, barColumn: 1, last: .mark(.notReported))).chart
        #expect(chart.contains("<c:v>Sốp Cộp (CB)</c:v>") && chart.contains("<c:v>Mai Sơn</c:v>"))
        let ofMonths = try drawn(table(.line, barColumn: nil, last: .mark(.notReported))).chart
        #expect(!ofMonths.contains("(CB)"))
    }

    @Test func `its values stand beside their addresses, and nothing where there is a mark`() throws {
        let chart = try drawn(table(.column, barColumn: 1)).chart
        let points = chart.components(separatedBy: "<c:numCache>").dropFirst().map { part in
            String(part.prefix(upTo: part.range(of: "</c:numCache>")?.lowerBound ?? part.endIndex))
        }
        #expect(points.count == 2)
        #expect(
            points.first?.contains("<c:pt idx=\"0\"><c:v>12</c:v></c:pt><c:pt idx=\"1\"><c:v>7</c:v></c:pt>") == true)
        #expect(points.first?.contains("idx=\"2\"") == false)
        #expect(points.last?.contains("<c:pt idx=\"2\"><c:v>4</c:v></c:pt>") == true)
        #expect(chart.contains("<c:strCache>") && chart.contains("<c:v>Sốp Cộp</c:v>"))
    }

    @Test(arguments: [Table.Chart.Kind.column, .line])
    func `a provisional value is hollow, and only that`(_ kind: Table.Chart.Kind) throws {
        let chart = try drawn(table(kind, barColumn: nil)).chart
        #expect(chart.components(separatedBy: "<c:dPt>").count == 2)
        #expect(chart.contains("<c:dPt><c:idx val=\"1\"/>"))
        let shaped = "<c:dPt><c:idx val=\"1\"/><c:marker><c:symbol val=\"circle\"/><c:size val=\"7\"/><c:spPr>"
        #expect(chart.contains(shaped) == (kind == .line))
        // Control: what is official is full.
        #expect(try !drawn(table(kind, barColumn: nil, .reported)).chart.contains("<c:dPt>"))
    }

    @Test(arguments: [(1, "B"), (2, "C")])
    func `bars stand on the column that is declared`(_ column: Int, _ letter: String) throws {
        func bars(_ column: Int?) throws -> [String] {
            let sheet = try drawn(table(.column, barColumn: column)).sheet
            return sheet.components(separatedBy: "<conditionalFormatting ").dropFirst()
                .filter { $0.contains("<dataBar") }.map { String($0.prefix { $0 != ">" }) }
        }
        #expect(try bars(column) == ["sqref=\"\(letter)4:\(letter)6\""])
        // Control: where none is declared, there are none.
        #expect(try bars(nil) == [])
    }
}
