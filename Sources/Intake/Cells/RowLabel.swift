import Domain

/// What the words at the head of a row make of it, beside a row of data.
enum RowLabel: Equatable {
    /// `Tổng cộng`, `Toàn tỉnh`: adds up the whole table.
    case grandTotal
    /// `Cộng`, `Cộng khu vực một`: adds up what stands above it.
    case groupTotal
    /// `Tổng huyện Sông Mã`, `Cộng xã Mai Sơn`: adds up a district, or what stands above it, by the words behind.
    case areaTotal(String)
    /// `Không phát sinh`
    case nothingOccurred
    /// `Cấp tỉnh (không phân theo xã)`: a value without a place.
    case provincial
    /// `Tổng kỳ trước`, `Tăng, giảm`, `Trong đó: …`: figures to compare with, of no place in the period.
    case comparison
    /// `Người lập biểu`, `Nơi nhận`, a date line: the table is over.
    case footer

    var isTotal: Bool {
        switch self {
        case .grandTotal, .groupTotal, .areaTotal, .comparison: true
        case .nothingOccurred, .provincial, .footer: false
        }
    }

    /// - Parameter text: The first words of a row, trimmed.
    init?(_ text: String) {
        guard Self.mayBeLabel(text.utf8) else { return nil }
        let key = Folding.key(text)
        guard Self.mayBeLabel(key: key) else { return nil }
        if ComparisonWords.nameRow(key) || Self.isPart(key) {
            self = .comparison
        } else if let area = Self.area(key, text) {
            self = .areaTotal(area)
        } else if Self.grandTotals.contains(key) || key.hasPrefix("tong cong ") || key.hasPrefix("tong so ")
            || key.hasPrefix("toan tinh ") && !key.contains("khong phan") || Self.isTotalOfSoMany(key)
        {
            self = .grandTotal
        } else if key == "cong" || key.hasPrefix("cong ") && !key.hasPrefix("cong an") {
            self = .groupTotal
        } else if Self.saysNothing(key) {
            self = .nothingOccurred
        } else if key == "cap tinh" || key.hasPrefix("cap tinh khong phan") || key == "khong phan theo xa" {
            self = .provincial
        } else if Self.footers.contains(where: { Self.begins(key.utf8, with: $0.utf8) }) || Self.isDateLine(key) {
            self = .footer
        } else {
            return nil
        }
    }

    private static let grandTotals: Set<String> = [
        "tong cong", "tong so", "tong", "toan tinh", "tong toan tinh", "cong toan tinh", "tong cong toan tinh",
        "t cong", "tong ky nay", "tong trong ky", "tong thang nay", "toan dia ban", "toan huyen", "toan xa",
        "tong cong chung", "cong chung", "ca tinh", "chung", "tong chung", "tc", "tong hop", "tong ky bao cao",
        "tong cac xa", "tong cac xa phuong", "tong toan don vi", "toan don vi", "so lieu toan tinh", "toan nganh",
        "total",
        "grand total", "sum", "tong thang", "tong trong thang",
    ]

    /// `Trong đó: xã biên giới`: some of what stands in other rows.
    static func isPart(_ key: String) -> Bool { key == partWords || key.hasPrefix(partWords + " ") }

    private static let partWords = "trong do"

    /// `Tổng 4 xã`, `Tổng 12 đơn vị`
    private static func isTotalOfSoMany(_ key: String) -> Bool {
        guard key.hasPrefix("tong ") else { return false }
        let words = key.split(separator: " ")
        return words.count > 2 && words[1].utf8.allSatisfy { $0 &- 0x30 < 10 }
            && ["xa", "phuong", "don", "dia", "huyen"].contains(words[2])
    }

    /// The area behind the words of a total: `huyện Sông Mã` of `Tổng cộng huyện Sông Mã`.
    private static func area(_ key: String, _ text: String) -> String? {
        guard let verb = verbs.first(where: { key.hasPrefix($0) }),
            kinds.contains(where: { key.dropFirst(verb.count).hasPrefix($0) })
        else { return nil }
        let count = verb.utf8.count { $0 == UInt8(ascii: " ") }
        let words = text.split { !($0.isLetter || $0.isNumber || "'’()-".contains($0)) }
        return words.count > count ? words.dropFirst(count).joined(separator: " ") : nil
    }

