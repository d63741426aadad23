import Domain

/// What of one indicator a package shows.
///
/// Where no choice is found that keeps small counts safe, the communes are left out, then the districts, then the indicator:
/// what is not given out at all adds nothing to what was safe before.
struct IndicatorProtection {
    private(set) var shown: Set<FigureKey> = []
    private(set) var notes: [ProtectionExplanation.Note] = []
    private(set) var depth: PlaceDepth
    private(set) var omission: Mask.Omission?

    /// - Parameters:
    ///   - below: The count from which a figure is shown.
    ///   - kept: By how much what was suppressed before stays open, where that was more.
    init(
        _ code: String, below: Int, kept: Int = 0, candidate: SeenFigures, seen: [SeenFigures], depth: PlaceDepth
    ) {
        self.depth = depth
        if let again = candidate.release(in: seen), again.indicators[code] != nil {
            repeats(again, candidate, code)
            return
        }
        for level in depth.andLess where level != .nothing {
            let offered = candidate.offering(code, level)
            guard let table = ProtectedTable(code, candidate: offered, seen: seen) else {
                (self.depth, omission) = (.nothing, .notCounts)
                return
            }
            let choice = SuppressionChoice(table, below: below, kept: kept)
            self.depth = level
            if choice.isSafe {
                take(choice, offered, code, below: below, seen: seen)
                return
            }
        }
        (self.depth, omission) = (.nothing, .notSafe)
    }

    /// What was given out once is given out again as it was.
    private mutating func repeats(_ release: SeenFigures, _ candidate: SeenFigures, _ code: String) {
        let (old, new) = (release.indicators[code]?.views ?? [:], candidate.indicators[code]?.views ?? [:])
        let level = depth.andLess.first { level in
            new.allSatisfy { span, views in
                zip(release.places, zip(views, old[span] ?? [])).allSatisfy { place, pair in
                    !level.includes(place) || pair.0 == .none || pair.1 != .none
                }
            }
        }
        depth = level ?? .nothing
        if depth == .nothing {
            let table = ProtectedTable(code, candidate: candidate, seen: [])
            omission = table == nil ? .notCounts : .notSafe
        }
        for (span, views) in old {
            for (place, view) in zip(release.places, views) where view != .none {
                let key = FigureKey(indicator: code, place: place, span: span)
                if view == .shown {
                    shown.insert(key)
                } else {
                    notes.append(.init(key: key, amount: release.amount(of: key) ?? .zero, reason: .suppressedBefore))
                }
            }
        }
    }

    private mutating func take(
        _ choice: SuppressionChoice, _ offered: SeenFigures, _ code: String, below: Int, seen: [SeenFigures]
    ) {
        var rowOf: [FigureKey: Int] = [:]
        for (position, row) in choice.table.rows.enumerated() {
            for key in row.keys { rowOf[key] = position }
        }
        let before = Set(seen.flatMap { $0.suppressed(code) })
        for (span, views) in offered.indicators[code]?.views ?? [:] {
            for (place, view) in zip(offered.places, views) where view == .shown {
                let key = FigureKey(indicator: code, place: place, span: span)
                guard let reason = reason(key, rowOf[key], choice, below: below, isBefore: before.contains(key)) else {
                    shown.insert(key)
                    continue
                }
                let amount = rowOf[key].flatMap { Quantity(whole: Int(choice.table.rows[$0].amount)) } ?? .zero
                notes.append(.init(key: key, amount: amount, reason: reason))
            }
        }
    }

    /// Why a figure is suppressed; `nil`: it is shown.
    private func reason(
        _ key: FigureKey, _ row: Int?, _ choice: SuppressionChoice, below: Int, isBefore: Bool
    ) -> ProtectionExplanation.Reason? {
        if isBefore { return .suppressedBefore }
        guard let row else { return nil }
        let isSmall = choice.table.rows[row].amount < below
        switch choice.table.rows[row].state {
        case .open: return nil
        case .known: return isSmall ? .shownBefore : nil
        case .suppressed: break
        }
        if isSmall { return .small }
        switch choice.reasons[row] {
        case .protects(.row(let other)): return .protects(choice.table.rows[other].name)
        case .protects(.cell(let cell)):
            return choice.table.name(ofCell: cell).map { .protects($0) } ?? .small
        case .before, .small, nil: return .suppressedBefore
        }
    }
}

extension SeenFigures {
    /// The figures of an indicator that were suppressed.
    fileprivate func suppressed(_ code: String) -> [FigureKey] {
        (indicators[code]?.views ?? [:]).flatMap { span, views in
            zip(places, views).filter { $0.1 == .suppressed }.map {
                FigureKey(indicator: code, place: $0.0, span: span)
            }
        }
    }

    /// The release of the same edition to the same audience, if it was made of the same counts.
    fileprivate func release(in seen: [SeenFigures]) -> SeenFigures? {
        guard edition > 0 else { return nil }
        return seen.last {
            $0.period == period && $0.edition == edition && $0.audience == audience && $0.places == places
                && $0.units == units
                && $0.indicators.mapValues(\.amounts) == indicators.mapValues(\.amounts)
        }
    }

    /// The same with the figures of an indicator down to a level.
    fileprivate func offering(_ code: String, _ depth: PlaceDepth) -> SeenFigures {
        guard depth != .communes, var figures = indicators[code] else { return self }
        figures.views = figures.views.mapValues { views in
            zip(places, views).map { depth.includes($0.0) ? $0.1 : .none }
        }
        return SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: indicators.merging([code: figures]) { $1 }, names: names)
    }
}
