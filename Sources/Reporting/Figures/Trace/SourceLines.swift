import Domain

/// The lines of submissions behind the figures of a period, each once for each indicator that it enters.
///
/// They stand in the order of the indicators and then of the places, so that the lines behind any one figure, be it of a
/// commune, a district or the province, stand together.
package struct SourceLines: Sendable {
    /// One row of a submission, or what stands for its rows where there are too many to be named.
    struct Line: Sendable {
        let indicator: Indicator
        /// The indicator itself, or a side of it.
        let part: Indicator
        let month: Month
        /// The lowest place that it is known to lie in.
        let place: Int
        let unit: UnitKey?
        let department: String
        let reading: Reading
        /// Numbers of rows as a spreadsheet shows them; none where they are not known.
        let rows: [Int]
        let cells: [TracedRow.Cell]
        /// What it adds; `nil` where it adds nothing.
        let sum: Quantity?
        let treatment: Treatment
        let reason: String?
        /// The form that owes the figure, where this file is of another one.
        let standsInFor: String?
    }

    /// What became of a line.
    enum Treatment: Hashable, Sendable {
        case counted
        /// A share of the rows of a divided unit.
        case shared
        /// In two parts of one submission.
        case overlapping
        case refused([Bilingual])
        /// Blank where a number is asked for, or not countable.
        case missing
        /// The rows of a unit together, for the file has too many.
        case unit
        /// A whole file, whose own month names its rows.
        case file
        /// The rows read again come to something else than the ledger says.
        case contradiction
    }

    /// Something owed that enters no figure.
    struct Gap: Sendable {
        let indicator: Indicator
        let month: Month
        let department: String
    }

    let lines: [Line]
    let gaps: [Gap]
    /// By indicator and place, the first and the last of its lines.
    private let ranges: [String: [Int: ClosedRange<Int>]]

    /// Of a file with more rows none is named: nobody reads them here.
    private static let rowsOfFileMax = 5_000
    /// Rows named of all files together.
    private static let rowsMax = 20_000

    /// The submissions whose rows are named, with the measures that are asked for.
    package static func receipts(_ basis: Basis) -> [Receipt: Set<String>] {
        guard basis.period.monthCount == 1 else { return [:] }
        var measures: [Receipt: Set<String>] = [:]
        var sizes: [Receipt: Int] = [:]
        for indicator in basis.catalogue.indicators {
            for (_, source, reading) in sources(indicator, basis) where reading.rowsRead <= rowsOfFileMax {
                measures[reading.receipt, default: []].formUnion(source.contribution.measures)
                sizes[reading.receipt] = reading.rowsRead
            }
        }
        var left = rowsMax
        let smallestFirst = sizes.sorted {
            ($0.value, $0.key.path, $0.key.sha256) < ($1.value, $1.key.path, $1.key.sha256)
        }
        for (receipt, size) in smallestFirst {
            left -= size
            if left < 0 { measures[receipt] = nil }
        }
        return measures
    }

    init(_ basis: Basis, rows: [Receipt: SubmissionTrace]) {
        let byMeasure = rows.mapValues(MeasuredRows.init)
        let made = ParallelMap.map(basis.catalogue.indicators) { indicator in
            let lines = SourceLines.sources(indicator, basis).flatMap { part, source, reading in
                LinesOfSource(indicator, part.indicator, part.month, source, reading, basis).lines(
                    byMeasure[reading.receipt])
            }
            return SourceLines.sorted(lines, basis.index)
        }
        lines = made.flatMap(\.self)
        gaps = basis.catalogue.indicators.flatMap { SourceLines.gaps($0, basis) }
        var ranges: [String: [Int: ClosedRange<Int>]] = [:]
        for (number, line) in lines.enumerated() {
            for place in basis.index.lineage(line.place) {
                let first = ranges[line.indicator.code]?[place]?.lowerBound ?? number
                ranges[line.indicator.code, default: [:]][place] = first...number
            }
        }
        self.ranges = ranges
    }

    /// Where the lines behind a figure stand; `nil` where there are none.
    func range(of indicator: Indicator, at place: Int) -> ClosedRange<Int>? { ranges[indicator.code]?[place] }

    private typealias PartOfMonth = (indicator: Indicator, month: Month)

    /// What enters an indicator over the period, side by side and month by month.
    private static func addends(_ indicator: Indicator, _ basis: Basis) -> [(part: PartOfMonth, addends: Addends)] {
        indicator.parts(basis.catalogue).flatMap { part in
            (part.isFlow ? basis.period.months : [basis.period.last]).map { month in
                let sources = basis.cube.sources(of: month, basis.evidence, basis.slices)
                return (
                    (part, month), Addends(sources.entering(part, of: indicator, over: basis.period), month: month)
                )
            }
        }
    }

    private static func sources(
        _ indicator: Indicator, _ basis: Basis
    ) -> [(part: PartOfMonth, source: Addends.Source, reading: Reading)] {
        addends(indicator, basis).flatMap { part, addends in
            addends.sources.compactMap { source in source.reading.map { (part, source, $0) } }
        }
    }

    private static func gaps(_ indicator: Indicator, _ basis: Basis) -> [Gap] {
        var seen: Set<String> = []
        return addends(indicator, basis).flatMap { part, addends in
            addends.sources.compactMap { source in
                let department = source.contribution.department
                guard source.reading == nil, seen.insert("\(part.month) \(department)").inserted else { return nil }
                return Gap(indicator: indicator, month: part.month, department: department)
            }
        }
    }

    /// By place; lines of one place stay in the order of their sources.
    private static func sorted(_ lines: [Line], _ index: PlaceIndex) -> [Line] {
        func key(_ place: Int) -> (Int, Int) {
            if place == PlaceIndex.province { return (-1, -1) }
            guard case .commune = index.places[place] else { return (place, -1) }
            return (index.district(ofCommune: place) ?? index.places.count, place)
        }
        return lines.enumerated().map { (key($0.element.place), $0.offset, $0.element) }
            .sorted { ($0.0.0, $0.0.1, $0.1) < ($1.0.0, $1.0.1, $1.1) }.map(\.2)
    }
}

/// The rows of one file by what they feed.
struct MeasuredRows: Sendable {
    private let rows: [String: [TracedRow]]
    let refused: [RefusedRow]

    init(_ trace: SubmissionTrace) {
        rows = Dictionary(grouping: trace.rows, by: \.measure)
        refused = trace.refused
    }

    /// The rows of some measures, by unit, in the order of the file.
    func byUnit(_ measures: [String]) -> [UnitKey: [TracedRow]] {
        Dictionary(grouping: measures.flatMap { rows[$0] ?? [] }, by: \.unit).mapValues { rows in
            rows.sorted { $0.position < $1.position }
        }
    }
}
