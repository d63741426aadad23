import Domain
import Rendering
import Storage

/// What may lie in the folder of reports, in that of a period and in the archive: what the program writes there, what it leaves when it
/// is killed, and what disks, shares and editors put into any folder. All else was put there by somebody, and whoever reads the folder
/// may take it for the program's.
///
/// Editions, packages, drafts and the pages of the days are looked at by those who know their files.
struct ReportsContent {
    let workplace: Workplace
    let ledger: Ledger

    /// The notes that the program keeps beside the pages and sets.
    private static let notes = [
        LastBackup.fileName, PendingSets.fileName, UnfinishedCopy.fileName, DayRecord.name, DayTroubles.name,
        ListLookedAt.name, DayPages.fileName,
    ]
    private static let notesOfPeriod = [DraftRecord.name, PastDrafts.name]
    private static let foldersOfPeriod: Set<String> = [
        PeriodFolder.draftName, PackageExport.folderName, SetAside.folderName,
    ]

    /// What no program of an office reads: made by file systems, shares and file managers. The checkout of the sources has its own two.
    private static let ofTheSystem: Set<String> = [
        "lost+found", ".snapshot", ".snapshots", ".zfs", "@eaDir", "#recycle", ".recycle", "$RECYCLE.BIN",
        "System Volume Information", ".DS_Store", "Thumbs.db", "desktop.ini", ".directory", ".gitignore", "mau",
    ]

    func mismatches() throws -> [FolderMismatch] {
        let top = FolderContent.entries(of: workplace.reports).filter { !isOwn($0) }.map {
            "\(workplace.reports)/\($0)"
        }
        let ofPeriods = PeriodFolder.periods(in: workplace).flatMap { period -> [String] in
            let folder = PeriodFolder(workplace: workplace, period: period).path
            return FolderContent.entries(of: folder).filter { !isOwn($0, in: folder) }.map { "\(folder)/\($0)" }
        }
        let ofArchive = try ledger.isPresent ? ledger.foreignInArchive() : []
        return (top + ofPeriods + ofArchive).map(FolderMismatch.foreign)
    }

    private func isOwn(_ name: String) -> Bool {
        if LedgerNames.isOwn(name) || ReportsContent.isPassing(name) || ReportsContent.isLog(name) { return true }
        if ReportsContent.notes.contains(where: { Publisher.isNote(name, of: $0) }) { return true }
        return (Period(name) != nil || name == DayPages.folder) && InputFile.isFolder("\(workplace.reports)/\(name)")
    }

    /// Editions by their names: `EditionFolders` says which of them the ledger knows.
    private func isOwn(_ name: String, in folder: String) -> Bool {
        if name.hasPrefix(PeriodFolder.editionPrefix) || ReportsContent.isPassing(name) { return true }
        if ReportsContent.notesOfPeriod.contains(where: { Publisher.isNote(name, of: $0) }) { return true }
        return ReportsContent.foldersOfPeriod.contains(name)
    }

    /// What is made unseen, and what systems and programs that open a file put beside it.
    private static func isPassing(_ name: String) -> Bool {
        Publisher.isPrivate(name) || ofTheSystem.contains(name) || name.hasPrefix(".nfs") || name.hasPrefix(".Trash-")
            || name.hasPrefix("~$") || (name.hasPrefix(".~lock.") && name.hasSuffix("#"))
    }

    /// An office may keep the program's log here: `tonghop.log`, `tonghop.log.1`.
    private static func isLog(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.last == "log" || (parts.dropLast().last == "log" && Int(parts.last ?? "") != nil)
    }
}

extension FolderMismatch {
    fileprivate static func foreign(_ path: String) -> FolderMismatch {
        FolderMismatch(
            kind: .unknown, path: path,
            message: Bilingual(
                vi:
                    "“\(path)” không phải do chương trình lập, người đọc dễ tưởng là của chương trình; hỏi người đã để vào đó rồi "
                    + "chuyển ra ngoài thư mục reports",
                en:
                    "“\(path)” was not made by the program, and may be taken for its own; ask who put it there, and move it out of the "
                    + "reports"))
    }
}
