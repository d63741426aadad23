import Domain
import Foundation
import Intake
import Rendering
import Storage

/// What a run has found of its period and in the folders.
package struct RunFindings {
    package let period: Period
    package let summary: RunSummary
    package let taken: TakeIn.Result
    /// The day of the run, as the office's clock shows it.
    package let today: Day
}

/// What a run came to.
package struct RunOutcome {
    /// A draft that it has made, or found to be what it would make.
    package struct Draft {
        package let period: Period
        package let folder: String
        package let isChange: Bool
    }

    package let findings: RunFindings
    package let drafts: [Draft]
    package let moved: MovedPeriods
    /// Whether something stood in the folder of reports that is not as the program left it.
    let hasTroubles: Bool
    /// Of the office's clock.
    let zone: TimeZone
    package let needsPerson: Bool
}

extension Desk {
    /// Takes in what is new in every folder, obeys what was ordered, and remakes the draft of a period.
    ///
    /// - Parameters:
    ///   - period: `nil`: the latest month that is over and has a folder.
    ///   - remakesAll: Whether the drafts of other periods whose figures moved are remade, too.
    ///   - found: Told what was found, before other periods are gone to.
    package func run(
        _ period: Period? = nil, remakesAll: Bool = false, found: (RunFindings) -> Void = { _ in }
    ) throws -> RunOutcome {
        let pages = DayPages(workplace: workplace, now: now)
        do {
            return try run(period, remakesAll, pages, found)
        } catch {
            pages.tell(Failure(error), DayTroubles(workplace: workplace).ofCatalogue())
            throw error
        }
    }

    private func run(
        _ wanted: Period?, _ remakesAll: Bool, _ pages: DayPages, _ found: (RunFindings) -> Void
    ) throws -> RunOutcome {
        let loaded = try workplace.loadCatalogue()
        let period = try wanted ?? Consolidation.latestMonth(workplace, loaded.catalogue, now: now)
        let today = now.day(in: loaded.catalogue.organisation.timeZone)
        let lock = try self.lock()
        let ledger = try Ledger.open(lock)
        var troubles = try PeriodFolder.finishEditions(ledger, in: workplace)
        for line in troubles { tell(.warning(line)) }
        troubles += try (warnOfReplacedEditions(ledger) + warnOfUnknownSets(ledger)).map(\.message)
        let untold = try untoldNews(in: ledger)
        let clock = ReceiptClock(now, last: try ledger.read { try $0.lastRecordedAt })
        var taken = try TakeIn(workplace: workplace, loaded: loaded, tell: tell, now: clock.time)(ledger)
        taken.findings += loaded.unread + clock.findings(in: loaded.catalogue.organisation.timeZone)
        RunEvents(taken: taken, tell: tell).write()
        let consolidation = Consolidation(loaded: loaded, ledger: ledger)
        let obeyed = try OrderDesk(self, consolidation, taken.orders).obey()
        taken.findings += obeyed.findings
        troubles += obeyed.changed
        let first = try publish(period, consolidation)
        let summary = first.summary
        // The drafts that the orders were about, so that they show what the next order may name.
        var drafts = [first]
        for other in obeyed.periods.sorted() where other != period {
            drafts.append(try publish(other, consolidation))
        }
        taken.findings += try FilesGone(present: taken.shownPaths, unlisted: taken.unlisted)
            .findings(period, consolidation, taken.heads)
        taken.findings += try summary.wording + taken.wordings.gone(of: period, ledger)
        let findings = RunFindings(period: period, summary: summary, taken: taken, today: today)
        found(findings)
        let moved = try MovedPeriods(taken, and: untold, except: period, consolidation, in: workplace)
        if remakesAll { drafts += try moved.drafts.map { try publish($0, consolidation) } }
        troubles += drafts.flatMap(\.changed)
        moved.show(tell, areRemade: remakesAll)
        for (period, number) in moved.issued {
            tell(.urgent(.moved, ["period": period.description, "edition": "\(number)"]))
        }
        let held = try self.tell(pages, troubles, findings, moved, consolidation)
        let isQuiet =
            moved.issued.isEmpty && troubles.isEmpty && held.isEmpty && !summary.needsPerson(on: today)
        return RunOutcome(
            findings: findings, drafts: drafts.map(\.draft), moved: moved, hasTroubles: !troubles.isEmpty,
            zone: loaded.catalogue.organisation.timeZone,
            needsPerson: !isQuiet || taken.findings.contains(where: \.needsPerson))
    }

