import ArgumentParser
import Domain
import Office
import Reporting

/// `tonghop export`: an edition as one package for those outside the office.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Xuất gói số liệu của một bản đã phát hành. / Makes one package of an edition.",
        discussion: """
            The package stands in reports/PERIOD/xuat/PERIOD-lan-N-AUDIENCE/ and beside it as .zip: workbooks, texts, CSV, \
            SDMX-CSV, DHIS2, descriptor, manifest and SHA256SUMS, as far as catalogue/audiences.yaml gives them to the \
            audience. Small counts are protected; organisation.yaml says whether they are for the leadership too.
            """)

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    @Option(help: "leadership, partners or public: what may be shown goes by it.")
    var audience: Audience

    @Option(help: ArgumentHelp("Number of the edition; the latest where none is named.", valueName: "number"))
    var edition: Int?

    @Option(
        help: ArgumentHelp(
            "Shell command that signs: the manifest comes on its standard input, its output is the signature.",
            valueName: "command"))
    var sign: String?

    @Flag(help: "Say what would be suppressed and why, for the officer only; write nothing.")
    var explain = false

    @Flag(
        help:
            "Go on although packages or editions lie there that the ledger does not know; what they show is not weighed."
    )
    var ignoreUnknownPackages = false

    func validate() throws {
        if explain, sign != nil {
            throw ValidationError(
                Bilingual(
                    vi: "--explain không xuất gói nào nên không ký; bỏ --sign hoặc --explain",
                    en: "--explain makes no package to sign; leave out --sign or --explain"))
        }
        if let sign, sign.allSatisfy(\.isWhitespace) {
            throw ValidationError(
                Bilingual(vi: "--sign: ghi lệnh dùng để ký", en: "--sign: name the command that signs"))
        }
    }

    func run() throws {
        try options.perform { desk in
            let request = ExportRequest(
                period, to: audience, edition: edition, signing: sign, ignoresUnknown: ignoreUnknownPackages)
            guard !explain else {
                let lines = try desk.explainProtection(request).lines(options.lang)
                if options.format == .json {
                    options.console.json(try FindingPrinter.json(Explained(lines: lines)))
                } else {
                    for line in lines { options.console.result(line) }
                }
                return .done
            }
            let outcome = try desk.export(request)
            try say(outcome)
            return outcome.needsPerson ? .needsPerson : .done
        }
    }

    private struct Output: Encodable {
        let period: String
        let edition: Int
        let audience, folder: String
        /// False where the package stood there as it is.
        let changed: Bool
    }

    private struct Explained: Encodable {
        let lines: [String]
    }

    private func say(_ outcome: ExportOutcome) throws {
        let path = outcome.folder
        if options.format == .json {
            let output = Output(
                period: period.description, edition: outcome.edition, audience: audience.rawValue, folder: path,
                changed: outcome.isChange)
            options.console.json(try FindingPrinter.json(output))
        } else if outcome.isChange {
            options.console.result(Bilingual(vi: "Đã xuất: \(path)", en: "Exported: \(path)")[options.lang])
        } else {
            options.console.say(
                Bilingual(vi: "Gói không thay đổi: \(path)", en: "The package is unchanged: \(path)"))
        }
        if outcome.isInFull {
            options.console.say(
                Bilingual(
                    vi: "Gói có đủ số, kể cả số nhỏ, chỉ dùng nội bộ lãnh đạo; sổ tiếp nhận đã ghi.",
                    en: "The package has all figures, for the leadership only; the ledger has noted it."))
        }
    }
}

extension Audience: ExpressibleByArgument {}
