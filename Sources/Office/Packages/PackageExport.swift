import Digest
import Domain
import Foundation
import Rendering
import Reporting
import Storage

/// Makes the package of an edition for an audience, records what it shows, and puts it in its place.
///
/// What was released once is given out again as it was: its parts come from the archive, and are not worked out anew.
struct PackageExport {
    let workplace: Workplace
    let ledger: Ledger
    let edition: Edition
    /// What may leave is what the catalogue of the last run says, whatever it said when the edition was issued.
    let plan: AudiencePlan
    let detail: Release.Detail
    let signing: SigningTool?
    let recordedAt: Instant
    /// The order that it obeys; `nil`: it was not ordered by a decision.
    var order: ObeyedExport?

    /// Where packages stand, in the folder of a period.
    static let folderName = "xuat"

    var audience: Audience { plan.audience }

    var name: String { Release.name(period: edition.period, edition: edition.number, audience: audience) }

    var path: String { "\(PackageExport.folder(of: edition.period, workplace))/\(name)" }

    /// What stands under the package's name and is not what was released, or was never released at all.
    func standingMismatches() throws -> [FolderMismatch] {
        try ReleaseFolders(workplace: workplace, ledger: ledger).mismatches(of: name, in: edition.period)
    }

    /// Whether it changed anything.
    func publish() throws -> Bool {
        let pending = try PendingSets(in: workplace)
        let isChanged = try publish(noting: pending)
        try pending.clear()
        return isChanged
    }

    private func publish(noting pending: PendingSets) throws -> Bool {
        let publisher = Publisher(in: PeriodFolder(workplace: workplace, period: edition.period).path)
        return try publisher.publish(into: PackageExport.folderName) { scratch in
            let folder = try PackageFolder(name, in: scratch)
            var files = try putParts(into: folder)
            if let signing {
                let signature = PackageFolder.signature
                try signing.sign("\(folder.path)/\(PackageFolder.manifest)", to: "\(folder.path)/\(signature)")
                let file = try folder.file(signature)
                files.append((Release.File(file, .signature), try folder.bytes(of: signature)))
            }
            try folder.close()
            let release = Release(
                period: edition.period, edition: edition.number, audience: audience, detail: detail,
                files: files.map(\.file))
            try pending.note(PendingSets.path(release))
            try ledger.write(recordedAt: recordedAt) { writer in
                if let order { try writer.record(obeyed: order) }
                try writer.record(release: release, files: files.map(\.bytes))
            }
            // Prints lie in the package, or beside one that was made before there was an office to print it.
            guard plan.files.contains(.pdf), try !folder.isPrinted else { return Set(PackageFolder.printNames(name)) }
            return try PackageExport.print(name, from: folder, in: scratch, workplace, edition.period)
        }
    }

    /// The package's own files, what was suppressed and what was shown; the files are in the folder already.
    private func putParts(into folder: PackageFolder) throws -> [(file: Release.File, bytes: [UInt8])] {
        if let kept = try released() {
            for (file, bytes) in kept where file.role == .part { try folder.write(bytes, to: file.name) }
            return kept
        }
        let key = plan.smallCounts == .round && detail == .protected ? try RoundingKey(ledger) : nil
        let basis = try ProtectedEdition(ledger: ledger, edition: edition)
            .basis(for: audience, detail, roundedBy: key).basis
        let package = basis.releasePackage(edition: edition.number, for: plan)
        let drawn = try PackageRenderer().write(package, after: try earlier(), to: folder.path) { names, language in
            guard let printer = OfficePrinter() else { return [] }
            return try printer.print(into: folder.path, in: language) {
                try folder.writeWorkbooks(named: names, in: language, to: $0)
            }
        }
        var files = try drawn.map { file in
            (Release.File(file, .part), try folder.bytes(of: file.name))
        }
        let seen = SeenFigures(of: basis, audience: audience, edition: edition.number).encoded
        files.append((Release.File(.seen, seen), seen))
        if let mask = basis.mask?.encoded { files.append((Release.File(.mask, mask), mask)) }
        if let key { files.append((Release.File(.key, key.bytes), key.bytes)) }
        return files
    }

