import Domain
import Foundation
import Testing

@testable import Rendering
@testable import Reporting

struct PageRendererTests {
    private func text(_ page: LeaderPage) -> String { String(decoding: PageRenderer().bytes(page), as: UTF8.self) }

    /// What the script reads.
    private func data(_ html: String) throws -> [String: Any] {
        let start = try #require(html.range(of: "id=\"so-lieu\">"))
        let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
        let json = Data(html[start.upperBound..<end.lowerBound].utf8)
        return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }

    @Test func `a page shows its figures with their marks, reports and changes`() {
        let html = text(SamplePage.page())
        for part in [
            "<html lang=\"vi\">", "<b>1.081 (sb)</b>", "Báo cáo đã nhận: 2/3", "tăng 12 vụ", "<td>(bm)</td>",
            "<td>...</td>", "▲ biên giới", "Lũy kế từ đầu năm: 4.000", "(biên giới): 1 Phường Tô Hiệu (sb)</title>",
            "tháng 1 phường tô hiệu: 3; tháng 2 phường tô hiệu: CB;", "(sb) số liệu sơ bộ",
            "data-p=\"3\"", "class=\"k1 bg\"", "class=\"kb\"",
        ] {
            #expect(html.contains(part), "\(part)")
        }
        #expect(text(SamplePage.page(language: .en)).contains("<html lang=\"en\">"))
    }

    @Test func `no text becomes an element, an attribute or a script`() throws {
        let html = text(SamplePage.page(SamplePage.hostile))
        let honest = text(SamplePage.page("x"))
        let scalars = String(String.UnicodeScalarView(html.unicodeScalars.filter { $0 != "\u{301}" }))
        // In the script's data a quotation mark stands escaped.
        let outside = scalars.replacingOccurrences(of: "\\\"", with: "")
        for mark in ["<script", "</script>", "<!--", "<img", "onerror=alert(1)>", "\" onload", "\u{202E}", "\u{2028}"] {
            let count = outside.components(separatedBy: mark).count
            let expected = honest.components(separatedBy: mark).count
            #expect(count == expected, "\(mark)")
        }
        // As many elements as there are with harmless texts, and every one named as it was.
        func elements(_ text: String) -> [String] {
            text.matches(of: /<[a-zA-Z\/!][a-zA-Z0-9]*/).map { String($0.output) }
        }
        #expect(elements(scalars) == elements(honest))
        // The script reads the texts as they are shown.
        let places = try #require(try data(html)["places"] as? [[String: Any]])
        #expect((places[3]["name"] as? String)?.contains("</script><!--<img") == true)
        // The control: an escape by characters passes the quotation mark under its accent.
        let characters = SamplePage.hostile.map { $0 == "\"" ? "&quot;" : String($0) }.joined()
        #expect(characters.unicodeScalars.contains("\""))
        #expect(!SamplePage.hostile.html.unicodeScalars.contains("\""))
    }

    @Test func `values stand in three braces, since they come escaped`() {
        let tags = PageTemplate.text.matches(of: /\{\{\{?[^}]*\}?\}\}/).map { String($0.output) }
        #expect(tags.count > 40)
        for tag in tags { #expect(tag.hasPrefix("{{{") || tag.hasPrefix("{{#") || tag.hasPrefix("{{/"), "\(tag)") }
    }

    @Test func `a page asks for nothing and runs its own script alone`() {
        let html = text(SamplePage.page())
        for word in ["src=", "href=", "@import", "http:", "https:", "<link", "<iframe", "innerHTML", "eval("] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.contains("default-src 'none'") && html.contains("script-src 'sha256-"))
        #expect(html.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.output.1.hasPrefix("#") })
    }

    @Test func `equal pages have equal bytes, with a map or without`() {
        #expect(PageRenderer().bytes(SamplePage.page()) == PageRenderer().bytes(SamplePage.page()))
        let without = text(SamplePage.page(withMap: false))
        #expect(!without.contains("id=\"ban-do\"") && without.contains("<table"))
    }

    @Test func `a map has about as many communes in each shade, zero and marks apart`() {
        let figures = [0, 1, 2, 3, 4, 5, 6, 7, 8].map { known($0) } + [absent(.suppressed), absent(.notReported)]
        let shades = MapShades(figures, decimals: 0, language: .vi)
        #expect(shades.bounds == [2, 4, 6, 8] && shades.labels == ["1–2", "3–4", "5–6", "7–8"])
        #expect(
            figures.map(shades.style) == ["k0", "k1", "k1", "k2", "k2", "k3", "k3", "k4", "k4", "kb", "km"])
        #expect(MapShades([known(5), known(5)], decimals: 0, language: .vi).labels == ["5"])
        #expect(MapShades([absent(.notReported)], decimals: 0, language: .vi).bounds.isEmpty)
    }

    @Test func `a map of a megabyte is drawn coarser, so that the page keeps its bound`() throws {
        var outlines: [CommuneMap.Outline] = []
        for commune in 0..<60 {
            let ring = (0..<1_000).compactMap { step -> CommuneMap.Point? in
                let turn = Double(step) / 1_000 * 6.28
                let wave = 0.05 + 0.02 * Double(step % 7) / 7
                return CommuneMap.Point(
                    longitude: 104 + Double(commune % 10) / 5 + wave * turn,
                    latitude: 21 + Double(commune / 10) / 5 + wave)
            }
            outlines.append(CommuneMap.Outline(code: "\(commune)", rings: [ring]))
        }
        let drawing = try #require(MapDrawing(CommuneMap(outlines, source: "")))
        #expect(drawing.paths.values.reduce(0) { $0 + $1.utf8.count } <= 150_000 && drawing.paths.count == 60)
    }

    @Test func `a line of months breaks where there is no figure, and hollow points are provisional`() {
        let item = SamplePage.page().items[0]
        let line = MonthLine(item: item, months: ["Tháng 1", "Tháng 2", "Tháng 3"], year: 2026, language: .vi).svg
        #expect(line.components(separatedBy: "<circle").count == 3)
        #expect(line.contains("d=\"M4 45.6M156 16\"") && line.contains("Cao nhất: 17 (tháng 3)"))
        #expect(!line.contains("class=\"rong\""))
    }
}
