import Domain

/// A figure beside that of another period: the difference, and the percentage, where they mean something.
///
/// Both need the same reports behind the two: where one is provisional there is neither.
package struct Comparison: Hashable, Sendable {
    /// Why there is no percentage.
    package enum Reason: Hashable, Sendable {
        case wasZero, smallBase, noData, otherReports, boundaryChange, notDefined, suppressed
    }

    package let base: Figure
    package let difference: Figure
    /// The change in hundredths of the base; of a ratio there is none, its difference being in points already.
    package let percentage: Figure
    package let reason: Reason?

    private init(base: Figure, difference: Figure, percentage: Figure, reason: Reason?) {
        self.base = base
        self.difference = difference
        self.percentage = percentage
        self.reason = reason
    }

    /// - Parameter percentageBase: Below this base there is no percentage.
    package init(_ figure: Figure, with base: Figure, percentageBase: Int) {
        let difference = Comparison.difference(of: figure, from: base)
        guard difference.amount != nil else {
            let reason: Reason =
                switch difference.absence {
                case .notComparable: .boundaryChange
                case .suppressed: .suppressed
                case .notReported: .noData
                default: .notDefined
                }
            self.init(base: base, difference: difference, percentage: difference, reason: reason)
            return
        }
        guard !difference.isProvisional else {
            let apart = Figure(.absent(.notComparable))
            self.init(base: base, difference: apart, percentage: apart, reason: .otherReports)
            return
        }
        let undefined = Figure(.absent(.notApplicable))
        guard figure.quantity != nil, let then = base.quantity, let change = difference.quantity else {
            self.init(base: base, difference: difference, percentage: undefined, reason: .notDefined)
            return
        }
        guard !then.isZero, then.thousandths >= Int64(percentageBase) * 1_000 else {
            self.init(
                base: base, difference: difference, percentage: undefined,
                reason: then.isZero ? .wasZero : .smallBase)
            return
        }
        let share = Amount.ratio(numerator: change, denominator: then, factor: 100)
        self.init(base: base, difference: difference, percentage: Figure(.known(share, .reported)), reason: nil)
    }

    /// By how much a figure is more than another, whatever reports stand behind them: provisional where one of them is.
    ///
    /// Of two ratios it is in points: that of the percentages as they are printed, so that a reader who subtracts them finds
    /// it.
    package static func difference(of figure: Figure, from base: Figure) -> Figure {
        for mark in [Absence.notComparable, .notApplicable, .suppressed]
        where figure.absence == mark || base.absence == mark {
            return Figure(.absent(mark))
        }
        guard let now = figure.amount, let then = base.amount else { return Figure(.absent(.notReported)) }
        let standing: Figure.Standing = figure.isProvisional || base.isProvisional ? .provisional : .reported
        if let now = figure.quantity, let then = base.quantity, let change = now.subtracting(then) {
            return Figure(.known(.quantity(change), standing))
        }
        guard let now = printed(now), let then = printed(then), let points = now.subtracting(then) else {
            return Figure(.absent(.notApplicable))
        }
        return Figure(.known(.quantity(points), standing))
    }

    /// A ratio as it is printed; `nil` where it is too large to be one.
    private static func printed(_ amount: Amount) -> Quantity? {
        let (thousandths, overflow) = amount.rounded(decimals: 1).multipliedReportingOverflow(by: 100)
        return overflow ? nil : Quantity(thousandths: thousandths)
    }

    /// `part` of `whole` in hundredths, as of a target; of a ratio it is the percentage as it is printed that is divided.
    package static func share(_ part: Figure, of whole: Quantity) -> Figure {
        guard let amount = part.amount else { return Figure(.absent(part.absence ?? .notApplicable)) }
        guard !whole.isZero else { return Figure(.absent(.notApplicable)) }
        guard let quantity = part.quantity ?? printed(amount) else { return Figure(.absent(.notApplicable)) }
        return Figure(
            .known(
                .ratio(numerator: quantity, denominator: whole, factor: 100),
                part.isProvisional ? .provisional : .reported))
    }
}
