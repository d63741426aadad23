import Domain
import Reporting

/// The words of the page's frame; those of its contents come with them.
struct PageWords {
    private let language: Language
    private let level: OfficeLevel

    init(_ language: Language, _ level: OfficeLevel) {
        self.language = language
        self.level = level
    }

    /// By the names that the template and the script use.
    var all: [String: String] {
        PageWords.words.merging(ofLevel) { _, own in own }.mapValues { $0[language] }
    }

    subscript(name: String) -> String { (ofLevel[name] ?? PageWords.words[name])?[language] ?? name }

    /// What names the whole and its parts.
    private var ofLevel: [String: Bilingual] {
        let (whole, head) = (level.wholeInText, level.whole)
        return [
            "main": Bilingual(vi: head.vi, en: "The \(head.en.lowercased())"),
            "months": Bilingual(
                vi: "Số liệu theo tháng của \(whole.vi)", en: "Figures of \(whole.en) by month"),
            "places": level == .province
                ? Bilingual(vi: "Số liệu theo địa bàn, xã, phường", en: "Figures by area and commune")
                : Bilingual(vi: "Số liệu theo tỉnh, thành phố", en: "Figures by province"),
            "place": level == .province
                ? Bilingual(vi: "Địa bàn, xã, phường", en: "Area, commune")
                : Bilingual(vi: "Tỉnh, thành phố", en: "Province"),
        ]
    }

    private static let words: [String: Bilingual] = [
        "items": Bilingual(vi: "Các chỉ tiêu chính", en: "Main figures"),
        "map": Bilingual(vi: "Bản đồ các xã, phường", en: "Map of the communes"),
        "decisions": Bilingual(vi: "Cần quyết định", en: "To be decided"),
        "missing": Bilingual(vi: "Báo cáo còn thiếu", en: "Reports not in"),
        "district": Bilingual(vi: "Thuộc địa bàn", en: "In the area of"),
        "border": Bilingual(vi: "biên giới", en: "border"),
        "borderMark": Bilingual(vi: "xã biên giới", en: "border commune"),
        "zero": Bilingual(vi: "không phát sinh (bằng 0)", en: "none (zero)"),
        "suppressed": Bilingual(vi: "(bm) số liệu được bảo mật", en: "(c) confidential, not shown"),
        "absent": Bilingual(vi: "không có số (CB, ..., x, KSS)", en: "no number (n/r, ..., x, n/c)"),
        "marks": Bilingual(vi: "Ký hiệu", en: "Marks"),
        "notes": Bilingual(vi: "Ghi chú", en: "Notes"),
        "lines": Bilingual(
            vi: "Đường liền: năm nay; đường đứt: năm trước; điểm rỗng giữa: số liệu sơ bộ.",
            en: "Solid line: this year; dashed: last year; hollow points: provisional."),
        "chooseItem": Bilingual(vi: "Chỉ tiêu", en: "Figure"),
        "chooseSpan": Bilingual(vi: "Thời gian", en: "Time"),
        "chooseCommune": Bilingual(vi: "Xã, phường", en: "Commune"),
        "none": Bilingual(vi: "(bấm vào bản đồ hoặc chọn)", en: "(press on the map, or choose)"),
        "sort": Bilingual(vi: "Sắp xếp theo", en: "Sort by"),
        "scroll": Bilingual(vi: "bảng, kéo ngang để xem hết", en: "table, scroll to see all of it"),
        "more": Bilingual(vi: "Bấm để mở bảng", en: "Press to open the table"),
    ]

    /// `Báo cáo đã nhận: 12/13 (chưa đủ)`
    func reports(_ completeness: Completeness) -> String {
        let counts = "\(language.count(completeness.received))/\(language.count(completeness.owed))"
        let words = language == .vi ? "Báo cáo đã nhận: \(counts)" : "Reports received: \(counts)"
        return completeness.isWhole ? words : words + (language == .vi ? " (chưa đủ)" : " (not all)")
    }

    /// `Lũy kế từ đầu năm: 380 lớp, đạt 84,4% kế hoạch`
    ///
    /// Of what there is at the period's end, which adds up over no months, `Đạt 84,4% kế hoạch năm` where a target was laid down.
    func cumulative(_ item: LeaderPage.Item, _ page: LeaderPage) -> String {
        guard item.isFlow || item.isRatio else {
            guard let share = item.targetShare, share.amount != nil else { return "" }
            let percent = Table.Cell.percentage(share, signed: false).text(in: language)
            return language == .vi ? "Đạt \(percent) kế hoạch năm" : "\(percent) of the year's target"
        }
        let counted = item.counted(item.cumulative, language)
        let head = language == .vi ? "Lũy kế từ đầu năm: \(counted)" : "Year to date: \(counted)"
        guard let share = item.targetShare, share.amount != nil else { return head }
        let percent = Table.Cell.percentage(share, signed: false).text(in: language)
        return language == .vi ? "\(head), đạt \(percent) kế hoạch" : "\(head), \(percent) of the target"
    }

    /// Of one commune: `Xã Chiềng Sơn (biên giới): 12 lớp`.
    func title(_ place: LeaderPage.Place, _ value: String) -> String {
        "\(place.name)\(place.isBorder ? " (\(self["border"]))" : ""): \(value)"
    }
}
