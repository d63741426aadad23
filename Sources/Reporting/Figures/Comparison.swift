import Domain

/// A figure beside an earlier one: the difference, and the percentage where it means something.
package struct Comparison: Hashable, Sendable {
    /// Why there is no percentage.
    package enum Reason: Hashable, Sendable {
        case wasZero, noData, otherReports, boundaryChange, notDefined, suppressed
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

    package init(_ figure: Figure, with base: Figure) {
        if figure.absence == .notComparable || base.absence == .notComparable {
            self.init(base: base, absent: .notComparable, .boundaryChange)
        } else if figure.absence == .notApplicable || base.absence == .notApplicable {
            self.init(base: base, absent: .notApplicable, .notDefined)
        } else if figure.absence == .suppressed || base.absence == .suppressed {
            self.init(base: base, absent: .suppressed, .suppressed)
        } else if figure.amount == nil || base.amount == nil {
            self.init(base: base, absent: .notReported, .noData)
        } else if let now = figure.quantity, let then = base.quantity, let change = now.subtracting(then) {
            self.init(base: base, then: then, change: change, provisional: figure.isProvisional || base.isProvisional)
        } else {
            self.init(points: figure, base: base)
        }
    }

    private init(base: Figure, absent: Absence, _ reason: Reason) {
        self.init(
            base: base, difference: Figure(.absent(absent)), percentage: Figure(.absent(absent)), reason: reason)
    }

    private init(base: Figure, then: Quantity, change: Quantity, provisional: Bool) {
        let difference = Figure(.known(.quantity(change), provisional ? .provisional : .reported))
        let percentage: Figure
        let reason: Reason?
        if provisional {
            (percentage, reason) = (Figure(.absent(.notComparable)), .otherReports)
        } else if then.isZero {
            (percentage, reason) = (Figure(.absent(.notApplicable)), .wasZero)
        } else {
            let share = Amount.ratio(numerator: change, denominator: then, factor: 100)
            (percentage, reason) = (Figure(.known(share, .reported)), nil)
        }
        self.init(base: base, difference: difference, percentage: percentage, reason: reason)
    }

    /// The difference of two ratios, in points: that of the percentages as they are printed, so that a reader who
    /// subtracts them finds it.
    private init(points figure: Figure, base: Figure) {
        let undefined = Figure(.absent(.notApplicable))
        guard let now = figure.amount, let then = base.amount else {
            self.init(base: base, difference: undefined, percentage: undefined, reason: .notDefined)
            return
        }
        let tenths = now.rounded(decimals: 1) - then.rounded(decimals: 1)
        let standing: Figure.Standing = figure.isProvisional || base.isProvisional ? .provisional : .reported
        self.init(
            base: base, difference: Figure(.known(.quantity(Quantity(thousandths: tenths * 100)), standing)),
            percentage: undefined, reason: .notDefined)
    }

    /// `part` of `whole` in hundredths, as of a target.
    package static func share(_ part: Figure, of whole: Quantity) -> Figure {
        guard let quantity = part.quantity else { return Figure(.absent(part.absence ?? .notApplicable)) }
        guard !whole.isZero else { return Figure(.absent(.notApplicable)) }
        return Figure(
            .known(
                .ratio(numerator: quantity, denominator: whole, factor: 100),
                part.isProvisional ? .provisional : .reported))
    }
}
