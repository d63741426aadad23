import Domain

/// Who has sent what, to read as it is.
package enum StatusText {
    static func document(_ basis: Basis) -> Document { document(basis, .vi) }

    /// The state of every submission owed, worst first in the head, in order in the table.
    package static func document(_ basis: Basis, _ language: Language) -> Document {
        let context = TableContext(language: language, annexNumber: nil, domain: nil, plan: [])
        let full = SubmissionStatus.table(basis, context)
        // The long column of departments reads better as short names in a text of 100 columns.
        let rows = zip(basis.roll.entries, full.rows).map { entry, row in
            Table.Row(row.style, [.text(basis.shortName(entry.key.department, language))] + row.cells.dropFirst())
        }
        let table = Table(
            id: full.id, sheetName: full.sheetName, title: "", columns: full.columns, rows: rows, notes: full.notes)
        return Document(
            [
                .title([Words.title[language], basis.period.name(in: language).uppercased()]),
                .paragraph(basis.periodLine(language)),
                .paragraph(basis.standingLine(language)),
                .list(counts(basis, language)),
                .table(table),
            ] + lists(basis, language))
    }

    /// What is held, and what is asked about files as a whole.
    private static func lists(_ basis: Basis, _ language: Language) -> [Document.Block] {
        [(Words.held, basis.heldLines(language)), (Words.fileWide, basis.fileWideLines(language))]
            .filter { !$0.1.isEmpty }.flatMap { heading, lines in
                [.heading(1, heading[language]), .list(lines)]
            }
    }

    private static func counts(_ basis: Basis, _ language: Language) -> [String] {
        let states: [SubmissionRoll.State] = [
            .missing, .held, .afterClosing, .wrongFormat, .refused, .partial, .toConfirm, .accepted, .exempt,
        ]
        return states.compactMap { state in
            let entries = basis.roll.entries.filter { $0.state == state }
            guard !entries.isEmpty else { return nil }
            let names = entries.map { entry in
                "\(basis.shortName(entry.key.department, language)) \(basis.formLabel(entry.key, language))"
            }
            let tail = state == .accepted ? "" : ": " + joined(names, most: 20, language)
            return "\(state.words[language]) (\(entries.count))\(tail)"
        }
    }
}

private enum Words {
    static let title = Bilingual(vi: "TÌNH HÌNH GỬI BÁO CÁO", en: "SUBMISSIONS")
    static let held = Bilingual(
        vi: "GIỮ LẠI, CHỜ QUYẾT ĐỊNH (“nhận tệp” hoặc “rút tệp” trong xu-ly.csv)",
        en: "HELD UNTIL SOMEBODY DECIDES (“nhận tệp” or “rút tệp” in xu-ly.csv)")
    static let fileWide = Bilingual(vi: "CẦN XÁC NHẬN CHO CẢ TỆP", en: "QUERIES ABOUT WHOLE FILES")
}
