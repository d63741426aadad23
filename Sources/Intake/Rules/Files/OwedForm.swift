import Domain

/// The department owes the form in this period.
enum OwedForm: FileRule {
    static let code = "not-owed"
    static let page = Bilingual(
        vi: """
            Theo danh mục, đơn vị này không phải gửi biểu này trong kỳ, nên không rõ số liệu thuộc địa bàn nào và có \
            tính vào tổng hay không. Có thể gửi nhầm biểu hoặc nhầm tên đơn vị. Nếu đơn vị được giao thêm biểu, cán \
            bộ tổng hợp bổ sung một dòng vào obligations.csv; tệp sẽ được đọc lại.
            """,
        en: """
            By the catalogue this department does not owe this form in the period, so neither its area nor its part \
            in the totals is known. It may be the wrong form or the wrong name. If the department was given the \
            form, a line in obligations.csv says so, and the file is read again.
            """)

    static let stage = FileStage.obligation

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let department = file.identity.department, let form = file.plan?.form, file.identity.period != nil,
            file.obligations(of: form).isEmpty
        else { return }
        verdict.refuse(Self.self) {
            finding(
                in: file.path, department, form,
                owed: file.obligations(of: nil).compactMap { file.catalogue.form($0.form) })
        }
    }

    static func finding(in file: String, _ department: Department, _ form: Form, owed: [Form]) -> Finding {
        finding(
            .error, at: Position(file: file), value: form.number, .notOwed(department, form), expected: .owed(owed),
            remedy: Bilingual(
                vi: "Kiểm tra có đúng biểu, đúng đơn vị không; nếu được giao thêm biểu này, báo cán bộ tổng hợp.",
                en: "Check the form and the department; if the form was assigned, tell the statistics officer."))
    }
}

extension Bilingual {
    fileprivate static func notOwed(_ department: Department, _ form: Form) -> Self {
        Self(
            vi: "theo danh mục, \(department.name) không phải gửi biểu \(form.number) trong kỳ này",
            en: "by the catalogue \(department.name(in: .en)) does not owe form \(form.number) in this period")
    }

    fileprivate static func owed(_ forms: [Form]) -> Self {
        var seen: Set<String> = []
        let list = forms.map(\.number).filter { seen.insert($0).inserted }.joined(separator: ", ")
        return list.isEmpty
            ? Self(vi: "không có biểu nào phải gửi", en: "no form is owed")
            : Self(vi: "các biểu phải gửi: \(list)", en: "the forms owed: \(list)")
    }
}
