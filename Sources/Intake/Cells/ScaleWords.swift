import Domain

/// Words that say that figures stand for so many times as many: `nghìn lượt`, `(1.000)`. All take the key that `Folding.key`
/// makes of a text.
enum ScaleWords {
    private static let words = [" nghin ", " ngan ", " trieu ", " tram ", " chuc ", " 1 000 ", " 1000 ", " k "]
    /// Those that are nothing else besides.
    private static let plainWords = ["nghin ", "ngan ", "1 000 ", "1000 ", "trieu luot ", "trieu nguoi "]

    /// Whether one of them stands among the words.
    static func stand(in key: String) -> Bool {
        let key = " " + key + " "
        return words.contains { key.holds($0) }
    }

    /// Whether the words begin with one.
    static func begin(_ key: String) -> Bool { plainWords.contains { (key + " ").hasPrefix($0) } }

    /// Whether the words speak of money, whose unit the form says.
    static func nameMoney(_ key: String) -> Bool {
        let key = " " + key + " "
        return [" dong ", " vnd ", " d "].contains { key.holds($0) }
    }

    /// In which power of ten of đồng words give money: 6 for «triệu đồng»; `nil` where they name none. «đồng» alone ends other words
    /// too («lao động»).
    static func money(_ key: String) -> Int? {
        if key.hasSuffix("vnd") || key.hasSuffix("tinh dong") || key == "dvt dong" { return 0 }
        let key = " " + key + " "
        return moneyUnits.first { unit in unit.words.contains { key.holds(" " + $0 + " ") } }?.power
    }

    /// The same of the name of a column of money, in which «đồng» at its end is no other word's.
    static func moneyOfColumn(_ key: String) -> Int? { money(key) ?? (key.hasSuffix(" dong") ? 0 : nil) }

    private static let moneyUnits: [(words: [String], power: Int)] = [
        (["trieu dong", "tr dong", "tr d", "trd", "trieu d", "000 000 dong"], 6),
        (["nghin dong", "ngan dong", "000 dong", "1000 dong", "1000d", "nghin d", "ngan d"], 3),
        (["ty dong", "ti dong"], 9),
    ]
}
