/// A part of a whole, exact: declared in thousandths, and multiplied where what was divided is divided again.
package struct Weight: Hashable, Sendable {
    /// In lowest terms.
    package let numerator: Int64
    package let denominator: Int64

    package static let zero = Weight(0, of: 1)
    package static let one = Weight(1, of: 1)

    /// As a register declares it.
    package init(declared: Quantity) { self.init(declared.thousandths, of: 1_000) }

    /// - Parameter denominator: More than zero.
    private init(_ numerator: Int64, of denominator: Int64) {
        var (first, second) = (numerator.magnitude, denominator.magnitude)
        while second != 0 { (first, second) = (second, first % second) }
        let divisor = Int64(clamping: max(first, 1))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// `nil` where it cannot be kept exactly.
    package func adding(_ other: Weight) -> Weight? {
        let (left, first) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, second) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, third) = left.addingReportingOverflow(right)
        let (below, fourth) = denominator.multipliedReportingOverflow(by: other.denominator)
        return first || second || third || fourth ? nil : Weight(sum, of: below)
    }

    /// `nil` where it cannot be kept exactly.
    package func times(_ other: Weight) -> Weight? {
        let (above, first) = numerator.multipliedReportingOverflow(by: other.numerator)
        let (below, second) = denominator.multipliedReportingOverflow(by: other.denominator)
        return first || second ? nil : Weight(above, of: below)
    }

    /// An amount divided by weights that add up to one, in steps of 10^-decimals: each part is rounded down, and the steps
    /// left over go to the parts that lost most, of equals to the first. The parts add up to the amount.
    package static func divide(_ amount: Quantity, by weights: [Weight], decimals: Int) -> [Quantity] {
        let steps: [Int64] = [1_000, 100, 10, 1]
        let coarse = steps[min(max(decimals, 0), 3)]
        let step = amount.thousandths.isMultiple(of: coarse) ? coarse : 1
        let whole = amount.thousandths / step
        let exact = weights.map { weight in
            (Int128(whole) * Int128(weight.numerator)).quotientAndRemainder(dividingBy: Int128(weight.denominator))
        }
        var parts = exact.map { Int64(clamping: $0.quotient) }
        let left = Int(whole - parts.reduce(0, +))
        let order = weights.indices.sorted { first, second in
            let one = exact[first].remainder * Int128(weights[second].denominator)
            let other = exact[second].remainder * Int128(weights[first].denominator)
            return one != other ? one > other : first < second
        }
        for place in order.prefix(max(left, 0)) { parts[place] += 1 }
        return parts.map { Quantity(thousandths: $0 * step) }
    }
}
