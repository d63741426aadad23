import Domain
import TestSupport
import Testing

@testable import Intake

struct NumberTextTests {
    @Test(arguments: [
        ("1234", 1_234_000), ("1.234", 1_234_000), ("1.234.567", 1_234_567_000), ("12,5", 12_500),
        ("1.234,5", 1_234_500),
        ("1 234", 1_234_000), ("12,50", 12_500), ("0,125", 125), ("007", 7_000),
    ])
    func `is read with a decimal comma`(_ text: String, _ thousandths: Int64) {
        #expect(value(text, .commaDecimal) == thousandths)
    }

    @Test(arguments: [("1,234", 1_234_000), ("12.5", 12_500), ("1,234.5", 1_234_500), ("0.125", 125)])
    func `is read with a decimal point`(_ text: String, _ thousandths: Int64) {
        #expect(value(text, .pointDecimal) == thousandths)
    }

    @Test(arguments: ["12.34", "1.23.456", "1.234.5", ",5", "5,", "1..2", "12 34", "1,2,3"])
    func `is nothing where groups are no groups of three`(_ text: String) {
        #expect(NumberText(text)?.value(in: .commaDecimal) == nil)
    }

    @Test func `shows the notation that it proves`() {
        #expect(NumberText("1.234,5")?.evidence == .proof(.commaDecimal))
        #expect(NumberText("1,234.5")?.evidence == .proof(.pointDecimal))
        #expect(NumberText("12,5")?.evidence == .proof(.commaDecimal))
        #expect(NumberText("1.234.567")?.evidence == .proof(.commaDecimal))
        #expect(NumberText("1.234")?.evidence == .grouping(.commaDecimal))
        #expect(NumberText("1,234")?.evidence == .grouping(.pointDecimal))
        #expect(NumberText("1234")?.evidence == NumberText.Evidence.none)
    }

    @Test func `reads what a language writes, however large`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let thousandths =
                Int64.random(in: 0...Int64.max / 2, using: &generator) >> Int64.random(in: 0...60, using: &generator)
            let quantity = Quantity(thousandths: thousandths)
            #expect(value(Language.vi.quantity(quantity), .commaDecimal) == thousandths)
            #expect(value(Language.en.quantity(quantity), .pointDecimal) == thousandths)
        }
    }

    @Test func `never wraps`() {
        #expect(NumberText("9223372036854776")?.value(in: .commaDecimal) == .tooLarge)
        #expect(NumberText(String(repeating: "9", count: 40))?.value(in: .commaDecimal) == .tooLarge)
        #expect(NumberText(String(repeating: "9", count: 41)) == nil)
    }

    @Test(arguments: ["-3", "−3", "- 3"]) func `knows what is negative`(_ text: String) {
        #expect(NumberText(text)?.isNegative ?? true)
    }

    @Test func `brackets are said apart, for they may mean a remark`() {
        #expect(NumberText("(3)")?.isBracketed == true && NumberText("(3)")?.isNegative == false)
        #expect(NumberText("3")?.isBracketed == false)
    }

    private func value(_ text: String, _ notation: NumberNotation) -> Int64? {
        guard case .quantity(let quantity, _)? = NumberText(text)?.value(in: notation) else { return nil }
        return quantity.thousandths
    }
}

struct CellReadingTests {
    @Test(arguments: ["0", "-", "–", "---", "không", "Không phát sinh", "KHONG", "Không PS"])
    func `nothing occurred`(_ text: String) {
        #expect(CellReading(text) == .zero)
    }

    @Test(arguments: ["...", "…", "....", "......"]) func `occurred, not collected`(_ text: String) {
        #expect(CellReading(text) == .uncollected)
    }

    @Test(arguments: ["", "  ", "\u{A0}", "\u{200B}"]) func `empty`(_ text: String) {
        #expect(CellReading(text) == .empty)
    }

    @Test func `faults have their likely cause`() {
        #expect(CellReading("#N/A") == .fault(.spreadsheetError))
        #expect(CellReading("#####") == .fault(.spreadsheetError))
        #expect(CellReading("=A1+B1") == .fault(.formula))
        #expect(CellReading("1,2E+05") == .fault(.scientific))
        #expect(CellReading("3-Jan") == .fault(.date))
        #expect(CellReading("Thg1-03") == .fault(.date))
        #expect(CellReading("01/02/2026") == .fault(.date))
        #expect(CellReading("3 lớp") == .fault(.text))
        #expect(CellReading("2+1") == .fault(.text))
    }
}
