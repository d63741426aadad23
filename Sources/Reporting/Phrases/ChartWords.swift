import Domain

/// What a chart shows, for whoever does not see it: its highest and lowest value, and where it goes.
struct ChartWords {
    let language: Language
    let indicator: Indicator

    /// `Cao nhất: Mai Sơn (45 lớp); thấp nhất: Vân Hồ (02 lớp).`
    func ranked(_ points: [(name: String, figure: Figure)]) -> String {
        let known = known(points)
        guard let first = known.first else { return Words.nothing[language] }
        let highest = known.reduce(first) { $0.value < $1.value ? $1 : $0 }
        let lowest = known.reduce(first) { $1.value < $0.value ? $1 : $0 }
        return highest.value == lowest.value
            ? Words.equal(said(first))[language] : Words.ranked(named(highest), named(lowest))[language]
    }

    /// `Từ Tháng 1 (12 buổi) đến Tháng 10 (20 buổi), tăng; cao nhất: Tháng 5 (31 buổi).`
    func trend(_ points: [(name: String, figure: Figure)]) -> String {
        let known = known(points)
        guard let first = known.first, let last = known.last else { return Words.nothing[language] }
        guard known.count > 1 else { return Words.only(named(first))[language] }
        let highest = known.reduce(first) { $0.value < $1.value ? $1 : $0 }
        let way = first.value == last.value ? Words.level : first.value < last.value ? Words.rising : Words.falling
        return Words.trend(named(first), named(last), way, named(highest))[language]
    }

    /// Rows with the largest figure first, for categories whose own order says nothing; what is not known stands last.
    static func ranked(_ rows: [Int], by figures: [Figure]) -> [Int] {
        func value(_ figure: Figure) -> Double { figure.amount?.double ?? -.infinity }
        return zip(rows, figures).enumerated().sorted { one, other in
            (value(other.element.1), one.offset) < (value(one.element.1), other.offset)
        }.map(\.element.0)
    }

    private typealias Point = (name: String, amount: Amount, value: Double)

    private func known(_ points: [(name: String, figure: Figure)]) -> [Point] {
        points.compactMap { point in point.figure.amount.map { (point.name, $0, $0.double) } }
    }

    private func said(_ point: Point) -> String {
        "\(language.amount(point.amount, decimals: indicator.decimals)) \(indicator.unit[language])"
    }

    private func named(_ point: Point) -> String { "\(point.name) (\(said(point)))" }
}

private enum Words {
    static let nothing = Bilingual(vi: "Chưa có số liệu.", en: "No figures.")
    static let rising = Bilingual(vi: "tăng", en: "rising")
    static let falling = Bilingual(vi: "giảm", en: "falling")
    static let level = Bilingual(vi: "không đổi", en: "level")

    static func equal(_ value: String) -> Bilingual {
        Bilingual(vi: "Các giá trị bằng nhau: \(value).", en: "All values are equal: \(value).")
    }

    static func ranked(_ highest: String, _ lowest: String) -> Bilingual {
        Bilingual(vi: "Cao nhất: \(highest); thấp nhất: \(lowest).", en: "Highest: \(highest); lowest: \(lowest).")
    }

    static func only(_ point: String) -> Bilingual {
        Bilingual(vi: "Chỉ có \(point).", en: "Only \(point).")
    }

    static func trend(_ first: String, _ last: String, _ way: Bilingual, _ highest: String) -> Bilingual {
        Bilingual(
            vi: "Từ \(first) đến \(last), \(way.vi); cao nhất: \(highest).",
            en: "From \(first) to \(last), \(way.en); highest: \(highest).")
    }
}
