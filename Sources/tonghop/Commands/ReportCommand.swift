import ArgumentParser
import Domain
import Office

/// `tonghop report`: an edition's bytes again, from the archive, or the set as of a time.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Lấy lại một bản đã phát hành, hoặc lập lại theo thời điểm. / An edition's bytes again, or the set as of a time."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    @Option(help: "Number of the edition.")
    var edition: Int?

    @Option(
        help: ArgumentHelp(
            "What had been received, decided and defined by then: 2026-10-20T17:00+07:00, or 2026-10-20 for that day's end.",
            valueName: "time"))
    var asOf: AsOf?

    @Option(help: "Folder to write into: new or empty, and outside the reports.", transform: \.literalPath)
    var output: String

    func validate() throws {
        guard (edition == nil) == (asOf == nil) else { return }
        throw ValidationError(
            edition == nil
                ? Bilingual(
                    vi: "ghi --edition và số của bản, hoặc --as-of và thời điểm",
                    en: "name --edition and a number, or --as-of and a time")
                : Bilingual(
                    vi: "chỉ ghi một trong hai: --edition hoặc --as-of", en: "name one: --edition or --as-of"))
    }

    func run() throws {
        try options.perform { desk in
            if let edition { try desk.report(period, edition: edition, to: output) }
            if let asOf { try desk.report(period, asOf: asOf, to: output) }
            try options.result(Output(period: period.description, edition: edition, folder: output), or: output)
            return .done
        }
    }

    private struct Output: Encodable {
        let period: String
        /// Left out for the set as of a time.
        let edition: Int?
        let folder: String
    }
}

extension AsOf: ExpressibleByArgument {
    package init?(argument: String) {
        if let instant = Instant(argument) {
            self = .instant(instant)
        } else if let day = Day(argument) ?? Day(dayFirst: argument) {
            self = .endOf(day)
        } else {
            return nil
        }
    }
}
