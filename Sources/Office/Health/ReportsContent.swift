import Domain
import Files
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
        ListLookedAt.name, RunAsBefore.name, DayPages.fileName,
    ]
    private static let notesOfPeriod = [DraftRecord.name, PastDrafts.name]
    private static let foldersOfPeriod: Set<String> = [
        PeriodFolder.draftName, PackageExport.folderName, SetAside.folderName,
    ]

    /// What no program of an office reads: made by file systems, shares and file managers.
    private static let foldersOfTheSystem: Set<String> = [
        "lost+found", ".snapshot", ".snapshots", ".zfs", "@eaDir", "#recycle", ".recycle", "$RECYCLE.BIN",
        "System Volume Information",
    ]
    private static let filesOfTheSystem: Set<String> = [
        ".DS_Store", "Thumbs.db", "desktop.ini", ".directory", ".gitignore",
    ]

    /// The checkout of the sources has samples of reports here.
    private static let samples = "mau"

    /// What editors put beside an open file is shorter.
    private static let editorsBytesMost = 1_024

    func mismatches() throws -> [FolderMismatch] {
        let top = FolderContent.entries(of: workplace.reports).filter { !isOwn($0) }.map {
            "\(workplace.reports)/\($0)"
        }
        let ofPeriods = PeriodFolder.periods(in: workplace).flatMap { period -> [String] in
            let folder = PeriodFolder(workplace: workplace, period: period).path
            return FolderContent.entries(of: folder).filter { !isOwn($0, in: folder) }.map { "\(folder)/\($0)" }
        }
        let ofAside = PeriodFolder.periods(in: workplace).flatMap { period -> [String] in
            let folder = SetAside.path(in: PeriodFolder(workplace: workplace, period: period))
            return FolderContent.entries(of: folder).filter { !SetAside.isOwn($0) }.map { "\(folder)/\($0)" }
        }
        let ofArchive = try ledger.isPresent ? ledger.foreignInArchive() : []
        let open = ReportsContent.writableByOthers(in: workplace.reports)
        let rights: [FolderMismatch] = open.first.map { [.writableByOthers($0, more: open.count - 1)] } ?? []
        return (top + ofPeriods + ofAside + ofArchive).map(FolderMismatch.foreign) + rights
    }

    /// What runs have kept for a person to look at, before they wrote their own in its place.
    var keptAside: [String] {
        PeriodFolder.periods(in: workplace).flatMap { period -> [String] in
            let folder = SetAside.path(in: PeriodFolder(workplace: workplace, period: period))
            return FolderContent.entries(of: folder).filter(SetAside.isOwn).map { "\(folder)/\($0)" }
        }
    }

    private func isOwn(_ name: String) -> Bool {
        let path = "\(workplace.reports)/\(name)"
        let kind = EntryKind(at: path)
        if Period(name) != nil || name == DayPages.folder || LedgerNames.isFolder(name) { return kind == .folder }
        let isNote = ReportsContent.notes.contains { Publisher.isNote(name, of: $0) }
        if LedgerNames.isOwn(name) || isNote { return kind == .file }
        if name == ReportsContent.samples { return kind == .folder && isInSources }
        return ReportsContent.isPassing(name, at: path) || ReportsContent.isLog(name, at: path)
    }

    private var isInSources: Bool { FolderContent.isThere("\(workplace.reports)/../Package.swift") }

    /// Editions by their names: `EditionFolders` says which of them the ledger knows.
    private func isOwn(_ name: String, in folder: String) -> Bool {
        let path = "\(folder)/\(name)"
        if name.hasPrefix(PeriodFolder.editionPrefix) || ReportsContent.isPassing(name, at: path) { return true }
        if ReportsContent.notesOfPeriod.contains(where: { Publisher.isNote(name, of: $0) }) {
            return EntryKind(at: path) == .file
        }
        if name == SetAside.folderName { return EntryKind(at: path) == .folder }
        return ReportsContent.foldersOfPeriod.contains(name)
    }

    /// What is made unseen, and what systems and programs that open a file put beside it; none of them is as large as a set.
    private static func isPassing(_ name: String, at path: String) -> Bool {
        if Publisher.isPrivate(name) { return true }
        let kind = EntryKind(at: path)
        if foldersOfTheSystem.contains(name) || name.hasPrefix(".Trash-") { return kind == .folder }
        if filesOfTheSystem.contains(name) || name.hasPrefix(".nfs") { return kind == .file }
        let isOfEditor = name.hasPrefix("~$") || (name.hasPrefix(".~lock.") && name.hasSuffix("#"))
        return isOfEditor && kind == .file && InputFile.size(of: path) <= editorsBytesMost
    }

    /// An office may keep the program's log here: `tonghop.log`, `tonghop.log.1`.
    private static func isLog(_ name: String, at path: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.last == "log" || (parts.dropLast().last == "log" && Int(parts.last ?? "") != nil) else {
            return false
        }
        return InputFile.isRegular(path) && (InputFile.size(of: path) == 0 || LogText.isLog(path))
    }

    /// What somebody but the program's user may write, of all that it keeps; the folder of reports itself is the administrator's to
    /// give, but not to everybody. What is kept aside has the rights that it was put there with.
    static func writableByOthers(in reports: String) -> [String] {
        var found: [String] = []
        func look(_ path: String, _ forbidden: UInt32, isDeep: Bool) {
            guard let entry = try? Entry(at: path), entry.kind == .folder || entry.kind == .file else { return }
            if entry.rights & forbidden != 0 { found.append(path) }
            guard isDeep, entry.kind == .folder else { return }
            for name in FolderContent.entries(of: path) where name != SetAside.folderName {
                look("\(path)/\(name)", 0o022, isDeep: true)
            }
        }
        look(reports, 0o002, isDeep: false)
        for name in FolderContent.entries(of: reports) where isKept(name) {
            look("\(reports)/\(name)", 0o022, isDeep: true)
        }
        return found
    }

    private static func isKept(_ name: String) -> Bool {
        LedgerNames.isOwn(name) || Period(name) != nil || name == DayPages.folder
            || notes.contains { Publisher.isNote(name, of: $0) }
    }
}

/// How the program's log begins, by which its files are known from others of such a name.
package enum LogText {
    /// As swift-log calls them.
    private static let levels: Set<String> = ["trace", "debug", "info", "notice", "warning", "error", "critical"]

    /// A line's time, level and event stand within them.
    private static let firstBytes = 4_096

    /// Whether a text begins with a line of a log: a time, a level and an event, as words or as JSON.
    package static func begins(_ text: String) -> Bool {
        let line = text.prefix { $0 != "\n" }
        if line.hasPrefix("{\"") { return ["event", "level", "time"].allSatisfy { line.contains("\"\($0)\"") } }
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        return words.count >= 3 && Instant(words[0]) != nil && levels.contains(words[1])
    }

    static func isLog(_ path: String) -> Bool {
        guard let file = try? OpenFile(path, .readingNoLink), let bytes = try? file.read(upTo: firstBytes) else {
            return false
        }
        return begins(String(decoding: bytes, as: UTF8.self))
    }
}

extension FolderMismatch {
    fileprivate static func writableByOthers(_ path: String, more: Int) -> FolderMismatch {
        let (text, remedy) = (FindingText.writableByOthers(more: more).text, "chmod -R g-w,o-w")
        return FolderMismatch(
            kind: .changed, path: path,
            message: Bilingual(
                vi: "“\(path)”: \(text.vi); bỏ quyền ấy bằng “\(remedy)” trên thư mục reports",
                en: "“\(path)”: \(text.en); take that right away by “\(remedy)” on the reports"))
    }

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
