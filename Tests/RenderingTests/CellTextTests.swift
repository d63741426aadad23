import Domain
import Reporting
import Testing

@testable import Rendering

struct CellTextTests {
    private static func figure(_ thousandths: Int64, _ standing: Figure.Standing = .reported) -> Figure {
        Figure(.known(.quantity(Quantity(thousandths: thousandths)), standing))
    }

    private static func ratio(_ numerator: Int, _ denominator: Int) -> Figure {
        Figure(
            .known(
                .ratio(numerator: quantity(numerator), denominator: quantity(denominator), factor: 100), .reported))
    }

    static let cases: [(Table.Cell, String, String)] = [
        (.figure(figure(1_234_500), decimals: 1), "1.234,5", "1,234.5"),
        (.figure(figure(0), decimals: 1), "-", "-"),
        (.figure(figure(0, .provisional), decimals: 0), "- (sb)", "- (p)"),
        (.figure(figure(5_000, .provisional), decimals: 0), "5 (sb)", "5 (p)"),
        (.sum(figure(5_000, .revised), decimals: 0, rows: [1]), "5 (đc)", "5 (r)"),
        (.figure(absent(.suppressed), decimals: 0), "(bm)", "(c)"),
        (.difference(figure(3_000), decimals: 0), "+3", "+3"),
        (.difference(figure(-2_500), decimals: 1), "-2,5", "-2.5"),
        (.difference(figure(0), decimals: 0), "0", "0"),
        (.percentage(ratio(1, 8), signed: false), "12,5%", "12.5%"),
        (.percentage(ratio(1, 8), signed: true), "+12,5%", "+12.5%"),
        (.percentage(ratio(-1, 100_000), signed: true), "0,0%", "0.0%"),
        (.percentage(absent(.notComparable), signed: true), "KSS", "n/c"),
        (.completeness(Completeness(received: 12, owed: 13)), "12/13", "12/13"),
        (.count(0), "0", "0"),
        (.day(Day(number: 20_742)), "16/10/2026", "16 October 2026"),
        (.link("Phụ lục II", table: "x"), "Phụ lục II", "Phụ lục II"),
        (.blank, "", ""),
    ]

    @Test(arguments: cases.indices)
    func `a cell reads so in both languages`(index: Int) {
        let (cell, vietnamese, english) = CellTextTests.cases[index]
        #expect(cell.text(in: .vi) == vietnamese)
        #expect(cell.text(in: .en) == english)
    }
}
