import Domain

/// What was suppressed in a package and why: for the officer who gives it out, and for nobody else.
package struct ProtectionExplanation: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The count is small itself.
        case small
        /// A small count could be worked out from it.
        case protects(FigureKey)
        /// It was suppressed in a package before.
        case suppressedBefore
        /// It is small, and was shown in a package before: suppressing it now protects nobody.
        case shownBefore
    }

    package struct Note: Hashable, Sendable {
        package let key: FigureKey
        package let amount: Quantity
        package let reason: Reason

        init(key: FigureKey, amount: Quantity, reason: Reason) {
            self.key = key
            self.amount = amount
            self.reason = reason
        }
    }

    /// In the order of the keys.
    package let notes: [Note]
    package let leftOut: [String: Mask.Omission]

    init(notes: [Note], leftOut: [String: Mask.Omission]) {
        self.notes = notes.sorted { $0.key < $1.key }
        self.leftOut = leftOut
    }
}
