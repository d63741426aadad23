import Domain
import Foundation
import Rendering
import Storage

extension Desk {
    /// Copies the ledger, its archive and its editions, also while a run is going on.
    ///
    /// - Parameter folder: New, empty or left by a stopped backup, and outside the reports.
    /// The copy is looked through as a restoring would. One that is not whole stands, for it is what there is, and is not noted as a backup.
    package func backup(to folder: String) throws -> BackupOutcome {
        let target = TargetFolder(folder)
        try target.refuseInside(workplace)
        guard UnfinishedCopy.isMarked(target.place) || !target.isOccupied else { throw target.occupied }
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        try refuseAbsent(ledger)
        try target.make()
        let unfinished = try UnfinishedCopy(in: target)
        try ledger.copyAgain(to: target.place)
        let copy = try Ledger.openIfPresent(folder: target.place)
        try PeriodFolder.showAll(copy, in: Workplace(inputs: workplace.inputs, reports: target.place))
        let head = try copy.read { try $0.head }
        let mismatches = try copy.verify().map(\.message)
        guard mismatches.isEmpty else {
            try unfinished.finish()
            for message in mismatches.prefix(BackupOutcome.namedMost) { tell(.warning(message)) }
            tell(.warning(.copiedDamaged(folder, mismatches.count)))
            return BackupOutcome(entries: head.seq, isWhole: false)
        }
        // Before the copy is called whole: one that is stopped here is made once more, and takes away what noting it has left.
        LastBackup(at: now, folder: target.place, entries: head.seq).note(in: workplace.reports)
        try unfinished.finish()
        tell(.note(.copied, ["folder": folder, "entries": "\(head.seq)"]))
        return BackupOutcome(entries: head.seq, isWhole: true)
    }

    private func refuseAbsent(_ ledger: Ledger) throws {
        guard !ledger.isPresent else { return }
        throw Failure(
            Bilingual(
                vi: "chưa có sổ tiếp nhận trong “\(workplace.reports)”; chỉ đúng thư mục bằng --reports",
                en: "there is no ledger in “\(workplace.reports)”; name the right folder with --reports"))
    }
}

/// What a backup came to.
package struct BackupOutcome {
    /// Of the ledger that was copied.
    package let entries: Int
    package let isWhole: Bool

    /// Mismatches that are named one by one; `verify` names all.
    fileprivate static let namedMost = 20
}

extension Bilingual {
    fileprivate static func copiedDamaged(_ folder: String, _ count: Int) -> Bilingual {
        Bilingual(
            vi:
                "bản sao ở “\(folder)” có đủ những gì đang có, nhưng \(Language.vi.count(count)) chỗ nêu trên đã hỏng từ trước, nên không tính là bản sao "
                + "lưu; lấy các tệp đó từ bản sao lưu cũ hơn rồi sao lưu lại",
            en:
                "the copy in “\(folder)” has all that there is, but \(Language.en.count(count)) of it named above were damaged before, so that it is no "
                + "backup; take those files from an older one and run it again")
    }
}

/// When the ledger was last copied, where to, and how many entries it had: noted beside it, for `doctor`.
struct LastBackup: Hashable, Sendable {
    let at: Instant
    /// As an absolute path.
    let folder: String
    let entries: Int

    static let fileName = ".tonghop.backup"

    init(at: Instant, folder: String, entries: Int) {
        self.at = at
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        self.entries = entries
    }

    /// `nil` where none is noted, or what is noted cannot be read.
    init?(in reports: String) {
        guard let bytes = try? Publisher(in: reports).note(LastBackup.fileName) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 2).map(String.init)
        guard lines.count == 3, let at = Instant(lines[0]), let entries = Int(lines[1]) else { return nil }
        self.init(at: at, folder: lines[2].trimmingCharacters(in: .newlines), entries: entries)
    }

    /// The copy stands, whether this can be noted or not.
    func note(in reports: String) {
        let text = "\(at)\n\(entries)\n\(folder)\n"
        try? Publisher(in: reports).put(Array(text.utf8), as: LastBackup.fileName)
    }
}
