import Domain

/// Words above a table, above columns or above rows of it that say whose other figures follow: those of a plan, an estimate, another
/// period, or several months together.
enum OtherFigures {
    /// Whether a text says nothing else: «Ước thực hiện tháng 11», «(Cùng kỳ năm trước)», «Từ đầu năm đến nay», «Kết quả 10 tháng».
    ///
    /// - Parameter period: That of the figures that are asked for; several months together are another only for a month.
    static func areNamed(in text: String, besides period: Period) -> Bool {
        let words = Folding.words(bare(text))
        let own = words.drop { verbs.contains($0) }
        return [words[...], own].contains { isOf($0, besides: period) }
            || own.count < words.count && own.first == "nam" && own.count == 2 && period.monthCount == 1
                && PeriodText.year(own) != nil
    }

    private static func isOf(_ words: ArraySlice<String>, besides period: Period) -> Bool {
        if period.monthCount == 1, isOfMonths(words) { return true }
        if words.count == 2, words.first == "nam", let year = PeriodText.year(words), year != period.last.year {
            return true
        }
        // «Từ 01/01 đến nay».
        if words.count > 3, words.first == "tu", words.dropFirst().prefix(2).allSatisfy({ Int($0) == 1 }),
            words.dropFirst(3).first == "den"
        {
            return true
        }
        let key = words.joined(separator: " ") + " "
        return beginnings.contains { beginning in
            key.hasPrefix(beginning + " ")
                && key.dropFirst(beginning.count).split(separator: " ").allSatisfy { word in
                    word.allSatisfy(\.isNumber) || furtherWords.contains(String(word))
                }
        }
    }

    /// Whether the heading of a group of rows says that they have not been yet: «Chưa tổ chức», «Sẽ tổ chức trong tháng sau», «Kế hoạch
    /// (chưa thực hiện)», «Dự kiến mở tháng tới».
    static func areToCome(_ text: String) -> Bool {
        let words = Folding.words(text).drop { wordsOfWork.contains($0) || wordsOfPlans.contains($0) }
        return toCome.contains { words.starts(with: $0) && words.count <= $0.count + toComeWordsMost }
    }

    private static let toCome = [
        ["chua", "to", "chuc"], ["chua", "thuc", "hien"], ["chua", "trien", "khai"], ["chua", "mo"],
        ["chua", "dien", "ra"], ["se", "to", "chuc"], ["se", "thuc", "hien"], ["se", "trien", "khai"],
    ]

    private static let wordsOfPlans: Set<String> = ["ke", "hoach"]

    /// «… trong tháng tới»: more words tell of something else.
    private static let toComeWordsMost = 3

    /// Whether the heading of a group of rows says that another leads what they tell of: «Phối hợp», «Lớp phối hợp với đơn vị khác», «Do đơn vị
    /// khác chủ trì». Whoever leads reports it.
    static func areOfPartners(_ text: String) -> Bool {
        let words = Folding.words(text)
        let key = " " + words.joined(separator: " ") + " "
        if key.holds(" don vi khac ") { return key.holds(" phoi hop ") || key.holds(" chu tri ") }
        guard !key.holds(" chu tri ") else { return false }
        let behind = words.drop { wordsOfWork.contains($0) }
        return behind.starts(with: ["phoi", "hop"])
    }

    /// «Các lớp tập huấn phối hợp». A «chương trình phối hợp» is one's own.
    private static let wordsOfWork: Set<String> = [
        "cac", "nhung", "so", "lop", "dao", "tao", "tap", "huan", "boi", "duong", "buoi", "cuoc", "hoi", "nghi",
        "tuyen",
        "truyen", "hoat", "dong", "viec", "noi", "dung", "to", "chuc", "tham", "gia",
    ]

    /// Whether a title speaks of other figures than the period's: «BÁO CÁO KẾT QUẢ ĐÀO TẠO THÁNG 9 NĂM 2026», «KẾ HOẠCH ĐÀO TẠO QUÝ
    /// IV», «BÁO CÁO ƯỚC THỰC HIỆN THÁNG 10», «KẾT QUẢ … LŨY KẾ 10 THÁNG NĂM 2026». What a line refers to, and the day on which it
    /// was signed, is no title.
    static func areTitled(_ text: String, besides period: Period) -> Bool {
        let words = Folding.words(bare(text))
        if period.monthCount == 1, isTitleOfMonths(words) { return true }
        let key = " " + words.joined(separator: " ") + " "
        // «… THÁNG 10 VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 11»: what comes next stands in words.
        let ownWork = Array(words[..<(nextWork(in: words) ?? words.endIndex)])
        let named = PeriodText.named(inTitle: ownWork, year: period.last.year)
        if words.starts(with: ["ke", "hoach"]), words.count > 2, words[2] != "so", !named.isEmpty { return true }
        if words.starts(with: ["chi", "tieu"]),
            !named.isEmpty || ["giao cho", "giao nam", "duoc giao"].contains(where: { key.holds(" " + $0 + " ") })
        {
            return true
        }
        if words.starts(with: ["du", "thao"]) || key.holds(" vi du ") || key.holds(" khong su dung ") { return true }
        guard titles.contains(where: { key.hasPrefix(" " + $0 + " ") }), !references.contains(where: { key.holds($0) })
        else { return false }
        if key.holds(" uoc thuc hien ") { return true }
        if !named.isEmpty { return !named.contains(period) }
        return zip(words, words.dropFirst()).contains { word, next in
            word == "nam" && PeriodText.year([next]).map { $0 != period.last.year } ?? false
        }
    }

