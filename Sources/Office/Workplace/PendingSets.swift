import Domain
import Rendering
import Storage

/// What a command is about to put in its place, noted before the ledger records it and struck out once it stands.
///
/// So an edition or a package that the ledger holds and the folder lacks is known for what it is: one that a killed command
/// could not show, if it is named here, else one that somebody took away.
struct PendingSets {
    private let publisher: Publisher
    /// As `2026-10/lan-1` and `2026-10/xuat/2026-10-lan-1-public`.
    let paths: Set<String>

    static let fileName = ".tonghop.dang-dua-ra"

    init(in workplace: Workplace) throws {
        publisher = Publisher(in: workplace.reports)
        let text = try publisher.note(PendingSets.fileName).map { String(decoding: $0, as: UTF8.self) } ?? ""
        paths = Set(text.split(separator: "\n").map(String.init))
    }

    static func path(_ edition: Edition) -> String {
        "\(edition.period)/\(PeriodFolder.editionName(edition.number))"
    }

    static func path(_ release: Release) -> String { "\(release.period)/\(PackageExport.folderName)/\(release.name)" }

    /// The set that a killed command could not show: one that is named here and is the ledger's last entry. Whatever was recorded
    /// after it, was recorded by a command that first put it in its place.
    func unfinished(_ ledger: Ledger) throws -> String? {
        guard !paths.isEmpty, ledger.isPresent else { return nil }
        return try ledger.read { reader in
            let newest =
                try reader.newestEntryAsEdition().map(PendingSets.path)
                ?? reader.newestEntryAsRelease().map(PendingSets.path)
            return newest.flatMap { paths.contains($0) ? $0 : nil }
        }
    }

    /// Returns once the note lasts.
    func note(_ path: String) throws {
        try publisher.keep(Array("\(path)\n".utf8), as: PendingSets.fileName)
    }

    /// All of it stands.
    func clear() throws { try publisher.drop(PendingSets.fileName) }
}
