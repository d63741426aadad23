import Domain
import Legibility
import Reporting

/// Draws a document as a UTF-8 text with line feeds.
package struct TextRenderer: Sendable {
    /// What the text is for.
    package enum Style: Hashable, Sendable {
        /// To be read as it is, in a mail or a terminal: prose within 80 columns, tables within 100.
        case aligned
        /// To be pasted into a word processor: a paragraph a line, cells of a table parted by tabs.
        case paste
    }

    private let language: Language
    private let style: Style

    private let proseWidth: Int
    private let tableWidth: Int

    /// - Parameter columns: How many a terminal has; `nil`: prose within 80, tables within 100.
    package init(_ style: Style, language: Language, columns: Int? = nil) {
        self.style = style
        self.language = language
        proseWidth = min(80, columns ?? 80)
        tableWidth = min(100, columns ?? 100)
    }

    /// The text, ending in a line feed; empty for an empty document.
    package func text(_ document: Document) -> String {
        var lines: [String] = []
        var before: Document.Block?
        for block in document.blocks {
            let drawn = self.lines(of: block)
            guard !drawn.isEmpty else { continue }
            if let before, parts(before, from: block) { lines.append("") }
            lines += drawn
            before = block
        }
        return ShownText.lines(lines.map { $0 + "\n" }.joined())
    }

    /// Whether an empty line stands between two blocks. In a text to paste only its larger parts are set apart.
    private func parts(_ before: Document.Block, from block: Document.Block) -> Bool {
        if case .list = block, case .paragraph = before { return false }
        switch style {
        case .aligned:
            if case .heading = before { return false }
            return true
        case .paste:
            switch (before, block) {
            case (.letterhead, _), (_, .signature), (.title, _), (.table, _), (_, .table), (_, .lines), (_, .title),
                (.lines, _),
                (_, .heading(1, _)):
                return true
            default: return false
            }
        }
    }

    private func lines(of block: Document.Block) -> [String] {
        switch block {
        case .letterhead(let left, let right): sideBySide(left, right, centresLeft: true)
        case .signature(let left, let right): sideBySide(left, right, centresLeft: false)
        case .title(let lines): title(lines)
        case .heading(_, let text), .paragraph(let text): prose(text)
        case .list(let items): items.flatMap { prose("- " + $0.onOneLine, hanging: "  ") }
        case .table(let table): self.lines(of: table)
        case .lines(let lines): lines.map(\.onOneLine.withoutTrailingSpaces)
        }
    }

    private func prose(_ text: String, hanging: String = "") -> [String] {
        guard style == .aligned else { return [text.onOneLine] }
        return LineBreaking(width: proseWidth, hanging: hanging).lines(text.onOneLine)
    }

    private func title(_ lines: [String]) -> [String] {
        guard style == .aligned else { return lines.map(\.onOneLine) }
        return lines.flatMap { line in
            LineBreaking(width: proseWidth).lines(line.onOneLine)
                .map { $0.centred(in: proseWidth) }
        }
    }

    /// Two columns side by side, as the head and the end of an official letter have them.
    private func sideBySide(_ left: [String], _ right: [String], centresLeft: Bool) -> [String] {
        let leftWidth = 38
        let rightWidth = proseWidth - leftWidth - 2
        let lefts = left.flatMap { LineBreaking(width: leftWidth).lines($0.onOneLine) }
        let rights = right.flatMap { LineBreaking(width: rightWidth).lines($0.onOneLine) }
        return (0..<max(lefts.count, rights.count)).map { index in
            let shown = index < lefts.count ? lefts[index] : ""
            let first = centresLeft ? shown.centred(in: leftWidth) : shown
            let second = index < rights.count ? rights[index].centred(in: rightWidth) : ""
            return (first.paddedRight(to: leftWidth + 2) + second).withoutTrailingSpaces
        }
    }

    private func lines(of table: Table) -> [String] {
        let heading = [table.annex, table.title].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ". ")
        var lines = ([heading] + table.subtitle).filter { !$0.isEmpty }.flatMap { prose($0) }
        switch style {
        case .aligned:
            let drawn = TextTable(table, language: language, widthMax: tableWidth).lines()
            if !lines.isEmpty, !drawn.isEmpty { lines.append("") }
            lines += drawn
        case .paste:
            lines.append(table.columns.map { $0.joinedHeader.onOneLine }.joined(separator: "\t"))
            lines += table.rows.map { row in
                row.cells.map { $0.text(in: language).onOneLine }.joined(separator: "\t")
            }
        }
        let footnotes = table.notes + [language.legend(of: table)].compactMap(\.self)
        if !footnotes.isEmpty { lines.append("") }
        return lines + footnotes.flatMap { prose($0) }
    }
}

extension Table.Column {
    /// The whole heading in one line: `Số lớp: Lũy kế`.
    var joinedHeader: String { header.filter { !$0.isEmpty }.joined(separator: ": ") }
}
