import Digest
import Domain
import Foundation
import Rendering
import Storage

/// What a draft was made from, beside the draft: a run that finds the same ledger, catalogue and program, and the files as
/// they were written, has nothing to draw.
///
/// It is a shortcut and no evidence: where it is missing, damaged or of something else, the draft is made again.
struct DraftRecord: Codable {
    /// Of all that the draft depends on.
    let source: String
    /// Of the files as they were written.
    let files: String
    let summary: RunSummary

    private static let name = ".du-thao.json"

    static func source(
        _ period: Period, _ loaded: Workplace.LoadedCatalogue, _ ledger: Ledger
    ) throws -> String {
        let head = try ledger.read { try $0.head.hash }
        return SHA256Digest.of("\(period)\n\(loaded.digest)\n\(head)\n\(Program.build)\n").hex
    }

    /// The record of the draft in a folder, if the draft is still what it says, and was made from `source`.
    static func standing(in folder: PeriodFolder, madeFrom source: String) throws -> DraftRecord? {
        guard let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(name)"),
            let record = try? JSONDecoder().decode(DraftRecord.self, from: bytes), record.source == source
        else { return nil }
        let publisher = Publisher(in: folder.path)
        guard try publisher.standing(PeriodFolder.draftName).digest == record.files else { return nil }
        try publisher.removeLeftovers()
        return record
    }

    /// Puts the record beside the draft. One that cannot be written costs the next run its time, and nothing else.
    func write(in folder: PeriodFolder) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let bytes = try? encoder.encode(self) else { return }
        try? Publisher(in: folder.path).put([UInt8](bytes), as: DraftRecord.name)
    }
}

extension Program {
    /// Which file this program was started from: another build may draw another set.
    static var build: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "\(version) \(UUID())" }
        return "\(version) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
