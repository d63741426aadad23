import Domain

/// The header has every column of figures that the department is a source of.
enum MeasureColumns: FileRule {
    static let code = "missing-measure-column"
    static let page = Bilingual(
        vi: """
            Đơn vị là nguồn số liệu của những chỉ tiêu này, nhưng biểu gửi đến không có cột của chúng: có thể cột bị \
            xóa, hoặc mang tên khác. Các cột khác vẫn được tính; chỉ tiêu thiếu là chưa báo cáo, không phải là không \
            phát sinh. Cần hỏi cả khi tệp không có lỗi nào khác. Thêm cột theo biểu mẫu (tonghop template) rồi gửi \
            lại, không có gì để báo cáo thì ghi 0; hoặc ghi lý do vào cột “Thuyết minh” của phiếu phản hồi.
            """,
        en: """
            The department is a source of these figures, and its form has no column for them: a column was deleted, \
            or has another name. The other columns count; what is missing is not reported, and not zero, which is why \
            it is asked about in a file that is clean otherwise. Add the columns as in the template (tonghop \
            template) and send the file again, with 0 where there is nothing to report; or give the reason in the \
            column “Thuyết minh” of the return.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, let plan = file.plan else { return }
        let columns = missing(file, plan)
        guard !columns.isEmpty else { return }
        verdict.say(Self.self) {
            finding(at: file.position(header), columns: columns.map { plan.form.columns[$0].name }, plan.form)
        }
    }

    /// Columns that hold what the department is a source of, where this is the form from which it is first taken.
    private static func missing(_ file: FileInHand, _ plan: FormPlan) -> [Int] {
        guard let map = file.shape?.map, RequiredColumns.missing(plan, map).isEmpty else { return [] }
        let wanted = measures(file, plan.form)
        guard !wanted.isEmpty else { return [] }
        if plan.form.layout == .list {
            return [plan.subject, plan.quantities.first].compactMap(\.self).filter { !map.has($0) }.sorted()
        }
        guard !map.measures(of: plan).isEmpty else { return [] }
        let columns = plan.measures.filter { wanted.contains($0.code) }
            .flatMap { $0.columns + $0.selection.map(\.column) + $0.by.map(\.column) }.filter { !map.has($0) }
        return Set(columns).sorted()
    }

    /// The measures of the indicators that the department is a source of and gives in this form before any other that
    /// it owes.
    private static func measures(_ file: FileInHand, _ form: Form) -> Set<String> {
        guard let department = file.identity.department, let period = file.identity.period else { return [] }
        let catalogue = file.catalogue
        let day = catalogue.organisation.calendar.lastDay(of: period)
        let codes = [department.code, catalogue.successor(of: department.code, on: day)]
        let owed = Set(file.obligations(of: nil).map(\.form))
        return Set(
            catalogue.indicators.filter { indicator in
                indicator.forms.first(where: owed.contains) == form.code
                    && catalogue.sources.contains {
                        $0.indicator == indicator.code && codes.contains($0.department) && $0.validity.contains(day)
                    }
            }.flatMap(\.measures))
    }

    static func finding(at position: Position, columns: [String], _ form: Form) -> Finding {
        finding(
            .query, at: position, .missing(columns),
            expected: Bilingual(vi: "các cột của biểu \(form.number)", en: "the columns of form \(form.number)"),
            remedy: Bilingual(
                vi: "Thêm cột theo biểu mẫu \(form.number) rồi gửi lại, hoặc ghi lý do.",
                en: "Add them as in the template of \(form.number) and send the file again, or give the reason."))
    }
}

extension Bilingual {
    fileprivate static func missing(_ columns: [String]) -> Self {
        let list = columns.map(\.quoted).joined(separator: ", ")
        return Self(
            vi: "thiếu cột số liệu mà đơn vị phải báo cáo: \(list)",
            en: "columns of figures that the department reports are missing: \(list)")
    }
}
