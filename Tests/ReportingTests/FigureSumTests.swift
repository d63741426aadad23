import Domain
import Testing

@testable import Reporting

struct FigureSumTests {
    private func known(_ count: Int, _ standing: Figure.Standing = .reported) -> Figure {
        Figure(.known(.quantity(Quantity(whole: count) ?? .zero), standing))
    }

    private func absent(_ absence: Absence) -> Figure { Figure(.absent(absence)) }

    @Test func `what is missing beside something known makes it provisional`() {
        #expect(Figure.sum([known(2), known(3)])?.isProvisional == false)
        let sum = Figure.sum([known(2), absent(.notReported)])
        #expect(sum?.quantity == Quantity(whole: 2) && sum?.isProvisional == true)
        #expect(Figure.sum([known(2), known(3, .provisional)])?.isProvisional == true)
    }

    @Test func `a suppressed part suppresses the sum`() {
        #expect(Figure.sum([known(20), absent(.suppressed)])?.absence == .suppressed)
    }

    @Test func `a part that cannot be compared makes the sum so`() {
        #expect(Figure.sum([known(20), absent(.notComparable)])?.absence == .notComparable)
    }

    @Test func `nothing known has no sum`() {
        #expect(Figure.sum([absent(.notReported), absent(.notCollected)])?.absence == .notReported)
        #expect(Figure.sum([])?.absence == .notApplicable)
    }

    @Test func `what does not fit is not wrapped`() {
        let most = Figure(.known(.quantity(Quantity(thousandths: .max)), .reported))
        #expect(Figure.sum([most, known(1)]) == nil)
    }
}
