import Testing

@testable import FastRows

/// A cell passes for one that was looked through only where every byte is the same.
struct HarmlessCellsTests {
    private static func holds(_ cells: HarmlessCells, _ text: String, isFirst: Bool = false) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return false }
            return cells.holds(start, bytes.count, isFirst: isFirst)
        }
    }

    private static func keep(_ cells: HarmlessCells, _ text: String, isFirst: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            if let start = bytes.baseAddress { cells.keep(start, bytes.count, isFirst: isFirst) }
        }
    }

    @Test func `what was kept is held, and nothing that is like it`() {
        let cells = HarmlessCells()
        defer { cells.deallocate() }
        Self.keep(cells, "đã hòa giải")
        #expect(Self.holds(cells, "đã hòa giải") && !Self.holds(cells, "đã hòa giải", isFirst: true))
        // As long, with the same ends and middle.
        for other in ["đã hòa giảj", "đá hòa giải", "đã hóa giải", "đã hòa gián", "đã hòa giả", "đã hòa giải "] {
            #expect(!Self.holds(cells, other), "\(other)")
        }
        Self.keep(cells, "0912 345 678 x")
        #expect(Self.holds(cells, "0912 345 678 x") && !Self.holds(cells, "0912 345 679 x"))
    }

    @Test func `each new cell takes the place of one at most, and a long one none`() {
        let cells = HarmlessCells()
        defer { cells.deallocate() }
        var kept: [String] = []
        for number in 0..<500 {
            let text = "ghi chú \(number &* 7_919)"
            Self.keep(cells, text)
            kept.append(text)
            #expect(Self.holds(cells, text))
            let held = kept.count { Self.holds(cells, $0) }
            #expect(held <= 64)
        }
        // Of those that are held each is one that was kept; none that was not.
        #expect((500..<5_000).allSatisfy { !Self.holds(cells, "ghi chú \($0 &* 7_919)") })
        let long = String(repeating: "dài ", count: 40)
        Self.keep(cells, long)
        #expect(!Self.holds(cells, long))
    }
}
