import Domain
import Reporting
import Testing

struct ComparisonTests {
    private func known(_ value: Int64, _ standing: Figure.Standing = .reported) -> Figure {
        Figure(.known(.quantity(Quantity(thousandths: value * 1_000)), standing))
    }

    @Test func `a rise has its difference and its percentage`() {
        let comparison = Comparison(known(45), with: known(40), percentageBase: 1)
        #expect(comparison.difference.quantity == Quantity(whole: 5))
        #expect(comparison.percentage.amount?.rounded(decimals: 1) == 125)
        #expect(comparison.reason == nil)
    }

    @Test func `from zero there is a difference and no percentage`() {
        let comparison = Comparison(known(5), with: known(0), percentageBase: 1)
        #expect(comparison.difference.quantity == Quantity(whole: 5))
        #expect(comparison.percentage.absence == .notApplicable)
        #expect(comparison.reason == .wasZero)
    }

    @Test func `to zero it falls by a hundred per cent`() {
        #expect(
            Comparison(known(0), with: known(5), percentageBase: 1).percentage.amount?.rounded(decimals: 1) == -1_000)
    }

    @Test func `from missing there is neither`() {
        let comparison = Comparison(known(5), with: Figure(.absent(.notReported)), percentageBase: 1)
        #expect(comparison.difference.absence == .notReported)
        #expect(comparison.percentage.absence == .notReported)
        #expect(comparison.reason == .noData)
    }

    @Test func `of a suppressed figure neither the difference nor the percentage is told`() {
        for comparison in [
            Comparison(known(5), with: Figure(.absent(.suppressed)), percentageBase: 1),
            Comparison(Figure(.absent(.suppressed)), with: Figure(.absent(.notReported)), percentageBase: 1),
        ] {
            #expect(comparison.difference.absence == .suppressed)
            #expect(comparison.percentage.absence == .suppressed)
            #expect(comparison.reason == .suppressed)
        }
    }

    @Test func `a small base has its difference and no percentage`() {
        let comparison = Comparison(known(5), with: known(1), percentageBase: 10)
        #expect(comparison.difference.quantity == Quantity(whole: 4))
        #expect(comparison.percentage.absence == .notApplicable)
        #expect(comparison.reason == .smallBase)
        #expect(Comparison(known(11), with: known(10), percentageBase: 10).percentage.amount != nil)
    }

    @Test func `where other reports stand behind the two, nothing is compared`() {
        let comparison = Comparison(known(5, .provisional), with: known(4), percentageBase: 1)
        #expect(comparison.difference.absence == .notComparable)
        #expect(comparison.percentage.absence == .notComparable)
        #expect(comparison.reason == .otherReports)
        // What two sources say of one thing differs all the same.
        let apart = Comparison.difference(of: known(5, .provisional), from: known(4))
        #expect(apart.quantity == Quantity(whole: 1) && apart.isProvisional)
    }

    @Test func `across a boundary change nothing is compared`() {
        let comparison = Comparison(known(5), with: Figure(.absent(.notComparable)), percentageBase: 1)
        #expect(comparison.difference.absence == .notComparable)
        #expect(comparison.reason == .boundaryChange)
    }

    @Test func `ratios differ in points, as they are printed`() {
        func ratio(_ part: Int64, _ whole: Int64) -> Figure {
            Figure(
                .known(
                    .ratio(
                        numerator: Quantity(thousandths: part * 1_000),
                        denominator: Quantity(thousandths: whole * 1_000),
                        factor: 100), .reported))
        }
        let comparison = Comparison(ratio(2, 3), with: ratio(1, 3), percentageBase: 1)
        #expect(comparison.difference.quantity == Quantity(thousandths: 33_400))
        #expect(comparison.percentage.absence == .notApplicable)
    }

    @Test func `a ratio's share of its target is that of the percentage as it is printed`() throws {
        func ratio(_ above: Int, _ below: Int, _ standing: Figure.Standing = .reported) throws -> Figure {
            Figure(
                .known(
                    .ratio(
                        numerator: try #require(Quantity(whole: above)),
                        denominator: try #require(Quantity(whole: below)),
                        factor: 100), standing))
        }
        let target = try #require(Quantity(whole: 80))
        // 85.714… % is printed 85.7: of 80 that is 107.125 %.
        let share = Comparison.share(try ratio(6, 7), of: target)
        #expect(share.amount?.rounded(decimals: 3) == 107_125)
        #expect(Comparison.share(try ratio(6, 7, .provisional), of: target).isProvisional)
        #expect(Comparison.share(try ratio(6, 7), of: .zero).absence == .notApplicable)
        #expect(Comparison.share(Figure(.absent(.suppressed)), of: target).absence == .suppressed)
    }

    @Test func `a ratio too large to print has neither a difference nor a share`() {
        let huge = Figure(
            .known(
                .ratio(
                    numerator: Quantity(thousandths: .max), denominator: Quantity(thousandths: 1), factor: 100),
                .reported))
        #expect(Comparison.difference(of: huge, from: huge).absence == .notApplicable)
        #expect(Comparison.share(huge, of: Quantity(thousandths: 1_000)).absence == .notApplicable)
    }
}
