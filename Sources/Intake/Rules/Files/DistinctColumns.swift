import Domain

/// No column stands in the header twice.
enum DistinctColumns: FileRule {
    static let code = "duplicate-column"
    static let page = Bilingual(
        vi: """
            Hai cột cùng là một cột của biểu, nên không rõ lấy số liệu ở cột nào. Ví dụ tệp có cả “Số lớp” và “Số \
            lớp đã tổ chức”. Xóa hoặc đổi tên cột thừa rồi gửi lại; cả tệp chưa được tính.
            """,
        en: """
            Two columns are the same column of the form, so which one holds the figures is not clear; “Số lớp” and \
            “Số lớp đã tổ chức”, for example. Delete or rename one of them; nothing of the file is counted until \
            then.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        // Of several periods side by side one finding says it.
        guard let header = file.head.header, let plan = file.plan, file.shape?.map?.banners.isEmpty ?? true else {
            return
        }
        for (column, fields) in file.shape?.map?.duplicates ?? [] {
            verdict.refuse(Self.self) {
                finding(
                    at: file.position(header, fields.last), name: plan.form.columns[column].name,
                    fields: fields.map { $0 + 1 })
            }
        }
    }

    static func finding(at position: Position, name: String, fields: [Int]) -> Finding {
        finding(
            .error, at: position, value: position.header, .twice(name, fields.map(Position.letters)),
            remedy: Bilingual(vi: "Xóa hoặc đổi tên cột thừa.", en: "Delete or rename one of them."))
    }
}

extension Bilingual {
    fileprivate static func twice(_ name: String, _ letters: [String]) -> Self {
        Self(
            vi: "các cột \(letters.joined(separator: ", ")) đều là \(name.quoted)",
            en: "columns \(letters.joined(separator: ", ")) are all \(name.quoted)")
    }
}
