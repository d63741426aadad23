import Domain

/// What “Nguồn và ký hiệu” says of the alerts: the test in a few sentences, and what was looked at.
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

    /// A row for each indicator: how many areas were looked at, how many had too little history, from what count on there is an
    /// alert, which were out of line. Then one for each sum of a domain.
    func rows(_ language: Language) -> [Table.Row] {
        var rows: [(codes: [String], name: String, looked: String, found: String)] = []
        for row in found(language) {
            // What was looked at alike, and found nothing, is said once.
            if let last = rows.last, row.found == last.found, row.looked == last.looked, !row.codes.isEmpty {
                rows[rows.count - 1].codes += row.codes
                rows[rows.count - 1].name += "; " + row.name
            } else {
                rows.append(row)
            }
        }
        return rows.map { row in
            Table.Row(
                .plain,
                [
                    .text(row.codes.isEmpty ? "–" : row.codes.joined(separator: ", ")),
                    .text(row.looked.isEmpty ? row.name : "\(row.name): \(row.looked)"), .text("–"), .text(row.found),
                ])
        }
    }

    private func found(_ language: Language) -> [(codes: [String], name: String, looked: String, found: String)] {
        var seen: Set<[String]> = []
        let subjects = scan.looks.map { $0.indicators.map(\.code) }.filter { seen.insert($0).inserted }
        return subjects.compactMap { subject in
            let looks = scan.looks.filter { $0.indicators.map(\.code) == subject }
            guard let first = looks.first else { return nil }
            let unusual = looks.filter { $0.outcome == .outOfLine }.map { look in
                let place = basis.placeName(look.place, language)
                return Words.unusual(place, language.count(look.now), look.mean(language))[language]
            }
            let title =
                first.indicators.count == 1
                ? (codes: [first.indicators[0].code], name: first.indicators[0].shortName[language])
                : (
                    codes: [],
                    name: basis.domainName(first.indicators[0].domain, language).full + ": " + first.subject[language]
                )
            let words = unusual.isEmpty ? Words.none[language] : unusual.joined(separator: "; ")
            return (title.codes, title.name, looked(looks, language), words)
        }
    }

    private func looked(_ looks: [HistoryScan.Look], _ language: Language) -> String {
        let districts = looks.filter(\.isOfDistrict)
        var parts: [String] = []
        if !districts.isEmpty {
            let judged = districts.count { $0.outcome == .inLine || $0.outcome == .outOfLine }
            let tooLittle = districts.count { $0.outcome == .tooLittleHistory }
            parts.append(Words.looked(judged, of: districts.count, tooLittle: tooLittle)[language])
        }
        if let first = districts.first(where: { $0.level > 0 }) {
            parts.append(Words.dispersion(language.decimal(first.dispersion))[language])
        }
        if let middle = Self.middle(districts) { parts.append(Words.reach(.middleDistrict, middle, language)) }
        if let province = looks.first(where: { !$0.isOfDistrict }), province.level > 0 {
            parts.append(Words.reach(.province, province, language))
        }
        return parts.joined(separator: "; ")
    }

    /// The district in the middle by its past: what the test can see there says what it can see at all.
    private static func middle(_ looks: [HistoryScan.Look]) -> HistoryScan.Look? {
        let judged = looks.filter { $0.level > 0 }.sorted { ($0.past, $0.place) < ($1.past, $1.place) }
        return judged.isEmpty ? nil : judged[judged.count / 2]
    }

    func notes(_ language: Language) -> [String] {
        guard !isEmpty else { return [] }
        let ofDistricts = scan.looks.count { $0.level > 0 && $0.isOfDistrict }
        return [
            Words.test(
                ofDistricts, scan.judged - ofDistricts, tooLittle: scan.count(.tooLittleHistory))[language]
        ]
    }
}

private enum Words {
    static let none = Bilingual(vi: "không có số liệu khác thường", en: "nothing out of line")

    enum Reach { case middleDistrict, province }

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

    static func dispersion(_ value: String) -> Bilingual {
        Bilingual(vi: "độ phân tán của địa bàn \(value)", en: "dispersion of areas \(value)")
    }

    /// From what count on there is an alert.
    static func reach(_ reach: Reach, _ look: HistoryScan.Look, _ language: Language) -> String {
        let least = look.leastAlarm.map { language.count($0) }
        let mean = look.mean(language)
        let place =
            switch reach {
            case .middleDistrict: Bilingual(vi: "địa bàn bình quân \(mean)", en: "an area with a mean of \(mean)")
            case .province:
                Bilingual(
                    vi: "toàn tỉnh (bình quân \(mean), độ phân tán \(language.decimal(look.dispersion)))",
                    en: "the province (mean \(mean), dispersion \(language.decimal(look.dispersion)))")
            }
        return Bilingual(
            vi: "\(place.vi): cảnh báo từ \(least ?? "–") trở lên" + (look.seesNone ? "" : ", giảm đến 0 cũng không"),
            en: "\(place.en): alert from \(least ?? "–") on" + (look.seesNone ? "" : ", not even at 0"))[language]
    }

