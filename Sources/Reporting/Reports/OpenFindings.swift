import Domain

/// Cần xác nhận: what the office still has to settle with the departments.
enum OpenFindings {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let findings = basis.openFindings
        // Of several months the returns have the rest: a list on paper is not read to its hundredth line.
        let most = basis.organisation.thresholds.findingsShown
        let shown = findings.prefix(basis.period.monthCount == 1 ? most : min(most, severalMonthsMost))
        var rows = shown.map { row($0, of: basis.period, language) }
        let differences = isWithDifferences(basis) ? SourceDifferences.findings(basis, language) : []
        if !differences.isEmpty {
            let heading = Table.Cell.text(SourceDifferences.heading[language])
            rows += [Table.Row(.group, [heading] + Array(repeating: .blank, count: 4))] + differences
        }
        if rows.isEmpty {
            rows = [Table.Row(.plain, [.text(Words.none[language])] + Array(repeating: .text("–"), count: 4))]
        }
        var notes: [String] = []
        if shown.count < findings.count {
            notes.append(Words.capped(shown.count, findings.count, language)[language])
        }
        return Table(
            id: "can-xac-nhan", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.scopeLine(language)],
            columns: columns(language), rows: rows, notes: notes, isForOffice: true)
    }

    private static let severalMonthsMost = 25

    /// Whether anything is to be settled.
    static func isNeeded(_ basis: Basis) -> Bool {
        !basis.openFindings.isEmpty || isWithDifferences(basis) && !basis.sourceDifferences.isEmpty
    }

    /// Differences between sources stand here where the plan has no table of their own for them.
    private static func isWithDifferences(_ basis: Basis) -> Bool {
        !basis.plan.tables.contains { $0.table == "chenh-lech-nguon" }
    }

    static let nothing = Words.none

    static func columns(_ language: Language) -> [Table.Column] {
        [
            .init(Words.file[language], kind: .label),
            .init(Words.place[language], kind: .term),
            .init(Words.level[language], kind: .term),
            .init(Words.value[language], kind: .term),
            .init(Words.message[language], kind: .prose),
        ]
    }

    /// - Parameter period: The month whose folder goes without saying.
    static func row(_ finding: Finding, of period: Period, _ language: Language) -> Table.Row {
        let position = finding.position
        let folder = period.monthCount == 1 ? "\(period)/" : ""
        let file = position.file.hasPrefix(folder) ? String(position.file.dropFirst(folder.count)) : position.file
        var message = finding.message[language]
        message = message.prefix(1).uppercased() + message.dropFirst()
        if let answer = finding.answer { message += " " + Words.answered(answer)[language] }
        if let last = message.last, !".!?…".contains(last) { message += "." }
        return Table.Row(
            .plain,
            [
                .text(file),
                .text(place(position)),
                .text(finding.level.words[language]),
                .text(finding.value.map(shortened) ?? "–"),
                .text("\(message) \(finding.remedy[language])"),
            ])
    }

    /// `C18 (Xã, phường)`
    private static func place(_ position: Position) -> String {
        guard position.row > 0 else { return "–" }
        let cell = (position.columnLetters ?? "") + String(position.row)
        return position.header.map { "\(cell) (\(shortened($0)))" } ?? cell
    }

    static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(59) + "…" : text
    }
}

extension Finding.Level {
    package var words: Bilingual {
        switch self {
        case .error: Bilingual(vi: "lỗi", en: "error")
        case .query: Bilingual(vi: "cần xác nhận", en: "query")
        case .note: Bilingual(vi: "lưu ý", en: "note")
        }
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Cần xác nhận", en: "To be settled")
    static let title = Bilingual(vi: "Nội dung cần sửa, cần xác nhận", en: "What is to be corrected or confirmed")
    static let file = Bilingual(vi: "Tệp", en: "File")
    static let place = Bilingual(vi: "Ô, dòng", en: "Cell, row")
    static let level = Bilingual(vi: "Mức", en: "Level")
    static let value = Bilingual(vi: "Giá trị đã ghi", en: "As written")
    static let message = Bilingual(vi: "Nội dung, đề nghị", en: "What is wrong, and what to do")
    static let none = Bilingual(vi: "Không có nội dung nào cần sửa, cần xác nhận", en: "Nothing to correct or confirm")

    static func answered(_ reason: String) -> Bilingual {
        Bilingual(vi: "(Đơn vị đã thuyết minh: \(reason))", en: "(The department's reason: \(reason))")
    }

    static func capped(_ shown: Int, _ total: Int, _ language: Language) -> Bilingual {
        Bilingual(
            vi: "Hiển thị \(language.count(shown)) trong tổng số \(language.count(total)).",
            en: "Showing \(language.count(shown)) of \(language.count(total)).")
    }
}