    /// Writes the officer's page of the day; returns what is held of other periods.
    private func tell(
        _ pages: DayPages, _ troubles: [Bilingual], _ findings: RunFindings, _ moved: MovedPeriods,
        _ consolidation: Consolidation
    ) throws -> [DayRecord.Held] {
        let (period, summary, taken) = (findings.period, findings.summary, findings.taken)
        let catalogue = consolidation.loaded.catalogue
        let found = DayTroubles(workplace: workplace)
        let before = try DayRecord(in: workplace.reports)
        let held = try HeldElsewhere(period: period, consolidation: consolidation).paths(since: before)
        let verified = try found.ofVerification()
        try pages.tell(
            DayPages.Told(
                troubles: troubles.map(\.vi) + found.errors(taken.findings) + verified,
                queries: found.queries(taken.findings),
                tasks: DayTasks(period, summary, today: findings.today, calendar: catalogue.organisation.calendar),
                moved: moved.standing(beside: before?.moved ?? [], period, summary, consolidation),
                held: held),
            catalogue, consolidation.ledger)
        return held
    }

    /// What runs recorded that were stopped before they could tell anybody. Without pages nobody was ever told anything.
    private func untoldNews(in ledger: Ledger) throws -> RecordedNews {
        guard let told = try DayRecord(in: workplace.reports)?.entry else { return RecordedNews() }
        return try ledger.read { try $0.news(after: told, through: $0.head.seq) }
    }

    /// A draft as it stands now.
    private struct Published {
        let summary: RunSummary
        /// What stood there before and was not the program's own.
        let changed: [Bilingual]
        let draft: RunOutcome.Draft
    }

    /// Makes the draft of a period, unless the one that stands there is what would be made.
    private func publish(_ period: Period, _ consolidation: Consolidation) throws -> Published {
        let folder = PeriodFolder(workplace: workplace, period: period)
        let source = try DraftRecord.source(period, consolidation.loaded, consolidation.ledger)
        let known = try DraftRecord.standing(in: folder, madeFrom: source)
        let changed = try known == nil ? DraftFolder(folder: folder).mismatches() : []
        try SetAside(folder: folder).keep(changed, from: PeriodFolder.draftName, tell)
        let (summary, isChange) =
            try known.map { ($0.summary, false) } ?? draw(period, consolidation, in: folder, source)
        tell(
            .note(
                .drawn,
                [
                    "period": period.description, "changed": isChange ? "yes" : "no",
                    "received": "\(summary.received)", "owed": "\(summary.owed)",
                ]))
        let path = "\(folder.path)/\(PeriodFolder.draftName)"
        tell(.result(.draft(path, isChange: isChange)))
        return Published(
            summary: summary, changed: changed.map(\.message),
            draft: RunOutcome.Draft(period: period, folder: path, isChange: isChange))
    }

    private func draw(
        _ period: Period, _ consolidation: Consolidation, in folder: PeriodFolder, _ source: String
    ) throws -> (summary: RunSummary, isChange: Bool) {
        tell(
            .progress(Bilingual(vi: "Đang lập báo cáo \(period)…", en: "Making the reports of \(period)…")))
        let basis = try consolidation.basis(period, .draft)
        let (set, code) = try SourceRows(ledger: consolidation.ledger).codedDraft(of: basis)
        let summary = RunSummary(basis, wording: try WordingReview.findings(set))
        let before = try PeriodFolder.standingDraft(in: folder)
        let head = try consolidation.ledger.read { try $0.head.hash }
        var record: DraftRecord?
        let (outcome, kept) = try folder.publishDraft(set, before: before) { files in
            let announced = DraftRecord(
                source: source, head: head, files: files, before: before, summary: summary, code: code)
            var past = try PastDrafts(in: folder)
            try past.remember(code, madeOf: head)
            try announced.announce(in: folder)
            record = announced
        }
        record?.settle(in: folder)
        tell(.progressEnded)
        if let kept { tell(.warning(.setAside(kept))) }
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

/// What a run writes down of the files that it took in.
struct RunEvents {
    let taken: TakeIn.Result
    let tell: Listener

    func write() {
        for reading in taken.readings {
            let findings = reading.findings
            let details = [
                "path": reading.receipt.path, "department": reading.department ?? "?", "form": reading.form ?? "?",
                "period": reading.period?.description ?? "?", "state": reading.state.rawValue,
                "errors": "\(findings.count { $0.level == .error })",
                "queries": "\(findings.count { $0.level == .query && $0.answer == nil })",
            ]
            if reading.isCounted {
                tell(.note(.fileTakenIn, details))
            } else {
                let rules = Set(findings.filter { $0.level == .error }.map(\.rule.text)).sorted()
                tell(.urgent(.fileRefused, details.merging(["rules": rules.joined(separator: ",")]) { own, _ in own }))
            }
        }
        // Of a finding its rule and its place: its words may quote what stands in a file.
        for finding in taken.findings where finding.needsPerson {
            tell(
                .urgent(
                    .folder,
                    ["rule": finding.rule.text, "path": finding.position.file, "line": "\(finding.position.line)"]))
        }
        if !taken.changedDecisions.isEmpty {
            tell(.note(.decisions, ["count": "\(taken.changedDecisions.count)"]))
        }
    }
}
