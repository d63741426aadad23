import ArgumentParser
import CatalogueReading
import Domain
import Intake
import Rendering
import Reporting

/// `tonghop template`: a department's own form, empty, as a workbook and as CSV; or the officer's list of decisions.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Lập biểu mẫu để một đơn vị điền. / Makes a form for a department to fill in.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Code of the department, such as CAT.")
    var department: String?

    @Argument(help: "Code of the form, such as 03-an.")
    var form: String?

    @Argument(help: "Period, such as 2026-11; the one that is running where none is named.")
    var period: Period?

    @Flag(help: "The officer's list of decisions, xu-ly.xlsx, with what xu-ly.csv holds now.")
    var decisions = false

    @Flag(help: "Who owes which form and whose figures count, phan-cong.xlsx, to be ticked.")
    var assignments = false

    @Option(help: ArgumentHelp("Folder to write into.", valueName: "dir"), transform: \.literalPath)
    var output = "."

    func validate() throws {
        let isOfForm = department != nil && form != nil
        guard decisions || assignments ? department == nil && decisions != assignments : isOfForm else {
            throw ValidationError("template DEPARTMENT FORM [PERIOD] | template --decisions | template --assignments")
        }
    }

    func run() throws {
        try options.perform {
            let catalogue = try options.workplace.loadCatalogue(options.console).catalogue
            let now = options.clock.local(in: catalogue.organisation.timeZone)
            do {
                let template = try template(from: catalogue, on: now.day)
                let clock = WallClock(day: now.day, hour: now.hour, minute: now.minute, second: now.second)
                let kinds = decisions || assignments ? [.xlsx] : TemplateRenderer.Kind.allCases
                let paths = try TemplateRenderer(madeAt: clock).write(template, as: kinds, to: output).map(shown)
                try options.result(Output(files: paths), or: paths.joined(separator: "\n"))
            } catch let refusal as TemplateRequest.Refusal {
                throw Failure(refusal.text, .wrongUsage)
            } catch let error as TemplateIsThere {
                throw Failure(
                    Bilingual(
                        vi:
                            "đã có tệp “\(shown(error.path))”, có thể đã được điền; đổi tên, xóa tệp đó hoặc chọn thư mục khác bằng "
                            + "--output",
                        en:
                            "“\(shown(error.path))” is there already, and may be filled in; move it, or name another folder with "
                            + "--output"))
            }
            return .done
        }
    }

    private func template(from catalogue: Catalogue, on day: Day) throws -> Template {
        if assignments {
            if let template = AssignmentsTemplate.make(.standard, on: day, catalogue) { return template }
            throw Failure(.datedLines)
        }
        if let department, let form, !decisions {
            return try TemplateRequest(department: department, form: form, period: period)
                .template(from: catalogue, today: day)
        }
        let columns = DecisionsReader.listed
        return DecisionsTemplate.make(
            DecisionsReader.header, department: columns.department, form: columns.form, action: columns.action,
            actions: DecisionsReader.actions, mark: DecisionsReader.listMark, rows: try standingLines(), on: day,
            catalogue)
    }

    /// What the list of today says, so that nothing has to be copied.
    private func standingLines() throws -> [[String]] {
        switch try DecisionsFile(in: options.workplace) {
        case .absent: return []
        case .file(let file):
            if let lines = DecisionsReader.lines(of: file) { return lines }
            throw Failure(.unreadList(file.path))
        case .refused(let finding): throw Failure(.unreadList(finding.position.file))
        }
    }

    private struct Output: Encodable {
        let files: [String]
    }

    private func shown(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}

extension AssignmentsTemplate.Words {
    /// As the catalogue is read.
    static let standard = AssignmentsTemplate.Words(
        name: CatalogueReader.assignmentsFile.replacing(".xlsx", with: ""), columns: CatalogueReader.assignmentColumns,
        reasons: CatalogueReader.reasonsMark, frequencies: CatalogueReader.frequencyMarks,
        roles: CatalogueReader.roleMarks)
}

extension Bilingual {
    fileprivate static let datedLines = Bilingual(
        vi:
            "obligations.csv hoặc sources.csv có dòng ghi ngày hiệu lực, đơn vị cũ hoặc địa bàn riêng mà bảng phân công không ghi được; "
            + "sửa thẳng hai tệp đó",
        en:
            "obligations.csv or sources.csv has lines with days, former departments or areas of their own, which the table cannot "
            + "say; edit the two files themselves")

    fileprivate static func unreadList(_ name: String) -> Bilingual {
        Bilingual(
            vi:
                "“\(name)” không đọc được nên chưa lập được danh sách mới; sửa tệp đó (xem “tonghop doctor”) rồi chạy lại",
            en: "“\(name)” cannot be read, so no new list was made; mend it (see “tonghop doctor”) and run again")
    }
}
