import CatalogueReading
import Domain
import Files
import Foundation
import Intake
import Rendering
import Reporting
import Spreadsheet

/// A form being added to the catalogue: what is usual, what is wrong with the answers, and what is written.
package struct NewFormWork {
    private let catalogue: Catalogue
    private let files: [SourceFile]
    private let desk: Desk
    private let today: Day

    /// What was written of it.
    package struct Outcome {
        package let form: NewForm
        /// Paths of the files that are new or have lines more.
        package let paths: [String]
        /// What the table of assignments was before; `nil`: it was not changed.
        package let kept: String?
        package let isPlanned: Bool
        /// Whether what is to stand on the leader's page was put there.
        package let isOnPage: Bool
    }

    init(_ desk: Desk) throws {
        let loaded = try desk.workplace.loadCatalogue()
        (self.desk, catalogue, files) = (desk, loaded.catalogue, loaded.files)
        today = desk.now.local(in: loaded.catalogue.organisation.timeZone).day
    }

    /// Answers in a file, with what is wrong with the file itself.
    package func read(_ path: String) throws -> NewFormFile {
        NewFormFile(SourceFile(path: path, bytes: try InputFile.bytes(of: path, most: ReadLimit.listBytes)))
    }

    package func completed(_ answers: NewFormAnswers, isAsking: Bool) -> NewFormAnswers {
        NewFormUsual(catalogue, isAsking: isAsking).completed(answers)
    }

    /// The form that complete answers make, or what is wrong with them.
    package func judged(_ answers: NewFormAnswers) -> (form: NewForm?, faults: [NewFormFault]) {
        var judge = NewFormJudge(answers, catalogue, today: today, isPersonal: PersonHeader.isPersonal)
        let form = judge.form()
        return (form, judge.faults)
    }

    /// What is expected of an answer, with the domains that there are.
    package func hint(_ item: NewFormItem) -> Bilingual {
        guard item == .domain else { return item.hint }
        let domains = catalogue.codes.filter { $0.list == "linh_vuc" }.map(\.name)
        return Bilingual(
            vi: "\(item.hint.vi): \(domains.map(\.vi).joined(separator: "; "))",
            en: "\(item.hint.en): \(domains.map { $0.en.isEmpty ? $0.vi : $0.en }.joined(separator: "; "))")
    }

    /// Whether English words are asked for.
    package var speaksEnglish: Bool { catalogue.organisation.languages.contains(.en) }

    /// Whether the domain is one that the catalogue does not have.
    package func isNew(domain: String) -> Bool {
        let key = Folding.key(domain)
        return !catalogue.codes.contains { entry in
            ([entry.code, entry.name.vi, entry.name.en] + entry.aliases).contains { Folding.key($0) == key }
        }
    }

    /// Writes the form into the catalogue, where its catalogue would be sound, and overwrites nothing.
    package func write(_ form: NewForm) throws -> Outcome {
        let made = try NewFormFiles(form, files, catalogue, today: today)
        let inputs = desk.workplace.inputs
        let own = try InputsLock(of: inputs)
        defer { withExtendedLifetime(own) {} }
        let scratch = "\(inputs)/.bieu-moi.writing"
        try? Folder.removeWhole(scratch)
        defer { try? Folder.removeWhole(scratch) }
        for file in made.changed {
            let path = "\(scratch)/\(file.path)"
            try TargetFolder(Folder.above(path)).make()
            do throws(FileFault) {
                try OpenFile.write(file.bytes, to: path)
            } catch {
                throw fault(path)
            }
        }
        if let table = made.assignments {
            _ = try TemplateRenderer(madeAt: LocalTime(day: today)).write(table, as: [.xlsx], to: scratch)
        }
        let folder = "\(inputs)/catalogue"
        let newFile = "forms/\(form.form.code).yaml"
        var paths: [String] = []
        for file in made.changed {
            let (from, to) = ("\(scratch)/\(file.path)", "\(folder)/\(file.path)")
            // Unlike a rename, a link never takes another file's place.
            do throws(FileFault) {
                if file.path == newFile { try Entry.link(from, as: to) } else { try replace(to, by: from) }
            } catch {
                throw fault(to)
            }
            paths.append(to)
        }
        var kept: String?
        if made.assignments != nil {
            let path = "\(folder)/\(AssignmentMarks.file)"
            let before = unused(folder, form.form.code)
            do throws(FileFault) {
                try Entry.link(path, as: before)
                try Entry.rename("\(scratch)/\(AssignmentMarks.file)", to: path)
            } catch {
                throw fault(path)
            }
            kept = before
            paths.append(path)
        }
        return Outcome(form: form, paths: paths, kept: kept, isPlanned: made.isPlanned, isOnPage: made.isOnPage)
    }

    /// The list to be filled in.
    package func blank(to output: String) throws -> [String] {
        let now = desk.now.local(in: catalogue.organisation.timeZone)
        do {
            return try TemplateRenderer(madeAt: now).write(NewFormBlank.template(catalogue), as: [.xlsx], to: output)
        } catch let error as TemplateIsThere {
            throw Failure(.blankIsThere(error.path))
        }
    }

    /// With the rights that the file has now.
    private func replace(_ path: String, by other: String) throws(FileFault) {
        if Entry.isThere(path) { try Entry.setRights(try Entry(at: path, followingLinks: true).rights, of: other) }
        try Entry.rename(other, to: path)
    }

    /// Where the table of before is kept, which is a name that nobody reads.
    private func unused(_ folder: String, _ code: String) -> String {
        let stem = "\(folder)/phan-cong-truoc-\(code)"
        var (path, number) = ("\(stem).xlsx", 2)
        while FolderContent.isThere(path) {
            path = "\(stem)-\(number).xlsx"
            number += 1
        }
        return path
    }

    private func fault(_ path: String) -> Failure {
        Failure(
            Bilingual(
                vi: "không ghi được “\(path)” (hoặc đã có tệp này); kiểm tra ổ đĩa và quyền truy cập",
                en: "cannot write “\(path)”, or it is there already; check the disk and the rights"))
    }
}

