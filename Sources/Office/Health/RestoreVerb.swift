import Domain
import Foundation
import Storage

extension Desk {
    /// What a folder of reports may hold before: the repository's own file, the lock, and what a killed restoring left.
    private static let passing: Set<String> = [
        ".gitignore", ".tonghop.lock", LastBackup.fileName, "archive", "ledger.head", ".ledger.head.writing",
        ".ledger.sqlite.writing", ".ledger.sqlite.writing-journal", ".ledger.sqlite.writing-wal",
        ".ledger.sqlite.writing-shm", UnfinishedCopy.fileName,
    ]

    /// Brings a backup back into a folder of reports that holds nothing.
    package func restore(from folder: String) throws {
        let backup = try Ledger.openIfPresent(folder: folder)
        guard backup.isPresent else {
            throw Failure(
                Bilingual(
                    vi: "“\(folder)” không phải bản sao lưu: không có ledger.sqlite",
                    en: "“\(folder)” is not a backup: there is no ledger.sqlite"))
        }
        try refuseMingled()
        try refuseDamaged(backup, folder)
        try refuseOccupied(by: backup)
        try TargetFolder(workplace.reports).make()
        let lock = try self.lock(isRestoring: true)
        try refuseOccupied(by: backup)
        let unfinished = try UnfinishedCopy(in: TargetFolder(workplace.reports))
        if try !holdsAll(of: backup) { try backup.copy(to: workplace.reports) }
        try PeriodFolder.showAll(try Ledger.open(lock), in: workplace)
        try unfinished.finish()
    }

    private func refuseDamaged(_ backup: Ledger, _ folder: String) throws {
        guard let mismatch = try backup.verify().first else { return }
        throw Failure(
            mismatch.message.map { "“\(folder)”: \($0)" })
    }

    /// A restoring that was stopped once the ledger was there has the editions to finish, and nothing else; one that was stopped
    /// just before has left a head that no database fits yet.
    private func holdsAll(of backup: Ledger) throws -> Bool {
        guard Ledger.isThere(in: workplace.reports) || !UnfinishedCopy.isMarked(workplace.reports) else { return false }
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        guard ledger.isPresent else { return false }
        return try ledger.read { try $0.head } == backup.read { try $0.head }
    }

    private func refuseOccupied(by backup: Ledger) throws {
        // Asked of any folder: one with the head of a database that was lost is refused before anything is written into it.
        let holdsAll = try holdsAll(of: backup)
        if holdsAll, UnfinishedCopy.isMarked(workplace.reports) { return }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workplace.reports)) ?? []
        let occupying = names.filter { !Desk.passing.contains($0) }.sorted()
        guard let name = occupying.first(where: { !$0.hasPrefix(".") }) ?? occupying.first else { return }
        throw Failure(
            Bilingual(
                vi:
                    "không khôi phục vào “\(workplace.reports)”: thư mục đang có “\(name)”; chỉ một thư mục mới hoặc trống bằng "
                    + "--reports",
                en:
                    "will not restore into “\(workplace.reports)”: it holds “\(name)”; name a new or empty folder with --reports"
            ))
    }
}
