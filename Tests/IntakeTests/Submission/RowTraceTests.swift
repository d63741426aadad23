import CatalogueReading
import Domain
import Foundation
import TestSupport
import Testing

@testable import Intake

struct RowTraceTests {
    private static func trace(
        _ text: String, _ measures: Set<String>, units: Set<UnitKey>? = nil
    ) -> SubmissionTrace? {
        let file = SourceFile(path: "2026-10/CAT-01-dt.csv", bytes: [UInt8](text.utf8))
        return SmallFile.reader.trace(file, measures: measures, units: units)
    }

    @Test func `rows of other places are left out where some are asked for`() throws {
        let text = SmallFile.sheet("1;00101;Hòa An;2;10;;;", "2;00102;Phường Thủy Sơn;1;30;5;;")
        let unit = try #require(Self.trace(text, ["luot_nguoi"])?.rows.last?.unit)
        #expect(Self.trace(text, ["luot_nguoi"], units: [unit])?.rows.map(\.unit) == [unit])
        #expect(Self.trace(text, ["luot_nguoi"], units: [])?.rows == [])
    }

    @Test func `more rows than a person could look at are none at all`() {
        let rows = Array(repeating: "1;00101;Hòa An;2;10;;;", count: 50_000)
        #expect(Self.trace(SmallFile.sheet(rows.joined(separator: "\n")), ["luot_nguoi"])?.refused.count == 49_999)
        let more = rows + ["2;00102;Thủy Sơn;1;30;;;"]
        #expect(Self.trace(SmallFile.sheet(more.joined(separator: "\n")), ["luot_nguoi"]) == nil)
    }

    @Test func `names the row, the cell as written, what it comes to, and what the department says of it`() throws {
        let text = SmallFile.sheet(
            "1;00101;Hòa An;2;1.060;-;12,5;Mở thêm lớp ở bản xa", "2;00102;Phường Thủy Sơn;1;30;5;;")
        let trace = try #require(Self.trace(text, ["luot_nguoi"]))
        #expect(trace.rows.map(\.position.row) == [3, 4])
        #expect(trace.refused == [])
        let first = try #require(trace.rows.first)
        #expect(first.unit.code == "00101")
        #expect(first.cells == [TracedRow.Cell(column: 5, header: "Lượt người", written: "1.060")])
        #expect(first.sum == Quantity(whole: 1_060))
        #expect(first.reason == "Mở thêm lớp ở bản xa")
        #expect(trace.rows.last?.reason == nil)
    }

    @Test func `what is wrong adds nothing and is named, and the rest of its row counts`() throws {
        let text = SmallFile.sheet("1;00101;Hòa An;ba;30;;;", "2;;Mường Xại;1;30;;;", "3;00103;Chiềng An;1;30;;;")
        let trace = try #require(Self.trace(text, ["luot_nguoi"]))
        #expect(trace.rows.map(\.unit.code) == ["00101", "00103"])
        #expect(trace.refused.map(\.position.row) == [4])
        #expect(trace.refused.map { $0.unit?.code } == [nil])
        #expect(trace.refused.map { $0.findings.map(\.rule.text) } == [["unknown-unit"]])
        // The measure whose cell is no number does not count the row.
        let classes = try #require(Self.trace(text, ["lop"]))
        #expect(classes.rows.map(\.unit.code) == ["00103"])
        #expect(classes.refused.map { $0.unit?.code } == ["00101", nil])
        #expect(classes.refused.map { $0.findings.map(\.rule.text) } == [["not-a-number"], ["unknown-unit"]])
    }

    @Test func `a file that is refused has no rows`() {
        #expect(Self.trace("TT;Mã xã\n1;00101\n", ["luot_nguoi"]) == SubmissionTrace(rows: [], refused: []))
    }

    @Test(arguments: ["2025-02", "2025-07", "2026-10"])
    func `the rows of every sample file add up to its tallies`(_ month: String) throws {
        let (found, _) = CatalogueReader.read(try Repository.catalogueFiles(), digest: "real")
        let catalogue = try #require(found)
        let reader = SubmissionReader(catalogue: catalogue)
        let measures = Set(catalogue.forms.flatMap(\.measures).map(\.code))
        let folder = "\(Repository.root)/inputs/submissions/\(month)"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".csv") {
            let file = SourceFile(
                path: "\(month)/\(name)",
                bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
            let reading = SmallFile.read(file.bytes, as: file.path, reader: reader)
            let trace = try #require(reader.trace(file, measures: measures))
            struct Key: Hashable {
                let measure: String
                let unit: UnitKey
            }
            func sums(_ entries: [(Key, Quantity)]) -> [Key: Int64] {
                Dictionary(entries.map { ($0.0, $0.1.thousandths) }, uniquingKeysWith: +).filter { $0.value != 0 }
            }
            let traced = sums(trace.rows.map { (Key(measure: $0.measure, unit: $0.unit), $0.sum) })
            let tallied = sums(reading.tallies.map { (Key(measure: $0.measure, unit: $0.unit), $0.sum) })
            #expect(traced == tallied, "\(name)")
            if reading.isCounted { #expect(trace.refused.count >= reading.rowsRead - reading.rowsCounted, "\(name)") }
        }
    }
}
