import Domain

@testable import Reporting

/// A leader's page made by hand: two communes, one of the border, and every state that a figure may have.
enum SamplePage {
    /// Ends elements, attributes and comments, and hides a quotation mark under an accent.
    static let hostile =
        "</script><!--<img src=x onerror=alert(1)>'\"\u{301} onload=alert(2) &amp;\u{202E}\u{2028}{{{title}}}"

    static func page(
        _ text: String = "Phường Tô Hiệu", language: Language = .vi, months: Int = 3, withMap: Bool = true
    ) -> LeaderPage {
        let figures = [known(81), absent(.notCollected), known(80), known(1, .provisional), absent(.suppressed)]
        func item(_ code: String) -> LeaderPage.Item {
            LeaderPage.Item(
                code: code, name: "Số vụ \(text)", shortName: text, unit: text, unitOfOne: text, isRatio: false,
                isFlow: true,
                decimals: 0,
                figure: Figure(
                    .known(.quantity(quantity(1_081)), .provisional), completeness: Completeness(received: 2, owed: 3)),
                cumulative: known(4_000), targetShare: nil, change: "tăng 12 vụ \(text)",
                monthly: (0..<months).map { $0 == 1 ? absent(.notReported) : known($0 * 7 + 3) },
                monthlyBefore: (0..<months).map { known($0, .provisional) }, places: [figures, figures])
        }
        func place(_ level: LeaderPage.Place.Level, _ code: String, isBorder: Bool = false) -> LeaderPage.Place {
            LeaderPage.Place(
                level: level, name: "\(text) \(code)", code: code, district: level == .commune ? text : nil,
                isBorder: isBorder)
        }
        return LeaderPage(
            language: language, level: .province, agency: text, title: text, subject: text, lines: [text],
            sentences: [text, text],
            cautions: [text], items: [item("A1"), item("A2")], months: (1...months).map { "Tháng \($0) \(text)" },
            year: 2026, spans: ["Tháng 3 \(text)", "Lũy kế"],
            places: [
                place(.province, "14"), place(.placeless, ""), place(.district, "116"),
                place(.commune, "03646", isBorder: true), place(.commune, "03664"),
            ], map: withMap ? map : nil, mapNote: nil, decisions: [text], missing: [text], notes: [text])
    }

    private static var map: CommuneMap {
        func square(_ longitude: Double) -> [CommuneMap.Point] {
            [(0.0, 0.0), (0.5, 0.0), (0.5, 0.25), (0.0, 0.5)].compactMap {
                CommuneMap.Point(longitude: longitude + $0.0, latitude: 21 + $0.1)
            }
        }
        return CommuneMap(
            [
                CommuneMap.Outline(code: "03664", rings: [square(104.5)]),
                CommuneMap.Outline(code: "03646", rings: [square(104)]),
            ], source: "giả định")
    }
}
