import Domain

/// A supplement has rows, and each tells which row it takes the place of.
enum SupplementByPlace: FileRule {
    static let code = "supplement-not-by-place"
    static let page = Bilingual(
        vi: """
            Bản bổ sung (có dòng “Bổ sung: chỉ các dòng thay đổi” hoặc “Lần gửi: 2 (bổ sung)” phía trên bảng) thay từng \
            dòng theo xã, phường; các dòng khác giữ nguyên. Danh sách (mỗi lớp, mỗi vụ một dòng) thì không biết dòng nào \
            thay cho dòng nào; bản không có dòng nào thì không thay gì. Tệp như vậy không được tính, số liệu trước giữ \
            nguyên. Gửi lại cả danh sách, ghi “Lần gửi” cao hơn và bỏ dòng “Bổ sung”.
            """,
        en: """
            A supplement (the line “Bổ sung: chỉ các dòng thay đổi” or “Lần gửi: 2 (bổ sung)” stands above its table) \
            replaces row by row, by commune; the other rows stand. In a register, with a row for each class or case, \
            nothing tells which row takes the place of which; and without rows nothing is replaced. Such a file is not \
            counted, and what stood stays. Send the whole register with a higher “Lần gửi” and without the line “Bổ sung”.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard file.identity.isSupplement, let rows = file.rows else { return }
        let form = rows.table.plan.form
        if form.layout == .register {
            verdict.refuse(Self.self) { finding(in: file.path, .ofRegister(form), remedy: ofRegister) }
        } else if rows.counter.rowsRead == 0 {
            verdict.refuse(Self.self) { finding(in: file.path, .withoutRows, remedy: withoutRows) }
        }
    }

    static func finding(in file: String, _ message: Bilingual, remedy: Bilingual) -> Finding {
        finding(.error, at: Position(file: file), message, remedy: remedy)
    }

    static let ofRegister = Bilingual(
        vi: "Gửi lại cả danh sách, ghi “Lần gửi” cao hơn và bỏ dòng “Bổ sung”.",
        en: "Send the whole register with a higher “Lần gửi” and without the line “Bổ sung”.")

    static let withoutRows = Bilingual(
        vi: "Ghi các dòng thay đổi dưới tiêu đề bảng rồi gửi lại.",
        en: "Write the rows that changed below the header, and send it again.")
}

extension Bilingual {
    fileprivate static func ofRegister(_ form: Form) -> Self {
        Self(
            vi:
                "biểu \(form.number) là danh sách, không bổ sung theo từng dòng được: không biết dòng nào thay cho dòng nào",
            en:
                "form \(form.number) is a register and cannot be supplemented by rows: nothing tells which row replaces which"
        )
    }

    fileprivate static let withoutRows = Self(
        vi: "bản bổ sung không có dòng nào", en: "the supplement has no row")
}
