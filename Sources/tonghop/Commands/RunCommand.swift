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
            let pages = DayPages(workplace: options.workplace, now: options.clock)
            do {
                return try run(log, pages)
            } catch {
                pages.tell(Failure(error), DayTroubles(workplace: options.workplace).ofCatalogue())
                throw error
            }
        }
    }

    private func run(_ log: EventLog, _ pages: DayPages) throws -> Outcome {
        let console = options.console
        let loaded = try options.workplace.loadCatalogue(console)
        let period =
            try self.period
            ?? Consolidation.latestMonth(options.workplace, loaded.catalogue, now: options.clock)
        let today = options.clock.day(in: loaded.catalogue.organisation.timeZone)
        let lock = try LedgerLock.acquire(folder: options.reports, waitSeconds: options.wait)
        let ledger = try Ledger.open(lock)
        var troubles = try PeriodFolder.finishEditions(ledger, in: options.workplace)
        for line in troubles { console.warn(line) }
        troubles += try warnOfUnknownSets(ledger)
        let untold = try untoldNews(in: ledger)
        var taken = try TakeIn(
            workplace: options.workplace, loaded: loaded, console: console, now: options.clock)(ledger)
        RunEvents(taken: taken, log: log).write()
        let consolidation = Consolidation(loaded: loaded, ledger: ledger)
        let obeyed = try OrderDesk(options, consolidation, taken.orders, log: log).obey()
        taken.findings += obeyed.findings
        troubles += obeyed.changed
        let first = try publish(period, consolidation, log)
        let summary = first.summary
        // The drafts that the orders were about, so that they show what the next order may name.
        var drafts = [first]
        for other in obeyed.periods.sorted() where other != period {
            drafts.append(try publish(other, consolidation, log))
        }
        taken.findings += try FilesGone(taken.paths, unlisted: taken.unlisted).findings(period, consolidation)
        taken.findings += try summary.wording + taken.wordings.gone(of: period, ledger)
        RunReport(
            period: period, summary: summary, taken: taken, console: console, workplace: options.workplace,
            today: today
        ).show()
        let moved = try MovedPeriods(taken, and: untold, except: period, consolidation, in: options.workplace)
        if all { drafts += try moved.drafts.map { try publish($0, consolidation, log) } }
        troubles += drafts.flatMap(\.changed)
        moved.show(console, areRemade: all)
        if options.format == .json {
            let output = RunOutput(
                period, summary, taken, drafts: drafts.map(\.draft), moved,
                FindingPrinter(language: options.lang, shownPath: options.workplace.shownPath))
            console.json(try FindingPrinter.json(output))
        }
        for (period, number) in moved.issued {
            log.warn(.moved, ["period": period.description, "edition": "\(number)"])
        }
        let held = try tell(pages, troubles, taken, moved, summary, consolidation, period, today)
        let isQuiet =
            moved.issued.isEmpty && troubles.isEmpty && held.isEmpty && !summary.needsPerson(on: today)
        return isQuiet && !taken.findings.contains(where: \.needsPerson) ? .done : .needsPerson
    }

    /// Writes the officer's page of the day; returns what is held of other periods.
    private func tell(
        _ pages: DayPages, _ troubles: [Bilingual], _ taken: TakeIn.Result, _ moved: MovedPeriods,
        _ summary: RunSummary, _ consolidation: Consolidation, _ period: Period, _ today: Day
    ) throws -> [DayRecord.Held] {
        let catalogue = consolidation.loaded.catalogue
        let found = DayTroubles(workplace: options.workplace)
        let before = DayRecord(in: options.reports)
        let held = try HeldElsewhere(period: period, consolidation: consolidation).paths(since: before)
        try pages.tell(
            DayPages.Told(
                troubles: troubles.map(\.vi) + found.errors(taken.findings) + found.ofVerification(),
                queries: found.queries(taken.findings),
                tasks: DayTasks(period, summary, today: today, calendar: catalogue.organisation.calendar),
                moved: moved.standing(beside: before?.moved ?? [], period, summary, consolidation),
                held: held),
            catalogue, consolidation.ledger)
        return held
    }

    /// What runs recorded that were stopped before they could tell anybody. Without pages nobody was ever told anything.
    private func untoldNews(in ledger: Ledger) throws -> RecordedNews {
        guard let told = DayRecord(in: options.reports)?.entry else { return RecordedNews() }
        return try ledger.read { try $0.news(after: told, through: $0.head.seq) }
    }

    /// Names what lies among the editions and packages that the ledger does not know.
    private func warnOfUnknownSets(_ ledger: Ledger) throws -> [Bilingual] {
        let unknown =
            try EditionFolders(workplace: options.workplace, ledger: ledger).unknown()
            + ReleaseFolders(workplace: options.workplace, ledger: ledger).unknown()
        for mismatch in unknown { options.console.warn(mismatch.message) }
        return unknown.map(\.message)
    }

    /// A draft as it stands now.
    private struct Published {
        let summary: RunSummary
        /// What stood there before and was not the program's own.
        let changed: [Bilingual]
        let draft: RunOutput.Draft
    }

    /// Makes the draft of a period, unless the one that stands there is what would be made.
    private func publish(
        _ period: Period, _ consolidation: Consolidation, _ log: EventLog
    ) throws -> Published {
        let folder = PeriodFolder(workplace: options.workplace, period: period)
        let source = try DraftRecord.source(period, consolidation.loaded, consolidation.ledger)
        let known = try DraftRecord.standing(in: folder, madeFrom: source)
        let changed = try known == nil ? DraftFolder(folder: folder).mismatches() : []
        try SetAside(folder: folder).keep(changed, from: PeriodFolder.draftName, options.console)
        let (summary, isChange) =
            try known.map { ($0.summary, false) } ?? draw(period, consolidation, in: folder, source)
        log.note(
            .drawn,
            [
                "period": period.description, "changed": isChange ? "yes" : "no",
                "received": "\(summary.received)", "owed": "\(summary.owed)",
            ])
        let path = "\(folder.path)/\(PeriodFolder.draftName)"
        if !options.quiet, options.format == .text {
            options.console.result(Bilingual.draft(path, isChange: isChange)[options.lang])
        }
        return Published(
            summary: summary, changed: changed.map(\.message),
            draft: RunOutput.Draft(period: period.description, folder: path, changed: isChange))
    }

    private func draw(
        _ period: Period, _ consolidation: Consolidation, in folder: PeriodFolder, _ source: String
    ) throws -> (summary: RunSummary, isChange: Bool) {
        options.console.progress(Bilingual(vi: "Đang lập báo cáo \(period)…", en: "Making the reports of \(period)…"))
        let basis = try consolidation.basis(period, .draft)
        let (set, code) = try SourceRows(ledger: consolidation.ledger).codedDraft(of: basis)
        let summary = RunSummary(basis, wording: try WordingReview.findings(set))
        let before = try PeriodFolder.standingDraft(in: folder)
        let head = try consolidation.ledger.read { try $0.head.hash }
        var record: DraftRecord?
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
