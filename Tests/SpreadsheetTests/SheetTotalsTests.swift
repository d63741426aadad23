import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

struct SheetTotalsTests {
    @Test func `cells and rows are counted once, far to the right too`() {
        var generator = SeededGenerator(seed: 1)
        var cells = CellSet()
        var twin: Set<CellAddress> = []
        for _ in 0..<5_000 {
            let address = CellAddress(
                row: Int(generator.next() % 90), column: Int(generator.next() % 3 == 0 ? generator.next() % 9 + 60 : 3))
            #expect(cells.insert(address) == twin.insert(address).inserted)
            #expect(cells.rowCount == Set(twin.map(\.row)).count)
        }
    }

    @Test func `a fingerprint tells places, kinds and texts apart, and not their order`() {
        let cells: [(CellContent, CellAddress)] = [
            (.blank, CellAddress(row: 0, column: 0)), (.text("Mường Sại"), CellAddress(row: 0, column: 1)),
            (.text("Mường"), CellAddress(row: 1, column: 0)), (.number(12), CellAddress(row: 1, column: 1)),
            (.formula("A1", .text("x")), CellAddress(row: 2, column: 0)),
        ]
        func fingerprint(_ cells: [(CellContent, CellAddress)]) -> UInt64 {
            var totals = SheetTotals(name: "x")
            for (content, address) in cells { totals.count(content, at: address) }
            return totals.fingerprint
        }
        let whole = fingerprint(cells)
        #expect(fingerprint(cells.reversed()) == whole)
        for (index, other) in [
            CellContent.text(""), .text("Mường Sạj"), .text("Mường "), .number(12.5), .formula("A1", .text("y")),
        ].enumerated() {
            var changed = cells
            changed[index].0 = other
            #expect(fingerprint(changed) != whole)
        }
        var moved = cells
        (moved[1].1, moved[2].1) = (moved[2].1, moved[1].1)
        #expect(fingerprint(moved) != whole)
    }

    /// The library writes 16 digits.
    @Test func `the number that is stored is the one that its 16 digits are read as`() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<50_000 {
            let scale = [1, 10, 100, 1_000, 1_000_000, 7][Int(generator.next() % 6)]
            let number = Double(Int64(generator.next() >> (generator.next() % 60 + 4))) / Double(scale)
            let read = Double(String(format: "%.16G", number))
            #expect(CellContent.stored(number) == read, "\(number)")
        }
    }
}
