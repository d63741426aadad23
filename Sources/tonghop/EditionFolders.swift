import Digest
import Domain
import Foundation
import Reporting
import Storage

/// The editions as they lie in the folder of reports, against what the archive keeps of them.
struct EditionFolders {
    let workplace: Workplace
    let ledger: Ledger

    /// What is lost or changed. The edition that is the ledger's last entry may be missing whole: the next run shows it.
    func mismatches() throws -> [Bilingual] {
        try ledger.read { reader in
            let last = try reader.head.seq
            let editions = try reader.editions()
            return try unknown(editions)
                + editions.flatMap { edition -> [Bilingual] in
                    let folder = PeriodFolder(workplace: workplace, period: edition.period).path
                    let path = "\(folder)/\(PeriodFolder.editionName(edition.number))"
                    guard FileManager.default.fileExists(atPath: path) else {
                        return try isLast(edition, last, reader) ? [] : [.lost(path)]
                    }
                    return edition.files.compactMap { mismatch($0, in: path) }
                }
        }
    }

    /// Editions that lie there and that the ledger does not know: its tail was cut off, or an older one was put in its place.
    private func unknown(_ editions: [Edition]) throws -> [Bilingual] {
        PeriodFolder.periods(in: workplace).flatMap { period in
            let known = Set(editions.filter { $0.period == period }.map { PeriodFolder.editionName($0.number) })
            let folder = PeriodFolder(workplace: workplace, period: period)
            return folder.editionNames.filter { !known.contains($0) }.map { Bilingual.unknown("\(folder.path)/\($0)") }
        }
    }

    private func isLast(_ edition: Edition, _ last: Int, _ reader: LedgerReader) throws -> Bool {
        guard let head = try reader.head(of: edition.period, edition: edition.number) else { return false }
        return try reader.upTo(head: head).head.seq + 1 == last
    }

    private func mismatch(_ file: Edition.File, in folder: String) -> Bilingual? {
        let path = "\(folder)/\(file.name)"
        guard InputFile.isRegular(path) else { return .lost(path) }
        guard InputFile.size(of: path) == file.size, let data = FileManager.default.contents(atPath: path),
            data.count == file.size, SHA256Digest.of([UInt8](data)).hex == file.sha256
        else { return .changed(path) }
        return nil
    }
}

extension Bilingual {
    fileprivate static func unknown(_ path: String) -> Bilingual {
        Bilingual(
            vi:
                "“\(path)” không có trong sổ tiếp nhận: sổ đã mất phần cuối hoặc bị thay bằng bản cũ; khôi phục bản sao lưu mới hơn",
            en:
                "“\(path)” is not in the ledger: its tail is lost, or an older one was put in its place; restore a newer backup"
        )
    }

    fileprivate static func lost(_ path: String) -> Bilingual {
        Bilingual(
            vi: "bản đã phát hành bị mất: “\(path)”; lấy lại bằng “tonghop report KỲ --edition N --output THƯ_MỤC”",
            en:
                "of an issued edition is lost: “\(path)”; “tonghop report PERIOD --edition N --output DIR” gives it again"
        )
    }

    fileprivate static func changed(_ path: String) -> Bilingual {
        Bilingual(
            vi:
                "bản đã phát hành bị sửa: “\(path)” không còn như đã phát hành; lấy lại bằng “tonghop report KỲ --edition N "
                + "--output THƯ_MỤC”",
            en:
                "of an issued edition was changed: “\(path)” is not what was issued; “tonghop report PERIOD --edition N "
                + "--output DIR” gives it again")
    }
}
