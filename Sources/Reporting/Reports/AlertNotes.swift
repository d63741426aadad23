import Domain

/// What «Nguồn và ký hiệu» says of the alerts: the test in two sentences, and what was looked at.
struct AlertNotes {
    private let basis: Basis
    private let scan: HistoryScan

    init(_ basis: Basis) {
        self.basis = basis
        scan = HistoryScan(basis.catalogue, basis.cube, period: basis.period)
    }

    /// Only a month is held against months.
    var isEmpty: Bool { scan.looks.isEmpty }

    static let heading = Bilingual(vi: "Cảnh báo số liệu khác thường", en: "Counts out of line with their past")

    /// A row for each indicator: how many areas were looked at, how many had too little history, which were out of line.
    func rows(_ language: Language) -> [Table.Row] {
        var seen: Set<String> = []
        let indicators = scan.looks.map(\.indicator).filter { seen.insert($0.code).inserted }
        return indicators.map { indicator in
            let looks = scan.looks.filter { $0.indicator.code == indicator.code }
            let judged = looks.count { $0.outcome == .inLine || $0.outcome == .outOfLine }
            let tooLittle = looks.count { $0.outcome == .tooLittleHistory }
            let unusual = looks.filter { $0.outcome == .outOfLine }.map { look in
                let place = basis.placeName(look.place, language)
                return Words.unusual(place, language.count(look.now), look.mean(language))[language]
            }
            return Table.Row(
                .plain,
                [
                    .text(indicator.code), .text(indicator.name[language]),
                    .text(Words.looked(judged, of: looks.count, tooLittle: tooLittle)[language]),
                    .text(unusual.isEmpty ? Words.none[language] : unusual.joined(separator: "; ")),
                ])
        }
    }

    func notes(_ language: Language) -> [String] {
        guard !isEmpty else { return [] }
        return [Words.test(judged: scan.judged, tooLittle: scan.count(.tooLittleHistory))[language]]
    }
}

private enum Words {
    static let none = Bilingual(vi: "không có số liệu khác thường", en: "nothing out of line")

    static func unusual(_ place: String, _ now: String, _ mean: String) -> Bilingual {
        Bilingual(vi: "\(place): \(now), bình quân \(mean) một tháng", en: "\(place): \(now), mean \(mean) a month")
    }

    static func looked(_ judged: Int, of all: Int, tooLittle: Int) -> Bilingual {
        let rest = all - judged - tooLittle
        return Bilingual(
            vi: "xét \(judged)/\(all) địa bàn" + (tooLittle > 0 ? "; quá ít số liệu: \(tooLittle)" : "")
                + (rest > 0 ? "; kỳ này chưa đủ báo cáo: \(rest)" : ""),
            en: "\(judged) of \(all) areas looked at" + (tooLittle > 0 ? "; too little history: \(tooLittle)" : "")
                + (rest > 0 ? "; not complete this month: \(rest)" : ""))
    }

    static func test(judged: Int, tooLittle: Int) -> Bilingual {
        let least = HistoryScan.leastMonths
        let little = Bilingual(
            vi: tooLittle > 0
                ? "; \(tooLittle) số liệu có dưới \(least) tháng đủ báo cáo là quá ít số liệu, không xét" : "",
            en: tooLittle > 0
                ? "; \(tooLittle) counts have fewer than \(least) complete months, too little history" : "")
        guard judged > 0 else {
            return Bilingual(
                vi: "Cảnh báo khác thường: kỳ này không xét được số liệu nào\(little.vi).",
                en: "Alerts: no count could be looked at this month\(little.en).")
        }
        return Bilingual(
            vi:
                "Cảnh báo khác thường: số vụ trong tháng của từng địa bàn được so với bình quân 12 tháng trước của chính địa bàn đó, và chỉ "
                + "cảnh báo khi mức chênh lệch hầu như không thể do ngẫu nhiên (kiểm định nhị thức có điều kiện, dùng được cho số nhỏ). Vì "
                + "xét cùng lúc \(judged) số liệu nên ngưỡng 5% được chia cho \(judged): nếu không có gì bất thường thì khả năng có dù "
                + "chỉ một cảnh báo sai trong cả tháng không quá 5%\(little.vi).",
            en:
                "Alerts: each district's count for the month is held against its own mean of the twelve months before, and an alert "
                + "is given only where chance alone hardly explains the difference (exact conditional binomial test, fit for small "
                + "counts). \(judged) counts are looked at together, so the level of 5% is divided by \(judged): where nothing is "
                + "unusual the chance of even one false alert in the month is at most 5%\(little.en).")
    }
}
