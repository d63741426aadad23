import Domain

/// Chooses what a package does not show, so that small counts cannot be worked out from it and from all that its audience
/// has seen before.
package struct Protection: Sendable {
    private let basis: Basis

    /// - Parameter basis: What the package is made of, without a mask.
    package init(_ basis: Basis) { self.basis = basis.masked(by: nil) }

    /// The indicators that are protected from an audience, with the count from which a figure is shown.
    package func thresholds(for audience: Audience) -> [(indicator: Indicator, below: Int)] {
        basis.catalogue.indicators.compactMap { indicator in
            indicator.threshold(for: audience).map { (indicator, $0) }
        }
    }

    /// What the audience is not shown, and why.
    ///
    /// - Parameter seen: All that was given out to the audiences that this one `knows`, in the order of release.
    package func mask(
        for audience: Audience, seen: [SeenFigures]
    ) throws(FigureOverflow) -> (mask: Mask, explanation: ProtectionExplanation) {
        let protected = thresholds(for: audience).map(\.indicator)
        let spans = PublishedSpans(basis.period)
        var shown: Set<FigureKey> = []
        var notes: [ProtectionExplanation.Note] = []
        for (indicator, below) in thresholds(for: audience) {
            for (place, name) in basis.index.places.enumerated() {
                for span in spans.of(indicator, at: name) {
                    let key = FigureKey(indicator, at: name, over: span)
                    let amount = basis.cube.figure(indicator, at: place, over: span).quantity
                    if let amount, !amount.isZero, amount < Quantity(thousandths: Int64(below) * 1_000) {
                        notes.append(.init(key: key, amount: amount, reason: .small))
                    } else {
                        shown.insert(key)
                    }
                }
            }
        }
        let mask = Mask(
            period: basis.period, audience: audience, protected: Set(protected.map(\.code)), shown: shown)
        return (mask, ProtectionExplanation(notes: notes, leftOut: [:]))
    }
}

extension Indicator {
    /// The count from which a figure is shown to an audience; `nil`: from one.
    ///
    /// The leadership is shown all but one and two.
    package func threshold(for audience: Audience) -> Int? {
        guard !isRatio, isSensitive || suppressBelow != nil else { return nil }
        let below = max(suppressBelow ?? Indicator.leastThreshold, 2)
        return audience == .leadership ? min(below, Indicator.leastThreshold) : below
    }

    private static let leastThreshold = 3
}
