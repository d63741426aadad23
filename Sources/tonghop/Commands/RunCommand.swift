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
            let isFoldersOwn = try !options.finishEditions(ledger) && !warnOfUnknownSets(ledger)
            var taken = try TakeIn(
                workplace: options.workplace, loaded: loaded, console: console, now: options.clock)(ledger)
            RunEvents(taken: taken, log: log).write()
            let consolidation = Consolidation(loaded: loaded, ledger: ledger)
            let obeyed = try OrderDesk(options, consolidation, taken.orders, log: log).obey()
            taken.findings += obeyed.findings
            let (summary, isPeriodOwn) = try publish(period, consolidation, log)
            var isDraftOwn = isPeriodOwn && obeyed.isOwn
            // The drafts that the orders were about, so that they show what the next order may name.
            for other in obeyed.periods.sorted() where other != period {
                if try !publish(other, consolidation, log).isOwn { isDraftOwn = false }
            }
            taken.findings += try FilesGone(taken.paths, unlisted: taken.unlisted).findings(period, consolidation)
            RunReport(
                period: period, summary: summary, taken: taken, console: console, workplace: options.workplace
            ).show()
            let moved = try MovedPeriods(taken, except: period, consolidation, in: options.workplace)
            var isOwn = isFoldersOwn && isDraftOwn
            if all { for other in moved.drafts where try !publish(other, consolidation, log).isOwn { isOwn = false } }
            moved.show(console, areRemade: all)
            for (period, number) in moved.issued {
                log.warn(.moved, ["period": period.description, "edition": "\(number)"])
            }
            return moved.issued.isEmpty && isOwn ? outcome(summary, taken) : .needsPerson
        }
    }

    /// Names what lies among the editions and packages that the ledger does not know; says whether there is anything.
    private func warnOfUnknownSets(_ ledger: Ledger) throws -> Bool {
        let unknown =
            try EditionFolders(workplace: options.workplace, ledger: ledger).unknown()
            + ReleaseFolders(workplace: options.workplace, ledger: ledger).unknown()
        for mismatch in unknown { options.console.warn(mismatch.message) }
        return !unknown.isEmpty
    }

    /// Makes the draft of a period, unless the one that stands there is what would be made; says whether what stood there was
    /// the program's own.
    private func publish(
        _ period: Period, _ consolidation: Consolidation, _ log: EventLog
    ) throws -> (summary: RunSummary, isOwn: Bool) {
        let folder = PeriodFolder(workplace: options.workplace, period: period)
        let source = try DraftRecord.source(period, consolidation.loaded, consolidation.ledger)
        let known = try DraftRecord.standing(in: folder, madeFrom: source)
        let changed = try known == nil ? DraftFolder(folder: folder).mismatches() : []
        try setAside(changed, in: folder)
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
        return (summary, changed.isEmpty)
    }

    /// Says what somebody has changed in the draft, and keeps it, before the draft is made again.
    private func setAside(_ changed: [FolderMismatch], in folder: PeriodFolder) throws {
        for mismatch in changed { options.console.warn(mismatch.message) }
        let paths = changed.filter { $0.kind != .lost }.map(\.path)
        if let kept = try SetAside(folder: folder).keep(paths, from: PeriodFolder.draftName) {
            options.console.warn(.setAside(kept))
        }
    }

    private func draw(
        _ period: Period, _ consolidation: Consolidation, in folder: PeriodFolder, _ source: String
    ) throws -> (summary: RunSummary, isChange: Bool) {
        options.console.progress(Bilingual(vi: "Đang lập báo cáo \(period)…", en: "Making the reports of \(period)…"))
        let basis = try consolidation.basis(period, .draft)
        let summary = RunSummary(basis)
        let before = try PeriodFolder.standingDraft(in: folder)
        let head = try consolidation.ledger.read { try $0.head.hash }
        var record: DraftRecord?
        let (set, code) = basis.codedDraft()
        let (outcome, kept) = try folder.publishDraft(set, before: before) { files in
            let announced = DraftRecord(
                source: source, head: head, files: files, before: before, summary: summary, code: code)
            var past = PastDrafts(in: folder)
            try past.remember(code, madeOf: head)
            try announced.announce(in: folder)
            record = announced
        }
        record?.settle(in: folder)
        options.console.endProgress()
        if let kept { options.console.warn(.setAside(kept)) }
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
