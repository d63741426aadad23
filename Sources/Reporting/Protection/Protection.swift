import Domain

/// Chooses what a package does not show, so that small counts cannot be worked out from it and from all that its audience
/// has seen before.
///
/// What is taken to be known: every figure shown in this package and in those before it, which counts were corrected in
/// between, that counts are whole and not below zero, that only counts from one up to the threshold and what protects them
/// are suppressed, and that no zero is, and in which indicators no unit counts more than in another. Against those who know only the figures, every suppressed figure stays open by
/// the threshold at least: its least and greatest possible values are that far apart. Against those who know the rules
/// as well, every small count may still be any from one to the last below the threshold.
///
/// The same releases give the same mask, in whatever order they are told. The time grows with the suppressed figures of
/// the whole history, times what each is tried against: units of the month times months of the unit.
package struct Protection: Sendable {
    private let basis: Basis
    private let known: KnownInequalities

    /// - Parameter basis: What the package is made of, without a mask.
    package init(_ basis: Basis) { self.init(basis, known: nil) }

    /// - Parameter known: How indicators are known to lie to one another; `nil`: as the catalogue says.
    init(_ basis: Basis, known: KnownInequalities?) {
        self.basis = basis.masked(by: nil)
        self.known = known ?? KnownInequalities(basis.catalogue)
    }

    /// What the audience is not shown, and why.
    ///
    /// - Parameters:
    ///   - seen: All that was given out to the audiences that this one `knows`.
    ///   - rounding: How what is shown is rounded; `nil`: not at all.
    package func mask(
        for audience: Audience, seen: [SeenFigures], rounding: Rounding? = nil
    ) throws(FigureOverflow) -> (mask: Mask, explanation: ProtectionExplanation) {
        let candidate = SeenFigures(of: basis, audience: audience, edition: basis.editionNumber)
        let memory = SeenMemory(
            seen.sorted {
                ($0.period, $0.edition, $0.audience.rawValue) < ($1.period, $1.edition, $1.audience.rawValue)
            }, of: candidate, repeated: basis.catalogue.indicatorsCountedAgain)
        var shown: Set<FigureKey> = []
        var notes: [ProtectionExplanation.Note] = []
        var leftOut = basis.catalogue.indicatorsGivingAway(
            basis.catalogue.indicators.filter { $0.threshold != nil || memory.kept[$0.code] != nil })
        for code in basis.catalogue.indicatorsCountedAgain where candidate.indicators[code]?.below ?? 0 > 0 {
            leftOut[code] = .givesAwayOthers
        }
        for code in memory.givingAwayGone { leftOut[code] = .givesAwayOthers }
        var depths: [String: PlaceDepth] = [:]
        var protected: Set<String> = []
        let groups = groups(leavingOut: leftOut, kept: memory.kept)
        let chosen = ParallelMap.map(groups) { [known] members in
            IndicatorProtection(members, known, candidate: candidate, seen: memory.releases)
        }
        for (members, own) in zip(groups, chosen) {
            for member in members {
                // What is shown whole although it says something of others is none that anybody protects.
                guard member.below > 1 || member.kept > 0 || own.isTouched(member.code) else { continue }
                protected.insert(member.code)
                shown.formUnion(own.shown.filter { $0.indicator == member.code })
                depths[member.code] = own.depths[member.code]
                if let omission = own.omissions[member.code] { leftOut[member.code] = omission }
            }
            notes += own.notes
        }
        let mask = Mask(
            period: basis.period, audience: audience, protected: protected, shown: shown, leftOut: leftOut,
            depths: depths, rounded: rounding?.figures(shown, of: candidate) ?? [:])
        return (mask, ProtectionExplanation(notes: notes, leftOut: leftOut))
    }
}

extension Protection {
    /// What is protected together: indicators with a threshold and all that something is known of beside them.
    private func groups(
        leavingOut leftOut: [String: Mask.Omission], kept: [String: Int]
    ) -> [[IndicatorProtection.Member]] {
        let counted = basis.catalogue.indicators.filter { !$0.isRatio && leftOut[$0.code] == nil }
        let wanted = counted.filter { $0.threshold != nil || kept[$0.code] ?? 0 > 0 }.map(\.code)
        return known.groups(of: wanted, among: counted.map(\.code)).map { group in
            group.map { code in
                let below = basis.catalogue.indicator(code)?.threshold ?? 1
                return IndicatorProtection.Member(code, below: below, kept: kept[code] ?? 0)
            }
        }
    }
}

extension Indicator {
    /// The count from which a figure is shown; `nil`: from one.
    ///
    /// What is sensitive has one even where none is laid down.
    package var threshold: Int? {
        guard !isRatio, isSensitive || suppressBelow != nil else { return nil }
        let below = suppressBelow ?? Indicator.leastThreshold
        return below > 1 ? below : nil
    }

    private static let leastThreshold = 3
}

extension Basis {
    /// Zero for what was not issued.
    fileprivate var editionNumber: Int { if case .edition(let number) = standing { number } else { 0 } }
}

/// All that was shown before, in the names of a package that is to be given out now.
struct SeenMemory {
    let releases: [SeenFigures]
    /// By how much what was suppressed of an indicator stays open, whatever its threshold is now.
    private(set) var kept: [String: Int] = [:]
    /// Indicators that count some of what others counted that are no more, and that were suppressed: what one was divided
    /// into, or what several became.
    let givingAwayGone: Set<String>

    /// - Parameters:
    ///   - history: In the order of release.
    ///   - repeated: Indicators of the package that count the same as one before them: what was seen is that one's.
    init(_ history: [SeenFigures], of candidate: SeenFigures, repeated: Set<String>) {
        let own = candidate.without(repeated)
        var releases: [SeenFigures] = []
        var giving: Set<String> = []
        var found: [[String]: String] = [:]
        for release in history.reversed() {
            let (renamed, gone) = Recognition(release, in: own, found: found).renamed(release)
            releases.append(renamed)
            for (code, seen) in renamed.indicators where own.indicators[code] != nil { found[seen.counts] = code }
            for (code, seen) in renamed.indicators where seen.hasSuppressed && own.indicators[code] != nil {
                kept[code] = max(kept[code] ?? 0, seen.below, candidate.indicators[code]?.below ?? 0, 1)
            }
            // What stood beside it then says no more now.
            for old in gone where old.hasSuppressed {
                giving.formUnion(
                    own.indicators.filter { renamed.indicators[$0.key] == nil && $0.value.overlaps(old) }.keys)
            }
        }
        self.releases = releases.reversed()
        givingAwayGone = giving
    }
}

extension Catalogue {
    /// Indicators that count exactly what one before them in the register counts.
    var indicatorsCountedAgain: Set<String> {
        var seen: Set<[String]> = []
        return Set(
            indicators.filter { indicator in
                let counts = self.counts(of: indicator)
                return !counts.isEmpty && !seen.insert(counts).inserted
            }.map(\.code))
    }
}

extension SeenFigures {
    fileprivate func without(_ codes: Set<String>) -> SeenFigures {
        SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: indicators.filter { !codes.contains($0.key) }, names: names)
    }
}

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
