import Domain
import TestSupport
import Testing

@testable import FastRows
@testable import Intake

/// Cells that are read by their bytes, against the same cells read as text.
struct CellBytesTests {
    /// The bytes with what may follow them in a window.
    private func padded(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
        Array(text.utf8) + (0..<64).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }

    @Test func `a number is what its digits say, or needs care`() {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<20_000 {
            let length = 1 + Int(generator.next() % 11)
            var text = String((0..<length).map { _ in Character(UnicodeScalar(UInt8(0x30 + generator.next() % 10))) })
            if generator.next() % 3 == 0 {
                let place = Int(generator.next() % UInt64(length))
                let other = Character(UnicodeScalar(UInt8(0x20 + generator.next() % 0x5F)))
                text = String(text.enumerated().map { $0 == place ? other : $1 })
            }
            let isPlain = length <= 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let found = CellBytes.number(padded(text, &generator), length)
            #expect(found == (isPlain ? Int64(text) : -1), "\(text)")
        }
    }

    @Test func `a date is what its text says, or needs care`() {
        var generator = SeededGenerator(seed: 32)
        let (firstYear, years) = (2_016, 13)
        for _ in 0..<20_000 {
            func number(_ most: UInt64, _ digits: Int) -> String {
                let text = String(generator.next() % most)
                return String(repeating: "0", count: max(0, digits - text.count)) + text
            }
            let mark = ["/", "/", "/", "-", ".", ":"][Int(generator.next() % 6)]
            let width = Int(1 + generator.next() % 2)
            let year = String(2_010 + generator.next() % 25)
            let text = number(40, width) + mark + number(15, width) + (generator.next() % 8 == 0 ? "-" : mark) + year
            let found = CellBytes.day(padded(text, &generator), text.utf8.count, firstYear: firstYear, years: years)
            guard found >= 0 else { continue }
            let (day, month) = (found % 31 + 1, found % CleanPlan.daysOfYear / 31 + 1)
            #expect(
                DateText(text)
                    == .ordered(first: day, second: month, year: firstYear + found / CleanPlan.daysOfYear), "\(text)")
        }
        let plain = padded("25/09/2026", &generator)
        #expect(CellBytes.day(plain, 10, firstYear: firstYear, years: years) == (10 * 12 + 8) * 31 + 24)
    }

    @Test func `names are found by their bytes, also those that differ only in their middle`() {
        var generator = SeededGenerator(seed: 33)
        var table = NameTable(eras: 1)
        let nothing = [UInt8](repeating: 0, count: 64)
        var added: [String: Int] = [:]
        let names =
            (0..<60).map { "Xã Bản số \($0) Mường Xại trên" } + (0..<60).map { "\($0)" } + ["", "Xã", "Xã Mường Xại"]
            + (0..<40).map { String(repeating: "ô", count: $0) }
        for name in Set(names).sorted() {
            let bytes = padded(name, &generator)
            let count = name.utf8.count
            #expect(table.find(bytes, count, nothing, 0) == -1)
            let entry = table.add(bytes, count, nothing, 0, meanings: [Int32(count)])
            if entry >= 0 { added[name] = entry }
        }
        #expect(added.count > 120)
        for (name, entry) in added {
            let bytes = padded(name, &generator)
            #expect(table.find(bytes, name.utf8.count, nothing, 0) == entry, "\(name)")
            #expect(table.meaning(entry, era: 0) == Int32(name.utf8.count))
        }
    }

    @Test func `what is remembered of a cell depends on its bytes and its key alone`() {
        var generator = SeededGenerator(seed: 34)
        var cache = NameCache<String>()
        for _ in 0..<40_000 {
            let key = Int(generator.next() % 3) - 1
            let (first, second) = (String(generator.next() % 3_000), String(generator.next() % 2))
            let found = Array(first.utf8).withUnsafeBufferPointer { first in
                Array(second.utf8).withUnsafeBufferPointer { second in
                    cache.value(key, first, second) {
                        "\(key) \(String(decoding: first, as: UTF8.self)) \(String(decoding: second, as: UTF8.self))"
                    }
                }
            }
            #expect(found == "\(key) \(first) \(second)")
        }
    }

    @Test func `eras part where a name begins or ends to be valid`() {
        let days = [(2020, 1), (2024, 7), (2025, 7)].compactMap { Day(year: $0.0, month: $0.1, day: 1) }
        let eras = NameEras([Validity(from: nil, to: days[1]), Validity(from: days[0], to: days[2]), .always])
        for (index, day) in days.enumerated() {
            #expect(eras.index(of: day) == index + 1)
            #expect(eras.index(of: Day(number: day.number - 1)) == index)
        }
    }
}
