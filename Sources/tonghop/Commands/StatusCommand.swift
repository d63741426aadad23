import ArgumentParser
import Domain
import Rendering
import Reporting
import Storage

/// `tonghop status`: who has sent what, who owes what.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Ai đã gửi, ai còn thiếu. / Who has sent what, who owes what.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10; the latest month that is over where none is named.")
    var period: Period?

    func run() throws {
        try options.perform {
            let loaded = try options.workplace.loadCatalogue(options.console)
            let period =
                try self.period
                ?? Consolidation.latestMonth(options.workplace, loaded.catalogue, now: options.clock)
            let ledger = try Ledger.openIfPresent(folder: options.reports)
            let consolidation = Consolidation(loaded: loaded, ledger: ledger)
            let basis = try consolidation.submissions(period)
            let inbox = try Inbox(options.workplace.submissionsFolder)
            let (standing, receipt) =
                ledger.isPresent ? try ledger.read { (try $0.decisions(), try $0.decisionsReceipt()) } : ([], nil)
            let list = try DecisionsFile.look(
                in: options.workplace, loaded.catalogue, beside: standing, from: receipt)
            let findings =
                (inbox.findings + list.findings + DecisionsByName.findings(in: options.workplace)).filter(\.needsPerson)
                + FilesGone(inbox.paths, unlisted: inbox.unlisted).findings(basis)
                + (try WaitingOrders(
                    workplace: options.workplace, consolidation: consolidation, book: list.orders, now: options.clock
                ).findings())
            let printer = FindingPrinter(language: options.lang, shownPath: options.workplace.shownPath)
            switch options.format {
            case .json:
                options.console.json(try FindingPrinter.json(encoded(basis, findings.map(printer.encoded))))
            case .text:
                let document = StatusText.document(basis, options.lang)
                let text = TextRenderer(.aligned, language: options.lang, columns: options.console.columns).text(
                    document)
                options.console.result(lines: text)
                for finding in findings { options.console.result(printer.line(finding)) }
            }
            let isLacking = basis.roll.entries.contains { entry in
                (!entry.isReceived && entry.state != .exempt) || !entry.waiting.isEmpty
            }
            return isLacking || findings.contains(where: \.needsPerson) ? .needsPerson : .done
        }
    }

    private struct Output: Encodable {
        let period, firstDay, lastDay: String
        let received, owed: Int
        let submissions: [Entry]
        /// What cannot be read or lies in the wrong place, files that count and are gone from their folder, and orders that
        /// wait; left out where there is nothing.
        let findings: [EncodedFinding]?
    }

    private struct Entry: Encodable {
        let department, form, month, state, deadline: String
        let receivedAt: String?
        let late: Bool
        let files: [String]
        let errors, queries: Int
        /// What is held, waiting for a decision; left out where nothing is.
        let held: [String]?
    }

    private func encoded(_ basis: Basis, _ findings: [EncodedFinding]) -> Output {
        let days = basis.organisation.calendar.days(of: basis.period)
        return Output(
            period: basis.period.description, firstDay: days.lowerBound.description,
            lastDay: days.upperBound.description, received: basis.roll.received, owed: basis.roll.owed.count,
            submissions: basis.roll.entries.map { entry in
                let ofEntry = entry.readings.flatMap(\.findings)
                return Entry(
                    department: entry.key.department, form: entry.key.form, month: entry.key.month.description,
                    state: entry.state.words.en, deadline: entry.deadline.description,
                    receivedAt: entry.receivedAt?.description, late: entry.isLate,
                    files: entry.readings.map(\.receipt.path), errors: ofEntry.count { $0.level == .error },
                    queries: ofEntry.count { $0.level == .query && $0.answer == nil },
                    held: entry.waiting.isEmpty ? nil : entry.waiting.map(\.receipt.path))
            }, findings: findings.isEmpty ? nil : findings)
    }
}
