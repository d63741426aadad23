import Domain
import Files
import Foundation
import Storage

extension Health {
    /// Mismatches that are named one by one at most; `verify` names all.
    private static let mismatchesMax = 5

    /// Whether the ledger is whole; the ledger, where it can be read.
    mutating func examineLedger(_ workplace: Workplace) -> Ledger? {
        let place = "\(workplace.reports)/ledger.sqlite"
        if UnfinishedCopy.isMarked(workplace.reports) {
            addDamage(UnfinishedCopy.ofReports(workplace.reports), at: workplace.reports)
        }
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
            EditionNotAsIssued.self, .error, at: place, .editionChanged(message))
    }

    private mutating func addOlderVersion(at place: String) {
        add(
            LedgerOfOlderVersion.self, .note, at: place, .ofOlderVersion)
    }

    private mutating func addDamage(_ message: Bilingual, at place: String) {
        add(
            LedgerDamaged.self, .error, at: place, .ledgerDamaged(message))
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
        guard let last = LastBackup(in: reports) else {
            return add(
                NoBackup.self, .query, at: reports, .withoutBackup)
        }
        let days = max(0, now.days(since: last.at))
        let since = entries - last.entries
        if days > Health.backupDaysMax, since > 0 {
            add(
                OldBackup.self, .query, at: last.folder, value: "\(last.at)",
                .backupIsOld(days: days, entriesSince: since))
        } else {
            pass(
                Bilingual(
                    vi: "sao lưu: cách đây \(days) ngày, \(last.folder)", en: "backup: \(days) days ago, \(last.folder)"
                ))
        }
        if Health.isSameDisk(last.folder, reports) {
            add(
                BackupOnSameDisk.self, .note, at: last.folder, .backupOnSameDisk)
        }
    }

    private static func isSameDisk(_ one: String, _ other: String) -> Bool {
        guard let first = try? Entry(at: one, followingLinks: true),
            let second = try? Entry(at: other, followingLinks: true)
        else { return false }
        return first.isOnDisk(of: second)
    }
}
