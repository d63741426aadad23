import Domain
import Intake
import Reporting
import Storage

/// Which figure is led back to its lines.
package struct TraceRequest {
    package let period: Period
    /// Its code, in capitals or not.
    package let indicator: String
    /// Code or name of a district or a commune; `nil`: the province.
    package let unit: String?
    /// What the figure is compared with, and that is traced, too.
    package let compare: ComparedTrace.Kind?

    package init(
        _ period: Period, _ indicator: String, at unit: String? = nil, with compare: ComparedTrace.Kind? = nil
    ) {
        self.period = period
        self.indicator = indicator
        self.unit = unit
        self.compare = compare
    }
}

/// A figure, with the lines behind it.
package struct TraceOutcome {
    package enum Found {
        case figure(FigureTrace)
        case comparison(ComparedTrace)

        package var traces: [FigureTrace] {
            switch self {
            case .figure(let trace): [trace]
            case .comparison(let compared): compared.traces
            }
        }
    }

    package let found: Found
    fileprivate let rows: [Receipt: SubmissionTrace]

    /// What stands in the file of a source.
    package func lines(_ source: FigureTrace.Source) -> TracedLines {
        TracedLines(rows[source.reading.receipt] ?? SubmissionTrace(rows: [], refused: []), of: source)
    }

    /// Whether anybody has reported it.
    package var isReceived: Bool { found.traces.contains(where: \.isReceived) }
}

extension Desk {
    /// The lines behind a figure, read again from the archive.
    package func trace(_ request: TraceRequest) throws -> TraceOutcome {
        let outcome = try read(request)
        for trace in outcome.found.traces { try check(trace, request.period, outcome.lines) }
        return outcome
    }

    private func read(_ request: TraceRequest) throws -> TraceOutcome {
        let (period, indicator, compare) = (request.period, request.indicator, request.compare)
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        return try ledger.read { ledger in
            let spans = compare?.spans(of: period)
            let months = [spans?.now ?? period, spans?.base].compactMap(\.self).map { $0.first...$0.last }
            guard let state = try LedgerState(ledger, spans: months) else {
                throw Failure.nothingReceived(indicator, period)
            }
            let catalogue = state.catalogue
            guard let wanted = catalogue.indicator(named: indicator) else {
                throw Failure.unknownIndicator(indicator, catalogue)
            }
            let place = try PlaceArgument.place(request.unit, catalogue, period)
            let found: TraceOutcome.Found =
                if let compare {
                    .comparison(try ComparedTrace(state.evidence, wanted, at: place, over: period, with: compare))
                } else {
                    .figure(try FigureTrace(state.evidence, wanted, at: place, over: period))
                }
            return TraceOutcome(found: found, rows: try rows(of: found.traces, catalogue, ledger))
        }
    }

    /// The rows of the submissions behind the figures, read again from the archive.
    private func rows(
        of traces: [FigureTrace], _ catalogue: Catalogue, _ ledger: LedgerReader
    ) throws -> [Receipt: SubmissionTrace] {
        var wanted: [Receipt: (measures: Set<String>, units: Set<UnitKey>)] = [:]
        for source in traces.flatMap(\.parts).flatMap(\.sources) {
            var (measures, units) = wanted[source.reading.receipt] ?? ([], [])
            measures.formUnion(source.measures)
            for some in [source.units, source.possible, source.overlapping, source.refused] { units.formUnion(some) }
            wanted[source.reading.receipt] = (measures, units)
        }
        let receipts = wanted.keys.sorted { $0.path < $1.path }
        let asked = wanted
        let files = ArchivedFiles(reader: ledger, submissions: SubmissionReader(catalogue: catalogue))
        let rows = try files.traces(receipts) { (asked[$0]?.measures ?? [], asked[$0]?.units) }
        guard let first = receipts.first(where: { rows[$0] == nil }) else { return rows }
        let path = workplace.shownPath(first.path)
        throw Failure(
            Bilingual(
                vi: "“\(path)” có quá nhiều dòng để nêu từng dòng; truy vết từng xã, phường",
                en: "“\(path)” has too many rows to name each; trace one commune at a time"))
    }

    /// What is read again must say what the ledger says, or one of the two has changed.
    private func check(_ trace: FigureTrace, _ period: Period, _ lines: (FigureTrace.Source) -> TracedLines) throws {
        for source in trace.parts.flatMap(\.sources) where lines(source).sum != source.wholeSum {
            let path = workplace.shownPath(source.reading.receipt.path)
            throw Failure(
                Bilingual(
                    vi:
                        "đọc lại “\(path)” cho kết quả khác với sổ tiếp nhận; chạy “tonghop verify”, rồi “tonghop run \(period)”",
                    en:
                        "“\(path)” read again differs from the ledger; run “tonghop verify”, then “tonghop run \(period)”"
                ))
        }
    }
}

extension Failure {
    package static func nothingReceived(_ indicator: String, _ period: Period) -> Failure {
        Failure(
            Bilingual(
                vi: "chưa nhận được số liệu nào cho chỉ tiêu \(indicator), kỳ \(period)",
                en: "nothing was received for the indicator \(indicator) in \(period)"))
    }

    fileprivate static func unknownIndicator(_ code: String, _ catalogue: Catalogue) -> Failure {
        let codes = catalogue.indicators.map(\.code).joined(separator: ", ")
        let near = EditDistance.nearest(to: code.uppercased(), among: catalogue.indicators.map(\.code)) { [$0] }
        // Codes are short, and nearly all are near one another: only a letter too many or too few is a slip.
        let likely = near.filter { $0.count != code.count }.map { "“\($0)”" }
        if !likely.isEmpty {
            return Failure(
                Bilingual(
                    vi: "không có chỉ tiêu “\(code)”; có phải \(likely.joined(separator: " hoặc "))?",
                    en: "there is no indicator “\(code)”; did you mean \(likely.joined(separator: " or "))?"),
                .wrongUsage)
        }
        return Failure(
            Bilingual(
                vi: "không có chỉ tiêu “\(code)”; các chỉ tiêu: \(codes)",
                en: "there is no indicator “\(code)”; the indicators are: \(codes)"), .wrongUsage)
    }
}

extension Catalogue {
    /// The indicator of a code, in capitals or not.
    fileprivate func indicator(named text: String) -> Indicator? {
        indicator(text) ?? indicators.first { $0.code.lowercased() == text.lowercased() }
    }
}
