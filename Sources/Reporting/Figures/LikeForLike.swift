import Domain

/// The province's figure of a flow and that of the same period last year, over the departments whose reports are whole in
/// both: where reports are missing, that is what may be compared, if at least half of last year's figure is theirs.
struct LikeForLike: Sendable {
    /// Those compared, and all who count for the indicator in one of the two.
    let departments: Int
    let of: Int
    let now: Figure
    let then: Figure

    /// Of every flow of which one side is provisional; a department is in it if all that it owed for the indicator came,
    /// both times, and counts without a gap.
    static func all(
        _ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube, period: Period
    ) -> [String: LikeForLike] {
        let flows = evidence.catalogue.indicators.filter { indicator in
            indicator.isFlow
                && [period, period.sameLastYear].contains {
                    cube.figure(indicator, at: PlaceIndex.province, over: $0).isProvisional
                }
        }
        let made = ParallelMap.map(flows) { ($0.code, LikeForLike($0, evidence, slices, cube, period: period)) }
        return Dictionary(
            made.compactMap { code, made in made.map { (code, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private init?(
        _ indicator: Indicator, _ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube, period: Period
    ) {
        let spans = (now: period, then: period.sameLastYear)
        let catalogue = evidence.catalogue
        let today = catalogue.organisation.calendar.lastDay(of: period)
        /// By who carries on the work today: of departments that became one, last year's figures are that one's.
        func sides(_ span: Period) -> [String: [Month: [Contribution]]] {
            var found: [String: [Month: [Contribution]]] = [:]
            for month in span.months {
                let entering = cube.sources(of: month, evidence, slices).entering(indicator, of: indicator, over: span)
                for one in entering {
                    found[catalogue.successor(of: one.department, on: today), default: [:]][month, default: []].append(
                        one)
                }
            }
            return found
        }
        func figure(_ contributions: [Month: [Contribution]], _ span: Period) -> Figure {
            cube.figure(indicator, of: contributions, at: PlaceIndex.province, over: span)
        }
        func isWhole(_ figure: Figure) -> Bool { figure.amount != nil && !figure.isProvisional }
        let (now, then) = (sides(spans.now), sides(spans.then))
        let common = now.keys.sorted().filter { department in
            guard let own = now[department], let before = then[department],
                own.keys.map({ $0.number }).sorted() == before.keys.map({ $0.number }).sorted()
            else { return false }
            return isWhole(figure(own, spans.now)) && isWhole(figure(before, spans.then))
        }
        guard !common.isEmpty else { return nil }
        func together(_ sides: [String: [Month: [Contribution]]]) -> [Month: [Contribution]] {
            common.reduce(into: [:]) { sum, department in
                sum.merge(sides[department] ?? [:]) { $0 + $1 }
            }
        }
        (self.now, self.then) = (figure(together(now), spans.now), figure(together(then), spans.then))
        // A small part says nothing of the whole.
        let whole = cube.figure(indicator, at: PlaceIndex.province, over: spans.then).quantity
        guard isWhole(self.now), isWhole(self.then), let whole, let part = self.then.quantity,
            part.thousandths >= whole.thousandths / 2
        else { return nil }
        departments = common.count
        of = Set(now.keys).union(then.keys).count
    }
}
