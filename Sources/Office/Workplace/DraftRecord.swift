import Digest
import Domain
import Foundation
import Rendering
import Storage

/// What a draft was made from, beside the draft: a run that finds the same ledger, catalogue and program, and the files as
/// they were written, has nothing to draw.
///
/// It is a shortcut and no evidence: where it is missing, damaged or of something else, the draft is made again. What it
/// says of the files tells whether somebody has changed them since; `verify` draws again what it calls up to date.
struct DraftRecord: Codable {
    /// Of all that the draft depends on.
    let source: String
    /// The ledger's head that it was made of; `nil` in a record of an earlier version.
    var head: String?
    /// Of the files as they were written.
    let files: String
    /// Of the draft that stands until this one has taken its place; `nil` once it has.
    var before: String?
    /// The digests of the files, by name; `nil` in a record of an earlier version.
    var digests: [String: String]?
    let summary: RunSummary
    /// The code that the draft bears; `nil` in a record of an earlier version.
    let code: String?

    static let name = ".du-thao.json"

    init(source: String, head: String, files: [SetFile], before: [SetFile], summary: RunSummary, code: DraftCode) {
        self.code = code.description
        self.source = source
        self.head = head
        self.files = files.digest
        self.before = before.digest
        digests = Dictionary(files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        self.summary = summary
    }

    static func source(
        _ period: Period, _ loaded: Workplace.LoadedCatalogue, _ ledger: Ledger
    ) throws -> String {
        source(period, catalogue: loaded.digest, head: try ledger.read { try $0.head.hash })
    }

    static func source(_ period: Period, catalogue digest: String, head: String) -> String {
        SHA256Digest.of("\(period)\n\(digest)\n\(head)\n\(Program.build)\n").hex
    }

    /// The record beside a draft; `nil` where there is none that can be read.
    init?(in folder: PeriodFolder) {
        guard let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(DraftRecord.name)"),
            let record = try? JSONDecoder().decode(DraftRecord.self, from: bytes)
        else { return nil }
        self = record
    }

    /// The record of the draft in a folder, if the draft is still what it says, and was made from `source`.
    static func standing(in folder: PeriodFolder, madeFrom source: String) throws -> DraftRecord? {
        guard let record = DraftRecord(in: folder), record.source == source else { return nil }
        let publisher = Publisher(in: folder.path)
        guard try PeriodFolder.standingDraft(in: folder).digest == record.files else { return nil }
        try publisher.removeLeftovers()
        if record.before != nil { record.settle(in: folder) }
        return record
    }

    /// Puts the record beside the draft that it is of, before that takes its place: until `settle`, the one before is known
    /// too, so that a run that is killed in between leaves none that seems changed.
    func announce(in folder: PeriodFolder) throws {
        try Publisher(in: folder.path).keep(encoded(), as: DraftRecord.name)
    }

    /// The draft stands. What cannot be written now, the next run does.
    func settle(in folder: PeriodFolder) {
        var settled = self
        settled.before = nil
        guard let bytes = try? settled.encoded() else { return }
        try? Publisher(in: folder.path).put(bytes, as: DraftRecord.name)
    }

    private func encoded() throws -> [UInt8] {
        Array(try JSONPage.text(self, isPretty: false).utf8)
    }
}
