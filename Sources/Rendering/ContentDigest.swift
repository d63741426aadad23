import Digest
import Domain
import Reporting

/// The digest of what a set says, before it is drawn: equal values, equal digest.
///
/// Whether the set is a draft or an edition is part of what it says.
package struct ContentDigest: ~Copyable {
    private var hasher = SHA256()
    private var buffer: [UInt8] = []
    /// That of the last row, with its name.
    private var style: (style: Table.Row.Style, name: String)?

    private static let bufferBytes = 1 << 16

    /// Of a draft.
    ///
    /// - Parameter edition: The number of the last edition, 0 before the first: a draft after an edition is another than
    ///   one before it, whatever they say.
    package static func code(of set: ReportSet, after edition: Int) -> DraftCode {
        var digest = ContentDigest()
        digest.add(edition)
        digest.add(set)
        return DraftCode(digest: digest.finish().hex) ?? DraftCode(0)
    }

    private init() {}

    private consuming func finish() -> SHA256Digest {
        hasher.update(buffer)
        return hasher.finalize()
    }

    private mutating func add(_ set: ReportSet) {
        add(set.period.description)
        add(set.asOf)
        add(set.editions) { digest, edition in
            digest.add(edition.language.rawValue)
            digest.add(edition.workbook)
            digest.add(edition.data)
            if let long = edition.longFigures { digest.add(long) }
            digest.add(edition.summary)
            digest.add(edition.letter)
            digest.add(edition.paper.wording ?? [])
        }
        add(set.returns) { digest, item in
            digest.add(item.name)
            digest.add(item.asOf)
            digest.add(item.report)
            digest.add(item.text)
        }
        add(set.status)
        add(set.reminders)
        add(set.decisions)
        add(set.manifest.catalogueDigest)
        add(set.manifest.programVersion)
        add(set.manifest.inputs) { digest, input in
            digest.add(input.path)
            digest.add(input.sha256)
        }
    }

    private mutating func add(_ report: Report) {
        for text in [report.title, report.subject, report.author, report.notice ?? ""] { add(text) }
        add(report.tables) { $0.add($1) }
    }

    private mutating func add(_ document: Document) {
        add(document.blocks) { digest, block in
            switch block {
            case .letterhead(let left, let right), .signature(let left, let right):
                digest.add(left + [""] + right)
            case .title(let lines), .list(let lines), .lines(let lines): digest.add(lines)
            case .heading(let level, let text):
                digest.add(level)
                digest.add(text)
            case .paragraph(let text): digest.add(text)
            case .table(let table): digest.add(table)
            }
        }
    }

    private mutating func add(_ table: Table) {
        for text in [table.id, table.sheetName, table.annex ?? "", table.title] { add(text) }
        add(table.subtitle)
        add(table.columns) { $0.add($1.header) }
        add(table.notes)
        add(table.rows) { $0.add($1) }
        add(table.charts) { digest, chart in
            for text in [chart.title, chart.valueTitle, chart.categoryTitle, chart.alternativeText] { digest.add(text) }
            digest.add(chart.rows) { $0.add($1) }
            digest.add(chart.series.map(\.name))
        }
    }

    private mutating func add(_ long: LongTable) {
        add(long.head)
        for part in 0..<long.parts { add(long.rows(ofPart: part)) { $0.add($1) } }
    }

    private mutating func add(_ row: Table.Row) {
        // What a value is called is looked up in the program's own tables: once for rows of one style.
        if style?.style != row.style { style = (row.style, "\(row.style)") }
        add(style?.name ?? "")
        add(row.cells) { $0.add($1) }
        add(row.remarks.sorted { $0.key < $1.key }) { digest, remark in
            digest.add(remark.key)
            digest.add(remark.value)
        }
    }

    private mutating func add(_ cell: Table.Cell) {
        switch cell {
        case .text(let text), .link(let text, _), .row(let text, _, _), .entry(let text): add(text)
        case .figure(let figure, let decimals), .sum(let figure, let decimals, _),
            .difference(let figure, let decimals):
            add(figure)
            add(decimals)
        case .percentage(let figure, _): add(figure)
        case .completeness(let completeness): add(completeness)
        case .count(let count): add(count)
        case .day(let day): add(day.number)
        case .blank: add(0)
        }
    }

    private mutating func add(_ figure: Figure) {
        switch figure.content {
        case .absent(let absence): add(absence.rawValue)
        case .known(.quantity(let quantity), let standing):
            add(Int(quantity.thousandths))
            add(standing.rawValue)
        case .known(.ratio(let numerator, let denominator, let factor), let standing):
            for number in [Int(numerator.thousandths), Int(denominator.thousandths), factor] { add(number) }
            add(standing.rawValue)
        }
        if let completeness = figure.completeness { add(completeness) }
    }

    private mutating func add(_ completeness: Completeness) {
        add(completeness.received)
        add(completeness.owed)
    }

    private mutating func add(_ clock: LocalTime) {
        for number in [clock.day.number, clock.hour, clock.minute, clock.second] { add(number) }
    }

    private mutating func add(_ texts: [String]) { add(texts) { $0.add($1) } }

    /// A list, with its length.
    private mutating func add<Element>(
        _ list: [Element], _ body: (inout ContentDigest, Element) -> Void
    ) {
        add(list.count)
        for element in list { body(&self, element) }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            add(bytes.count)
            buffer.append(contentsOf: bytes)
        }
        guard buffer.count >= Self.bufferBytes else { return }
        hasher.update(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ bytes: [UInt8]) {
        add(bytes.count)
        buffer.append(contentsOf: bytes)
    }

    private mutating func add(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { buffer.append(contentsOf: $0) }
    }
}
