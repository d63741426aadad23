import Domain
import Foundation
import Storage

extension Health {
    /// Mismatches that are named one by one at most; `verify` names all.
    private static let mismatchesMax = 5

    /// Whether the ledger is whole; the ledger, where it can be read.
    mutating func examineLedger(_ workplace: Workplace) -> Ledger? {
        let place = "\(workplace.reports)/ledger.sqlite"
        do {
            let ledger = try Ledger.openIfPresent(folder: workplace.reports)
            guard ledger.isPresent else {
                pass(Bilingual(vi: "sổ tiếp nhận: chưa có, lần chạy đầu sẽ lập", en: "ledger: made by the first run"))
                return nil
            }
            if try Ledger.isOfOlderVersion(folder: workplace.reports) { addOlderVersion(at: place) }
            let mismatches = try ledger.verify().map(\.message)
            for message in mismatches.prefix(Health.mismatchesMax) { addDamage(message, at: place) }
            let editions =
                mismatches.isEmpty ? try EditionFolders(workplace: workplace, ledger: ledger).mismatches() : []
            for mismatch in editions.prefix(Health.mismatchesMax) {
                addChangedEdition(mismatch.message, at: workplace.reports)
            }
            if mismatches.isEmpty, editions.isEmpty { pass(try Health.whole(ledger)) }
            return ledger
        } catch {
            addDamage(Failure(error).message, at: place)
            return nil
        }
    }

    private mutating func addChangedEdition(_ message: Bilingual, at place: String) {
        add(
            "edition-not-as-issued", .error, at: place, message,
            Bilingual(
                vi:
                    "Hoặc chuyển cả thư mục của bản đó đi nơi khác rồi chạy “tonghop run”: bản được lấy lại từ kho lưu.",
                en: "Or move that edition's folder away and run “tonghop run”, which brings it back from the archive."))
    }

    private mutating func addOlderVersion(at place: String) {
        add(
            "ledger-of-older-version", .note, at: place,
            Bilingual(vi: "sổ do phiên bản cũ hơn ghi", en: "an older version wrote the ledger"),
            Bilingual(
                vi: "Lần chạy “tonghop run” tới sẽ nâng cấp trên một bản sao và giữ lại sổ cũ; không phải làm gì.",
                en: "The next “tonghop run” brings a copy up to date and keeps the old one; there is nothing to do."))
    }

    private mutating func addDamage(_ message: Bilingual, at place: String) {
        add(
            "ledger-damaged", .error, at: place, message,
            Bilingual(
                vi:
                    "Dừng lịch chạy, giữ nguyên thư mục này, chạy “tonghop verify”, rồi khôi phục bản sao lưu vào thư mục mới.",
                en:
                    "Stop the schedule, leave this folder as it is, run “tonghop verify”, restore a backup into a new one."
            ))
    }

    private static func whole(_ ledger: Ledger) throws -> Bilingual {
        let (entries, editions) = try ledger.read { (try $0.head.seq, try $0.editions().count) }
        return Bilingual(
            vi: "sổ tiếp nhận: \(entries) mục, \(editions) bản đã phát hành, toàn vẹn",
            en: "ledger: \(entries) entries, \(editions) editions, whole")
    }

    /// Days after which what was recorded since should have been copied.
    private static let backupDaysMax = 31

    /// Whether what is kept is kept twice.
    mutating func examineBackup(_ ledger: Ledger, in reports: String, now: Instant) throws {
        let entries = try ledger.read { try $0.head.seq }
        guard entries > 0 else { return }
        let remedy = Bilingual(
            vi: "Chạy “tonghop backup THƯ_MỤC” sang một ổ đĩa khác.", en: "Run “tonghop backup DIR” onto another disk.")
        guard let last = LastBackup(in: reports) else {
            return add(
                "no-backup", .query, at: reports, Bilingual(vi: "chưa sao lưu lần nào", en: "there is no backup yet"),
                remedy)
        }
        let days = max(0, now.seconds - last.at.seconds) / 86_400
        let since = entries - last.entries
        if days > Health.backupDaysMax, since > 0 {
            add(
                "old-backup", .query, at: last.folder, value: "\(last.at)",
                Bilingual(
                    vi: "lần sao lưu gần nhất cách đây \(days) ngày, từ đó sổ có thêm \(since) mục",
                    en: "the last backup is \(days) days old, and the ledger has \(since) more entries"), remedy)
        } else {
            pass(
                Bilingual(
                    vi: "sao lưu: cách đây \(days) ngày, \(last.folder)", en: "backup: \(days) days ago, \(last.folder)"
                ))
        }
        if Health.isSameDisk(last.folder, reports) {
            add(
                "backup-on-same-disk", .note, at: last.folder,
                Bilingual(vi: "bản sao lưu nằm cùng ổ đĩa với sổ", en: "the backup lies on the ledger's own disk"),
                Bilingual(vi: "Chép bản sao lưu sang ổ đĩa khác.", en: "Copy it onto another disk."))
        }
    }

    private static func isSameDisk(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
    }
}
