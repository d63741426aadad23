import Domain
import Reporting

/// The map of the communes, shaded by the first indicator over the period, with its legend.
struct PageMap {
    let title: String
    let svg: String
    let legend: String

    /// `nil` where the page has no outlines, or nothing to shade them by.
    init?(_ page: LeaderPage, _ words: PageWords) {
        guard let map = page.map, let drawing = MapDrawing(map), let item = page.items.first,
            let figures = item.places.first, let span = page.spans.first
        else { return nil }
        let communes = page.places.indices.filter { page.places[$0].level == .commune }
        let shades = MapShades(communes.map { figures[$0] }, decimals: item.decimals, language: page.language)
        title = "\(item.name) – \(span)"
        var parts = [
            "<svg id=\"ban-do\" viewBox=\"-4 -4 \(MapDrawing.width + 8) \(drawing.height + 8)\" role=\"img\" "
                + "aria-labelledby=\"ban-do-ten\">", PageMap.patterns,
        ]
        for place in communes {
            let commune = page.places[place]
            guard let path = drawing.paths[commune.code] else { continue }
            let style = shades.style(figures[place]) + (commune.isBorder ? " bg" : "")
            let tip = words.title(commune, item.counted(figures[place], page.language))
            parts.append(
                "<path class=\"\(style)\" data-p=\"\(place)\" d=\"\(path)\"><title>\(tip.html)</title></path>")
        }
        for place in communes where page.places[place].isBorder {
            guard let middle = drawing.middles[page.places[place].code] else { continue }
            let size = MapDrawing.width / 80
            parts.append(
                "<path class=\"tam-giac\" d=\"M\(middle.x) \(middle.y - size)l\(size) \(2 * size)h\(-2 * size)z\"/>")
        }
        svg = parts.joined(separator: "\n") + "</svg>"
        legend = PageMap.legend(shades, words)
    }

    /// Hatched where there is no number: shade alone says nothing to whoever prints in grey.
    private static let patterns = """
        <defs><pattern id="soc" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" \
        fill="#fff"/><path d="M0 12L12 0" stroke="#777" stroke-width="2"/></pattern><pattern id="luoi" width="12" \
        height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="#fff"/><path d="M0 12L12 0M0 0L12 \
        12" stroke="#777" stroke-width="2"/></pattern></defs>
        """

    private static func legend(_ shades: MapShades, _ words: PageWords) -> String {
        var entries = [("k0", "- \(words["zero"])")]
        entries += shades.labels.enumerated().map { ("k\($0.offset + 1)", $0.element) }
        entries += [("kb", words["suppressed"]), ("km", words["absent"])]
        return entries.map { "<li><span class=\"o \($0.0)\"></span>\($0.1.html)</li>" }.joined()
            + "<li><span class=\"o-tam-giac\">▲</span>\(words["borderMark"].html)</li>"
    }
}

/// The shades of a map: zero, then up to four steps with about as many communes each, and what has no number.
///
/// A scale for the eye; the numbers themselves stand in the table.
struct MapShades {
    /// The largest of each step, in units of 10^-decimals.
    let bounds: [Int64]
    /// What each step holds: `1–3`, `4–9`.
    let labels: [String]
    private let decimals: Int

    init(_ figures: [Figure], decimals: Int, language: Language) {
        self.decimals = decimals
        let amounts = figures.compactMap { $0.amount?.rounded(decimals: decimals) }.filter { $0 > 0 }.sorted()
        var bounds: [Int64] = []
        for step in 1...4 where !amounts.isEmpty {
            let bound = amounts[(amounts.count * step + 3) / 4 - 1]
            if bounds.last != bound { bounds.append(bound) }
        }
        self.bounds = bounds
        labels = bounds.enumerated().map { place, bound in
            let least = place == 0 ? amounts[0] : amounts.first { $0 > bounds[place - 1] } ?? bound
            let words = [least, bound].map { language.number($0, decimals: decimals) }
            return least == bound ? words[0] : "\(words[0])–\(words[1])"
        }
    }

    /// The class of a commune's outline: `k0` for zero, `k1` … `k4`, `kb` for what is suppressed, `km` for all else.
    func style(_ figure: Figure) -> String {
        guard let amount = figure.amount?.rounded(decimals: decimals) else {
            return figure.absence == .suppressed ? "kb" : "km"
        }
        guard amount > 0 else { return "k0" }
        return "k\(1 + (bounds.firstIndex { amount <= $0 } ?? bounds.count - 1))"
    }
}
