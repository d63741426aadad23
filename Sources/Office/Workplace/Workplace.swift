import CatalogueReading
import Digest
import Domain
import Files
import Foundation
import Glibc
import Intake

/// The two folders that the program works with.
package struct Workplace: Sendable {
    let inputs: String
    let reports: String

    package init(inputs: String, reports: String) {
        self.inputs = inputs
        self.reports = reports
    }

    /// A catalogue as it was read, with what its bytes are known by.
    struct LoadedCatalogue {
        let catalogue: Catalogue
        let digest: String
        /// What readings depend on: the reader's version and the registers that it uses.
        let intakeDigest: String
        let files: [SourceFile]
        let findings: [Finding]
        /// What the catalogue may lack and has, but nobody can read: every run says so.
        var unread: [Finding] = []
    }

    var submissionsFolder: String { "\(inputs)/submissions" }

    /// Where a file of the inbox lies.
    func submission(_ path: String) -> String { "\(submissionsFolder)/\(path)" }

    /// Path of a finding's file, as a person would open it.
    package func shownPath(_ file: String) -> String {
        let isOfInputs = ["catalogue/", WordingFolder.prefix].contains(where: file.hasPrefix)
        if isOfInputs || DecisionsFile.names.contains(SheetPath.file(of: file)) { return "\(inputs)/\(file)" }
        let isThere = FolderContent.isThere("\(submissionsFolder)/\(SheetPath.file(of: file))")
        return isThere ? "\(submissionsFolder)/\(file)" : file
    }

    /// The catalogue's files by name; those that start with a dot are left alone. The map, without which no figure is another, may be
    /// past reading.
    private func catalogueFiles() throws -> (files: [SourceFile], unread: [Finding]) {
        let folder = "\(inputs)/catalogue"
        let kind = EntryKind(at: folder)
        guard kind != .absent else {
            throw Failure(
                Bilingual(
                    vi: "không có thư mục danh mục “\(folder)”; chỉ đúng thư mục bằng --inputs",
                    en: "there is no catalogue folder “\(folder)”; name the right one with --inputs"))
        }
        guard kind == .folder else { throw Failure(.notOfCatalogue(folder, kind)) }
        var left = ReadLimit.catalogueBytes
        var unread: [Finding] = []
        let files = try Workplace.names(below: folder).filter(Workplace.isOfCatalogue).sorted().compactMap { name in
            let (path, most) = ("\(folder)/\(name)", min(left, ReadLimit.listBytes))
            do {
                let bytes = try InputFile.bytes(of: path, most: most)
                left -= bytes.count
                return SourceFile(path: "catalogue/\(name)", bytes: bytes)
            } catch let failure as Failure where name == Workplace.map && !Workplace.mayBeRead(path, most: most) {
                unread.append(CatalogueReader.unreadMap(failure.message))
                return nil
            }
        }
        return (files, unread)
    }

    /// Whether what lies there is a plain file that is not too large and that this account may read: where it is not read all the
    /// same, the disk is to blame, and the next run would make other reports.
    private static func mayBeRead(_ path: String, most: Int) -> Bool {
        EntryKind(at: path) == .file && InputFile.size(of: path) <= most && access(path, R_OK) == 0
    }

    /// The one file of the catalogue that is only drawn.
    private static let map = CatalogueReader.map

    /// Whether the program reads a file of the catalogue's folder; people keep others there too. A workbook is of the catalogue
    /// only where it stands for one of the registers.
    private static func isOfCatalogue(_ name: String) -> Bool {
        [CatalogueReader.letterForm, AssignmentMarks.file, map].contains(name)
            || name.hasSuffix(".csv") || name.hasSuffix(".yaml")
            || (CatalogueReader.registers + CatalogueReader.optionalRegisters).contains {
                $0.name.dropLast(".csv".count) + ".xlsx" == name
            }
    }

    /// The paths of all that lies below a folder. A folder that cannot be listed, or a link in place of one, is a failure: with
    /// a register less, figures would be others.
    private static func names(below folder: String) throws -> [String] {
        let listing: FolderListing
        do throws(FileFault) {
            listing = try FolderListing(folder)
        } catch {
            throw Failure(.unlistedCatalogue(folder, .reason(error.code)))
        }
        if let name = listing.unreadable.first { throw Failure(.damagedName("\(folder)/\(name)")) }
        return try listing.names.filter { !$0.hasPrefix(".") }.flatMap { name in
            let path = "\(folder)/\(name)"
            switch EntryKind(at: path) {
            case .folder where name == map, .link where name == map: return [name]
            case .folder: return try Workplace.names(below: path).map { "\(name)/\($0)" }
            case .link: throw Failure(.notOfCatalogue(path, .link))
            default: return [name]
            }
        }
    }

    /// Reads the catalogue. With an error in it there is none, and the findings say why.
    func readCatalogue() throws -> (loaded: LoadedCatalogue?, findings: [Finding]) {
        let (files, unread) = try catalogueFiles()
        var (loaded, ofRegisters) = Workplace.readCatalogue(files)
        loaded?.unread = unread
        // What cannot be read is not called missing, too.
        ofRegisters.removeAll { finding in unread.contains { $0.position.file == finding.position.file } }
        let findings = ofRegisters + unread + UnusableLetterForm.findings(files)
        return (findings.contains { $0.level == .error } ? nil : loaded, findings)
    }

    /// Reads a catalogue from its files, those of today or those that the archive kept.
    static func readCatalogue(_ files: [SourceFile]) -> (loaded: LoadedCatalogue?, findings: [Finding]) {
        let digests = Meanwhile { files.map { (path: $0.path, digest: SHA256Digest.of($0.bytes).hex) } }
        let (catalogue, findings) = CatalogueReader.read(
            files, digest: Workplace.digest(digests.value, saying: ""))
        guard let catalogue else { return (nil, findings) }
        let used = digests.value.filter { file in Workplace.readingRegisters.contains { file.path.hasPrefix($0) } }
        let intakeDigest = Workplace.digest(used, saying: IntakeVersion.digest)
        return (
            LoadedCatalogue(
                catalogue: catalogue, digest: catalogue.digest, intakeDigest: intakeDigest, files: files,
                findings: findings),
            findings
        )
    }

    /// The catalogue, or a failure that shows every finding.
    func loadCatalogue() throws -> LoadedCatalogue {
        let (loaded, findings) = try readCatalogue()
        guard let loaded else {
            throw Failure(
                Bilingual(
                    vi: "danh mục có lỗi nên chưa thể chạy; sửa các dòng nêu trên rồi chạy lại",
                    en: "the catalogue has errors, so nothing was done; correct the lines above and run again"),
                showing: findings.filter { $0.level != .note })
        }
        return loaded
    }

    /// The registers that decide what a file is understood to be.
    private static let readingRegisters = [
        "catalogue/units.", "catalogue/departments.", "catalogue/obligations.",
        "catalogue/\(AssignmentMarks.file)", "catalogue/codes.",
        "catalogue/indicators.", "catalogue/organisation.yaml", "catalogue/forms/",
    ]

    private static func digest(_ files: [(path: String, digest: String)], saying prefix: String) -> String {
        var hash = SHA256()
        hash.update(Array("\(prefix)\n".utf8))
        for file in files {
            hash.update(Array("\(file.path) \(file.digest)\n".utf8))
        }
        return hash.finalize().hex
    }
}

