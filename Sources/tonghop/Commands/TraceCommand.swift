import ArgumentParser
import Domain
import Office
import Rendering
import Reporting

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
        try options.perform { desk in
            let outcome = try desk.trace(TraceRequest(period, indicator, at: unit, with: compare))
            switch options.format {
            case .json: options.console.json(try FindingPrinter.json(encoded(outcome.found, outcome.lines)))
            case .text:
                let text = TextRenderer(.aligned, language: options.lang, columns: options.console.columns).text(
                    document(outcome.found, outcome.lines))
                options.console.result(lines: text)
            }
            guard outcome.isReceived else {
                throw Failure.nothingReceived(outcome.found.traces.first?.indicator.code ?? indicator, period)
            }
            return .done
        }
    }

    private func encoded(
        _ found: TraceOutcome.Found, _ lines: @escaping (FigureTrace.Source) -> TracedLines
    ) -> EncodedTrace {
        switch found {
        case .figure(let trace): EncodedTrace(trace, lines: lines, shownPath: options.workplace.shownPath)
        case .comparison(let trace): EncodedTrace(trace, lines: lines, shownPath: options.workplace.shownPath)
        }
    }

    private func document(_ found: TraceOutcome.Found, _ lines: @escaping (FigureTrace.Source) -> TracedLines)
        -> Document
    {
        func document(_ trace: FigureTrace) -> Document {
            TraceText(trace, language: options.lang, shownPath: options.workplace.shownPath, lines: lines).document()
        }
        switch found {
        case .figure(let trace): return document(trace)
        case .comparison(let trace):
            return ComparedTraceText(trace, language: options.lang, text: document).document()
        }
    }
}

extension ComparedTrace.Kind: ExpressibleByArgument {}
