import Domain

/// The edition that figures are compared with, rebuilt from what the ledger held when it was made.
///
/// What moved since is told apart: the same evidence under today's catalogue gives what moved by definition, and the
/// rest moved by the data.
package struct EarlierEdition: Sendable {
    package let number: Int
    /// Files of the catalogue that differ from those of today.
    package let changedCatalogueFiles: [String]
    /// The rows of the submissions that came or went since, by receipt.
    package let rows: [Receipt: SubmissionTrace]
    /// As it was published.
    let issued: State
    /// The same under today's catalogue; `nil` where that changes nothing.
    let recast: State?

    /// Evidence with its cube.
    struct State: Sendable {
        let evidence: Evidence
        let slices: SlicesInForce
        let cube: Cube

        init(_ evidence: Evidence, _ period: Period) throws(FigureOverflow) {
            self.evidence = evidence
            slices = SlicesInForce(evidence)
            cube = try Cube(
                evidence, slices, months: Set(period.spans.flatMap(\.months)),
                on: evidence.catalogue.organisation.calendar.lastDay(of: period))
        }

        init(evidence: Evidence, slices: SlicesInForce, cube: Cube) {
            self.evidence = evidence
            self.slices = slices
            self.cube = cube
        }
    }

    /// - Parameters:
    ///   - issued: What the edition was made of.
    ///   - now: What is compared with it: what was received before is in it, read under the catalogue of now.
    ///   - rows: Asked for the submissions that count in one of the two only.
    package init(
        number: Int, issued: Evidence, now: Evidence, period: Period, changedCatalogueFiles: [String] = [],
        rows: (Set<Receipt>) throws -> [Receipt: SubmissionTrace] = { _ in [:] }
    ) throws {
        self.number = number
        self.changedCatalogueFiles = changedCatalogueFiles
        self.issued = try State(issued, period)
        let newest = Dictionary(now.received.map { ($0.receipt, $0) }, uniquingKeysWith: { _, newer in newer })
        // What is compared may itself be older, and not know a file yet: that it is not there is no definition.
        let readings = issued.received.map { newest[$0.receipt] ?? $0 }
        if issued.catalogue.digest == now.catalogue.digest, readings == issued.received {
            recast = nil
        } else {
            recast = try State(
                Evidence(
                    catalogue: now.catalogue, readings: readings, decisions: issued.decisions,
                    beside: issued.surroundings.reread(newest)), period)
        }
        let months = Set(period.spans.flatMap(\.months))
        let before = (recast ?? self.issued).slices.receipts(of: months)
        let after = SlicesInForce(now).receipts(of: months)
        self.rows = try rows(before.symmetricDifference(after))
    }

    /// What the edition printed; not applicable where it had no such indicator or place.
    func published(_ indicator: Indicator, at place: PlaceIndex.Place, over span: Period) -> Figure {
        guard let own = issued.evidence.catalogue.indicator(indicator.code),
            let index = issued.cube.index.index(of: place)
        else { return Figure(.absent(.notApplicable)) }
        return issued.cube.figure(own, at: index, over: span)
    }
}

extension SlicesInForce {
    /// The receipts that count in these months.
    fileprivate func receipts(of months: Set<Month>) -> Set<Receipt> {
        Set(readings.lazy.filter { months.contains($0.key.month) }.flatMap(\.value).map(\.receipt))
    }
}

extension Period {
    /// The period and all that its reports compare it with, each once.
    var spans: [Period] {
        var seen: Set<Period> = []
        return [self, yearToDate, previous, sameLastYear, sameLastYear.yearToDate].compactMap(\.self).filter {
            seen.insert($0).inserted
        }
    }
}

extension Period {
    /// The spans that give an indicator different figures: what does not add over time is that of the last month.
    func spans(of indicator: Indicator) -> [Period] {
        guard !indicator.isFlow, !indicator.isRatio else { return spans }
        var seen: Set<Month> = []
        return spans.filter { seen.insert($0.last).inserted }
    }
}

extension Indicator {
    /// Whether a reader sees another number, or a number where there was none.
    func isMoved(from before: Figure, to after: Figure) -> Bool { before.isMoved(to: after, decimals: decimals) }
}

extension Figure {
    /// Whether a reader sees another number, or a number where there was none; a ratio is compared as it is printed.
    func isMoved(to after: Figure, decimals: Int) -> Bool {
        guard let first = amount, let second = after.amount else { return (amount == nil) != (after.amount == nil) }
        if case .quantity = first, case .quantity = second { return first != second }
        return first.rounded(decimals: decimals) != second.rounded(decimals: decimals)
    }
}
