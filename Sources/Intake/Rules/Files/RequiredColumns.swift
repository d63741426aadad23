import Domain

/// The header has every column that the form cannot do without.
enum RequiredColumns: FileRule {
    static let code = "missing-column"
    static let page = Bilingual(
        vi: """
            Biểu cần có cột để biết số liệu của xã, phường nào (và với danh sách: ngày, vai trò, số lượng). Đơn vị \
            không phải điền mọi cột số liệu, nhưng phải có ít nhất một cột. Mọi cột còn thiếu được nêu trong một \
            dòng; chép lại tiêu đề từ biểu mẫu.
            """,
        en: """
            A form needs the columns that say which commune the figures are for (and in a register the date, the \
            role and the numbers). Not every column of figures has to be there, but at least one. All missing \
            columns stand in one finding; copy the header from the template.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, let plan = file.plan, let map = file.shape?.map else { return }
        let missing = missing(plan, map)
        let hasMeasures = !map.measures(of: plan).isEmpty || plan.form.layout == .list
        guard !missing.isEmpty || !hasMeasures else { return }
        verdict.refuse(Self.self) {
            finding(
                at: file.position(header), columns: missing.map { plan.form.columns[$0].name },
                hasMeasures: hasMeasures, form: plan.form)
        }
    }

    static func missing(_ plan: FormPlan, _ map: ColumnMap) -> [Int] {
        plan.form.columns.indices.filter { plan.form.columns[$0].required && map.fields[$0] == nil }
    }

    static func finding(at position: Position, columns: [String], hasMeasures: Bool, form: Form) -> Finding {
        finding(
            .error, at: position, .missing(columns, hasMeasures: hasMeasures, form),
            expected: Bilingual(
                vi: "tiêu đề của biểu \(form.number)", en: "the header of form \(form.number)"),
            remedy: Bilingual(
                vi: "Thêm cột còn thiếu theo biểu mẫu \(form.number).",
                en: "Add what is missing, as in the template of \(form.number)."))
    }
}

extension Bilingual {
    fileprivate static func missing(_ columns: [String], hasMeasures: Bool, _ form: Form) -> Self {
        let list = columns.map(\.quoted).joined(separator: ", ")
        guard !columns.isEmpty else {
            return Self(
                vi: "không có cột số liệu nào của biểu \(form.number)",
                en: "there is no column of figures of form \(form.number)")
        }
        return Self(
            vi: "thiếu cột \(list)" + (hasMeasures ? "" : " và mọi cột số liệu"),
            en: "missing columns: \(list)" + (hasMeasures ? "" : " and all columns of figures"))
    }
}
