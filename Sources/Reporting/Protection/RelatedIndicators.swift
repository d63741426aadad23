import Domain

extension Catalogue {
    /// The indicators that would give away the protected ones, because they count some of the same or follow from them.
    ///
    /// Of two protected ones that count some of the same, the wider is left out. Of pending cases, those that arise and
    /// those settled, each follows from the others, and pending ones beside either of the two bound the third: the pending
    /// ones are left out, or, where they alone are protected, the two others. Of columns that add up to another in a form each follows
    /// from the others: the total is left out, or, where it alone is protected, its parts.
    func indicatorsGivingAway(_ protected: [Indicator]) -> [String: Mask.Omission] {
        let codes = Set(protected.map(\.code))
        var leftOut: [String: Mask.Omission] = [:]
        for own in protected {
            let measures = Set(own.measures)
            for other in indicators where other.code != own.code && !other.isRatio && leftOut[own.code] == nil {
                guard !measures.isDisjoint(with: other.measures), !Set(own.forms).isDisjoint(with: other.forms) else {
                    continue
                }
                if !codes.contains(other.code) || other.measures.count > measures.count {
                    leftOut[other.code] = .givesAwayOthers
                }
            }
        }
        for case .follows(let pending, let arising, let settled) in checks {
            let both = [arising, settled]
            guard codes.contains(pending) || both.contains(where: codes.contains), leftOut[pending] == nil else {
                continue
            }
            if both.contains(where: codes.contains) {
                leftOut[pending] = .givesAwayOthers
            } else {
                for code in both { leftOut[code] = .givesAwayOthers }
            }
        }
        for (wholes, parts) in addedUp {
            if parts.contains(where: codes.contains) {
                for code in wholes { leftOut[code] = .givesAwayOthers }
            } else if wholes.contains(where: codes.contains) {
                for code in parts { leftOut[code] = .givesAwayOthers }
            }
        }
        return leftOut
    }

    /// The indicators that count a total of a form, with those that count what it is made of.
    private var addedUp: [(wholes: [String], parts: [String])] {
        forms.flatMap { form in
            func counting(_ columns: [String]) -> [String] {
                indicators.filter { indicator in
                    !indicator.isRatio && indicator.forms.contains(form.code)
                        && indicator.measures.compactMap(form.measure).contains { measure in
                            measure.selection.isEmpty && columns.contains { measure.columns == [$0] }
                        }
                }.map(\.code)
            }
            return form.checks.compactMap { check -> (wholes: [String], parts: [String])? in
                guard case .addsUp(let total, let parts) = check.kind else { return nil }
                return (counting([total]), counting(parts))
            }
        }
    }
}

extension Catalogue {
    /// The indicator itself and, of a ratio, what is divided, down to what is counted.
    func parts(of indicator: Indicator) -> [Indicator] {
        guard case .ratio(let numerator, let denominator, _) = indicator.kind else { return [indicator] }
        let own = [numerator, denominator].filter { $0 != indicator.code }.compactMap(self.indicator)
        return [indicator] + own.flatMap { $0.isRatio ? [$0] : parts(of: $0) }
    }
}
