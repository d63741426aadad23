import CatalogueReading
import Domain
import Intake
import Rendering
import Reporting

/// What is to be filled in.
package enum WantedTemplate {
    /// A department's own form, empty.
    case form(TemplateRequest)
    /// All forms that are sent in a period, as workbooks.
    case owed(OwedTemplates)
    /// The officer's list of decisions, with what it holds now.
    case decisions
    /// Who owes which form and whose figures count, to be ticked.
    case assignments
}

extension Desk {
    /// Makes what is to be filled in.
    ///
    /// Of many forms, those whose file is there are left as they are: it may be filled in.
    ///
    /// - Returns: The files that it has written into the folder `output`.
    package func template(_ wanted: WantedTemplate, to output: String) throws -> [String] {
        try TargetFolder(output).refuseWithin(workplace.reports)
        let catalogue = try workplace.loadCatalogue().catalogue
        let now = now.local(in: catalogue.organisation.timeZone)
        do {
            if case .owed(let owed) = wanted {
                return try write(try owed.templates(from: catalogue, today: now.day), to: output, at: now)
            }
            let template = try template(wanted, from: catalogue, on: now.day)
            let kinds = if case .form = wanted { TemplateRenderer.Kind.allCases } else { [TemplateRenderer.Kind.xlsx] }
            return try TemplateRenderer(madeAt: now).write(template, as: kinds, to: output).map(shown)
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
    }

    private func template(
        _ wanted: WantedTemplate, from catalogue: Catalogue, on day: Day
    ) throws -> Template {
        switch wanted {
        case .form(let request): return try request.template(from: catalogue, today: day)
        case .owed(let owed): return try owed.templates(from: catalogue, today: day)[0]
        case .assignments:
            if let template = AssignmentsTemplate.make(.standard, on: day, catalogue) { return template }
            throw Failure(.datedLines)
        case .decisions: break
        }
        let columns = DecisionsReader.listed
        return DecisionsTemplate.make(
            DecisionsReader.header, department: columns.department, form: columns.form, action: columns.action,
            actions: DecisionsReader.actions, mark: DecisionsReader.listMark, rows: try standingLines(), on: day,
            catalogue)
    }

    private func write(_ templates: [Template], to output: String, at now: LocalTime) throws -> [String] {
        let renderer = TemplateRenderer(madeAt: now)
        var (written, kept): ([String], Int) = ([], 0)
        for template in templates {
            do {
                written += try renderer.write(template, as: [.xlsx], to: output).map(shown)
            } catch is TemplateIsThere {
                kept += 1
            }
        }
        if kept > 0 { tell(.remark(.keptTemplates(kept, shown(output)))) }
        return written
    }

    /// What the list of today says, so that nothing has to be copied.
    private func standingLines() throws -> [[String]] {
        switch try DecisionsFile(in: workplace) {
        case .absent: return []
        case .file(let file):
            if let lines = DecisionsReader.lines(of: file) { return lines }
            throw Failure(.unreadList(file.path))
        case .refused(let finding): throw Failure(.unreadList(finding.position.file))
        }
    }

    private func shown(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}

extension AssignmentsTemplate.Words {
    /// As the catalogue is read.
    static let standard = AssignmentsTemplate.Words(
        name: AssignmentMarks.file.replacing(".xlsx", with: ""), columns: AssignmentMarks.columns,
        reasons: AssignmentMarks.reasons, begin: AssignmentMarks.begin, end: AssignmentMarks.end,
        frequencies: AssignmentMarks.frequencies,
        roles: AssignmentMarks.roles)
}

extension Bilingual {
    fileprivate static let datedLines = Bilingual(
        vi:
            "obligations.csv hoặc sources.csv có dòng ghi ngày hiệu lực chỉ của một đơn vị, hoặc địa bàn riêng, mà bảng phân công không ghi "
            + "được; sửa thẳng hai tệp đó",
        en:
            "obligations.csv or sources.csv has lines with days of one department only, or areas of their own, which the table cannot say; "
            + "edit the two files themselves")

    fileprivate static func keptTemplates(_ count: Int, _ folder: String) -> Bilingual {
        Bilingual(
            vi: "giữ nguyên \(Language.vi.count(count)) tệp đã có ở “\(folder)”, có thể đã được điền",
            en:
                "\(Language.en.count(count)) files that are in “\(folder)” already were left, since they may be filled in"
        )
    }

    fileprivate static func unreadList(_ name: String) -> Bilingual {
        Bilingual(
            vi:
                "“\(name)” không đọc được nên chưa lập được danh sách mới; sửa tệp đó (xem “tonghop doctor”) rồi chạy lại",
            en: "“\(name)” cannot be read, so no new list was made; mend it (see “tonghop doctor”) and run again")
    }
}
