import Domain
import Reporting
import TestSupport

/// Reports that no department would mean to send, made from a seed: a workbook has to hold them all.
enum HostileReports {
    private static let pieces = [
        "=cmd|'/c calc'!A0", "=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r\nhai dòng", "_x0041_", "_x005F_x0041_",
        "_xD800_",
        "\u{0}\u{1}\u{1F}", "\u{7F}\u{85}", "\u{FFFE}", "\u{FFFF}", "\u{FEFF}", "\u{200B}", "<a>&amp;\"'</a>", "]]>",
        "&#0;",
        "Mường Xại", "Mu\u{1A1}\u{300}ng", "e\u{301}\u{323}", "漢字", "👨‍👩‍👧", "   ", "", "#REF!", "TRUE", "1E5", "1.234,5",
        "0012",
        "15/9/2026", "http://a.b/?x=1&y=2", "internal:A1", "{=1}", "'", "\"", "%00", "&P &N", "CB", "x", "-", "...",
    ]

    static func report(seed: UInt64) -> Report {
        var random = SeededGenerator(seed: seed)
        let tableCount = seed % 25 == 3 ? 40 : Int.random(in: 1...3, using: &random)
        let tables = (0..<tableCount).map { number in table(number, of: tableCount, seed, &random) }
        return Report(
            title: text(&random), subject: text(&random), author: text(&random),
            language: seed.isMultiple(of: 2) ? .vi : .en, tables: tables)
    }

    private static func table(
        _ number: Int, of count: Int, _ seed: UInt64, _ random: inout SeededGenerator
    ) -> Table {
        let rowCount = seed % 50 == 7 && number == 0 ? 5_000 : [0, 1, 3, 12, 40][Int.random(in: 0..<5, using: &random)]
        let columns = (0..<Int.random(in: 1...6, using: &random)).map { column -> Table.Column in
            let kinds: [Table.Column.Kind] = [.label, .code, .prose, .number]
            let header = Bool.random(using: &random) ? [text(&random)] : ["Chung", text(&random)]
            return Table.Column(header, kind: column == 0 ? .label : kinds[Int.random(in: 0..<4, using: &random)])
        }
        let rows = (0..<rowCount).map { _ -> Table.Row in
            let styles: [Table.Row.Style] = [.plain, .plain, .part, .total, .group]
            let cells = columns.map { column in cell(column.kind, &random) }
            return Table.Row(
                styles[Int.random(in: 0..<5, using: &random)], cells,
                remarks: Int.random(in: 0..<40, using: &random) == 0 ? [0: "Ghi chú " + text(&random)] : [:])
        }
        let names = [
            "Ủy ban nhân dân các xã, phường thuộc địa bàn \(number)", "a/b:c*\(number)", "Số liệu", "'x'", "History",
        ]
        let hasChart = rowCount > 1 && columns.count > 1 && columns[1].kind == .number
        return Table(
            id: "bang-\(number)", sheetName: count == 40 ? names[0] : names[Int.random(in: 0..<5, using: &random)],
            annex: Bool.random(using: &random) ? "Phụ lục \(number + 1)" : nil, title: text(&random),
            subtitle: [text(&random)], columns: columns, rows: rows, notes: [text(&random)],
            charts: hasChart
                ? [
                    Table.Chart(
                        kind: .column, title: text(&random), valueTitle: text(&random), categoryTitle: text(&random),
                        categoryColumn: 0, series: [.init(name: text(&random), column: 1)],
                        rows: Array(0..<min(rowCount, 12)), alternativeText: "Biểu đồ " + text(&random))
                ] : [])
    }

    private static func cell(_ kind: Table.Column.Kind, _ random: inout SeededGenerator) -> Table.Cell {
        guard kind == .number else { return .text(text(&random)) }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .mark(.notReported)
        case 1: return .mark(.notComparable)
        case 2: return .number(0, .provisional)
        case 3: return .percent(Int.random(in: -500...500, using: &random), 7, signed: true)
        case 4: return .count(Int.random(in: 0...1_000_000_000, using: &random))
        case 5: return .completeness(Completeness(received: 3, owed: 5))
        case 6: return .day(Day(number: Int.random(in: 19_000...21_000, using: &random)))
        default: return .number(Int.random(in: -9_000_000...9_000_000, using: &random), .revised)
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        if Int.random(in: 0..<200, using: &random) == 0 { return String(repeating: "dài quá ", count: 5_000) }
        return (0..<Int.random(in: 1...3, using: &random))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined(separator: " ")
    }
}
