import Domain
import Storage

extension PackageExport {
    /// What the office has laid down for an audience by the last run.
    static func rules(
        for audience: Audience, _ ledger: Ledger
    ) throws -> (plan: AudiencePlan, detail: Release.Detail) {
        let catalogue = try PastState(ledger: ledger).newestCatalogue()
        let detail = audience == .leadership ? catalogue.organisation.leadershipFigures : .protected
        return (catalogue.plan(for: audience), detail)
    }

    /// Says what somebody has changed in the package that stands, and keeps it, before the package takes its place; returns what
    /// was said.
    func setChangedAside(_ tell: Listener) throws -> [Bilingual] {
        let changed = try standingMismatches()
        let folder = PeriodFolder(workplace: workplace, period: edition.period)
        try SetAside(folder: folder).keep(changed, from: PackageExport.folderName, tell)
        return changed.map(\.message)
    }
}
