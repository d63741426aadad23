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
            "What had been received, decided and defined by then: 2026-10-20T17:00+07:00.", valueName: "time"))
    var asOf: Instant?

    @Option(help: "Folder to write into: new or empty, and outside the reports.", transform: \.literalPath)
    var output: String

    func validate() throws {
        if (edition == nil) == (asOf == nil) { throw ValidationError("report --edition N | --as-of TIME") }
    }

    func run() throws {
        try options.perform {
            let ledger = try Ledger.openIfPresent(folder: options.reports)
            if let edition { try write(edition, from: ledger) }
            if let asOf {
                let set = try SourceRows(ledger: ledger).set(of: PastState(ledger: ledger).basis(period, asOf: asOf))
                try publish { try SetRenderer().write(set, to: $0) }
            }
            options.console.result(output)
            return .done
        }
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