extension Desk {
    /// Begins a new form.
    package func newForm() throws -> NewFormWork { try NewFormWork(self) }
}

extension Bilingual {
    fileprivate static func blankIsThere(_ path: String) -> Bilingual {
        Bilingual(
            vi: "đã có tệp “\(path)”, có thể đã được điền; đổi tên hoặc chọn thư mục khác bằng --output",
            en: "“\(path)” is there already, and may be filled in; move it, or name another folder with --output")
    }
}

/// The list of a new form's columns, to be filled in as a workbook.
enum NewFormBlank {
    static let name = "bieu-moi"

    static func template(_ catalogue: Catalogue) -> Template {
        let parts = NewFormPart.allCases
        return Template(
            name: name, title: ["BIỂU MỚI – CÁC CỘT VÀ CHỈ TIÊU"],
            head: NewFormItem.allCases.map { "\($0.label.vi): " }, blanks: [],
            columns: parts.map { part in
                Template.Column(
                    header: part.label.vi, entry: part.words.isEmpty ? .text : .oneOf(part.words),
                    isNeeded: part == .name)
            },
            rows: [], emptyRowCount: 60, instructions: instructions(catalogue),
            author: catalogue.organisation.agencyName.vi, sheetName: "Biểu mới", fixedColumns: 1)
    }

    private static func instructions(_ catalogue: Catalogue) -> [String] {
        let domains = Set(catalogue.codes.filter { $0.list == "linh_vuc" }.map(\.name.vi)).sorted()
        return [
            "Phía trên bảng, ghi tiếp sau dấu hai chấm, ví dụ “Mã biểu: 06-vay”. Dòng để trống thì chương trình tự đặt; "
                + "riêng tên biểu, lĩnh vực và đơn vị gửi phải ghi."
        ]
            + NewFormItem.allCases.map { "\($0.label.vi): \($0.hint.vi)." }
            + ["Các lĩnh vực đã có: \(domains.joined(separator: "; "))."]
            + [
                "Trong bảng, mỗi cột của biểu mới ghi một dòng; chỉ bắt buộc ô Tên cột, ô khác để trống thì đoán từ tên cột. Cột TT, Mã "
                    + "xã, Xã, phường và Thuyết minh có sẵn, không cần ghi."
            ]
            + NewFormPart.allCases.map { "\($0.label.vi): \($0.hint.vi)." }
            + [
                "Lưu xong chạy: tonghop template --new-form --from \(name).xlsx. Sai chỗ nào chương trình nêu hết chỗ đó và chưa ghi gì vào "
                    + "danh mục."
            ]
    }
}
