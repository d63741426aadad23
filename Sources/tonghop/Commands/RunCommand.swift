import ArgumentParser
import Domain
import Rendering
import Storage

/// `tonghop run`: takes in what is new and remakes the draft of a period.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Nhận tệp mới, lập lại dự thảo của kỳ. / Takes in what is new, remakes the period's draft.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Remake the drafts of the other periods whose figures moved, too.")
    var all = false

    @Argument(help: "Period, such as 2026-10; the latest month that is over where none is named.")
    var period: Period?

    func run() throws {
        try options.perform { log in
            let console = options.console
            let loaded = try options.workplace.loadCatalogue(console)
            let period =
                try self.period
                ?? Consolidation.latestMonth(options.workplace, loaded.catalogue, now: options.clock)
            let lock = try LedgerLock.acquire(folder: options.reports, waitSeconds: options.wait)
            let ledger = try Ledger.open(lock)
            try PeriodFolder.finishEditions(ledger, in: options.workplace)
            var taken = try TakeIn(
                workplace: options.workplace, loaded: loaded, console: console, now: options.clock)(ledger)
            RunEvents(taken: taken, log: log).write()
            let consolidation = Consolidation(loaded: loaded, ledger: ledger)
            let summary = try publish(period, consolidation, log)
            taken.findings += try FilesGone(taken.paths).findings(period, consolidation)
            RunReport(
                period: period, summary: summary, taken: taken, console: console, workplace: options.workplace
            ).show()
            let moved = try MovedPeriods(taken, except: period, consolidation, in: options.workplace)
            if all { for other in moved.drafts { _ = try publish(other, consolidation, log) } }
            moved.show(console, areRemade: all)
            for (period, number) in moved.issued {
                log.warn(.moved, ["period": period.description, "edition": "\(number)"])
            }
            return moved.issued.isEmpty ? outcome(summary, taken) : .needsPerson
        }
    }

    /// Makes the draft of a period, unless the one that stands there is what would be made.
    private func publish(_ period: Period, _ consolidation: Consolidation, _ log: EventLog) throws -> RunSummary {
        let folder = PeriodFolder(workplace: options.workplace, period: period)
        let source = try DraftRecord.source(period, consolidation.loaded, consolidation.ledger)
        let known = try DraftRecord.standing(in: folder, madeFrom: source)
        let (summary, isChange) =
            try known.map { ($0.summary, false) } ?? draw(period, consolidation, in: folder, source)
        log.note(
            .drawn,
            [
                "period": period.description, "changed": isChange ? "yes" : "no",
                "received": "\(summary.received)", "owed": "\(summary.owed)",
            ])
        let path = "\(folder.path)/\(PeriodFolder.draftName)"
        if !options.quiet { options.console.result(Bilingual.draft(path, isChange: isChange)[options.lang]) }
        return summary
    }

    private func draw(
        _ period: Period, _ consolidation: Consolidation, in folder: PeriodFolder, _ source: String
    ) throws -> (summary: RunSummary, isChange: Bool) {
        options.console.progress(Bilingual(vi: "Đang lập báo cáo \(period)…", en: "Making the reports of \(period)…"))
        let basis = try consolidation.basis(period, .draft)
        let outcome = try folder.publishDraft(basis.reportSet())
        let summary = RunSummary(basis)
        DraftRecord(source: source, files: outcome.files.digest, summary: summary).write(in: folder)
        options.console.endProgress()
        return (summary, outcome.isChange)
    }

    private func outcome(_ summary: RunSummary, _ taken: TakeIn.Result) -> Outcome {
        summary.needsPerson || taken.findings.contains(where: \.needsPerson) ? .needsPerson : .done
    }
}

extension Publisher.Outcome {
    fileprivate var isChange: Bool {
        if case .published = self { true } else { false }
    }
}

extension Bilingual {
    fileprivate static func draft(_ path: String, isChange: Bool) -> Bilingual {
        guard isChange else {
            return Bilingual(vi: "Dự thảo: \(path) (không có gì thay đổi)", en: "Draft: \(path) (nothing changed)")
        }
        return Bilingual(vi: "Dự thảo: \(path)", en: "Draft: \(path)")
    }
}
