import Domain

extension Catalogue {
    /// The indicator itself and, of a ratio, what is divided, down to what is counted.
    func parts(of indicator: Indicator) -> [Indicator] {
        guard case .ratio(let numerator, let denominator, _) = indicator.kind else { return [indicator] }
        let own = [numerator, denominator].filter { $0 != indicator.code }.compactMap(self.indicator)
        return [indicator] + own.flatMap { $0.isRatio ? [$0] : parts(of: $0) }
    }
}
