import Digest
import Domain
import Files
import Foundation
import Rendering
import Reporting
import Storage

/// The draft of a period as it may become an edition, whoever orders it.
struct EditionIssue {
    let workplace: Workplace
    let consolidation: Consolidation
    let period: Period
    let now: Instant
    let draft: Basis
    /// The draft as it is drawn, without the lines behind its figures.
    private let set: ReportSet
    let code: DraftCode
    let last: Edition?

    init(_ period: Period, _ consolidation: Consolidation, in workplace: Workplace, now: Instant) throws {
        self.workplace = workplace
        self.consolidation = consolidation
        self.period = period
        self.now = now
        draft = try consolidation.basis(period, .draft)
        (set, code) = draft.codedDraft()
        last = try consolidation.ledger.read { try $0.editions(period: period) }.last
    }

    var number: Int { (last?.number ?? 0) + 1 }

    private var folder: PeriodFolder { PeriodFolder(workplace: workplace, period: period) }

    func path(of number: Int) -> String { "\(folder.path)/\(PeriodFolder.editionName(number))" }

    /// Whether reports are missing or questions open.
    var hasGaps: Bool { !draft.roll.missing.isEmpty || draft.openFindings.contains(where: \.needsPerson) }

    /// What a person should see in the words of the officer's own report.
    func wordingFindings() throws -> [Finding] { try WordingReview.findings(set).filter(\.needsPerson) }

    /// An edition that lies in the place of the next one, and that the ledger does not know: it is never replaced.
    var isBlocked: Bool { FolderContent.isThere(path(of: number)) }

    /// Whether somebody has approved this very draft, who bears another title than who issues it.
    ///
    /// - Parameter title: Of who issues it; `nil` where nobody is named.
    func isApproved(by decisions: [Decision], otherThan title: String?) -> Bool {
        EditionIssue.isApproved(code, period, by: decisions, otherThan: title)
    }

    static func isApproved(
        _ code: DraftCode, _ period: Period, by decisions: [Decision], otherThan title: String?
    ) -> Bool {
        decisions.contains { decision in
            decision.action == .approve(code) && decision.period == period && !decision.approver.isEmpty
                && Folding.key(decision.approver) != title.map(Folding.key)
        }
    }

    /// Whether the newest edition would be made again, byte for byte.
    func isUnchanged() throws -> Bool {
        guard let last else { return false }
        let basis = try consolidation.basis(period, .edition(last.number))
        let anchor = try consolidation.ledger.read { try $0.anchor(of: period, edition: last.number) }
        let set = try SourceRows(ledger: consolidation.ledger).set(of: basis, anchor: anchor)
        return try Folder.inScratch { try SetRenderer().write(set, to: $0).digest } == last.contentDigest
    }

    /// Draws the edition in a private folder, archives and commits it, and only then shows it; gives its path.
    func issue() throws -> String {
        let (ledger, loaded) = (consolidation.ledger, consolidation.loaded)
        // The catalogue that it is made under may be one that no run has seen yet.
        try ledger.write(recordedAt: now) {
            try $0.record(catalogue: loaded.digest, files: loaded.files.map { ($0.path, $0.bytes) })
        }
        let name = PeriodFolder.editionName(number)
        let set = try SourceRows(ledger: ledger).set(
            of: draft.standing(as: .edition(number)), anchor: ledger.read { try $0.anchor })
        let pending = try PendingSets(in: workplace)
        _ = try Publisher(in: folder.path).publish(as: name) { scratch in
            let files = try SetRenderer().write(set, to: scratch)
            let edition = Edition(
                period: period, number: number, issuedAt: now, contentDigest: files.digest,
                files: files, draft: code)
            let bytes = try files.map {
                (name: $0.name, bytes: try InputFile.bytes(of: "\(scratch)/\($0.name)", most: .max))
            }
            try pending.note(PendingSets.path(edition))
            try ledger.write(recordedAt: now) { try $0.record(edition: edition, files: bytes) }
            return files
        }
        try pending.clear()
        return path(of: number)
    }
}

extension Basis {
    /// The draft as it is drawn, and the code that it bears.
    ///
    /// - Parameter rows: The rows behind its figures, which the figures follow from: the code does not depend on them.
    func codedDraft(rows: [Receipt: SubmissionTrace]? = nil) -> (set: ReportSet, code: DraftCode) {
        let set = reportSet(rows: rows)
        let code = ContentDigest.code(of: set, after: earlier?.number ?? 0)
        return (set.bearing(code, self), code)
    }
}

extension SourceRows {
    /// The draft with the lines behind its figures, and its code.
    func codedDraft(of basis: Basis) throws -> (set: ReportSet, code: DraftCode) {
        basis.codedDraft(rows: try rows(of: basis))
    }
}
