/// Words of what stands beside a period's own figures and only compares: those of the period before or of a plan, what they
/// differ by, shares, averages, and what has come together since January.
///
/// All take the key that `Folding.key` makes of a name.
enum ComparisonWords {
    /// Whether a row with such a name only compares: `Tổng kỳ trước`, `Tăng, giảm`, `Bình quân 1 xã`, `Tỷ lệ (%)`.
    static func nameRow(_ key: String) -> Bool {
        let key = key.utf8
        guard let first = key.first, firstLetters.contains(first) else { return false }
        if isOne(key[...]) { return true }
        guard let verb = verbs.first(where: { key.starts(with: $0.utf8) }) else { return false }
        return isOne(key.dropFirst(verb.utf8.count))
    }

    /// Whether a column with such a name only compares: also where the words come behind its own, as in
    /// `Lượt người nghe kỳ trước`.
    static func nameColumn(_ key: String) -> Bool {
        if nameRow(key) { return true }
        return phrases.contains { phrase in
            !phrase.standsFirst && key.holds(" " + phrase.words) && isAtWord(key, phrase.words)
        }
    }

    /// What such a name may begin with.
    static var beginnings: [String] { phrases.map(\.words) + verbs }

    private struct Phrase {
        let words: String
        /// Behind other words it is part of a name: `xây dựng kế hoạch`.
        var standsFirst = false
        /// Nothing stands behind it.
        var standsAlone = false
    }

    private static let phrases: [Phrase] =
        [
            "ky truoc", "thang truoc", "quy truoc", "nam truoc", "cung ky", "tang giam", "so voi", "so sanh",
            "chenh lech",
            "binh quan", "luy ke", "cong don", "tang so voi", "giam so voi",
        ].map { Phrase(words: $0) }
        + ["trung binh", "ty le", "ti le", "ty trong", "ke hoach", "dat ty le", "toc do tang"].map {
            Phrase(words: $0, standsFirst: true)
        }
        + ["tang", "giam"].map { Phrase(words: $0, standsFirst: true, standsAlone: true) }

    /// Longer ones first.
    private static let verbs = ["tong cong ", "tong so ", "tong ", "cong ", "so lieu ", "so "]

    private static let firstLetters = Set(
        (phrases.map(\.words) + verbs).compactMap { $0.utf8.first })

    private static func isOne(_ key: Substring.UTF8View) -> Bool {
        phrases.contains { phrase in
            let words = phrase.words.utf8
            guard key.starts(with: words) else { return false }
            if key.count == words.count { return true }
            return !phrase.standsAlone && key.dropFirst(words.count).first == UInt8(ascii: " ")
        }
    }

    /// Whether the words end where a word does.
    private static func isAtWord(_ key: String, _ words: String) -> Bool {
        (key + " ").holds(" " + words + " ")
    }
}
