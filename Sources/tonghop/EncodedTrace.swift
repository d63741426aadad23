import Domain
import Reporting

/// The lines behind a figure as a program reads them; quantities are in thousandths.
struct EncodedTrace: Encodable {
    let indicator, period: String
    let place: String
    let state: String
    let thousandths: Int64?
    let received, owed: Int
    let parts: [Part]
    /// `nil` where the figure is not compared.
    var comparison: Compared?

    /// What the figure is compared with: another figure with its lines, or a target.
    struct Compared: Encodable {
        let with: String
        /// One, or none beside a target.
        let base: [EncodedTrace]
        let target: Int64?
        let targetRow: Int?
        let difference, percentage: Int64?
        /// Why there is no percentage.
        let reason: String?
    }

    struct Part: Encodable {
        let indicator, state: String
        let thousandths: Int64
        let sources: [Source]
        let missing: [Missing]
    }

    struct Source: Encodable {
        let month, department, form, file, sha256: String
        let thousandths: Int64
        let rows: [Row]
        let notAdded: [Row]
        let refused: [Refused]
    }

    struct Row: Encodable {
        let row, line: Int
        let unit: String
        let unitFrom: String?
        let thousandths: Int64
        let cells: [Cell]
        let reason: String?
    }

    struct Cell: Encodable {
        let column: Int
        let header, value: String
    }

    struct Refused: Encodable {
        let row, line: Int
        let unit: String?
        let rules: [String]
    }

    struct Missing: Encodable {
        let month, department: String
        let forms: [String]
    }

    init(_ trace: FigureTrace, lines: (FigureTrace.Source) -> TracedLines, shownPath: (String) -> String) {
        indicator = trace.indicator.code
        period = trace.period.description
        place = trace.index.places[trace.place].code(in: trace.catalogue)
        state = trace.figure.state.en
        thousandths = trace.figure.amount?.rounded(decimals: 3)
        received = trace.figure.completeness?.received ?? 0
        owed = trace.figure.completeness?.owed ?? 0
        parts = trace.parts.map { part in
            Part(
                indicator: part.indicator.code, state: part.figure.state.en, thousandths: part.sum.thousandths,
                sources: part.months.flatMap { month in
                    month.sources.map { Source($0, month.month, lines($0), shownPath) }
                },
                missing: part.months.flatMap { month in
                    month.gaps.map {
                        Missing(
                            month: month.month.description, department: $0.department,
                            forms: $0.entries.map(\.key.form))
                    }
                })
        }
    }
}

extension EncodedTrace {
    /// A comparison: the figure with its lines, and what it is compared with.
    init(_ trace: ComparedTrace, lines: (FigureTrace.Source) -> TracedLines, shownPath: (String) -> String) {
        self.init(trace.now, lines: lines, shownPath: shownPath)
        var base: [EncodedTrace] = []
        var target: Target?
        switch trace.base {
        case .figure(let figure): base = [EncodedTrace(figure, lines: lines, shownPath: shownPath)]
        case .target(let laidDown): target = laidDown
        }
        comparison = Compared(
            with: trace.kind.rawValue, base: base, target: target?.amount.thousandths, targetRow: target?.row,
            difference: trace.comparison?.difference.amount?.rounded(decimals: 3),
            percentage: (trace.comparison?.percentage ?? trace.share)?.amount?.rounded(decimals: 3),
            reason: trace.comparison?.reason?.words.en)
    }
}

extension EncodedTrace.Source {
    fileprivate init(
        _ source: FigureTrace.Source, _ month: Month, _ lines: TracedLines, _ shownPath: (String) -> String
    ) {
        self.month = month.description
        department = source.reading.department ?? source.department
        form = source.reading.form ?? ""
        file = shownPath(source.reading.receipt.path)
        sha256 = source.reading.receipt.sha256
        thousandths = source.sum.thousandths
        rows = lines.counted.map(EncodedTrace.Row.init)
        notAdded = (lines.possible + lines.overlapping).map(EncodedTrace.Row.init)
        refused = lines.refused.map { row in
            EncodedTrace.Refused(
                row: row.position.row, line: row.position.line, unit: row.unit?.code,
                rules: row.findings.map(\.rule.text))
        }
    }
}

extension EncodedTrace.Row {
    fileprivate init(_ row: TracedRow) {
        self.row = row.position.row
        line = row.position.line
        unit = row.unit.code
        unitFrom = row.unit.from?.description
        thousandths = row.sum.thousandths
        cells = row.cells.map { EncodedTrace.Cell(column: $0.column, header: $0.header, value: $0.written) }
        reason = row.reason
    }
}
