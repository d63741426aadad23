import Domain

/// The sum of a measure is not too large to be kept.
enum SumFits: FileRule {
    static let code = "sum-too-large"
    static let page = Bilingual(
        vi: """
            Tổng của một cột lớn đến mức không thể là số liệu thật, thường do dán nhầm mã số vào cột số liệu ở nhiều \
            dòng. Cả tệp không được tính. Kiểm tra các số rất lớn rồi gửi lại.
            """,
        en: """
            The sum of a column is too large to be true; usually identifiers were pasted into a column of figures. \
            Nothing of the file is counted. Look for very large numbers and send it again.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, let overflow = rows.counter.tallies.overflow else { return }
        verdict.refuse(Self.self) {
            let plan = rows.table.plan
            let columns = plan.measures[overflow.measure].columns.map { plan.form.columns[$0].name }
            let unit =
                file.catalogue.geography.unit(overflow.unit).map { "\($0.fullName) (\($0.code))" }
                ?? overflow.unit.code
            return finding(in: file.path, column: columns.joined(separator: ", "), unit: unit)
        }
    }

    static func finding(in file: String, column: String, unit: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: column, .overflow(column, unit),
            remedy: Bilingual(
                vi: "Kiểm tra các số rất lớn trong cột này, sửa rồi gửi lại.",
                en: "Look for very large numbers in the column, correct them and send it again."))
    }
}

extension Bilingual {
    fileprivate static func overflow(_ column: String, _ unit: String) -> Self {
        Self(
            vi: "tổng cột \(column.quoted) của \(unit) quá lớn",
            en: "the sum of the column \(column.quoted) for \(unit) is too large")
    }
}
