import Domain

/// The lines that one submission gives to one indicator, or to one side of it, in a month.
struct LinesOfSource {
    private let indicator: Indicator
    private let part: Indicator
    private let month: Month
    private let source: Addends.Source
    private let reading: Reading
    private let basis: Basis

    init(
        _ indicator: Indicator, _ part: Indicator, _ month: Month, _ source: Addends.Source, _ reading: Reading,
        _ basis: Basis
    ) {
        self.indicator = indicator
        self.part = part
        self.month = month
        self.source = source
        self.reading = reading
        self.basis = basis
    }

    /// - Parameter rows: The file's; `nil` where they are not named.
    func lines(_ rows: MeasuredRows?) -> [SourceLines.Line] {
        guard basis.period.monthCount == 1 else {
            let sum = source.addends.reduce(Quantity.zero) { $0.adding($1.sum) ?? $0 }
            return [line(.file, at: PlaceIndex.province, unit: nil, sum: sum)]
        }
        let byUnit = rows?.byUnit(source.contribution.measures)
        let added = source.addends.flatMap { addend in lines(of: addend, byUnit.map { $0[addend.unit] ?? [] }) }
        let overlapping = source.overlapping.flatMap { unit in
            (byUnit?[unit] ?? []).map { line(.overlapping, at: place(of: unit), unit: unit, $0, adds: false) }
        }
        let missing = source.missing.map { line(.missing, at: place(of: $0), unit: $0, sum: nil) }
        return added + overlapping + missing + refused(rows?.refused ?? [])
    }

    private func lines(of addend: Addends.Addend, _ rows: [TracedRow]?) -> [SourceLines.Line] {
        if case .split(let shares) = addend.landing {
            let parts = Weight.divide(addend.sum, by: shares.map(\.weight), decimals: part.decimals)
            return zip(shares, parts).map { share, sum in
                line(
                    .shared, at: share.place, unit: addend.unit, sum: sum, rows: (rows ?? []).map(\.position.row))
            }
        }
        let place = lowest(addend.landing)
        guard let rows else { return [line(.unit, at: place, unit: addend.unit, sum: addend.sum)] }
        guard rows.reduce(Quantity.zero, { $0.adding($1.sum) ?? $0 }) == addend.sum else {
            return [
                line(
                    .contradiction, at: place, unit: addend.unit, sum: addend.sum, rows: rows.map(\.position.row))
            ]
        }
        return rows.map { line(.counted, at: place, unit: addend.unit, $0, adds: true) }
    }

    /// Rows with an error, of a place that the reading names as lacking, or of none that is known.
    private func refused(_ rows: [RefusedRow]) -> [SourceLines.Line] {
        let places = Set(reading.refusedPlaces)
        return rows.filter { row in
            (row.unit.map(places.contains) ?? true)
                && (row.measures.map { !$0.isDisjoint(with: source.contribution.measures) } ?? true)
        }.map { row in
            line(
                .refused(row.findings.map(\.message)), at: row.unit.map(place) ?? PlaceIndex.province, unit: row.unit,
                sum: nil, rows: [row.position.row])
        }
    }

    private func place(of unit: UnitKey) -> Int { lowest(source.contribution.roster.landing(of: unit)) }

    /// The lowest place that holds all of it.
    private func lowest(_ landing: Landing) -> Int {
        switch landing {
        case .at(let place): place
        case .amongCommunes(_, let districts) where districts.count == 1: districts[0]
        case .split(let shares) where shares.count == 1: shares[0].place
        case .split, .amongCommunes, .amongDistricts, .provinceOnly: PlaceIndex.province
        }
    }

    private func line(
        _ treatment: SourceLines.Treatment, at place: Int, unit: UnitKey, _ row: TracedRow, adds: Bool
    ) -> SourceLines.Line {
        SourceLines.Line(
            indicator: indicator, part: part, month: month, place: place, unit: unit,
            department: source.contribution.department, reading: reading, rows: [row.position.row], cells: row.cells,
            sum: adds ? row.sum : nil, treatment: treatment, reason: row.reason, standsInFor: standsInFor)
    }

    private func line(
        _ treatment: SourceLines.Treatment, at place: Int, unit: UnitKey?, sum: Quantity?, rows: [Int] = []
    ) -> SourceLines.Line {
        SourceLines.Line(
            indicator: indicator, part: part, month: month, place: place, unit: unit,
            department: source.contribution.department, reading: reading, rows: rows, cells: [], sum: sum,
            treatment: treatment, reason: nil, standsInFor: standsInFor)
    }

    private var standsInFor: String? {
        source.contribution.isStandIn ? source.contribution.owedForm : nil
    }
}
