import Domain

extension Figure {
    /// The sum of figures of several places or months; `nil` where it does not fit.
    ///
    /// What is suppressed in a part is suppressed in the sum, from which it could be worked out; places that cannot be
    /// compared make it so; what is missing beside something known makes it provisional.
    static func sum(_ figures: [Figure]) -> Figure? {
        var total = Quantity.zero
        var isProvisional = false
        var absences: [Absence] = []
        for figure in figures {
            guard let quantity = figure.quantity else {
                absences.append(figure.absence ?? .notApplicable)
                continue
            }
            guard let sum = total.adding(quantity) else { return nil }
            total = sum
            isProvisional = isProvisional || figure.isProvisional
        }
        if absences.contains(.suppressed) { return Figure(.absent(.suppressed)) }
        if absences.contains(.notComparable) { return Figure(.absent(.notComparable)) }
        guard absences.count < figures.count else {
            let weightiest: [Absence] = [.notReported, .notCollected, .notApplicable]
            return Figure(.absent(weightiest.first(where: absences.contains) ?? .notApplicable))
        }
        return Figure(.known(.quantity(total), isProvisional || !absences.isEmpty ? .provisional : .reported))
    }
}
