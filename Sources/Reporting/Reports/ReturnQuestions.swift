import Domain

/// The sheet of a return that is filled in and sent back: what to correct or confirm, by row, and room for a reason.
enum ReturnQuestions {
    static func table(
        _ findings: [Finding], _ missing: [SubmissionRoll.Entry], shown most: Int, notes: [String], title: String,
        subtitle: [String], _ basis: Basis
    ) -> Table {
        var rows = missing.map { cells($0, basis) } + findings.prefix(most).map(cells)
        for index in rows.indices { rows[index][.number] = .count(index + 1) }
        return Table(
            id: "can-sua", sheetName: ReturnSheet.sheetName, title: title, subtitle: subtitle,
            columns: ReturnSheet.Column.written.map { .init($0.heading, kind: kind($0)) },
            rows: rows.map { cells in
                Table.Row(.plain, ReturnSheet.Column.written.map { cells[$0] ?? .text(ReturnSheet.nothing) })
            }, notes: notes + howTo)
    }

    private static func kind(_ column: ReturnSheet.Column) -> Table.Column.Kind {
        switch column {
        case .file: .label
        case .number: .code
        case .level, .cell, .row, .column, .value, .rule: .term
        case .message, .remedy: .prose
        case .reason:
            .entry(
                most: ReturnSheet.reasonMost,
                hint:
                    "Số liệu đúng thì ghi lý do vào ô này, nhiều nhất \(ReturnSheet.reasonMost) ký tự; không ghi tên người."
            )
        }
    }

    private static let howTo = [
        "Cách làm: mở tệp gốc, đến đúng ô ghi ở cột “Ô” (bấm F5, gõ địa chỉ ô, Enter).",
        "Dòng “lỗi”: sửa trong tệp gốc, lưu lại, gửi lại cả tệp (Excel hoặc CSV) với “Lần gửi” cao hơn.",
        "Dòng “cần xác nhận”: sửa như trên; hoặc giữ nguyên số liệu và ghi lý do vào ô vàng của dòng đó, để nguyên các cột khác, "
            + "lưu lại và gửi trả chính tệp Excel này.",
    ]

    private static func cells(_ finding: Finding) -> [ReturnSheet.Column: Table.Cell] {
        let isAnswered = finding.level == .query && finding.answer != nil
        var cells: [ReturnSheet.Column: Table.Cell] = [
            .level: .text(isAnswered ? ReturnSheet.answered : finding.level.words.vi),
            .file: .text(finding.position.file),
            .cell: .text(
                ReturnSheet.address(
                    finding.position, header: finding.position.header.map(OpenFindings.shortened))),
            .message: .text(ReturnSheet.question(finding)),
            .remedy: .text(finding.remedy.vi),
            .rule: .text(finding.rule.text),
        ]
        if let value = finding.value { cells[.value] = .text(OpenFindings.shortened(value)) }
        // No reason takes the place of a correction.
        if finding.level == .query { cells[.reason] = .entry(finding.answer ?? "") }
        return cells
    }

    private static func cells(_ entry: SubmissionRoll.Entry, _ basis: Basis) -> [ReturnSheet.Column: Table.Cell] {
        [
            .level: .text(Finding.Level.error.words.vi),
            .file: .text(basis.formLabel(entry.key, .vi)),
            .message: .text(entry.state.words.vi),
            .remedy: .text("Gửi tệp Excel (hoặc CSV) của biểu này, hạn gửi \(Language.vi.date(entry.deadline))."),
        ]
    }
}
