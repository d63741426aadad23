import Domain
import TestSupport
import Testing

@testable import Rendering
@testable import Reporting

/// A table that is made part by part while it is written.
struct LongTableTests {
    private static let rows = (0..<7).map { number in
        Table.Row(.plain, [.text("=Xã \(number)"), .count(number)])
    }

    private static func table(_ rows: [Table.Row]) -> Table {
        Table(
            id: "so-lieu", sheetName: "Số liệu", title: "Số liệu",
            columns: [.init("Địa bàn", kind: .label), .init("Kỳ này", kind: .number)], rows: rows)
    }

    private static func long(parts: Int) -> LongTable {
        LongTable(table([]), parts: parts) { part in Array(rows[(part * 3)..<min(part * 3 + 3, rows.count)]) }
    }

    @Test(arguments: [TableCSV.Style.plain, .excel]) func `is written as it would be if it were held`(
        _ style: TableCSV.Style
    ) throws {
        let folder = try TemporaryFolder()
        func written(_ long: LongTable?, _ name: String) throws -> [UInt8]? {
            let path = "\(folder.path)/\(name)"
            try TableCSV.write(Self.table(long == nil ? Self.rows : []), or: long, style, in: .vi, at: path)
            return try SetFolder(path: folder.path).read(name)
        }
        let whole = try #require(try written(nil, "held.csv"))
        #expect(try written(Self.long(parts: 3), "made.csv") == whole)
        #expect(try written(Self.long(parts: 2), "short.csv") != whole)
    }

    @Test func `two that were made apart are not equal`() {
        let first = Self.long(parts: 3)
        let (copy, other) = (first, Self.long(parts: 3))
        #expect(first == copy)
        #expect(first != other)
    }
}
