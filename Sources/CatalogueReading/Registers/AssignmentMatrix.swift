import Domain

/// `phan-cong.xlsx`: who owes which form and whose figures count, ticked in one table of departments by forms and indicators.
///
/// It stands for `obligations.csv` and `sources.csv` together. A row of days says from when and until when a form is sent or an
/// indicator counted; what only some of its departments did at a time it cannot say.
enum AssignmentMatrix {
    static let path = "catalogue/phan-cong.xlsx"

    /// Whether the catalogue has it, which is reported where it has the registers too.
    static func stands(in files: [String: SourceFile], _ findings: FindingCollection) -> Bool {
        guard files[path] != nil else { return false }
        for register in [ObligationsRegister.path, SourcesRegister.path] {
            for other in [register, RegisterText.workbook(of: register)] where files[other] != nil {
                findings.add(UnreadableCatalogueText.self, at: Position(file: path), .both(path, other))
            }
        }
        return true
    }

    static func read(
        _ files: [String: SourceFile], departments: Register<Department>, forms: Register<Form>,
        indicators: Register<Indicator>, _ findings: FindingCollection
    ) -> (obligations: Register<Obligation>, sources: Register<Source>) {
        let columns = AssignmentMarks.columns.map { $0.lowercased() }
        let file = RegisterFile(path: path, columns: columns, files: files, findings: findings)
        func marked(_ mark: String) -> RegisterRow? { file.rows.first { $0.text(columns[0]).lowercased() == mark } }
        let marks = [AssignmentMarks.reasons, AssignmentMarks.begin, AssignmentMarks.end]
        let reader = Reader(
            departments: departments, formCodes: Set(forms.values.map(\.code)),
            indicatorCodes: forms.isKnown && indicators.isKnown ? Set(indicators.values.map(\.code)) : nil,
            reasons: marked(marks[0]),
            days: days(from: marked(marks[1]), to: marked(marks[2]), behind: columns.count, findings),
            findings: findings)
        var obligations: [Located<Obligation>] = []
        var sources: [Located<Source>] = []
        var strange: Set<String> = []
        let known = departments.isKnown ? Set(departments.entries.map(\.value.code)) : nil
        for row in file.rows where !marks.contains(row.text(columns[0]).lowercased()) {
            guard let department = row.required(columns[0]) else { continue }
            guard known?.contains(department) ?? true else {
                if row.cells.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
                    findings.add(
                        UnregisteredDepartment.self, at: row.position(of: columns[0]), value: department,
                        .unregisteredRow(department))
                }
                continue
            }
            for (index, name) in row.header.names.enumerated().dropFirst(columns.count) {
                let text = index < row.cells.count ? row.cells[index].lowercased() : ""
                guard !text.isEmpty, !name.isEmpty else { continue }
                let column = name.lowercased()
                let code = name.split(separator: " ").first.map(String.init) ?? name
                if reader.formCodes.contains(code) {
                    obligations += reader.obligation(of: department, code, text, row, column).map { [$0] } ?? []
                } else if reader.indicatorCodes?.contains(code) == false {
                    guard strange.insert(code).inserted else { continue }
                    findings.add(BadRegisterValue.self, at: row.position(of: column), value: name, .strange(name))
                } else {
                    sources += reader.source(of: department, code, text, row, column).map { [$0] } ?? []
                }
            }
        }
        return (Register(obligations, isKnown: file.isKnown), Register(sources, isKnown: file.isKnown))
    }

    /// The days of each column that has some of its own.
    private static func days(
        from begin: RegisterRow?, to end: RegisterRow?, behind fixed: Int, _ findings: FindingCollection
    ) -> [String: Validity] {
        var days: [String: Validity] = [:]
        for name in (begin ?? end)?.header.names.dropFirst(fixed) ?? [] where !name.isEmpty {
            let column = name.lowercased()
            let validity = Validity(from: begin?.day(column), to: end?.day(column))
            if let end, let from = validity.from, let to = validity.to, to <= from {
                findings.add(
                    EmptyValidity.self, at: end.position(of: column), value: end.text(column),
                    .emptyValidity(from: from, to: to))
            } else if validity != .always {
                days[column] = validity
            }
        }
        return days
    }

    private struct Reader {
        let departments: Register<Department>
        let formCodes: Set<String>
        /// `nil` where not all forms and indicators are known.
        let indicatorCodes: Set<String>?
        /// Why several departments count for an indicator, by its column.
        let reasons: RegisterRow?
        let days: [String: Validity]
        let findings: FindingCollection

        func obligation(
            of code: String, _ form: String, _ text: String, _ row: RegisterRow, _ column: String
        ) -> Located<Obligation>? {
            guard let every = Obligation.Frequency(mark: text) else {
                return row.bad(column, .badChoice(text, AssignmentMarks.frequencies.map(\.mark)))
            }
            guard let validity = validity(of: code, column) else { return nil }
            return Located(
                Obligation(
                    department: code, form: form, every: every, area: department(code)?.unit ?? "", validity: validity),
                at: row.position(of: column), isSound: true, parts: [:])
        }

        func source(
            of code: String, _ indicator: String, _ text: String, _ row: RegisterRow, _ column: String
        ) -> Located<Source>? {
            let marks = AssignmentMarks.roles
            guard let role = marks.first(where: { $0.mark == text })?.role else {
                return row.bad(column, .badChoice(text, marks.map(\.mark)))
            }
            let reason = role == .count ? reasons?.text(column) ?? "" : ""
            guard let validity = validity(of: code, column) else { return nil }
            return Located(
                Source(indicator: indicator, department: code, role: role, validity: validity, reason: reason),
                at: row.position(of: column), isSound: true, parts: [:])
        }

        /// The days of a department that are the column's; `nil`: there are none.
        private func validity(of code: String, _ column: String) -> Validity? {
            (department(code)?.validity ?? .always).common(with: days[column] ?? .always)
        }

        /// The department that bears a code now.
        private func department(_ code: String) -> Department? {
            departments.values.last { $0.code == code }
        }
    }
}

