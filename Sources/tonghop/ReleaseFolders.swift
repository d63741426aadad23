import Digest
import Domain
import Foundation
import Rendering
import Storage

/// The packages as they lie in the folders of reports, against what the archive keeps of them.
///
/// A package may be taken away once it was handed over; what is there must be what was released. The release that is the
/// ledger's last entry may not be shown yet: the next run does so.
struct ReleaseFolders {
    let workplace: Workplace
    let ledger: Ledger

    func mismatches() throws -> [Bilingual] {
        try ledger.read { reader in
            let releases = try reader.releases()
            let unshown = try reader.newestEntryAsRelease()?.name
            let newest = Dictionary(releases.map { ($0.name, $0) }, uniquingKeysWith: { _, newer in newer })
            return try newest.values.filter { $0.name != unshown }.sorted { $0.name < $1.name }.flatMap { release in
                try mismatches(of: release, reader)
            }
        }
    }

    private func mismatches(of release: Release, _ reader: LedgerReader) throws -> [Bilingual] {
        let folder = "\(PackageExport.folder(of: release.period, workplace))/\(release.name)"
        let files = try PackageFolder.closed(
            release.files(.part, .signature).map { ($0.name, try reader.blob(sha256: $0.sha256)) })
        var paths = files.map { (path: "\(folder)/\($0.name)", bytes: $0.bytes) }
        if !FileManager.default.fileExists(atPath: folder) { paths = [] }
        let zip = "\(folder).zip"
        if FileManager.default.fileExists(atPath: zip) { paths.append((zip, try PackageFolder.zip(files))) }
        return paths.filter { path, bytes in
            FileManager.default.contents(atPath: path).map { [UInt8]($0) } != bytes
        }.map { .changed($0.path, release) }
    }
}

extension Bilingual {
    fileprivate static func changed(_ path: String, _ release: Release) -> Bilingual {
        let detail = release.detail == .full ? " --full-detail" : ""
        let command =
            "tonghop export \(release.period) --audience \(release.audience.rawValue) --edition \(release.edition)"
            + detail
        return Bilingual(
            vi: "gói đã xuất bị sửa hoặc mất: “\(path)” không còn như đã xuất; xuất lại bằng “\(command)”",
            en:
                "of an exported package was changed or lost: “\(path)” is not what was exported; “\(command)” makes it again"
        )
    }
}
