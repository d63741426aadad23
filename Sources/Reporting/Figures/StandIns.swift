import Domain

/// Figures of a period that a department gave in another form than the one that owes them.
///
/// They are provisional, and whoever reads them is told which form they are from.
package struct StandIns: Sendable {
    /// What one department's form gives in place of another, in one month.
    struct StandIn: Sendable {
        let indicator: Indicator
        let department: String
        let month: Month
        let owedForm: String
        let form: String
        /// The places that the department answers for.
        let covered: Set<Int>
        /// Whether nothing of it enters the ratio, because its two sides would be of two forms.
        let isApart: Bool
    }

    /// In the order of the indicators, then of the months.
    let all: [StandIn]
    private let byIndicator: [String: [StandIn]]

    static let none = StandIns([])

    private init(_ all: [StandIn]) {
        self.all = all
        byIndicator = Dictionary(grouping: all, by: \.indicator.code)
    }

    init(_ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube, over period: Period) {
        var all: [StandIn] = []
        for indicator in evidence.catalogue.indicators {
            for part in indicator.parts(evidence.catalogue) {
                for month in part.isFlow ? period.months : [period.last] {
                    let sources = cube.sources(of: month, evidence, slices)
                    all += sources.entering(part, of: indicator, over: period).compactMap { contribution in
                        StandIn(contribution, indicator, month)
                    }
                }
            }
        }
        self.init(all)
    }

    func of(_ indicator: Indicator, at place: Int) -> [StandIn] {
        (byIndicator[indicator.code] ?? []).filter { $0.covered.contains(place) }
    }
}

extension StandIns.StandIn {
    fileprivate init?(_ contribution: Contribution, _ indicator: Indicator, _ month: Month) {
        guard contribution.isStandIn || contribution.isApart, let owed = contribution.owedForm else { return nil }
        self.init(
            indicator: indicator, department: contribution.department, month: month, owedForm: owed,
            form: contribution.form ?? owed, covered: Set(contribution.area.covered), isApart: contribution.isApart)
    }
}
