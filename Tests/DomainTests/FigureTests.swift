import Domain
import Foundation
import TestSupport
import Testing

struct AmountTests {
    private func whole(_ value: Int64) -> Quantity { Quantity(thousandths: value * 1_000) }

    @Test func `a ratio is rounded half away from zero from its exact parts`() {
        #expect(Amount.ratio(numerator: whole(1), denominator: whole(8), factor: 100).rounded(decimals: 1) == 125)
        #expect(Amount.ratio(numerator: whole(1), denominator: whole(16), factor: 100).rounded(decimals: 1) == 63)
        #expect(Amount.ratio(numerator: whole(-1), denominator: whole(16), factor: 100).rounded(decimals: 1) == -63)
        #expect(Amount.ratio(numerator: whole(2), denominator: whole(3), factor: 100).rounded(decimals: 1) == 667)
    }

    @Test func `rounding survives the largest quantities`() {
        let largest = Quantity(thousandths: .max)
        #expect(Amount.ratio(numerator: largest, denominator: largest, factor: 100).rounded(decimals: 1) == 1_000)
        #expect(Amount.quantity(largest).rounded(decimals: 0) == 9_223_372_036_854_776)
    }

    @Test func `overflow is told, not wrapped`() {
        #expect(Quantity(thousandths: .max).adding(Quantity(thousandths: 1)) == nil)
        #expect(Quantity(thousandths: .min).subtracting(Quantity(thousandths: 1)) == nil)
        #expect(Quantity(whole: .max) == nil)
    }
}

struct NumberStyleTests {
    @Test(
        arguments: [
            (0, 0, "0", "0"), (1_234, 0, "1.234", "1,234"), (-1_234_567, 0, "-1.234.567", "-1,234,567"),
            (125, 1, "12,5", "12.5"), (5, 1, "0,5", "0.5"), (-5, 1, "-0,5", "-0.5"),
            (1_234_567, 2, "12.345,67", "12,345.67"),
        ] as [(Int64, Int, String, String)])
    func `numbers have the separators of the language`(_ scaled: Int64, _ decimals: Int, _ vi: String, _ en: String) {
        #expect(Language.vi.number(scaled, decimals: decimals) == vi)
        #expect(Language.en.number(scaled, decimals: decimals) == en)
    }

    @Test func `what is printed reads back as the number, for random numbers`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<10_000 {
            let scaled = Int64.random(in: -10_000_000_000...10_000_000_000, using: &generator)
            let text = Language.vi.number(scaled, decimals: 3)
            #expect(Int64(text.filter { $0 != "." && $0 != "," }) == scaled)
        }
    }

    @Test(arguments: [
        ("2026-09-15", "15/9/2026"), ("2026-01-05", "05/01/2026"), ("2025-07-01", "01/7/2025"),
        ("2026-02-28", "28/02/2026"),
    ])
    func `days below ten and the first two months get a zero`(_ day: String, _ text: String) {
        #expect(Day(day).map(Language.vi.date) == text)
    }

    @Test func `small counts have two digits in official prose`() {
        #expect(Language.vi.officialCount(3) == "03")
        #expect(Language.vi.officialCount(0) == "0")
        #expect(Language.vi.officialCount(12) == "12")
    }
}

struct FoldingTests {
    @Test func `tone marks stand where either rule puts them`() {
        #expect(Folding.exact("Liên Hoà") == Folding.exact("liên  hòa"))
        #expect(Folding.exact("Thuỷ") == Folding.exact("THỦY"))
        #expect(Folding.exact("Qui Hướng") != Folding.exact("Quy Hướng"))
        #expect(Folding.exact("quý") == "quý")
    }

    @Test func `composed and decomposed letters are the same`() {
        #expect(Folding.exact("Mộc Châu".decomposedStringWithCanonicalMapping) == Folding.exact("Mộc Châu"))
    }

    @Test func `without diacritics đ is d, and names that differ only in them fall together`() {
        #expect(Folding.plain("Đông Sang") == "dong sang")
        #expect(Folding.plain("Mường Sại") == Folding.plain("Mường Sai"))
        #expect(Folding.exact("Mường Sại") != Folding.exact("Mường Sai"))
    }

    @Test func `a key holds letters and digits alone`() {
        #expect(Folding.key("  Xã, phường (2026): ") == "xa phuong 2026")
    }
}

struct PositionTests {
    @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD")])
    func `columns have the letters of a spreadsheet`(_ column: Int, _ letters: String) {
        #expect(Position.letters(column) == letters)
    }
}
