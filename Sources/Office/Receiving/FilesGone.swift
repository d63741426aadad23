import Domain
import Intake
import Reporting
import Storage

/// Which files that count are gone from their folder.
struct FilesGone {
    /// Paths of the folder of submissions, as findings show them.
    let present: Set<String>
    /// Folders of which nobody knows what is in them: of their files none is said to be gone.
    let unlisted: Set<String>

    /// A query for each that nobody has decided on.
    func findings(_ basis: Basis) -> [Finding] {
        basis.filesThatCount(streamedIn: present).filter { !isUnlisted($0) }.map(FileGone.finding)
    }

    private func isUnlisted(_ path: String) -> Bool {
        path.firstIndex(of: "/").map { unlisted.contains(String(path[..<$0])) } ?? false
    }

    /// Those of the months that the reports of a period rest on; asked of the ledger only where a known path is gone.
    ///
    /// - Parameter heads: What the ledger holds of readings; `nil`: to be asked of it.
    func findings(
        _ period: Period, _ consolidation: Consolidation, _ heads: [ReadingHead]?
    ) throws -> [Finding] {
        let receipts = try (heads ?? consolidation.ledger.read { try $0.readingHeads() }).map(\.reading)
        let newest = Receipt.newest(receipts.lazy.map(\.receipt))
        // Of a workbook whose newest bytes have the sheet still, none is gone.
        let mayBeGone = receipts.contains { reading in
            guard reading.isCounted else { return false }
            let (path, file) = (reading.receipt.path, SheetPath.file(of: reading.receipt.path))
            return !present.contains(file) || file != path && newest[file] != reading.receipt.sha256
        }
        guard mayBeGone else { return [] }
        return findings(try consolidation.submissions(period))
    }
}
