import Digest
import Domain
import Files
import Foundation
import Intake
import Rendering
import Reporting
import Storage

/// A period's draft as it lies in its folder, against the record beside it, its own manifest, and what the ledger gives.
struct DraftFolder {
    let folder: PeriodFolder

    private var path: String { "\(folder.path)/\(PeriodFolder.draftName)" }

    /// What somebody has changed, taken away or added since the draft was made.
    func mismatches() throws -> [FolderMismatch] {
        let isThere = FolderContent.isThere(path)
        if isThere, FolderContent(path).names.contains(where: isOfAnother) { return [.draft(.changed, path)] }
        guard let record = try DraftRecord(in: folder) else { return isThere ? ofManifest() : [] }
        guard !isThere || InputFile.isFolder(path) else { return [.draft(.changed, path)] }
        let standing = try PeriodFolder.standingDraft(in: folder).digest
        if standing == record.files || standing == record.before { return [] }
        guard isThere else { return [.draft(.lost, path)] }
        guard let digests = record.digests else { return [.draft(.changed, path)] }
        return differences(from: digests)
    }

    /// Whether a file bears the name of another period's: a whole draft was put where another's would stand.
    private func isOfAnother(_ name: String) -> Bool {
        name.hasPrefix(Self.textPrefix) && !name.hasPrefix("\(Self.textPrefix)\(folder.period)")
    }

    private static let textPrefix = "tong-hop-"

    /// Where no record stands beside it: of its files, those that are not as its manifest says.
    private func ofManifest() -> [FolderMismatch] {
        let name = "manifest.json"
        guard InputFile.size(of: "\(path)/\(name)") <= ReadLimit.listBytes,
            let data = FileManager.default.contents(atPath: "\(path)/\(name)"),
            let manifest = try? JSONDecoder().decode(Listing.self, from: data)
        else { return FolderContent(path).names.isEmpty ? [] : [.draft(.changed, path)] }
        var digests = Dictionary(manifest.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        digests[name] = SHA256Digest.of([UInt8](data)).hex
        return differences(from: digests)
    }

    private struct Listing: Decodable {
        let files: [File]

        struct File: Decodable { let name, sha256: String }
    }

    private func differences(from digests: [String: String]) -> [FolderMismatch] {
        let content = FolderContent(path)
        let present = Set(content.names)
        let known: [FolderMismatch] = digests.sorted { $0.key < $1.key }.compactMap { name, digest in
            guard present.contains(name) else { return .draft(.lost, "\(path)/\(name)") }
            let isWhole = content.isRegular(name) && InputFile.sha256(of: "\(path)/\(name)") == digest
            return isWhole ? nil : .draft(.changed, "\(path)/\(name)")
        }
        return known + content.names.filter { digests[$0] == nil }.map { .draft(.unknown, "\(path)/\($0)") }
    }

    /// Whether a run was stopped while it put a draft in its place, so that the one before may still stand there.
    var isUnsettled: Bool { get throws(FileFault) { try DraftRecord(in: folder)?.before != nil } }

    /// What the ledger says of a draft.
    struct Proof {
        var mismatches: [FolderMismatch] = []
        /// Where nothing shows whether it is what was made: the files that this build would draw otherwise, where it can draw them.
        var doubtful: [String]?
    }

    /// Draws the draft again as of the entry that its record names: what differs was changed together with the record. Of a draft that
    /// another build of the program has made, or that has no record, what differs may be that build's doing.
    func proof(_ ledger: Ledger) throws -> Proof {
        guard InputFile.isFolder(path), !FolderContent(path).names.isEmpty, ledger.isPresent else { return Proof() }
        guard let record = try DraftRecord(in: folder), let head = record.head else { return Proof(doubtful: []) }
        // A ledger that was put back to an earlier time, or a record of somebody's own.
        guard try ledger.read({ try $0.holds(head: head) }) else { return Proof(mismatches: [.draft(.changed, path)]) }
        guard try PeriodFolder.standingDraft(in: folder).digest == record.files else { return Proof() }
        guard let (basis, catalogue) = try PastState(ledger: ledger).draft(folder.period, head: head) else {
            return Proof(doubtful: [])
        }
        let isOfThisBuild = record.source == DraftRecord.source(folder.period, catalogue: catalogue, head: head)
        let set = try SourceRows(ledger: ledger).codedDraft(of: basis).set
        let files = try Folder.inScratch { try SetRenderer().write(set, to: $0) }
        let differing = differences(
            from: Dictionary(files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first }))
        if isOfThisBuild { return Proof(mismatches: differing) }
        return differing.isEmpty ? Proof() : Proof(doubtful: differing.map(\.path))
    }
}

extension FolderMismatch {
    fileprivate static func draft(_ kind: Kind, _ path: String) -> FolderMismatch {
        let words =
            switch kind {
            case .lost: Bilingual(vi: "dự thảo bị mất: “\(path)”", en: "of the draft is lost: “\(path)”")
            case .changed:
                Bilingual(
                    vi: "dự thảo bị sửa: “\(path)” không còn như đã lập",
                    en: "the draft was changed: “\(path)” is not what was made")
            case .unknown:
                Bilingual(
                    vi: "“\(path)” không thuộc dự thảo đã lập", en: "“\(path)” is no part of the draft that was made")
            }
        return FolderMismatch(
            kind: kind, path: path,
            message: Bilingual(
                vi: "\(words.vi); “tonghop run” lập lại dự thảo và giữ riêng tệp đã sửa hoặc thêm vào",
                en: "\(words.en); “tonghop run” makes it again, and keeps what was changed or added aside"))
    }
}
