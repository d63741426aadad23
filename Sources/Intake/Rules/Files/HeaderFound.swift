import Domain

/// The table has a header whose cells are called like the columns of a form.
enum HeaderFound: FileRule {
    static let code = "header-not-found"
    static let page = Bilingual(
        vi: """
            Không thấy dòng tiêu đề của biểu nào trong 60 dòng đầu. Tên cột có thể viết không dấu, khác thứ tự, \
            nhưng phải là tên cột của biểu (ví dụ “Mã xã”, “Xã, phường”, “Số lớp”). Kiểm tra có gửi nhầm tệp không; \
            nếu đúng tệp, chép lại dòng tiêu đề từ biểu mẫu.
            """,
        en: """
            None of the first 60 rows is the header of a form. Columns may come in any order and without diacritics, \
            but must be called like the form's (“Mã xã”, “Xã, phường”, “Số lớp”). Check that it is the right file, \
            and copy the header from the template.
            """)

    static let stage = FileStage.form

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard file.head.header == nil else { return }
        if file.isPartedByBlanks {
            verdict.putAside(WrongFormat.self) { WrongFormat.finding(in: file.path, format: .columnsByBlanks) }
        } else if file.doubts.contains(where: { $0.kind == .singleColumn }) {
            verdict.end()
        } else {
            verdict.refuse(Self.self) { finding(in: file.path, form: file.plan?.form, forms: file.catalogue.forms) }
        }
    }

    static func finding(in file: String, form: Form?, forms: [Form]) -> Finding {
        finding(
            .error, at: Position(file: file), .noHeader, expected: .columns(form, forms),
            remedy: Bilingual(
                vi: "Kiểm tra có đúng tệp không; chép dòng tiêu đề từ biểu mẫu.",
                en: "Check that it is the right file; copy the header from the template."))
    }
}

extension FileInHand {
    /// Whether a header would be found if blanks parted the columns, as in what a spreadsheet saves as .prn.
    var isPartedByBlanks: Bool {
        guard !document.dialect.isOfSheet else { return false }
        let delimiter = String(UnicodeScalar(document.dialect.delimiter))
        return head.rows.contains { row in
            let line = row.fields.joined(separator: delimiter).replacing("\t", with: "  ")
            let cells = line.split(separator: "  ").map { String($0).trimmedCell }.filter { !$0.isEmpty }
            return cells.count > 2 && cells.count { !names.headers.columns(headed: $0).isEmpty } > 2
        }
    }
}

extension Bilingual {
    fileprivate static var noHeader: Self {
        Self(vi: "không thấy dòng tiêu đề của biểu nào", en: "no row is the header of a form")
    }

    fileprivate static func columns(_ form: Form?, _ forms: [Form]) -> Self {
        guard let form else {
            let list = forms.map(\.number).joined(separator: ", ")
            return Self(vi: "tiêu đề của một trong các biểu \(list)", en: "the header of one of the forms \(list)")
        }
        let list = form.columns.map(\.name).joined(separator: "; ")
        return Self(vi: "biểu \(form.number): \(list)", en: "form \(form.number): \(list)")
    }
}
