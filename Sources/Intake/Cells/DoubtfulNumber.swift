import Domain

/// A number such as `1.320` in a column of decimals: thirteen hundred and twenty, or one and a third.
struct DoubtfulNumber {
    let spot: TableSurvey.Spot
    let number: NumberText

    /// As it is taken, and as it may be meant; `nil` where only one of them can be.
    func readings(_ context: ReadingContext, _ plan: FormPlan) -> (taken: Quantity, other: Quantity)? {
        let other: NumberNotation = context.notation == .commaDecimal ? .pointDecimal : .commaDecimal
        guard case .quantity(let taken, _)? = number.value(in: context.notation),
            case .quantity(let meant, _)? = number.value(in: other), taken != meant
        else { return nil }
        return (taken, meant)
    }
}
