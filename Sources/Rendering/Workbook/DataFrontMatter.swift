import Domain
import Reporting

/// What a workbook of plain data says beside its figures: what it is, which tables it has, and what their marks mean.
struct DataFrontMatter {
    private let report: Report
    private let words: Words

    init(_ report: Report) {
        self.report = report
        words = Words(report.language)
    }

    /// Title, period, who made it, and how it is to be read.
    var about: [Table] {
        let lines =
            [
                (words.title, report.title), (words.scope, report.subject), (words.author, report.author),
            ] + report.details.map { ($0.name, $0.words) } + [
                (words.tables, words.tablesMeaning), (words.numbers, words.numbersMeaning),
            ]
        return own(
            "-gioi-thieu", words.about,
            columns: [Table.Column(words.item, kind: .label), Table.Column(words.content, kind: .prose)],
            rows: lines.map { Table.Row(.plain, [.text($0.0), .text(filled($0.1))]) })
    }

    /// Every table with a link to its sheet.
    var contents: [Table] {
        own(
            "-muc-luc", words.contents,
            columns: [
                Table.Column(words.sheet, kind: .label), Table.Column(words.content, kind: .prose),
                Table.Column(words.scope, kind: .prose), Table.Column(words.notes, kind: .prose),
            ],
            rows: report.tables.map { table in
                Table.Row(
                    .plain,
                    [
                        .link(filled(table.sheetName), table: table.id), .text(filled(table.title)),
                        .text(filled(table.subtitle.joined(separator: "; "))),
                        .text(filled(table.notes.joined(separator: " "))),
                    ])
            })
    }

    /// The marks of all tables.
    var marks: [Table] {
        let used = report.tables.reduce(into: MarkSet()) { $0.formUnion($1.markSet) }
        guard !used.isEmpty else { return [] }
        return own(
            "-ky-hieu", words.marks,
            columns: [Table.Column(words.mark, kind: .code), Table.Column(words.meaning, kind: .prose)],
            rows: used.marks.map { mark in
                Table.Row(
                    .plain, [.text(mark.text(in: report.language)), .text(mark.explanation(in: report.language))])
            })
    }

    /// The table with a last column for the marks of each row; as it is where it has none.
    func explained(_ table: Table) -> Table {
        guard !table.markSet.isEmpty else { return table }
        var texts: [MarkSet: String] = [[]: words.noMark]
        let rows = table.rows.map { row in
            let used = row.markSet
            let text = texts[used] ?? meaning(of: used)
            texts[used] = text
            return Table.Row(row.style, row.cells + [.text(text)])
        }
        return Table(
            id: table.id, sheetName: table.sheetName, annex: table.annex, title: table.title, subtitle: table.subtitle,
            columns: table.columns + [Table.Column(words.marksOfRow, kind: .prose)], rows: rows, notes: table.notes)
    }

    private func meaning(of used: MarkSet) -> String {
        used.marks.map { "\($0.text(in: report.language)): \($0.explanation(in: report.language))" }.joined(
            separator: "; ")
    }

    /// A sheet of the renderer's own; none where the report has one of this name.
    private func own(_ id: String, _ name: String, columns: [Table.Column], rows: [Table.Row]) -> [Table] {
        let isTaken = report.tables.contains { $0.sheetName.lowercased() == name.lowercased() }
        return isTaken ? [] : [Table(id: id, sheetName: name, title: name, columns: columns, rows: rows)]
    }

    /// No cell is left blank.
    private func filled(_ text: String) -> String { text.isEmpty ? words.nothing : text }

    private struct Words {
        let about, item, title, author, tables, tablesMeaning, numbers, numbersMeaning: String
        let contents, sheet, content, scope, notes, nothing: String
        let marks, mark, meaning, marksOfRow, noMark: String

        init(_ language: Language) {
            func choose(_ vi: String, _ en: String) -> String { Bilingual(vi: vi, en: en)[language] }
            about = choose("Giới thiệu", "About")
            item = choose("Mục", "Item")
            title = choose("Bộ số liệu", "Data set")
            author = choose("Cơ quan lập", "Published by")
            tables = choose("Cách trình bày", "Layout")
            tablesMeaning = choose(
                "Mỗi trang tính một bảng, bắt đầu từ ô A1, không gộp ô, không có dòng trống; dòng đầu là tên cột.",
                "One table a sheet, from cell A1, without merged cells or blank rows; the first row has the headings.")
            numbers = choose("Số và ký hiệu", "Numbers and marks")
            numbersMeaning = choose(
                "Ô có số là số; ô không có số ghi ký hiệu, giải thích ở cột cuối của bảng và ở trang Ký hiệu.",
                "A figure is a number; where there is none stands a mark, explained in the table's last column and on the "
                    + "sheet Marks.")
            contents = choose("Mục lục", "Contents")
            sheet = choose("Trang tính", "Sheet")
            content = choose("Nội dung", "Content")
            scope = choose("Kỳ, phạm vi", "Period and scope")
            notes = choose("Ghi chú", "Notes")
            nothing = choose("không có", "none")
            marks = choose("Ký hiệu", "Marks")
            mark = choose("Ký hiệu", "Mark")
            meaning = choose("Ý nghĩa", "Meaning")
            marksOfRow = choose("Giải thích ký hiệu", "Marks explained")
            noMark = choose("không có ký hiệu", "no mark")
        }
    }
}
