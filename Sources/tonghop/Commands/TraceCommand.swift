import ArgumentParser
import Domain
import Intake
import Rendering
import Reporting
import Storage

/// `tonghop trace`: the lines behind a figure.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Truy nguồn một số liệu đến từng dòng. / The lines behind a figure.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    @Argument(help: "Code of the indicator, such as AN04 or an04.")
    var indicator: String

    @Argument(
        help:
            "Code or name of a district or a commune, or PROVINCE-0 for what has no place; the province where absent.")
    var unit: String?

    @Option(
        help: ArgumentHelp(
            "Also trace what the figure is compared with: \(ComparedTrace.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "with"))
    var compare: ComparedTrace.Kind?

    func run() throws {
        try options.perform {
            let (found, rows) = try read()
            let lines = { (source: FigureTrace.Source) in
                TracedLines(rows[source.reading.receipt] ?? SubmissionTrace(rows: [], refused: []), of: source)
            }
            for trace in found.traces { try check(trace, lines) }
            switch options.format {
            case .json: options.console.json(try FindingPrinter.json(encoded(found, lines)))
            case .text:
                let text = TextRenderer(.aligned, language: options.lang, columns: options.console.columns).text(
                    document(found, lines))
                options.console.result(lines: text)
            }
            guard found.traces.contains(where: \.isReceived) else {
                throw Failure.nothingReceived(found.traces.first?.indicator.code ?? indicator, period)
            }
            return .done
        }
    }

    private func encoded(
        _ found: Found, _ lines: @escaping (FigureTrace.Source) -> TracedLines
    ) -> EncodedTrace {
        switch found {
        case .figure(let trace): EncodedTrace(trace, lines: lines, shownPath: options.workplace.shownPath)
        case .comparison(let trace): EncodedTrace(trace, lines: lines, shownPath: options.workplace.shownPath)
        }
    }

    private func document(_ found: Found, _ lines: @escaping (FigureTrace.Source) -> TracedLines) -> Document {
        func document(_ trace: FigureTrace) -> Document {
            TraceText(trace, language: options.lang, shownPath: options.workplace.shownPath, lines: lines).document()
        }
        switch found {
        case .figure(let trace): return document(trace)
        case .comparison(let trace):
            return ComparedTraceText(trace, language: options.lang, text: document).document()
        }
    }

    private enum Found {
        case figure(FigureTrace)
        case comparison(ComparedTrace)

        var traces: [FigureTrace] {
            switch self {
            case .figure(let trace): [trace]
            case .comparison(let compared): compared.traces
            }
        }
    }

    private func read() throws -> (found: Found, rows: [Receipt: SubmissionTrace]) {
        let ledger = try Ledger.openIfPresent(folder: options.reports)
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
            let place = try PlaceArgument.place(unit, catalogue, period)
            let found: Found =
                if let compare {
                    .comparison(try ComparedTrace(state.evidence, wanted, at: place, over: period, with: compare))
                } else {
                    .figure(try FigureTrace(state.evidence, wanted, at: place, over: period))
                }
            return (found, try rows(of: found.traces, catalogue, ledger))
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
        let path = options.workplace.shownPath(first.path)
        throw Failure(
            Bilingual(
                vi: "“\(path)” có quá nhiều dòng để nêu từng dòng; truy vết từng xã, phường",
                en: "“\(path)” has too many rows to name each; trace one commune at a time"))
    }

    /// What is read again must say what the ledger says, or one of the two has changed.
    private func check(_ trace: FigureTrace, _ lines: (FigureTrace.Source) -> TracedLines) throws {
        for source in trace.parts.flatMap(\.sources) where lines(source).sum != source.wholeSum {
            let path = options.workplace.shownPath(source.reading.receipt.path)
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

extension ComparedTrace.Kind: ExpressibleByArgument {}

extension Failure {
    static func nothingReceived(_ indicator: String, _ period: Period) -> Failure {
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
