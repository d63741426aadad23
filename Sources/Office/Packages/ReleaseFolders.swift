import Digest
import Domain
import Foundation
import Rendering
import Storage

/// The packages as they lie in the folders of reports, against what the archive keeps of them.
///
/// A package may be taken away whole once something was recorded after it; what is there must be what was released, and
/// nothing else. What a killed command could not show yet, the next run does.
struct ReleaseFolders {
    let workplace: Workplace
    let ledger: Ledger

    func mismatches() throws -> [FolderMismatch] {
        let pending = try PendingSets(in: workplace).unfinished(ledger)
        return try ledger.read { reader in
            let newest = try newest(reader)
            let last = try reader.newestEntryAsRelease()
            return try unknown(newest)
                + newest.values.sorted { $0.name < $1.name }.flatMap { release -> [FolderMismatch] in
                    let isPending = pending == PendingSets.path(release)
                    let mustStand = last?.name == release.name && !isPending
                    let found = try mismatches(of: release, reader, mustStand: mustStand)
                    return try isPending && isOlder(than: release, reader) ? [] : found
                }
        }
    }

    /// Packages that were taken away whole, by their paths, which is nobody's fault once something was recorded after them.
    func takenAway() throws -> [String] {
        let unfinished = try PendingSets(in: workplace).unfinished(ledger)
        return try ledger.read { reader in
            let last = try reader.newestEntryAsRelease()?.name
            return try newest(reader).values.filter { $0.name != last && PendingSets.path($0) != unfinished }
                .map { "\(PackageExport.folder(of: $0.period, workplace))/\($0.name)" }
                .filter { !FolderContent.isThere($0) && !FolderContent.isThere("\($0).zip") }.sorted()
        }
    }

    /// Whether what stands is what was released under the same name before, which the pending one is yet to replace.
    private func isOlder(than release: Release, _ reader: LedgerReader) throws -> Bool {
        try reader.releases().contains {
            try $0.name == release.name && $0 != release && mismatches(of: $0, reader, mustStand: true).isEmpty
        }
    }

    /// What lies among the packages and is none that the ledger knows.
    func unknown() throws -> [FolderMismatch] { try ledger.read { try unknown(newest($0)) } }

    /// Of a package that stands, what is not as it was released; also where the ledger knows none of this name.
    func mismatches(of name: String, in period: Period) throws -> [FolderMismatch] {
        try ledger.read { reader in
            if let release = try newest(reader)[name] { return try mismatches(of: release, reader, mustStand: false) }
            let path = "\(PackageExport.folder(of: period, workplace))/\(name)"
            return [path, "\(path).zip"].filter(FolderContent.isThere).map { .unknown($0) }
        }
    }

    private func newest(_ reader: LedgerReader) throws -> [String: Release] {
        Dictionary(try reader.releases().map { ($0.name, $0) }, uniquingKeysWith: { _, newer in newer })
    }

    private func unknown(_ known: [String: Release]) -> [FolderMismatch] {
        PeriodFolder.periods(in: workplace).flatMap { period -> [FolderMismatch] in
            let folder = PackageExport.folder(of: period, workplace)
            guard FolderContent.isThere(folder) else { return [] }
            guard InputFile.isFolder(folder) else { return [.unknown(folder)] }
            let names = known.values.filter { $0.period == period }.map(\.name)
            let ours = Set(names.flatMap { [$0, PackageFolder.zipName($0)] + PackageFolder.printNames($0) })
            return FolderContent.entries(of: folder).filter { !ours.contains($0) }.map { .unknown("\(folder)/\($0)") }
        }
    }

    private func mismatches(
        of release: Release, _ reader: LedgerReader, mustStand: Bool
    ) throws -> [FolderMismatch] {
        let folder = "\(PackageExport.folder(of: release.period, workplace))/\(release.name)"
        let zip = "\(folder).zip"
        guard FolderContent.isThere(folder) || FolderContent.isThere(zip) else {
            return mustStand ? [.lost(folder, release)] : []
        }
        let files = try PackageFolder.closed(
            release.files(.part, .signature).map { ($0.name, try reader.blob(sha256: $0.sha256)) })
        let zipped = try PackageFolder.zip(files)
        let isWholeZip = InputFile.isRegular(zip) && FolderContent.holds(zip, zipped)
        let ofZip: [FolderMismatch] =
            isWholeZip ? [] : [FolderContent.isThere(zip) ? .changed(zip, release) : .lost(zip, release)]
        guard InputFile.isFolder(folder) else {
            return [FolderContent.isThere(folder) ? .changed(folder, release) : .lost(folder, release)] + ofZip
        }
        return FolderMismatch.all(
            in: folder, files, name: \.name, isWhole: { FolderContent.holds($1, $0.bytes) },
            lost: { .lost($0, release) }, changed: { .changed($0, release) }) + ofZip
    }
}

extension FolderMismatch {
    private static func command(_ release: Release) -> String {
        "tonghop export \(release.period) --audience \(release.audience.rawValue) --edition \(release.edition)"
    }

    fileprivate static func changed(_ path: String, _ release: Release) -> FolderMismatch {
        FolderMismatch(
            kind: .changed, path: path,
            message: Bilingual(
                vi:
                    "gói đã xuất bị sửa: “\(path)” không còn như đã xuất; xuất lại bằng “\(command(release))”, tệp đã sửa được giữ riêng",
                en:
                    "of an exported package was changed: “\(path)” is not what was exported; “\(command(release))” makes it again and "
                    + "sets the changed file aside"))
    }

    fileprivate static func lost(_ path: String, _ release: Release) -> FolderMismatch {
        FolderMismatch(
            kind: .lost, path: path,
            message: Bilingual(
                vi: "gói đã xuất bị mất: “\(path)”; xuất lại bằng “\(command(release))”",
                en: "of an exported package is lost: “\(path)”; “\(command(release))” makes it again"))
    }

    fileprivate static func unknown(_ path: String) -> FolderMismatch {
        FolderMismatch(
            kind: .unknown, path: path,
            message: Bilingual(
                vi:
                    "“\(path)” không phải gói mà sổ tiếp nhận đã ghi: sổ đã mất phần cuối hoặc bị thay bằng bản cũ, hoặc gói này do "
                    + "người khác lập; không gửi đi; khôi phục bản sao lưu mới hơn, hoặc chuyển ra ngoài thư mục reports",
                en:
                    "“\(path)” is no package that the ledger has recorded: its tail is lost, an older one was put in its place, or "
                    + "somebody made it; do not hand it on; restore a newer backup, or move it out of the reports"))
    }
}
