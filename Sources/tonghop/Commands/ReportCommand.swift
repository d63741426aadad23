import ArgumentParser
import Domain
import Foundation
import Rendering
import Reporting
import Storage

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
        try options.perform {
            let ledger = try Ledger.openIfPresent(folder: options.reports)
            if let edition { try write(edition, from: ledger) }
            if let asOf {
                let past = PastState(ledger: ledger)
                let set = try SourceRows(ledger: ledger).set(
                    of: past.basis(period, asOf: asOf.instant(in: past.timeZone)))
                try publish { try SetRenderer().write(set, to: $0) }
            }
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

    private func write(_ number: Int, from ledger: Ledger) throws {
        let editions = try ledger.read { try $0.editions(period: period) }
        guard let wanted = editions.first(where: { $0.number == number }) else {
            let numbers = editions.map { String($0.number) }.joined(separator: ", ")
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) không có bản lần \(number)"
                        + (numbers.isEmpty ? "" : "; đã phát hành: lần \(numbers)"),
                    en: "\(period) has no edition \(number)" + (numbers.isEmpty ? "" : "; issued: \(numbers)")))
        }
        try publish { folder in try ledger.read { try PeriodFolder.write(wanted, from: $0, to: folder) } }
    }

    private func publish(_ build: (_ folder: String) throws -> [SetFile]) throws {
        let target = TargetFolder(output)
        try target.refuseOccupied(outside: options.reports)
        try target.above.make()
        try Publisher(in: target.above.place).publish(new: target.name, build: build)
    }
}

/// A time up to which things are looked at: an instant, or a day to its end.
enum AsOf: ExpressibleByArgument {
    case instant(Instant)
    case endOf(Day)

    init?(argument: String) {
        if let instant = Instant(argument) {
            self = .instant(instant)
        } else if let day = Day(argument) ?? Day(dayFirst: argument) {
            self = .endOf(day)
        } else {
            return nil
        }
    }

    /// - Parameter zone: In which a day ends.
    func instant(in zone: TimeZone) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .endOf(let day): Instant(day: day, hour: 23, minute: 59, second: 59, in: zone)
        }
    }
}