extension Bilingual {
    fileprivate static func notOfCatalogue(_ path: String, _ kind: EntryKind) -> Bilingual {
        let shown = ShownPath(path).text
        return Bilingual(
            vi:
                "“\(shown)” là \(kind.words.vi) nên danh mục không đọc được; đặt chính thư mục, tệp vào đó rồi chạy lại",
            en:
                "“\(shown)” is \(kind.words.en), and the catalogue cannot be read; put the folder or file itself there and run "
                + "again")
    }

    fileprivate static func unlistedCatalogue(_ path: String, _ why: Bilingual) -> Bilingual {
        let shown = ShownPath(path).text
        return Bilingual(
            vi: "không đọc được thư mục danh mục “\(shown)” (\(why.vi)); kiểm tra quyền truy cập và ổ đĩa rồi chạy lại",
            en: "cannot read the catalogue's folder “\(shown)” (\(why.en)); check its rights and the disk and run again"
        )
    }

    fileprivate static func damagedName(_ path: String) -> Bilingual {
        Bilingual(
            vi: "tên “\(ShownPath(path).text)” trong danh mục có ký tự hỏng (không phải UTF-8); đổi tên rồi chạy lại",
            en:
                "the name “\(ShownPath(path).text)” in the catalogue has damaged characters (no UTF-8); rename it and run "
                + "again")
    }
}