    /// What stands behind the words of a total, whatever it is: `Sông Mã` of `Tổng Sông Mã`.
    static func areaOfTotal(_ text: String) -> String? {
        guard let first = text.utf8.first, "tTcC".utf8.contains(first) else { return nil }
        let key = Folding.key(text)
        guard let verb = verbs.first(where: { key.hasPrefix($0) }) else { return nil }
        let words = text.split { $0.isWhitespace || ":;,.".contains($0) }
        let count = verb.utf8.count { $0 == UInt8(ascii: " ") }
        return words.count > count ? words.dropFirst(count).joined(separator: " ") : nil
    }

    /// Longer ones first.
    private static let verbs = ["tong cong ", "tong so ", "tong ", "cong ", "toan "]
    private static let kinds = ["huyen ", "dia ban ", "thanh pho ", "thi xa ", "cac xa ", "xa ", "phuong "]

    private static let footers = [
        "nguoi lap", "nguoi lap bieu", "nguoi tong hop", "nguoi bao cao", "nguoi kiem tra", "can bo tong hop",
        "thu truong", "thu truong don vi", "lanh dao", "giam doc", "pho giam doc", "chu tich", "pho chu tich",
        "truong phong", "chanh van phong", "truong cong an", "chi huy", "kt", "tm", "tl", "tuq", "ky", "ky ten",
        "ky ghi ro ho ten", "da ky", "ghi chu", "luu y", "noi nhan", "xac nhan cua", "ke toan", "ngay thang nam",
    ]

    /// With these words, and nothing or others behind them.
    private static func begins(_ key: String.UTF8View, with words: String.UTF8View) -> Bool {
        guard key.starts(with: words) else { return false }
        return key.count == words.count || key.dropFirst(words.count).first == UInt8(ascii: " ")
    }

    /// `…, ngày 14 tháng 10 năm 2026`, also with blanks to be filled in by hand.
    private static func isDateLine(_ key: String) -> Bool {
        let words = key.split(separator: " ")
        guard let day = words.firstIndex(of: "ngay"), day <= 6 else { return false }
        let rest = words[day...]
        return rest.contains("thang") && rest.contains("nam") && rest.count <= 6
    }

    /// Whether the key begins with a word that a label begins with; nearly all names do not.
    private static func mayBeLabel(key: String) -> Bool {
        if key.hasPrefix("ngay ") || key.holds(" ngay ") { return true }
        let first = key.utf8.prefix { $0 != UInt8(ascii: " ") }
        return firstWords.contains(String(first) ?? key)
    }

    private static let firstWords: Set<String> = Set(
        (Array(grandTotals) + verbs + footers + ComparisonWords.beginnings + nothings + nothingWords + provincials + [
            partWords
        ])
        .compactMap { $0.split(separator: " ").first.map(String.init) })

    /// «Không phát sinh», «Trong kỳ không có lớp tập huấn nào», «Đơn vị không tổ chức»: nothing was. A number says that something was.
    private static func saysNothing(_ key: String) -> Bool {
        var words = key.split(separator: " ")[...]
        while let first = words.first, nothingWords.contains(String(first)) { words = words.dropFirst() }
        let rest = words.joined(separator: " ").utf8
        return words.count <= nothingWordsMost && nothings.contains { begins(rest, with: $0.utf8) }
            && !rest.contains { $0 &- 0x30 < 10 }
    }

    private static let nothings = ["khong phat sinh", "khong co", "khong to chuc", "khong xay ra", "khong thuc hien"]

    /// What may stand before it.
    private static let nothingWords: Set<String> = [
        "trong", "ky", "thang", "quy", "nam", "bao", "cao", "nay", "don", "vi",
    ]
    private static let nothingWordsMost = 14

    private static let provincials = ["cap tinh", "khong phan theo xa"]

    /// Whether the first letters leave anything to compare: most rows are told apart here without folding.
    private static func mayBeLabel(_ bytes: String.UTF8View) -> Bool {
        var rest = bytes[...]
        while let first = rest.first, first < 0x41 { rest = rest.dropFirst() }
        guard let first = rest.first else { return false }
        if first >= 0x80 { return true }
        return "tckhnglpxdsbmq".utf8.contains(first | 0x20) || bytes.count > 12
    }
}