/// What the table of who owes and counts what is written in, for whoever reads it and for whoever makes one to be filled in.
package enum AssignmentMarks {
    /// The file, in the catalogue's folder.
    package static let file = "phan-cong.xlsx"
    /// The columns in front of the forms and indicators.
    package static let columns = ["Mã", "Đơn vị"]
    /// What stands for a department's code in the row of reasons.
    package static let reasons = "(lý do)"
    /// What stands for it in the row of first days, and in that of the first days that are no longer valid.
    package static let (begin, end) = ("(từ ngày)", "(đến trước ngày)")
    /// What a cell under a form says: how often it is owed.
    package static let frequencies: [(mark: String, every: Obligation.Frequency)] = [
        ("x", .month), ("quý", .quarter), ("6 tháng", .half), ("năm", .year),
    ]
    /// What a cell under an indicator says: whether the figures enter totals, or are compared.
    package static let roles: [(mark: String, role: Source.Role)] = [("x", .count), ("so", .compare)]
}

extension Obligation.Frequency {
    fileprivate init?(mark: String) {
        guard let every = AssignmentMarks.frequencies.first(where: { $0.mark == mark })?.every else { return nil }
        self = every
    }
}

extension FindingText {
    fileprivate static func strange(_ name: String) -> Self {
        Self(
            vi: "cột “\(name)” không bắt đầu bằng mã một biểu hay một chỉ tiêu của danh mục",
            en: "the column “\(name)” begins with the code of no form and no indicator",
            remedy: (
                "Sửa mã ở tên cột, hoặc xóa cột; biểu mới thì lập trước bằng “tonghop template --new-form”.",
                "Correct the code in the header, or delete the column; a new form is made first, by “tonghop template --new-form”."
            ))
    }
}
