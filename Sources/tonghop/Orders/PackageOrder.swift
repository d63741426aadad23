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
    func setChangedAside(_ console: Console) throws -> [Bilingual] {
        let changed = try standingMismatches()
        for mismatch in changed { console.warn(mismatch.message) }
        let folder = PeriodFolder(workplace: workplace, period: edition.period)
        let paths = changed.filter { $0.kind != .lost }.map(\.path)
        if let kept = try SetAside(folder: folder).keep(paths, from: PackageExport.folderName) {
            console.warn(.setAside(kept))
        }
        return changed.map(\.message)
    }
}
