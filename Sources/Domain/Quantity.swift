/// An exact amount of something countable: thousandths in 64 bits.
///
/// Adding reports overflow instead of wrapping, and `Double` appears only where a cell is drawn.
package struct Quantity: Hashable, Comparable, Sendable {
    package let thousandths: Int64

    package static let zero = Quantity(thousandths: 0)

    package init(thousandths: Int64) { self.thousandths = thousandths }

    /// `nil` where the whole number does not fit.
    package init?(whole: Int) {
        let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: 1_000)
        guard !overflow else { return nil }
        thousandths = product
    }

    /// The sum; `nil` where it does not fit.
    package func adding(_ other: Quantity) -> Quantity? {
        let (sum, overflow) = thousandths.addingReportingOverflow(other.thousandths)
        return overflow ? nil : Quantity(thousandths: sum)
    }

    /// The difference; `nil` where it does not fit.
    package func subtracting(_ other: Quantity) -> Quantity? {
        let (difference, overflow) = thousandths.subtractingReportingOverflow(other.thousandths)
        return overflow ? nil : Quantity(thousandths: difference)
    }

    package var isWhole: Bool { thousandths.isMultiple(of: 1_000) }

    package var isZero: Bool { thousandths == 0 }

    /// For a cell or a chart only.
    package var double: Double { Double(thousandths) / 1_000 }

    package static func < (left: Quantity, right: Quantity) -> Bool { left.thousandths < right.thousandths }
}
