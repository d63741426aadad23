import ArgumentParser
import Domain
import Foundation
import Storage

/// `tonghop restore`: brings a backup back into a folder of reports that holds nothing.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Khôi phục từ bản sao lưu vào thư mục reports trống. / Brings a backup back into an empty folder.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Folder of the backup.", transform: \.literalPath)
    var folder: String

    /// What a folder of reports may hold before: the repository's own file, the lock, and what a killed restoring left.
    private static let passing: Set<String> = [
        ".gitignore", ".tonghop.lock", LastBackup.fileName, "archive", "ledger.head", ".ledger.head.writing",
        ".ledger.sqlite.writing", ".ledger.sqlite.writing-journal", ".ledger.sqlite.writing-wal",
        ".ledger.sqlite.writing-shm", UnfinishedCopy.fileName,
    ]

    func run() throws {
        try options.perform {
            let backup = try Ledger.openIfPresent(folder: folder)
            guard backup.isPresent else {
                throw Failure(
                    Bilingual(
                        vi: "“\(folder)” không phải bản sao lưu: không có ledger.sqlite",
                        en: "“\(folder)” is not a backup: there is no ledger.sqlite"))
            }
            try refuseDamaged(backup)
            try refuseOccupied(by: backup)
            try TargetFolder(options.reports).make()
            let lock = try LedgerLock.acquire(folder: options.reports, waitSeconds: options.wait)
            try refuseOccupied(by: backup)
            let unfinished = try UnfinishedCopy(in: TargetFolder(options.reports))
            if try !holdsAll(of: backup) { try backup.copy(to: options.reports) }
            try PeriodFolder.showAll(try Ledger.open(lock), in: options.workplace)
            unfinished.finish()
            try options.result(Output(folder: options.reports, backup: folder), or: options.reports)
            return .done
        }
    }

    private struct Output: Encodable {
        let folder, backup: String
    }

    private func refuseDamaged(_ backup: Ledger) throws {
        guard let mismatch = try backup.verify().first else { return }
        throw Failure(
            mismatch.message.map { "“\(folder)”: \($0)" })
    }

    /// A restoring that was stopped once the ledger was there has the editions to finish, and nothing else.
    private func holdsAll(of backup: Ledger) throws -> Bool {
        let ledger = try Ledger.openIfPresent(folder: options.reports)
        guard ledger.isPresent else { return false }
        return try ledger.read { try $0.head } == backup.read { try $0.head }
    }

    private func refuseOccupied(by backup: Ledger) throws {
        if try UnfinishedCopy.isMarked(options.reports) && holdsAll(of: backup) { return }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: options.reports)) ?? []
        let occupying = names.filter { !RestoreCommand.passing.contains($0) }.sorted()
        guard let name = occupying.first(where: { !$0.hasPrefix(".") }) ?? occupying.first else { return }
        throw Failure(
            Bilingual(
                vi:
                    "không khôi phục vào “\(options.reports)”: thư mục đang có “\(name)”; chỉ một thư mục mới hoặc trống bằng "
                    + "--reports",
                en:
                    "will not restore into “\(options.reports)”: it holds “\(name)”; name a new or empty folder with --reports"
            ))
    }
}
