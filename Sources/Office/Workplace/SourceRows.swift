import Domain
import Intake
import Reporting
import Storage

/// The rows of the submissions behind a set, read again from the archive.
struct SourceRows {
    let ledger: Ledger

    /// The set with the lines behind its figures.
    func set(of basis: Basis, anchor: Anchor? = nil) throws -> ReportSet {
        basis.reportSet(anchor: anchor, rows: try rows(of: basis))
    }

    /// The rows that the set names.
    func rows(of basis: Basis) throws -> [Receipt: SubmissionTrace] {
        let wanted = SourceLines.receipts(basis)
        let receipts = wanted.keys.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }
        let submissions = SubmissionReader(catalogue: basis.catalogue)
        return try ledger.read { reader in
            let files = ArchivedFiles(reader: reader, submissions: submissions)
            func rows(_ some: [Receipt]) throws -> [Receipt: SubmissionTrace] {
                try files.traces(some) { (wanted[$0] ?? [], nil) }
            }
            do {
                return try rows(receipts)
            } catch is LedgerError {
                // A damaged file of the archive, which `verify` names, keeps nobody from the figures: its rows are not named.
                return receipts.reduce(into: [:]) { known, receipt in
                    known.merge((try? rows([receipt])) ?? [:]) { first, _ in first }
                }
            }
        }
    }
}