    static func test(_ districts: Int, _ province: Int, tooLittle: Int) -> Bilingual {
        let least = HistoryScan.leastMonths
        let little = Bilingual(
            vi: tooLittle > 0
                ? " \(tooLittle) số liệu có dưới \(least) tháng đủ báo cáo là quá ít số liệu, không xét." : "",
            en: tooLittle > 0
                ? " \(tooLittle) counts have fewer than \(least) complete months, too little history." : "")
        guard districts + province > 0 else {
            return Bilingual(
                vi: "Cảnh báo khác thường: kỳ này không xét được số liệu nào.\(little.vi)",
                en: "Alerts: no count could be looked at this month.\(little.en)")
        }
        return Bilingual(
            vi: vietnamese(districts, province, least) + little.vi, en: english(districts, province, least) + little.en)
    }

    private static func vietnamese(_ districts: Int, _ province: Int, _ least: Int) -> String {
        "Cảnh báo khác thường: số vụ trong tháng của từng địa bàn, của toàn tỉnh và của lĩnh vực (cộng các chỉ "
            + "tiêu cùng đơn vị tính, không kể "
            + "chỉ tiêu là một phần của chỉ tiêu khác) được so với n tháng đủ báo cáo trong 12 tháng trước của "
            + "chính nơi đó; dưới \(least) tháng "
            + "thì không xét, chưa đủ báo cáo của tháng thì không xét. Kiểm định có điều kiện: biết T là tổng "
            + "của n tháng đó và tháng này, số của "
            + "tháng này theo phân phối bêta–nhị thức với cỡ T, a = m/(φ − 1), b = n·m/(φ − 1), m = T/(n + 1) "
            + "(mỗi tháng là một số đếm nhị thức "
            + "âm, phương sai bằng bình quân nhân với độ phân tán φ; φ = 1 là phân phối nhị thức với xác suất "
            + "1/(n + 1)). Xác suất hai phía là "
            + "hai lần đuôi nhỏ hơn, kể cả chính số đó, nhiều nhất là 1. Độ phân tán φ: thống kê Pearson, tổng "
            + "(x − x̄)²/x̄ của n tháng trước, "
            + "chia cho phân vị 20% của khi bình phương với n − 1 bậc tự do (cận trên 80%), ít nhất bằng 1; của "
            + "địa bàn thì cộng thống kê và bậc "
            + "tự do của mọi địa bàn có số vụ; của toàn tỉnh tính riêng nhưng không nhỏ hơn của địa bàn; của "
            + "lĩnh vực không nhỏ hơn số lớn nhất của "
            + "địa bàn trong lĩnh vực. Ngưỡng: 3% chia đều cho \(districts) số liệu của địa bàn, 2% chia đều "
            + "cho \(province) số liệu của toàn tỉnh "
            + "và lĩnh vực; xác suất không quá ngưỡng thì cảnh báo. Khi không có gì bất thường, khả năng có dù "
            + "chỉ một cảnh báo sai trong cả "
            + "tháng không quá 5%. Địa bàn ít vụ (bình quân vài vụ một tháng) thực tế không theo dõi được bằng "
            + "cách này: số vụ tăng gấp ba "
            + "thường vẫn chưa có cảnh báo, giảm đến 0 thì không."
    }

    private static func english(_ districts: Int, _ province: Int, _ least: Int) -> String {
        "Alerts: the count for the month of each district, of the province and of a domain (its indicators of "
            + "one unit added up, none that is a "
            + "part of another) is held against the n complete months among its own twelve before; with fewer "
            + "than \(least), or the month "
            + "itself incomplete, it is not judged. The test is conditional: given T, the sum of those months "
            + "and this one, this one is "
            + "beta-binomial of size T with a = m/(φ − 1), b = n·m/(φ − 1), m = T/(n + 1) (each month a "
            + "negative binomial count of variance "
            + "φ times mean; at φ = 1 binomial with probability 1/(n + 1)). The two-sided chance is twice the "
            + "smaller tail, the count "
            + "itself included, and 1 at most. Dispersion φ: Pearson's statistic, the sum of (x − x̄)²/x̄ over "
            + "the n months before, over the 20% "
            + "quantile of chi-squared with n − 1 degrees of freedom (its upper limit at 80%), and 1 at least; "
            + "for districts the statistics "
            + "and degrees of freedom of all that have any cases are added; for the province its own, no less "
            + "than the districts'; for a "
            + "domain no less than the largest of its districts'. Levels: 3% shared by \(districts) counts of "
            + "districts, 2% by \(province) of "
            + "the province and its domains; a chance at or below the level is an alert. Where nothing is "
            + "unusual the chance of even "
            + "one false alert in the month is at most 5%. Areas with few cases (a few a month) are in effect "
            + "not watched by this: three "
            + "times as many mostly raise no alert, and none at all never does."
    }
}
