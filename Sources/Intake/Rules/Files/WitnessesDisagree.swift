import Domain

/// Folder, lines above the header, columns and file name speak of the same period, department and form.
enum WitnessesDisagree: FileRule {
    static let code = "witnesses-disagree"
    static let page = Bilingual(
        vi: """
            Thư mục, các dòng phía trên bảng, tiêu đề cột và tên tệp đều cho biết tệp thuộc kỳ nào, của đơn vị nào, \
            theo biểu nào. Ở tệp này chúng nói khác nhau, ví dụ tệp nằm trong thư mục 2026-10 nhưng ghi “Kỳ báo cáo: \
            Tháng 9 năm 2026”. Có thể gửi nhầm tệp hoặc quên sửa dòng “Kỳ báo cáo” khi dùng lại biểu cũ. Không dòng \
            nào được tính cho đến khi sửa cho khớp.
            """,
        en: """
            Folder, lines above the table, columns and file name all say which period, department and form a file is \
            for. Here they differ: the file lies in 2026-10, say, but is headed “Kỳ báo cáo: Tháng 9 năm 2026”. It \
            may be the wrong file, or an old form filled again. Nothing is counted until they agree.
            """)

    static let stage = FileStage.witnesses

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard !file.identity.conflicts.isEmpty else { return }
        verdict.refuse(Self.self) { finding(in: file.path, file.identity.conflicts, file.catalogue) }
        verdict.end()
    }

    static func finding(
        in file: String, _ conflicts: [(subject: Identification.Subject, witnesses: [Identification.Witness])],
        _ catalogue: Catalogue
    ) -> Finding {
        let parts = conflicts.map { Bilingual.conflict($0.subject, $0.witnesses, catalogue) }
        return finding(
            .error, at: Position(file: file),
            Bilingual(vi: parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; ")),
            expected: Bilingual(
                vi: "thư mục, dòng phía trên bảng, tiêu đề cột và tên tệp khớp nhau",
                en: "folder, lines above the table, columns and file name that agree"),
            remedy: Bilingual(
                vi: "Kiểm tra có gửi nhầm tệp không; sửa chỗ ghi sai rồi gửi lại.",
                en: "Check that it is the right file; correct what is wrong and send it again."))
    }
}

extension Bilingual {
    fileprivate static func conflict(
        _ subject: Identification.Subject, _ witnesses: [Identification.Witness], _ catalogue: Catalogue
    ) -> Self {
        let said = witnesses.map { Self.said($0, subject, catalogue) }
        let name =
            switch subject {
            case .period: Self(vi: "kỳ báo cáo", en: "period")
            case .department: Self(vi: "đơn vị gửi", en: "department")
            case .form: Self(vi: "biểu", en: "form")
            }
        return Self(
            vi: "\(name.vi) không khớp: " + said.map(\.vi).joined(separator: ", "),
            en: "the \(name.en) differs: " + said.map(\.en).joined(separator: ", "))
    }

    private static func said(
        _ witness: Identification.Witness, _ subject: Identification.Subject, _ catalogue: Catalogue
    ) -> Self {
        switch witness.place {
        case .folder: Self(vi: "thư mục \(witness.text.quoted)", en: "folder \(witness.text.quoted)")
        case .preamble(let position, let label):
            Self(
                vi: "dòng \(position.row) “\(label.shownInMessage)” ghi \(witness.text.quoted)",
                en: "row \(position.row) “\(label.shownInMessage)” says \(witness.text.quoted)")
        case .header(let position):
            Self(
                vi: "các cột ở dòng \(position.row) là của biểu \(witness.text)",
                en: "the columns in row \(position.row) are those of form \(witness.text)")
        case .fileName:
            Self(
                vi: "tên tệp \(witness.text.quoted) nói \(meaning(witness, subject, catalogue))",
                en: "the file name \(witness.text.quoted) says \(meaning(witness, subject, catalogue))")
        }
    }

    private static func meaning(
        _ witness: Identification.Witness, _ subject: Identification.Subject, _ catalogue: Catalogue
    ) -> String {
        witness.meanings.sorted().map { code in
            switch subject {
            case .period: code
            case .form: catalogue.form(code)?.number ?? code
            case .department: catalogue.departments.first { $0.code == code }?.name ?? code
            }
        }.joined(separator: ", ")
    }
}
