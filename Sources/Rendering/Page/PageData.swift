import Domain
import Reporting

/// What the page's script knows: every figure as it is shown, over each span that may be chosen.
enum PageData {
    static func json(_ page: LeaderPage, _ words: PageWords) -> String {
        let communes = page.places.indices.filter { page.places[$0].level == .commune }
        let items = page.items.map { item in
            Page.Item(
                name: item.name, unit: item.unit, one: item.unitOfOne, decimals: item.decimals, isRatio: item.isRatio,
                isFlow: item.isFlow,
                spans: item.places.map { figures in
                    let shades = MapShades(
                        communes.map { figures[$0] }, decimals: item.decimals, language: page.language)
                    return Page.Span(
                        texts: figures.map { item.text($0, page.language) }, bounds: shades.bounds,
                        labels: shades.labels)
                })
        }
        let data = Page(
            items: items, spans: page.spans,
            places: page.places.map { place in
                Page.Place(
                    name: place.name, isBorder: place.isBorder, isCommune: place.level == .commune,
                    district: place.district ?? "")
            }, words: words.all, group: page.language.groupSeparator, point: page.language.decimalSeparator)
        // Texts and whole numbers: there is nothing that an encoder could refuse.
        return ((try? JSONPage.text(data, isPretty: false)) ?? "{}").jsonInScript
    }

    private struct Page: Encodable {
        let items: [Item]
        let spans: [String]
        let places: [Place]
        let words: [String: String]
        let group: String
        let point: String

        struct Item: Encodable {
            let name: String
            let unit: String
            let one: String
            let decimals: Int
            let isRatio: Bool
            let isFlow: Bool
            let spans: [Span]
        }

        struct Span: Encodable {
            let texts: [String]
            let bounds: [Int64]
            let labels: [String]
        }

        struct Place: Encodable {
            let name: String
            let isBorder: Bool
            let isCommune: Bool
            let district: String
        }
    }
}
