import Domain
import Reporting
import Storage

/// The editions as they lie in the folder of reports, against what the archive keeps of them.
struct EditionFolders {
    let workplace: Workplace
    let ledger: Ledger

    /// What is lost, changed or foreign. An edition that a killed command could not show may be missing whole: the next
    /// run shows it.
    func mismatches() throws -> [FolderMismatch] {
        let pending = try PendingSets(in: workplace).unfinished(ledger)
        let editions = try ledger.read { try $0.editions() }
        return unknown(editions)
            + editions.flatMap { edition -> [FolderMismatch] in
                let path = "\(workplace.reports)/\(PendingSets.path(edition))"
                guard FolderContent.isThere(path) else {
                    return pending == PendingSets.path(edition) ? [] : [.lost(path, edition)]
                }
                return mismatches(of: edition, in: path)
            }
    }

    /// Editions in whose place something else stands, by kind, names and sizes; `verify` reads their bytes.
    func replaced() throws -> [FolderMismatch] {
        try ledger.read { try $0.editions() }.compactMap { edition in
            let path = "\(workplace.reports)/\(PendingSets.path(edition))"
            guard FolderContent.isThere(path) else { return nil }
            let content = FolderContent(path)
            let isWhole =
                InputFile.isFolder(path) && content.isReadable && content.names == edition.files.map(\.name).sorted()
                && edition.files.allSatisfy { InputFile.size(of: "\(path)/\($0.name)") == $0.size }
            return isWhole ? nil : .changed(path, edition)
        }
    }

    /// Editions that lie there and that the ledger does not know: its tail was cut off, an older one was put in its place,
    /// or somebody made them.
    func unknown() throws -> [FolderMismatch] { unknown(try ledger.read { try $0.editions() }) }

    private func unknown(_ editions: [Edition]) -> [FolderMismatch] {
        PeriodFolder.periods(in: workplace).flatMap { period in
            let known = Set(editions.filter { $0.period == period }.map { PeriodFolder.editionName($0.number) })
            let folder = PeriodFolder(workplace: workplace, period: period).path
            return FolderContent.entries(of: folder).filter {
                $0.hasPrefix(PeriodFolder.editionPrefix) && !known.contains($0)
            }
            .map { FolderMismatch.unknown("\(folder)/\($0)") }
        }
    }

    private func mismatches(of edition: Edition, in path: String) -> [FolderMismatch] {
        guard InputFile.isFolder(path) else { return [.changed(path, edition)] }
        return FolderMismatch.all(
            in: path, edition.files, name: \.name,
            isWhole: { file, path in
                InputFile.size(of: path) == file.size && InputFile.sha256(of: path) == file.sha256
            },
            lost: { .lost($0, edition) }, changed: { .changed($0, edition) })
    }
}

extension FolderMismatch {
    /// Of a folder whose files are known one by one: those that are lost or changed, in their order, and what was put there.
    ///
    /// - Parameter isWhole: Whether the plain file at a path is the one that is known.
    static func all<File>(
        in folder: String, _ files: [File], name: (File) -> String, isWhole: (File, _ path: String) -> Bool,
        lost: (_ path: String) -> FolderMismatch, changed: (_ path: String) -> FolderMismatch
    ) -> [FolderMismatch] {
        let content = FolderContent(folder)
        let (present, known) = (Set(content.names), Set(files.map(name)))
        return files.compactMap { file in
            let path = "\(folder)/\(name(file))"
            guard present.contains(name(file)) else { return lost(path) }
            return content.isRegular(name(file)) && isWhole(file, path) ? nil : changed(path)
        } + content.names.filter { !known.contains($0) }.map { .foreign("\(folder)/\($0)") }
    }

    /// What was put into a folder whose files the ledger names one by one.
    private static func foreign(_ path: String) -> FolderMismatch {
        FolderMismatch(
            kind: .unknown, path: path,
            message: Bilingual(
                vi:
                    "“\(path)” không thuộc bản đã phát hành hoặc gói đã xuất; hỏi người đã để vào đó rồi chuyển ra ngoài thư mục này",
                en: "“\(path)” is no part of what was issued or exported; ask who put it there, and move it out"))
    }

    fileprivate static func unknown(_ path: String) -> FolderMismatch {
        FolderMismatch(
            kind: .unknown, path: path,
            message: Bilingual(
                vi:
                    "“\(path)” không có trong sổ tiếp nhận: sổ đã mất phần cuối hoặc bị thay bằng bản cũ, hoặc thư mục này do người khác "
                    + "lập; khôi phục bản sao lưu mới hơn, hoặc chuyển thư mục này đi nơi khác",
                en:
                    "“\(path)” is not in the ledger: its tail is lost, an older one was put in its place, or somebody made this folder; "
                    + "restore a newer backup, or move the folder away"))
    }

    private static func remedy(_ edition: Edition) -> String {
        "tonghop report \(edition.period) --edition \(edition.number) --output "
    }

    fileprivate static func lost(_ path: String, _ edition: Edition) -> FolderMismatch {
        FolderMismatch(
            kind: .lost, path: path,
            message: Bilingual(
                vi: "bản đã phát hành bị mất: “\(path)”; lấy lại bằng “\(remedy(edition))THƯ_MỤC”",
                en: "of an issued edition is lost: “\(path)”; “\(remedy(edition))DIR” gives it again"))
    }

    fileprivate static func changed(_ path: String, _ edition: Edition) -> FolderMismatch {
        FolderMismatch(
            kind: .changed, path: path,
            message: Bilingual(
                vi:
                    "bản đã phát hành bị sửa: “\(path)” không còn như đã phát hành; lấy lại bằng “\(remedy(edition))THƯ_MỤC”",
                en:
                    "of an issued edition was changed: “\(path)” is not what was issued; “\(remedy(edition))DIR” gives it again"
            ))
    }
}
