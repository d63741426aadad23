import CatalogueReading
import DelimitedText
import Domain
import Foundation
import Intake

/// The folder of a new office: `inputs` with a catalogue to be filled in, and an empty `reports`.
struct OfficeFolder {
    let path: String
    /// A catalogue whose general parts are taken: forms, reports, indicators, code lists, checks, holidays.
    let model: String
    /// `nil`: an office of one province.
    var nation: NationCatalogue?

    /// Of the model's files those that say nothing of one province.
    private static let generalFolders = ["forms/", "reports/"]
    private static let generalFiles = [
        "audiences.yaml", "checks.yaml", "codes.csv", "indicators.csv", "holidays.csv", CatalogueReader.letterForm,
    ]

    var catalogue: String { "\(path)/inputs/catalogue" }

    /// Makes everything in a private folder and shows it by one renaming.
    func make(_ office: NewOffice, today: Day) throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: catalogue) || Health.names(in: catalogue).isEmpty else {
            throw Failure(
                Bilingual(
                    vi: "đã có danh mục ở “\(catalogue)”; chọn thư mục khác",
                    en: "there is a catalogue in “\(catalogue)” already; name another folder"))
        }
        let special = try nation?.files(office) ?? []
        let general = try generalFiles().filter { file in
            !special.contains { $0.path == file.path } && (nation == nil || !file.path.hasPrefix("forms/"))
        }
        let scratch = "\(path)/inputs/.catalogue.writing"
        try TargetFolder("\(path)/inputs").make()
        try removing(scratch) {
            for file in general { try write(file.bytes, to: "\(scratch)/\(file.path)") }
            let made = Set((general + special).map(\.path))
            for register in CatalogueReader.registers where !made.contains(register.name) {
                try write(rows(of: register, office), to: "\(scratch)/\(register.name)")
            }
            try write(Array(office.organisationFile.utf8), to: "\(scratch)/organisation.yaml")
            for file in special { try write(file.bytes, to: "\(scratch)/\(file.path)") }
            guard rename(scratch, catalogue) == 0 else { throw fault(catalogue) }
        }
        let month = office.calendar.month(containing: today)
        try TargetFolder("\(path)/inputs/submissions/\(month)").make()
        try TargetFolder("\(path)/inputs/loi-van").make()
        try TargetFolder("\(path)/reports").make()
        let decisions = "\(path)/inputs/xu-ly.csv"
        if !manager.fileExists(atPath: decisions) {
            var writer = OfficeFolder.writer
            writer.write(DecisionsReader.header)
            try write(writer.bytes, to: decisions)
        }
        share()
    }

    /// In a folder that a group shares, the group may put submissions there, and what officers write and decide; the catalogue
    /// is the administrator's.
    private func share() {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_ISGID == S_ISGID else { return }
        let submissions = "inputs/submissions"
        let months = Health.names(in: "\(path)/\(submissions)").map { "\(submissions)/\($0)" }
        for name in [submissions, "inputs/loi-van"] + months { open("\(path)/\(name)", 0o2070) }
        open("\(path)/inputs/xu-ly.csv", 0o060)
    }

    /// Adds rights to what is ours, and to nothing that a link leads to.
    private func open(_ place: String, _ rights: mode_t) {
        var status = stat()
        guard lstat(place, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_IFMT != S_IFLNK else { return }
        chmod(place, status.st_mode & 0o7777 | rights)
    }

    /// The model's files that any province can use.
    private func generalFiles() throws -> [SourceFile] {
        let names = (FileManager.default.enumerator(atPath: model)?.allObjects as? [String] ?? []).sorted()
        let wanted = names.filter { name in
            OfficeFolder.generalFiles.contains(name)
                || name.hasSuffix(".yaml") && OfficeFolder.generalFolders.contains { name.hasPrefix($0) }
        }
        guard wanted.contains(where: { $0.hasPrefix("forms/") }) else {
            throw Failure(
                Bilingual(
                    vi: "không có biểu mẫu nào trong “\(model)”; chỉ một danh mục có sẵn bằng --from",
                    en: "there is no form in “\(model)”; name a catalogue to begin from with --from"))
        }
        return try wanted.map { name in
            let bytes = try InputFile.bytes(of: "\(model)/\(name)", most: ReadLimit.listBytes)
            return SourceFile(path: name, bytes: name.hasSuffix(".csv") ? OfficeFolder.forSpreadsheet(bytes) : bytes)
        }
    }

    /// A spreadsheet set to Vietnamese takes the comma for a decimal sign, and a file without the mark for the machine's old
    /// code page.
    private static var writer: RowWriter { RowWriter(delimiter: UInt8(ascii: ";"), mark: true) }

    private static func forSpreadsheet(_ bytes: [UInt8]) -> [UInt8] {
        var writer = writer
        for row in DelimitedDocument(bytes).rows() { writer.write(row.fields) }
        return writer.bytes
    }

    private func rows(of register: (name: String, columns: [String]), _ office: NewOffice) -> [UInt8] {
        var writer = OfficeFolder.writer
        writer.write(register.columns)
        switch register.name {
        case "units.csv": writer.write(office.unit(columns: register.columns))
        case "departments.csv": writer.write(office.department(columns: register.columns))
        default: break
        }
        return writer.bytes
    }

    private func removing(_ scratch: String, _ work: () throws -> Void) throws {
        try? FileManager.default.removeItem(atPath: scratch)
        do {
            try work()
        } catch {
            try? FileManager.default.removeItem(atPath: scratch)
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try TargetFolder(FolderContent.parent(of: path)).make()
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            throw fault(path)
        }
    }

    private func fault(_ path: String) -> Failure {
        Failure(
            Bilingual(
                vi: "không ghi được “\(path)”; kiểm tra ổ đĩa và quyền truy cập",
                en: "cannot write “\(path)”; check the disk and the rights"))
    }
}
