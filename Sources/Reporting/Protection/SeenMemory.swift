import Domain

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
