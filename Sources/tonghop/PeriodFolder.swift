import Domain
import Foundation
import Rendering
import Reporting
import Storage

/// The folder of a period's reports: its draft and its editions.
struct PeriodFolder {
    let workplace: Workplace
    let period: Period

    static let draftName = "du-thao"

    static func editionName(_ number: Int) -> String { "lan-\(number)" }

    var path: String { "\(workplace.reports)/\(period)" }

    /// Remakes the draft; says whether any byte of it changed.
    func publishDraft(_ set: ReportSet) throws -> Publisher.Outcome {
        try Publisher(in: path).publish(as: PeriodFolder.draftName) { try SetRenderer().write(set, to: $0) }
    }

    /// Puts the editions in place that the ledger holds and the folder of reports lacks, as after a run that was killed.
    static func finishEditions(_ ledger: Ledger, in workplace: Workplace) throws {
        for edition in try ledger.read({ try $0.editions() }) {
            let folder = PeriodFolder(workplace: workplace, period: edition.period).path
            let name = PeriodFolder.editionName(edition.number)
            guard !FileManager.default.fileExists(atPath: "\(folder)/\(name)") else { continue }
            _ = try Publisher(in: folder).publish(as: name) { folder in
                try ledger.read { reader in
                    try PeriodFolder.write(edition, from: reader, to: folder)
                }
            }
        }
        try PackageExport.finish(ledger, in: workplace)
    }

    /// Writes an edition's files from the archive.
    static func write(_ edition: Edition, from reader: LedgerReader, to folder: String) throws -> [SetFile] {
        try edition.files.map { file in
            let path = "\(folder)/\(file.name)"
            let parent = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            let bytes = try reader.blob(sha256: file.sha256)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return SetFile(name: file.name, sha256: file.sha256, size: file.size)
        }
    }

    /// The names of the editions that lie there, whether the ledger knows them or not.
    var editionNames: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { name in
            Int(name.dropFirst("lan-".count)).map { PeriodFolder.editionName($0) == name } ?? false
        }.sorted()
    }

    /// The periods that have a folder of reports.
    static func periods(in workplace: Workplace) -> [Period] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workplace.reports)) ?? []
        return names.compactMap { Period($0) }.sorted()
    }
}