    /// What a file's name says of other figures than the period's own: `ke hoach` in `MTTQ-02-tt ke hoach nam 2026.xlsx`; what is done
    /// under a plan, or stands beside the month's figures, is none.
    static func words(inFileName words: [String]) -> String? {
        namesOfFiles.first { name in
            words.indices.contains { at in
                words[at...].starts(with: name)
                    && (at == 0 || !["hien", "theo", "va", "so", "cong", "voi"].contains(words[at - 1]))
            }
        }?.joined(separator: " ")
    }

    private static let namesOfFiles = [
        ["ke", "hoach"], ["luy", "ke"], ["uoc", "thuc", "hien"], ["chi", "tieu", "giao"], ["ban", "nhap"],
        ["du", "thao"], ["vi", "du"],
    ]

    /// Where a title goes on to what comes next.
    private static func nextWork(in words: [String]) -> Int? {
        words.indices.dropFirst().first { at in
            let rest = words[at...]
            if rest.starts(with: ["phuong", "huong"]) || rest.starts(with: ["va", "phuong", "huong"]) { return true }
            // «… và nhiệm vụ trọng tâm tháng 11»
            return [["va", "nhiem", "vu"], ["va", "ke", "hoach"]].contains { rest.starts(with: $0) }
                && rest.dropFirst(3).prefix(3).contains { ["thang", "quy", "nam"].contains($0) }
        }
    }

    /// Whether a text names the days of another span: «(Từ ngày 15/8/2026 đến ngày 14/9/2026)».
    static func areOfOtherDays(_ text: String, than days: ClosedRange<Day>) -> Bool {
        guard Folding.words(bare(text)).first == "tu", let named = PeriodText.days(text) else { return false }
        return named != days
    }

    /// Without the brackets around it.
    static func bare(_ text: String) -> String {
        text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
    }

    /// «10 tháng đầu năm 2026»: of several months together.
    private static func isOfMonths(_ words: ArraySlice<String>) -> Bool {
        guard words.count > 1, words[words.startIndex + 1] == "thang", let count = words.first.flatMap({ Int($0) })
        else {
            return false
        }
        return (2...12).contains(count)
            && words.dropFirst(2).allSatisfy { furtherWords.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// «KẾT QUẢ … LŨY KẾ 10 THÁNG NĂM 2026», «Báo cáo 9 tháng đầu năm»: a title of several months together.
    private static func isTitleOfMonths(_ words: [String]) -> Bool {
        words.indices.dropFirst().dropLast().contains { at in
            guard words[at] == "thang", let count = Int(words[at - 1]), (2...12).contains(count) else { return false }
            let isSum = at > 2 && words[at - 3] == "luy" && words[at - 2] == "ke"
            let after = words[at + 1]
            let hasNext = at + 2 < words.count
            return isSum || after == "dau" && hasNext && words[at + 2] == "nam"
                || after == "nam" && hasNext && PeriodText.year([words[at + 2]]) != nil
        }
    }

    private static let beginnings = [
        "luy ke", "cong don", "ke hoach", "kh", "chi tieu", "uoc", "du kien", "thang truoc", "ky truoc", "cung ky",
        "nam truoc", "quy truoc", "so giao", "so lieu luy ke", "so luy ke", "so ke hoach", "so uoc", "tu dau nam",
        "muc tieu", "nhiem vu duoc giao", "nhiem vu giao", "vi du", "so lieu vi du",
    ]

    /// What may stand before them.
    private static let verbs: Set<String> = ["ket", "qua", "so", "lieu", "tong", "cong", "thuc", "hien", "tinh"]

    private static let furtherWords: Set<String> = [
        "nam", "thang", "quy", "ky", "tu", "dau", "den", "cuoi", "het", "nay", "truoc", "giao", "duoc", "thuc", "hien",
        "ngay", "ca", "i", "ii", "iii", "iv",
    ]

    /// What a title begins with.
    private static let titles = [
        "bao cao", "ket qua", "bieu", "bang", "tong hop", "so lieu", "thong ke", "tinh hinh", "phu luc",
    ]

    /// What speaks of another paper, or compares.
    private static let references = [
        " theo ", " can cu ", " kem ", " ban hanh ", " cong van ", " quyet dinh ", " nghi quyet ", " so voi ",
        " cung ky ", " ke hoach ", " chuong trinh ", " thong tu ", " nghi dinh ", " chi thi ",
    ]
}
