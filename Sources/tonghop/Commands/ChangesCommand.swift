import ArgumentParser
import Domain
import Office
import Rendering
import Reporting

/// `tonghop changes`: the figures that moved, and what moved them.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Số liệu nào thay đổi, do đâu. / Which figures moved since the last edition, and why.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    @Option(help: "Number of the edition to compare with; the last one before where absent.")
    var from: Int?

    @Option(help: "Number of the edition that is compared; what the ledger holds now where absent.")
    var to: Int?

    func run() throws {
        try options.perform { desk in
            guard let basis = try desk.changes(period, from: from, to: to) else {
                if options.format == .json {
                    options.console.json(try FindingPrinter.json(NoEdition(period: period.description)))
                }
                options.console.say(
                    Bilingual(
                        vi: "Kỳ \(period) chưa phát hành bản nào để so sánh.",
                        en: "\(period) has no edition to compare with."))
                return .done
            }
            switch options.format {
            case .json: options.console.json(try FindingPrinter.json(EncodedChanges(basis)))
            case .text:
                guard let document = RevisedFiguresText.document(basis, options.lang) else { return .done }
                let text = TextRenderer(.aligned, language: options.lang, columns: options.console.columns).text(
                    document)
                options.console.result(lines: text)
            }
            return .done
        }
    }

    /// There is no edition to compare with.
    private struct NoEdition: Encodable {
        let period: String
        var data: [String] = []
        var definitions: [String] = []
    }
}

/// What moved as a program reads it; quantities are in thousandths.
struct EncodedChanges: Encodable {
    let period: String
    let edition: Int
    let changedCatalogueFiles: [String]
    let data, definitions: [Change]

    struct Change: Encodable {
        let indicator, place, span: String
        let before, after, difference: Int64?
        let stateBefore, stateAfter: String
        let causes: [Cause]
    }

    struct Cause: Encodable {
        let department, month: String
        let come, gone: [File]
        let difference: Int64?
        let rows: [Row]
        let reasons: [String]
    }

    struct File: Encodable {
        let path, sha256: String
    }

    struct Row: Encodable {
        let file: String
        let row: Int
    }

    init(_ basis: Basis) {
        period = basis.period.description
        edition = basis.earlier?.number ?? 0
        changedCatalogueFiles = basis.earlier?.changedCatalogueFiles ?? []
        data = basis.changes?.data.map { Change($0, basis) } ?? []
        definitions = basis.changes?.definitions.map { Change($0, basis) } ?? []
    }
}

extension EncodedChanges.Change {
    fileprivate init(_ change: FigureChange, _ basis: Basis) {
        indicator = change.indicator.code
        place = basis.index.places[change.place].code(in: basis.catalogue)
        span = change.span.description
        before = change.before.amount?.rounded(decimals: 3)
        after = change.after.amount?.rounded(decimals: 3)
        difference = change.difference.quantity?.thousandths
        stateBefore = change.before.state.en
        stateAfter = change.after.state.en
        causes = change.causes.map { cause in
            func files(_ receipts: [Receipt]) -> [EncodedChanges.File] {
                receipts.map { EncodedChanges.File(path: $0.path, sha256: $0.sha256) }
            }
            return EncodedChanges.Cause(
                department: cause.department, month: cause.month.description, come: files(cause.come),
                gone: files(cause.gone), difference: cause.difference?.thousandths,
                rows: cause.rows.map { EncodedChanges.Row(file: $0.position.file, row: $0.position.row) },
                reasons: cause.reasons)
        }
    }
}
