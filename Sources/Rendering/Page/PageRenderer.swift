import Digest
import Domain
import Foundation
import Mustache
import Reporting

/// Draws the leader's page: one HTML file that asks for nothing, reads without its script and prints on one sheet.
///
/// Every text goes in through `String.html`; the template takes values as they come, so that nothing is escaped twice.
package struct PageRenderer: Sendable {
    package init() {}

    package func bytes(_ page: LeaderPage) -> [UInt8] {
        let text = PageRenderer.template.render(values(page))
        return Array(text.utf8)
    }

    /// The frame is ours: one that does not parse is our mistake.
    private static let template: MustacheTemplate = {
        do {
            return try MustacheTemplate(string: PageTemplate.text)
        } catch {
            preconditionFailure("the page's template: \(error)")
        }
    }()

    /// What names the script that may run, so that no other does.
    private static let scriptDigest: String = {
        let digest = SHA256Digest.of(Array(PageScript.text.utf8)).hex
        let bytes = stride(from: 0, to: digest.utf8.count, by: 2).compactMap { start in
            UInt8(digest.dropFirst(start).prefix(2), radix: 16)
        }
        return "sha256-\(Data(bytes).base64EncodedString())"
    }()

    private func values(_ page: LeaderPage) -> [String: Any] {
        let words = PageWords(page.language, page.level)
        var values: [String: Any] = [
            "lang": page.language.rawValue, "style": PageStyle.text, "script": PageScript.text,
            "digest": PageRenderer.scriptDigest, "agency": page.agency.html, "title": page.title.html,
            "subject": page.subject.html, "lines": page.lines.map(\.html),
            "sentences": page.sentences.map(\.html), "cautions": page.cautions.map(\.html),
            "items": page.items.map { item($0, page, words) }, "hasItems": !page.items.isEmpty,
            "places": PageTables.places(page, words), "months": PageTables.months(page, words),
            "marks": marks(page).map(\.html), "notes": page.notes.map(\.html), "data": PageData.json(page, words),
            "hasCommunes": page.places.contains { $0.level == .commune },
        ]
        values["w"] = Dictionary(uniqueKeysWithValues: words.all.map { ($0.key, $0.value.html as Any) })
        if let notice = page.notice { values["notice"] = ["text": notice.html] }
        if let note = page.mapNote { values["mapNote"] = ["text": note.html] }
        if let decisions = page.decisions { values["decisions"] = ["lines": decisions.map(\.html)] }
        if let missing = page.missing { values["missing"] = ["lines": missing.map(\.html)] }
        if let map = PageMap(page, words) {
            values["map"] = ["svg": map.svg, "title": map.title.html, "legend": map.legend]
        }
        return values
    }

    private func item(_ item: LeaderPage.Item, _ page: LeaderPage, _ words: PageWords) -> [String: Any] {
        let language = page.language
        let completeness = item.figure.completeness ?? Completeness(received: 0, owed: 0)
        var values: [String: Any] = [
            "name": item.name.html,
            "number": (item.isRatio ? item.counted(item.figure, language) : item.text(item.figure, language)).html,
            "unit": item.figure.amount == nil || item.isRatio ? "" : " \(item.unit(of: item.figure).html)",
            "line": MonthLine(item: item, months: page.months, year: page.year, language: language).svg,
            "reports": words.reports(completeness).html,
            "isPartial": !completeness.isWhole,
        ]
        let cumulative = words.cumulative(item, page)
        if !cumulative.isEmpty { values["cumulative"] = ["text": cumulative.html] }
        if let change = item.change { values["change"] = ["text": change.html] }
        return values
    }

    /// The marks that the page prints, with what they mean.
    private func marks(_ page: LeaderPage) -> [String] {
        let figures = page.items.flatMap { item in
            [item.figure, item.cumulative] + item.monthly + item.monthlyBefore + item.places.joined()
        }
        let marks = figures.reduce(into: MarkSet()) { $0.formUnion(Table.Cell.figure($1, decimals: 0).markSet) }
        return marks.marks.map { "\($0.text(in: page.language)) \($0.explanation(in: page.language))" }
    }
}
