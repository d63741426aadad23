import Domain

/// The sheet of a return that is filled in and sent back: what to correct or confirm, by row, and room for a reason.
enum ReturnQuestions {
    static func table(
        _ findings: [Finding], _ missing: [SubmissionRoll.Entry], shown most: Int, notes: [String], title: String,
        subtitle: [String], _ basis: Basis
    ) -> Table {
        let rows = missing.map { row($0, basis) } + findings.prefix(most).map(row)
        return Table(
            id: "can-sua", sheetName: ReturnSheet.sheetName, title: title, subtitle: subtitle,
            columns: ReturnSheet.Column.allCases.map { .init($0.rawValue, kind: kind($0)) }, rows: rows,
            notes: notes + [
                "Nội dung «lỗi»: sửa trong tệp gốc, lưu lại dạng «CSV UTF-8» và gửi lại cả tệp với «Lần gửi» cao hơn. Nội dung "
                    + "«cần xác nhận»: sửa như trên, hoặc giữ nguyên số liệu và ghi lý do (nhiều nhất 200 ký tự, không ghi tên "
                    + "người) vào cột «Thuyết minh» của trang này, để nguyên các cột khác, lưu trang dạng «CSV UTF-8» rồi gửi lại."
            ])
    }

    private static func kind(_ column: ReturnSheet.Column) -> Table.Column.Kind {
        switch column {
        case .file: .label
        case .row, .column, .level, .value, .rule: .code
        case .message, .remedy, .reason: .prose
        }
    }

    private static func row(_ finding: Finding) -> Table.Row {
        let position = finding.position
        let isAnswered = finding.level == .query && finding.answer != nil
        return Table.Row(
            .plain,
            ReturnSheet.Column.allCases.map { column in
                switch column {
                case .file: .text(position.file)
                case .row: .text(position.row > 0 ? String(position.row) : ReturnSheet.nothing)
                case .column: .text(OpenFindings.column(position))
                case .level: .text(isAnswered ? ReturnSheet.answered : finding.level.words.vi)
                case .value: .text(finding.value.map(OpenFindings.shortened) ?? ReturnSheet.nothing)
                case .message: .text(ReturnSheet.question(finding))
                case .remedy: .text(finding.remedy.vi)
                case .rule: .text(finding.rule.text)
                case .reason: finding.answer.map { .text($0) } ?? .blank
                }
            })
    }

    private static func row(_ entry: SubmissionRoll.Entry, _ basis: Basis) -> Table.Row {
        Table.Row(
            .plain,
            ReturnSheet.Column.allCases.map { column in
                switch column {
                case .file: .text(basis.formLabel(entry.key, .vi))
                case .level: .text(Finding.Level.error.words.vi)
                case .message: .text(entry.state.words.vi)
                case .remedy:
                    .text("Gửi tệp CSV của biểu này, hạn gửi \(Language.vi.date(entry.deadline)).")
                case .row, .column, .value, .rule: .text(ReturnSheet.nothing)
                case .reason: .blank
                }
            })
    }
}
