import ArgumentParser
import DelimitedText
import Domain
import Office

/// `tonghop inspect`: how a file is read.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Cho biết tệp được đọc như thế nào. / How a file is read.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Write the header and the rows as they stand, as UTF-8 RFC 4180.")
    var csv = false

    @Argument(help: "File to look at.", transform: \.literalPath)
    var file: String

    func run() throws {
        try options.perform { desk in
            switch try desk.inspect(file) {
            case .refused(let findings): try refuse(findings)
            case .seen(let sighting): try show(sighting)
            }
        }
    }

    /// A file that is not read at all.
    private func refuse(_ findings: [Finding]) throws -> Outcome {
        let printer = FindingPrinter(language: options.lang, shownPath: options.workplace.shownPath)
        if options.format == .json, !csv {
            options.console.json(try FindingPrinter.json(Refused(findings: findings.map(printer.encoded))))
            return .needsPerson
        }
        for finding in findings { options.console.warn(line: printer.line(finding)) }
        return .needsPerson
    }

    private func show(_ sighting: Sighting) throws -> Outcome {
        let printer = FindingPrinter(language: options.lang, shownPath: options.workplace.shownPath)
        if csv {
            var writer = RowWriter()
            for row in sighting.table { writer.write(row.fields) }
            options.console.raw(writer.bytes)
            for finding in sighting.findings + sighting.leftOutFindings
            where !(options.quiet && finding.level == .note) {
                options.console.warn(line: printer.line(finding))
            }
        } else if options.format == .json {
            options.console.json(try FindingPrinter.json(encoded(sighting, printer)))
        } else {
            for line in sighting.lines(options.lang) { options.console.result(line) }
            for finding in sighting.findings where !(options.quiet && finding.level == .note) {
                options.console.result(printer.line(finding))
            }
        }
        return sighting.findings.contains { $0.level != .note } ? .needsPerson : .done
    }

    private struct Refused: Encodable {
        let findings: [EncodedFinding]
    }

    private struct Output: Encodable {
        let encoding, delimiter, quote: String
        let headerRow: Int?
        let header: [String]
        let department, form, period: String?
        let findings: [EncodedFinding]
    }

    private func encoded(_ sighting: Sighting, _ printer: FindingPrinter) -> Output {
        Output(
            encoding: sighting.encodingName, delimiter: sighting.dialect.delimiterText,
            quote: sighting.dialect.quoteText,
            headerRow: sighting.headerRow, header: sighting.header, department: sighting.inspection?.department,
            form: sighting.inspection?.form, period: sighting.inspection?.period?.description,
            findings: sighting.findings.map(printer.encoded))
    }
}
