import Domain
import Foundation
import Rendering
import Storage

extension Desk {
    /// Copies the ledger, its archive and its editions, also while a run is going on.
    ///
    /// - Parameter folder: New, empty or left by a stopped backup, and outside the reports.
    /// - Returns: The entries of the ledger that was copied.
    package func backup(to folder: String) throws -> Int {
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
        // Before the copy is called whole: one that is stopped here is made once more, and takes away what noting it has left.
        LastBackup(at: now, folder: target.place, entries: head.seq).note(in: workplace.reports)
        try unfinished.finish()
        tell(.note(.copied, ["folder": folder, "entries": "\(head.seq)"]))
        return head.seq
    }

    private func refuseAbsent(_ ledger: Ledger) throws {
        guard !ledger.isPresent else { return }
        throw Failure(
            Bilingual(
                vi: "chưa có sổ tiếp nhận trong “\(workplace.reports)”; chỉ đúng thư mục bằng --reports",
                en: "there is no ledger in “\(workplace.reports)”; name the right folder with --reports"))
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
