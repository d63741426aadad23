import Domain
import Files
import Foundation
import Rendering
import Reporting
import Storage

/// The folder of a period's reports: its draft and its editions.
struct PeriodFolder {
    let workplace: Workplace
    let period: Period

    static let draftName = "du-thao"

    /// What the names of editions begin with.
    static let editionPrefix = "lan-"

    static func editionName(_ number: Int) -> String { "\(editionPrefix)\(number)" }

    var path: String { "\(workplace.reports)/\(period)" }

    /// Remakes the draft; says whether any byte of it changed.
    ///
    /// - Parameters:
    ///   - before: The files of the draft that stands. What somebody has put or changed there since is kept with the old draft.
    ///   - drawn: Told the files before they are shown.
    /// - Returns: What became of it, and where the old draft is kept.
    func publishDraft(
        _ set: ReportSet, before: [SetFile], drawn: ([SetFile]) throws -> Void
    ) throws -> (outcome: Publisher.Outcome, kept: String?) {
        var kept: String?
        let outcome = try Publisher(in: path).publish(
            as: PeriodFolder.draftName,
            keeping: { old in
                guard !PeriodFolder.holdsNothing(old, beside: before) else { return nil }
                kept = SetAside(folder: self).place(for: PeriodFolder.draftName)
                return kept
            },
            build: { folder in
                let files = try SetRenderer().write(set, to: folder)
                try drawn(files)
                return files
            })
        return (outcome, kept)
    }

    /// Whether a folder holds these files at most, as they were.
    private static func holdsNothing(_ folder: String, beside files: [SetFile]) -> Bool {
        // What can be read by nobody was set aside before.
        guard files.first?.name != "" else { return true }
        let digests = Dictionary(files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let content = FolderContent(folder)
        return content.names.allSatisfy { name in
            content.isRegular(name) && InputFile.sha256(of: "\(folder)/\(name)") == digests[name]
        }
    }

    /// The files of the draft that stands; where something in it is no file, as one that no draft has.
    static func standingDraft(in folder: PeriodFolder) throws -> [SetFile] {
        let content = FolderContent("\(folder.path)/\(draftName)")
        guard content.isReadable else { return [SetFile(name: "", sha256: "", size: 0)] }
        return try Publisher(in: folder.path).standing(draftName)
    }

    /// Puts the editions and the package in place that the ledger holds and a killed command could not show.
    ///
    /// - Returns: Editions that somebody took away, which stand again as they were issued.
    static func finishEditions(_ ledger: Ledger, in workplace: Workplace) throws -> [Bilingual] {
        let pending = try PendingSets(in: workplace)
        let unfinished = try pending.unfinished(ledger)
        let missing = try ledger.read { try $0.editions() }.filter {
            !FolderContent.isThere("\(workplace.reports)/\(PendingSets.path($0))")
        }
        for edition in missing { try show(edition, from: ledger, in: workplace) }
        let newest = try ledger.read { try $0.newestEntryAsRelease() }
        if let newest, unfinished == PendingSets.path(newest) {
            try PackageExport.finish(newest, ledger, in: workplace)
        }
        try pending.clear()
        return missing.filter { unfinished != PendingSets.path($0) }.map {
            .broughtBack("\(workplace.reports)/\(PendingSets.path($0))")
        }
    }

    /// Puts everything in place that a copy of a ledger holds, in a folder of reports that has none of it yet.
    static func showAll(_ ledger: Ledger, in workplace: Workplace) throws {
        _ = try finishEditions(ledger, in: workplace)
        guard let newest = try ledger.read({ try $0.newestEntryAsRelease() }) else { return }
        try PackageExport.finish(newest, ledger, in: workplace)
    }

    private static func show(_ edition: Edition, from ledger: Ledger, in workplace: Workplace) throws {
        let folder = PeriodFolder(workplace: workplace, period: edition.period).path
        _ = try Publisher(in: folder).publish(as: PeriodFolder.editionName(edition.number)) { folder in
            try ledger.read { reader in try PeriodFolder.write(edition, from: reader, to: folder) }
        }
    }

    /// Writes an edition's files from the archive.
    static func write(_ edition: Edition, from reader: LedgerReader, to folder: String) throws -> [SetFile] {
        try edition.files.map { file in
            let path = "\(folder)/\(file.name)"
            try Folder.makeWhole(Folder.above(path))
            try OpenFile.write(try reader.blob(sha256: file.sha256), to: path)
            return SetFile(name: file.name, sha256: file.sha256, size: file.size)
        }
    }

    /// The periods that have a folder of reports.
    static func periods(in workplace: Workplace) -> [Period] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workplace.reports)) ?? []
        return names.compactMap { Period($0) }.sorted()
    }
}

extension Bilingual {
    fileprivate static func broughtBack(_ path: String) -> Bilingual {
        Bilingual(
            vi: "bản đã phát hành “\(path)” không còn trong thư mục; đã lấy lại từ kho lưu",
            en: "the issued edition “\(path)” was not in its place any more; it was brought back from the archive")
    }
}
