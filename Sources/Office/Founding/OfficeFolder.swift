import CatalogueReading
import DelimitedText
import Domain
import Files
import Foundation
import Intake
import Rendering
import Reporting
import Spreadsheet

/// The folder of a new office: `inputs` with a catalogue to be filled in, and an empty `reports`.
package struct OfficeFolder {
    let path: String
    /// A catalogue whose general parts are taken: forms, reports, indicators, code lists, checks, holidays.
    let model: String
    /// Registers that are known from the start, by their names; the others are headers alone.
    let known: [String: [[String]]]
    /// `nil`: an office of one province.
    let nation: NationCatalogue?

    package init(
        path: String, model: String, known: [String: [[String]]] = [:], nation: NationCatalogue? = nil
    ) {
        self.path = path
        self.model = model
        self.known = known
        self.nation = nation
    }

    /// Of the model's files those that say nothing of one province.
    private static let generalFolders = ["forms/", "reports/"]
    private static let generalFiles = [
        "audiences.yaml", "checks.yaml", "codes.csv", "indicators.csv", "holidays.csv", CatalogueReader.letterForm,
    ]

    /// What `phan-cong.xlsx` stands for.
    private static let assignedIn = ["obligations.csv", "sources.csv"]

    package var catalogue: String { "\(path)/inputs/catalogue" }

    /// Makes everything in a private folder and shows it by one renaming.
    package func make(_ office: NewOffice, today: Day) throws {
        try refuseStanding()
        let files = try catalogueFiles(office)
        let assignments = try assignments(of: files, on: today)
        let scratch = "\(path)/inputs/.catalogue.writing"
        try TargetFolder("\(path)/inputs").make()
        let own = try InputsLock(of: "\(path)/inputs")
        defer { withExtendedLifetime(own) {} }
        try refuseStanding()
        try removing(scratch) {
            for file in files where assignments == nil || !OfficeFolder.assignedIn.contains(file.path) {
                try write(file.bytes, to: "\(scratch)/\(file.path)")
            }
            if let assignments {
                _ = try TemplateRenderer(madeAt: LocalTime(day: today)).write(assignments, as: [.xlsx], to: scratch)
            }
            guard (try? Entry.rename(scratch, to: catalogue)) != nil else { throw fault(catalogue) }
        }
        let month = office.calendar.month(containing: today)
        try TargetFolder("\(path)/inputs/submissions/\(month)").make()
        try TargetFolder("\(path)/inputs/loi-van").make()
        try TargetFolder("\(path)/reports").make()
        let decisions = "\(path)/inputs/xu-ly.csv"
        if !FileManager.default.fileExists(atPath: decisions) {
            var writer = OfficeFolder.writer
            writer.write(DecisionsReader.header)
            try write(writer.bytes, to: decisions)
        }
        share()
    }

    private func refuseStanding() throws {
        guard !FileManager.default.fileExists(atPath: catalogue) || Health.names(in: catalogue).isEmpty else {
            throw Failure(
                Bilingual(
                    vi: "đã có danh mục ở “\(catalogue)”; chọn thư mục khác",
                    en: "there is a catalogue in “\(catalogue)” already; name another folder"))
        }
    }

    /// All files of the new catalogue, by their names in it.
    private func catalogueFiles(_ office: NewOffice) throws -> [SourceFile] {
        let special = try nation?.files() ?? []
        let general = try generalFiles().filter { file in
            !special.contains { $0.path == file.path } && (nation == nil || !file.path.hasPrefix("forms/"))
        }
        let made = Set((general + special).map(\.path))
        let optional = CatalogueReader.optionalRegisters.filter { known[$0.name] != nil }
        let registers = (CatalogueReader.registers + optional).filter { !made.contains($0.name) }
        let own = SourceFile(path: "organisation.yaml", bytes: Array(office.organisationFile.utf8))
        return general + special + registers.map { SourceFile(path: $0.name, bytes: rows(of: $0, office)) }
            + [own]
    }

    /// What was made of the national register is read before it is written: a damaged one would make a catalogue that cannot be
    /// worked with.
    ///
    /// - Returns: What stands for obligations and sources, to be ticked.
    private func assignments(of files: [SourceFile], on day: Day) throws -> Template? {
        guard !known.isEmpty else { return nil }
        let read = CatalogueReader.read(
            files.map { SourceFile(path: "catalogue/\($0.path)", bytes: $0.bytes) }, digest: "")
        let errors = read.findings.filter { $0.level == .error }
        if errors.isEmpty { return read.catalogue.flatMap { AssignmentsTemplate.make(.standard, on: day, $0) } }
        throw Failure(
            Bilingual(
                vi: "danh mục lập từ sổ đăng ký có lỗi nên chưa lập gì; sửa sổ đăng ký theo các dòng nêu trên",
                en:
                    "the catalogue made of the register has errors, and nothing was made; mend the register by the lines above"
            ), showing: errors.map { $0.below(catalogue, instead: "catalogue/") })
    }

    /// In a folder that a group shares, the group may put submissions there, and what officers write and decide; the catalogue
    /// is the administrator's.
    private func share() {
        guard let own = try? Entry(at: path, followingLinks: true), own.isOfGroup else { return }
        let submissions = "inputs/submissions"
        let months = Health.names(in: "\(path)/\(submissions)").map { "\(submissions)/\($0)" }
        for name in [submissions, "inputs/loi-van"] + months { open("\(path)/\(name)", 0o2070) }
        open("\(path)/inputs/xu-ly.csv", 0o060)
    }

    /// Adds rights to what is ours, and to nothing that a link leads to.
    private func open(_ place: String, _ rights: UInt32) {
        guard let entry = try? Entry(at: place), entry.owner == geteuid(), entry.kind != .link else { return }
        try? Entry.setRights(entry.rights | rights, of: place)
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
    static var writer: RowWriter { RowWriter(delimiter: UInt8(ascii: ";"), mark: true) }

    private static func forSpreadsheet(_ bytes: [UInt8]) -> [UInt8] {
        var writer = writer
        for row in DelimitedDocument(bytes).rows() { writer.write(row.fields) }
        return writer.bytes
    }

    private func rows(of register: (name: String, columns: [String]), _ office: NewOffice) -> [UInt8] {
        var writer = OfficeFolder.writer
        writer.write(register.columns)
        if let rows = known[register.name] {
            for row in rows { writer.write(row) }
            return writer.bytes
        }
        switch register.name {
        case "units.csv": writer.write(office.unit(columns: register.columns))
        case "departments.csv": writer.write(office.department(columns: register.columns))
        default: break
        }
        return writer.bytes
    }

    private func removing(_ scratch: String, _ work: () throws -> Void) throws {
        try? Folder.removeWhole(scratch)
        do {
            try work()
        } catch {
            try? Folder.removeWhole(scratch)
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try TargetFolder(Folder.above(path)).make()
        do throws(FileFault) {
            try OpenFile.write(bytes, to: path)
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
