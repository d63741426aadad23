import Domain
import Intake
import Reporting
import Storage

/// Which files that count are gone from their folder.
struct FilesGone {
    /// Paths of the folder of submissions, as findings show them.
    private let present: Set<String>
    /// Folders of which nobody knows what is in them: of their files none is said to be gone.
    private let unlisted: Set<String>

    init(_ paths: [String], unlisted: Set<String>) {
        present = Set(paths.map { ShownPath($0).text })
        self.unlisted = unlisted
    }

    /// Sheets may be gone from a workbook that is there.
    private func isElsewhere(_ path: String) -> Bool { SheetPath.sheet(of: path) != nil || !present.contains(path) }

    /// A query for each that nobody has decided on.
    func findings(_ basis: Basis) -> [Finding] {
        basis.filesThatCount(streamedIn: present).filter { !isUnlisted($0) }.map(FileGone.finding)
    }

    private func isUnlisted(_ path: String) -> Bool {
        path.firstIndex(of: "/").map { unlisted.contains(String(path[..<$0])) } ?? false
    }

    /// Those of the months that the reports of a period rest on; asked of the ledger only where a known path is gone.
    func findings(_ period: Period, _ consolidation: Consolidation) throws -> [Finding] {
        let heads = try consolidation.ledger.read { try $0.readingHeads() }
        guard heads.contains(where: { $0.reading.isCounted && isElsewhere($0.reading.receipt.path) }) else {
            return []
        }
        return findings(try consolidation.submissions(period))
    }
}
