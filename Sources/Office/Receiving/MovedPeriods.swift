import Domain
import Reporting
import Storage

/// The other periods with reports whose figures rest on what this run read, decided or defined anew, or a run before it that
/// was stopped before it told anybody.
package struct MovedPeriods {
    /// Those whose draft is to be remade.
    package let drafts: [Period]
    /// Those of the drafts whose figures stand, and whose departments gave reasons.
    let answered: [Period]
    /// Those whose newest edition, of this number, prints a figure that is no longer so.
    package let issued: [(period: Period, number: Int)]
    /// Those of the drafts that no edition was made of.
    private let unissued: [Period]
    /// Whether the run brought anything that can move a figure.
    private let hasLooked: Bool

    /// - Parameter untold: What was recorded before this run, and after the pages of the days were made.
    init(
        _ taken: TakeIn.Result, and untold: RecordedNews, except period: Period, _ consolidation: Consolidation,
        in workplace: Workplace
    ) throws {
        hasLooked = taken.hasNews || !untold.isEmpty
        guard hasLooked else {
            (drafts, answered, issued, unissued) = ([], [], [], [])
            return
        }
        let (decisions, editions) = try consolidation.ledger.read { (try $0.decisions(), try $0.editions()) }
        // With all that their paths have borne, of which the decisions may speak.
        let paths = Set(taken.readings.map { SheetPath.file(of: $0.receipt.path) })
        let known = paths.isEmpty ? [] : try consolidation.ledger.read { try $0.readingHeads() }
        let evidence = Evidence(
            catalogue: consolidation.loaded.catalogue,
            readings: known.map(\.reading).filter { paths.contains(SheetPath.file(of: $0.receipt.path)) },
            decisions: decisions)
        var spans = taken.readings.filter { $0.isCounted && evidence.holding($0) == nil }.compactMap(\.period)
        spans += untold.periods
        var isEverything = false
        let changedDecisions = taken.changedDecisions + untold.decisions
        for decision in changedDecisions {
            if let span = decision.period ?? MovedPeriods.folder(of: decision.path) {
                spans.append(span)
            } else {
                isEverything = true
            }
        }
        // The same bytes elsewhere may be let in, or held, by it.
        let copies = try consolidation.ledger.read { try $0.readingsOfCopies() }
        let touched = Set(taken.readings.map(\.receipt.path) + changedDecisions.compactMap(\.path))
        let digests = Set(
            copies.filter {
                touched.contains($0.receipt.path) || touched.contains(SheetPath.file(of: $0.receipt.path))
            }.map(\.receipt.sha256))
        spans += copies.filter { digests.contains($0.receipt.sha256) }.compactMap(\.period)
        let numbers = Dictionary(editions.map { ($0.period, $0.number) }, uniquingKeysWith: max)
        let periods = Set(PeriodFolder.periods(in: workplace) + numbers.keys).sorted()
        let moved = periods.filter { other in
            other != period
                && (isEverything || spans.contains { MovedPeriods.rests(other, on: $0) })
        }
        // Reasons move no figure, but the returns and the workbook of their own period show them.
        let months = taken.readings.filter { $0.state == .answered }.compactMap(\.period?.last)
        let answered = periods.filter { other in
            other != period && numbers[other] == nil && !moved.contains(other) && months.contains(where: other.contains)
        }
        self.answered = answered
        drafts = (moved + answered).sorted()
        // A definition may move any of them; a file may come again and say the same; a reason may let in what is held.
        let letIn = periods.filter { other in
            other != period
                && taken.readings.contains { reading in
                    reading.state == .answered && (reading.period.map { MovedPeriods.rests(other, on: $0) } ?? false)
                }
        }
        let suspects =
            taken.hasNewCatalogue || untold.hasNewCatalogue
            ? numbers.keys.sorted().filter { $0 != period } : Set(moved + letIn).sorted()
        issued = try suspects.compactMap { other in
            guard let number = numbers[other], try MovedPeriods.isMoved(other, consolidation) else { return nil }
            return (other, number)
        }
        unissued = drafts.filter { numbers[$0] == nil }
    }

    /// Whether a figure is another than in the newest edition.
    private static func isMoved(_ period: Period, _ consolidation: Consolidation) throws -> Bool {
        try consolidation.basis(period, .draft).changes.map { !$0.isEmpty } ?? false
    }

    /// `2026-10/CAT-03-an.csv` lies in the folder of its period.
    private static func folder(of path: String?) -> Period? {
        path?.split(separator: "/").first.flatMap { Period($0) }
    }

    private static func rests(_ other: Period, on span: Period) -> Bool {
        [other, other.previous, other.sameLastYear, other.yearToDate, other.sameLastYear.yearToDate].compactMap(\.self)
            .contains {
                $0.first <= span.last && span.first <= $0.last
            }
    }

    /// All editions that print figures which are no longer so: that of the run's own period, those of others that it found,
    /// and of those found before the ones that nothing has set right since.
    func standing(
        beside before: [DayRecord.Moved], _ own: Period, _ summary: RunSummary, _ consolidation: Consolidation
    ) throws -> [DayRecord.Moved] {
        var found = issued.map { DayRecord.Moved(period: $0.period.description, edition: $0.number) }
        if let number = summary.movedEdition { found.append(.init(period: own.description, edition: number)) }
        found += try before.filter { old in
            guard let period = Period(old.period), period != own, !found.contains(where: { $0.period == old.period })
            else { return false }
            let newest = try consolidation.ledger.read { try $0.editions(period: period) }.last?.number
            guard newest == old.edition else { return false }
            return try !hasLooked || MovedPeriods.isMoved(period, consolidation)
        }
        return found.sorted { $0.period < $1.period }
    }

    func show(_ tell: Listener, areRemade: Bool) {
        let rest = unissued.filter { !answered.contains($0) }
        if !rest.isEmpty, !areRemade { tell(.remark(.draftsMoved(rest))) }
        if !answered.isEmpty, !areRemade { tell(.remark(.reasonsGiven(answered))) }
        if !issued.isEmpty { tell(.warning(.editionsMoved(issued))) }
    }
}