    /// What was given out of this edition before under the same rules, but for signatures. Under others it is made anew.
    private func released() throws -> [(file: Release.File, bytes: [UInt8])]? {
        try ledger.read { reader in
            let release = try reader.releases(to: audience).last {
                $0.period == edition.period && $0.edition == edition.number && $0.detail == detail
            }
            let kept = try release?.files(.part, .seen, .mask, .key).map { ($0, try reader.blob(sha256: $0.sha256)) }
            let manifest = kept?.first { $0.0.name == PackageFolder.manifest }?.1
            return manifest.flatMap(PackageManifest.rules(in:)) == PackageManifest.rules(plan, detail) ? kept : nil
        }
    }

    /// What the audience was given of the period up to this edition, which it may have loaded.
    private func earlier() throws -> [EarlierPackage] {
        try ledger.read { reader in
            try reader.releases(to: audience).filter {
                $0.period == edition.period && $0.edition <= edition.number
            }.map { release in
                EarlierPackage(
                    name: release.name,
                    parts: try release.files(.part).filter { PackageFolder.isExchange($0.name) }
                        .map { ($0.name, try reader.blob(sha256: $0.sha256)) })
            }
        }
    }

    static func folder(of period: Period, _ workplace: Workplace) -> String {
        "\(PeriodFolder(workplace: workplace, period: period).path)/\(folderName)"
    }

    /// Puts a release in its place, where a killed run has recorded it and not shown it.
    static func finish(_ release: Release, _ ledger: Ledger, in workplace: Workplace) throws {
        let publisher = Publisher(in: PeriodFolder(workplace: workplace, period: release.period).path)
        _ = try publisher.publish(into: folderName) { scratch in
            let folder = try PackageFolder(release.name, in: scratch)
            for file in release.files(.part, .signature) {
                try folder.write(try ledger.read { try $0.blob(sha256: file.sha256) }, to: file.name)
            }
            try folder.close()
            return try isStanding(release.name, as: scratch, workplace, release.period)
                ? [] : Set(PackageFolder.printNames(release.name))
        }
    }

    /// Prints the package beside its zip; names the prints that are out of date.
    private static func print(
        _ name: String, from folder: PackageFolder, in scratch: String, _ workplace: Workplace, _ period: Period
    ) throws -> Set<String> {
        let names = try Language.allCases.flatMap { try folder.printNames(in: $0) }
        let place = PackageExport.folder(of: period, workplace)
        if try isStanding(name, as: scratch, workplace, period),
            names.allSatisfy({ FileManager.default.fileExists(atPath: "\(place)/\($0)") })
        {
            return []
        }
        let standing = Set(PackageFolder.printNames(name))
        guard let printer = OfficePrinter() else { return standing }
        let made = try Language.allCases.flatMap { language in
            let wanted = try folder.printNames(in: language)
            return wanted.isEmpty
                ? []
                : try printer.print(into: scratch, in: language) {
                    try folder.writeWorkbooks(named: wanted, in: language, to: $0)
                }
        }
        return standing.subtracting(made)
    }

    /// Whether the zip that was put together is the one that stands.
    private static func isStanding(
        _ name: String, as scratch: String, _ workplace: Workplace, _ period: Period
    ) throws -> Bool {
        let zip = PackageFolder.zipName(name)
        return FolderContent.holds(
            "\(folder(of: period, workplace))/\(zip)", try InputFile.bytes(of: "\(scratch)/\(zip)", most: .max))
    }
}

extension Release.File {
    fileprivate init(_ file: SetFile, _ role: Role) {
        self.init(role: role, name: file.name, sha256: file.sha256, size: file.size)
    }

    /// Of what the ledger keeps beside the package.
    fileprivate init(_ role: Role, _ bytes: [UInt8]) {
        self.init(role: role, name: role.rawValue, sha256: SHA256Digest.of(bytes).hex, size: bytes.count)
    }
}

extension PackageExport {
    /// What the office has laid down for an audience by the last run.
    static func rules(
        for audience: Audience, _ ledger: Ledger
    ) throws -> (plan: AudiencePlan, detail: Release.Detail) {
        let catalogue = try PastState(ledger: ledger).newestCatalogue()
        let detail = audience == .leadership ? catalogue.organisation.leadershipFigures : .protected
        return (catalogue.plan(for: audience), detail)
    }

    /// Says what somebody has changed in the package that stands, and keeps it, before the package takes its place; returns what
    /// was said.
    func setChangedAside(_ tell: Listener) throws -> [Bilingual] {
        let changed = try standingMismatches()
        let folder = PeriodFolder(workplace: workplace, period: edition.period)
        try SetAside(folder: folder).keep(changed, from: PackageExport.folderName, tell)
        return changed.map(\.message)
    }
}
