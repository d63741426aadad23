import Domain
import Reporting

/// The page's tables: what its pictures show, for whoever does not see them or wants the numbers.
enum PageTables {
    /// Every place with every indicator over the period: the province, the areas, the communes.
    static func places(_ page: LeaderPage, _ words: PageWords) -> String {
        var head = heading(words["place"], isNumber: false) + heading(words["district"], isNumber: false)
        head += page.items.map { heading("\($0.shortName) (\($0.unit))", isNumber: true) }.joined()
        var parts = ["<thead><tr>\(head)</tr></thead>"]
        let levels: [(id: String, levels: [LeaderPage.Place.Level])] = [
            ("tinh", [.province, .placeless]), ("dia-ban", [.district]), ("xa", [.commune]),
        ]
        for (id, levels) in levels {
            let rows = page.places.indices.filter { levels.contains(page.places[$0].level) }
            guard !rows.isEmpty else { continue }
            parts.append("<tbody id=\"t-\(id)\">\(rows.map { row($0, page, words) }.joined())</tbody>")
        }
        return parts.joined()
    }

    private static func row(_ place: Int, _ page: LeaderPage, _ words: PageWords) -> String {
        let own = page.places[place]
        let border = own.isBorder ? " <span class=\"bien-gioi\">▲ \(words["border"].html)</span>" : ""
        let cells = page.items.map { item in
            "<td>\(item.places.first.map { item.text($0[place], page.language).html } ?? "")</td>"
        }
        return "<tr data-p=\"\(place)\"><th scope=\"row\">\(own.name.html)\(border)</th><td class=\"chu\">"
            + "\((own.district ?? "").html)</td>\(cells.joined())</tr>"
    }

    /// The months of the year down, the indicators across; last year's beside this year's.
    static func months(_ page: LeaderPage, _ words: PageWords) -> String {
        let head = page.items.map { heading("\($0.shortName) (\($0.unit))", isNumber: true) }.joined()
        func rows(_ year: Int, _ figures: (LeaderPage.Item) -> [Figure]) -> String {
            page.months.indices.map { month in
                let cells = page.items.map { item in
                    let own = figures(item)
                    return "<td>\(own.indices.contains(month) ? item.text(own[month], page.language).html : "")</td>"
                }
                return "<tr><th scope=\"row\">\(page.months[month].html), \(year)</th>\(cells.joined())</tr>"
            }.joined()
        }
        let before =
            page.items.allSatisfy(\.monthlyBefore.isEmpty) ? "" : rows(page.year - 1, \.monthlyBefore)
        return "<thead><tr><td></td>\(head)</tr></thead><tbody>\(rows(page.year, \.monthly))\(before)</tbody>"
    }

    private static func heading(_ text: String, isNumber: Bool) -> String {
        "<th scope=\"col\"\(isNumber ? "" : " class=\"chu\"")>\(text.html)</th>"
    }
}