extension Bilingual {
    fileprivate static func draftsMoved(_ periods: [Period]) -> Bilingual {
        let list = periods.map(\.description).joined(separator: ", ")
        return Bilingual(
            vi: "Số liệu của kỳ khác cũng thay đổi: \(list); lập lại bằng “tonghop run KỲ” hoặc “tonghop run --all”.",
            en:
                "Figures of other periods moved too: \(list); remake them by “tonghop run PERIOD” or “tonghop run --all”."
        )
    }

    fileprivate static func reasonsGiven(_ periods: [Period]) -> Bilingual {
        let list = periods.map(\.description).joined(separator: ", ")
        return Bilingual(
            vi: "Kỳ khác có phiếu gửi trả lại: \(list); lập lại bằng “tonghop run KỲ” hoặc “tonghop run --all”.",
            en:
                "Returns of other periods came back: \(list); remake them by “tonghop run PERIOD” or “tonghop run --all”."
        )
    }

    fileprivate static func editionsMoved(_ editions: [(period: Period, number: Int)]) -> Bilingual {
        func list(_ word: String) -> String {
            editions.map { "\($0.period) (\(word) \($0.number))" }.joined(separator: ", ")
        }
        return Bilingual(
            vi:
                "Kỳ đã phát hành có số liệu thay đổi, cần phát hành lại: \(list("lần")); chạy “tonghop run KỲ”, xem lại, "
                + "rồi “tonghop issue KỲ”.",
            en:
                "Issued periods whose figures moved, to be issued again: \(list("edition")); “tonghop run PERIOD”, look, "
                + "then “tonghop issue PERIOD”.")
    }
}
