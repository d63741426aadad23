import Domain

/// What of an indicator a package shows, or of several of which one says something of another.
///
/// Where no choice is found that keeps small counts safe, the communes are left out, then the districts, then the indicator:
/// what is not given out at all adds nothing to what was safe before. Of several, those go first that are in danger.
struct IndicatorProtection {
    /// One of the indicators.
    struct Member {
        let code: String
        /// The count from which a figure is shown; one where it is protected for the sake of others alone.
        let below: Int
        /// By how much what was suppressed before stays open, where that was more.
        let kept: Int

        init(_ code: String, below: Int, kept: Int = 0) {
            self.code = code
            self.below = below
            self.kept = kept
        }
    }

    private(set) var shown: Set<FigureKey> = []
    private(set) var notes: [ProtectionExplanation.Note] = []
    private(set) var depths: [String: PlaceDepth]
    private(set) var omissions: [String: Mask.Omission] = [:]

    init(
        _ members: [Member], _ inequalities: KnownInequalities = .none, candidate: SeenFigures, seen: [SeenFigures]
    ) {
        depths = Dictionary(members.map { ($0.code, PlaceDepth.communes) }, uniquingKeysWith: { first, _ in first })
        if let again = candidate.release(in: seen), members.allSatisfy({ again.indicators[$0.code] != nil }) {
            for member in members { repeats(again, candidate, member.code) }
            return
        }
        // Money and other amounts that are no counts say nothing of counts.
        let counted = members.filter { member in (seen + [candidate]).allSatisfy { $0.counts(member.code) } }
        for member in members where !counted.contains(where: { $0.code == member.code }) {
            guard member.below > 1 || member.kept > 0 else {
                shown.formUnion(candidate.offered(member.code))
                continue
            }
            (depths[member.code], omissions[member.code]) = (.nothing, .notCounts)
        }
        choose(counted, inequalities, candidate, seen)
    }

    /// Goes down as far as it is safe to.
    private mutating func choose(
        _ members: [Member], _ inequalities: KnownInequalities, _ candidate: SeenFigures, _ seen: [SeenFigures]
    ) {
        let codes = members.map(\.code)
        var lost: Set<SuppressionChoice.Target> = []
        var isResigned = false
        while !members.isEmpty {
            let offered = codes.reduce(candidate) { $0.offering($1, depths[$1] ?? .communes) }
            guard let table = ProtectedTable(codes, inequalities, candidate: offered, seen: seen) else { return }
            let choice = SuppressionChoice(
                table, members.map { .init(below: $0.below, kept: $0.kept) }, lost: lost)
            if choice.isSafe {
                for code in codes { take(choice, offered, code, seen: seen) }
                break
            }
            let failed = choice.failedSeries.isEmpty ? codes : choice.failedSeries.sorted().map { codes[$0] }
            if lower(failed) || lower(codes) { continue }
            guard members.count > 1, !isResigned else { break }
            // What the past gives away, nobody can take back; all else is protected as before.
            isResigned = true
            lost = Set(choice.failed)
            for code in codes { depths[code] = .communes }
        }
        for code in codes where depths[code] == .nothing { omissions[code] = .notSafe }
    }

    /// One step less of each; false where there is none.
    private mutating func lower(_ codes: [String]) -> Bool {
        var isLower = false
        for code in codes {
            guard let depth = depths[code], let less = depth.andLess.dropFirst().first else { continue }
            depths[code] = less
            isLower = true
        }
        return isLower
    }

    /// Whether anything of it is not shown.
    func isTouched(_ code: String) -> Bool {
        depths[code] != .communes || omissions[code] != nil || notes.contains { $0.key.indicator == code }
    }

    /// What was given out once is given out again as it was.
    private mutating func repeats(_ release: SeenFigures, _ candidate: SeenFigures, _ code: String) {
        let (old, new) = (release.indicators[code]?.views ?? [:], candidate.indicators[code]?.views ?? [:])
        let level = PlaceDepth.allCases.first { level in
            new.allSatisfy { span, views in
                zip(release.places, zip(views, old[span] ?? [])).allSatisfy { place, pair in
                    !level.includes(place) || pair.0 == .none || pair.1 != .none
                }
            }
        }
        depths[code] = level ?? .nothing
        if level == nil || level == .nothing {
            omissions[code] = candidate.counts(code) ? .notSafe : .notCounts
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
        _ choice: SuppressionChoice, _ offered: SeenFigures, _ code: String, seen: [SeenFigures]
    ) {
        var rowOf: [FigureKey: Int] = [:]
        for (position, row) in choice.table.rows.enumerated() {
            for key in row.keys { rowOf[key] = position }
        }
        let before = Set(seen.flatMap { $0.suppressed(code) })
        for (span, views) in offered.indicators[code]?.views ?? [:] {
            for (place, view) in zip(offered.places, views) where view == .shown {
                let key = FigureKey(indicator: code, place: place, span: span)
                guard let reason = reason(key, rowOf[key], choice, isBefore: before.contains(key)) else {
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
        _ key: FigureKey, _ row: Int?, _ choice: SuppressionChoice, isBefore: Bool
    ) -> ProtectionExplanation.Reason? {
        if isBefore { return .suppressedBefore }
        guard let row else { return nil }
        let isSmall = choice.isSmall(row)
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
    /// Whether all amounts of an indicator are counts.
    fileprivate func counts(_ code: String) -> Bool {
        (indicators[code]?.amounts ?? [:]).values.allSatisfy { amounts in
            amounts.values.allSatisfy(ProtectedTableBuilder.isCount)
        }
    }

    /// The figures of an indicator that could be shown.
    fileprivate func offered(_ code: String) -> [FigureKey] { keys(code, seen: .shown) }

    private func keys(_ code: String, seen view: View) -> [FigureKey] {
        (indicators[code]?.views ?? [:]).flatMap { span, views in
            zip(places, views).filter { $0.1 == view }.map { FigureKey(indicator: code, place: $0.0, span: span) }
        }
    }

    /// The figures of an indicator that were suppressed.
    fileprivate func suppressed(_ code: String) -> [FigureKey] { keys(code, seen: .suppressed) }

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
