import Domain
import Foundation
import Rendering

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
        guard let data = FileManager.default.contents(atPath: "\(reports)/\(LastBackup.fileName)") else { return nil }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", maxSplits: 2).map(String.init)
        guard lines.count == 3, let at = Instant(lines[0]), let entries = Int(lines[1]) else { return nil }
        self.init(at: at, folder: lines[2].trimmingCharacters(in: .newlines), entries: entries)
    }

    /// The copy stands, whether this can be noted or not.
    func note(in reports: String) {
        let text = "\(at)\n\(entries)\n\(folder)\n"
        try? Publisher(in: reports).put(Array(text.utf8), as: LastBackup.fileName)
    }
}
