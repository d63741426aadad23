import Domain

/// A figure and what its reports compare it with, both traced on one geography, so that both are as they are shown.
package struct ComparedTrace: Sendable {
    /// What a figure is compared with.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case previous
        case lastYear = "last-year"
        /// The year to date, with that of the year before.
        case yearToDate = "year-to-date"
        /// The year to date, with what was laid down for the year.
        case target
    }

    package enum Base: Sendable {
        case figure(FigureTrace)
        /// `nil`: nothing was laid down for the year.
        case target(Target?)
    }

    package let kind: Kind
    package let now: FigureTrace
    package let base: Base
    private let percentageBase: Int

    package init(
        _ evidence: Evidence, _ indicator: Indicator, at place: PlaceIndex.Place, over period: Period, with kind: Kind
    ) throws(FigureOverflow) {
        let spans = kind.spans(of: period)
        let slices = SlicesInForce(evidence)
        let day = evidence.catalogue.organisation.calendar.lastDay(of: period)
        func trace(_ span: Period) throws(FigureOverflow) -> FigureTrace {
            try FigureTrace(evidence, slices, indicator, at: place, over: span, on: day)
        }
        self.kind = kind
        percentageBase = evidence.catalogue.organisation.thresholds.percentageBase
        now = try trace(spans.now)
        if let span = spans.base {
            base = .figure(try trace(span))
        } else {
            base = .target(
                evidence.catalogue.targets.first {
                    $0.indicator == indicator.code && $0.year == period.year
                        && $0.unit == place.code(in: evidence.catalogue)
                })
        }
    }

    package var traces: [FigureTrace] {
        if case .figure(let base) = base { [now, base] } else { [now] }
    }

    /// As the reports show it; `nil` beside a target.
    package var comparison: Comparison? {
        if case .figure(let base) = base {
            Comparison(now.figure, with: base.figure, percentageBase: percentageBase)
        } else {
            nil
        }
    }

    /// The part of the target that is reached, in hundredths.
    package var share: Figure? {
        if case .target(let target?) = base { Comparison.share(now.figure, of: target.amount) } else { nil }
    }
}

extension ComparedTrace.Kind {
    /// What is compared, and with what; a target is no span.
    package func spans(of period: Period) -> (now: Period, base: Period?) {
        switch self {
        case .previous: (period, period.previous)
        case .lastYear: (period, period.sameLastYear)
        case .yearToDate: (period.yearToDate, period.sameLastYear.yearToDate)
        case .target: (period.yearToDate, nil)
        }
    }
}

extension PlaceIndex.Place {
    /// As commands and data tables name it.
    package func code(in catalogue: Catalogue) -> String {
        switch self {
        case .province: catalogue.organisation.province
        case .placeless: "\(catalogue.organisation.province)-0"
        case .district(let code): code
        case .commune(let key): key.code
        }
    }
}
