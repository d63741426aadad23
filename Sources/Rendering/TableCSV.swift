import DelimitedText
import Domain
import Legibility
import Reporting

/// A table as CSV by RFC 4180: UTF-8, the whole headings in one row, numbers with a decimal point and without groups.
///
/// Zero is `0`, and a mark stands as it is. A text that a spreadsheet would take for a formula has an apostrophe before
/// it.
package enum TableCSV {
    /// Who reads it with what.
    package enum Style: Hashable, Sendable {
        case plain
        /// With its mark, semicolons and decimal commas, as Vietnamese Excel opens it with a double click.
        case excel
    }

    package static func bytes(_ table: Table, _ style: Style = .plain, in language: Language = .vi) -> [UInt8] {
        var writer =
            style == .plain ? RowWriter() : RowWriter(delimiter: Dialect.semicolon, mark: true)
        writer.write(table.columns.map { FormulaGuard.neutralised(ShownText.lines($0.joinedHeader)) })
        for row in table.rows { writer.write(row.cells.map { text($0, style, language) }) }
        return writer.bytes
    }

    /// Writes a table, or in its place one that is too long to be held, to a new file.
    static func write(
        _ table: Table, or long: LongTable?, _ style: Style = .plain, in language: Language, at path: String
    ) throws {
        guard let long else { return try SetFolder.write(bytes(table, style, in: language), at: path) }
        let head = bytes(long.head, style, in: language)
        try SetFolder.write(at: path) { write throws(PublishError) in
            try write(head)
            for part in 0..<long.parts {
                var writer = style == .plain ? RowWriter() : RowWriter(delimiter: Dialect.semicolon)
                for row in long.rows(ofPart: part) { writer.write(row.cells.map { text($0, style, language) }) }
                try write(writer.bytes)
            }
        }
    }

    private static func text(_ cell: Table.Cell, _ style: Style, _ language: Language) -> String {
        let text = text(cell, language)
        guard style == .excel, cell.figure?.amount != nil else { return text }
        let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
        return String(decoding: text.utf8.map { $0 == point ? comma : $0 }, as: UTF8.self)
    }

    private static func text(_ cell: Table.Cell, _ language: Language) -> String {
        switch cell {
        case .text(let text), .link(let text, _), .row(let text, _, _), .entry(let text):
            FormulaGuard.neutralised(ShownText.lines(text))
        case .figure(let figure, let decimals), .sum(let figure, let decimals, _),
            .difference(let figure, let decimals):
            text(figure, decimals, in: language)
        case .percentage(let figure, _): text(figure, percentageDecimals, in: language)
        case .completeness(let completeness): "\(completeness.received)/\(completeness.owed)"
        case .count(let count): String(count)
        case .day(let day): day.description
        case .blank: ""
        }
    }

    /// A number with a decimal point, or a mark.
    static func text(_ figure: Figure, _ decimals: Int, in language: Language = .vi) -> String {
        switch figure.content {
        case .absent(let absence): absence.mark(in: language)
        case .known(.quantity(let quantity), _): exact(quantity)
        case .known(let amount, _): number(amount.rounded(decimals: decimals), decimals: decimals)
        }
    }

    /// As many decimals as it needs, three at most.
    private static func exact(_ quantity: Quantity) -> String {
        var (scaled, decimals) = (quantity.thousandths, 3)
        while decimals > 0, scaled % 10 == 0 { (scaled, decimals) = (scaled / 10, decimals - 1) }
        return number(scaled, decimals: decimals)
    }

    private static func number(_ scaled: Int64, decimals: Int) -> String {
        guard decimals > 0 else { return String(scaled) }
        var digits = String(scaled.magnitude)
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
        return (scaled < 0 ? "-" : "") + digits.dropLast(decimals) + "." + digits.suffix(decimals)
    }
}
