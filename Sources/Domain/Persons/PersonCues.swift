/// Words that say what a number beside them is.
package struct PersonCues: OptionSet {
    package let rawValue: Int

    /// Of identity papers.
    package static let identity = PersonCues(rawValue: 1)
    package static let telephone = PersonCues(rawValue: 2)
    static let tax = PersonCues(rawValue: 4)
    static let insurance = PersonCues(rawValue: 8)
    static let account = PersonCues(rawValue: 16)
    static let passport = PersonCues(rawValue: 32)
    /// Of driving licences.
    static let licence = PersonCues(rawValue: 128)
    /// Of telephones as devices.
    static let device = PersonCues(rawValue: 256)
    /// An office's number that everybody is to call.
    static let hotline = PersonCues(rawValue: 512)
    /// The number is a sum of money or a measure.
    package static let money = PersonCues(rawValue: 64)

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// What the words of a header, of a label, or before a number say.
    package init(in text: String) {
        self = []
        let words = Folding.words(SeenText.of(text))
        for place in words.indices {
            for phrase in Self.phrases[words[place]] ?? [] where words[place...].starts(with: phrase.words) {
                insert(phrase.cue)
            }
        }
        if contains(.account), words.hold("kho", "bac") || words.hold("dinh", "danh") { remove(.account) }
        // «Mã định danh cơ quan: H52.…»
        if contains(.identity), words.hold("co", "quan") || words.hold("don", "vi") { remove(.identity) }
        // «TK: 1903…», of a bank's account.
        if words.last == "tk" { insert(.account) }
        // «ĐT», and not the form 01/ĐT.
        if words.last == "dt", text.unicodeScalars.contains(where: { "Đđ:".unicodeScalars.contains($0) }),
            !text.utf8.contains(UInt8(ascii: "/"))
        {
            insert(.telephone)
        }
    }

    /// Words that follow one another.
    private struct Phrase {
        let words: [String]
        let cue: PersonCues
    }

    /// By their first word: a text is gone through once, whatever the number of phrases.
    private static let phrases = Dictionary(
        grouping: said.flatMap { cue, phrases in
            phrases.map { Phrase(words: $0.split(separator: " ").map(String.init), cue: cue) }
        }, by: { $0.words[0] })

    private static let said: [(PersonCues, [String])] = [
        (
            .identity,
            [
                "cccd", "cmnd", "cmtnd", "cmt", "can cuoc", "chung minh", "so dinh danh", "ma dinh danh",
                "so giay to", "giay to tuy than", "identity", "ddcn",
            ]
        ),
        (
            .telephone,
            [
                "sdt", "dien thoai", "dthoai", "di dong", "zalo", "tel", "phone", "mobile", "mob", "lien he",
                "hotline", "so may", "goi so", "lh", "viber", "whatsapp", "telegram",
            ]
        ),
        (.hotline, ["hotline", "duong day nong", "tong dai", "truc ban", "so truc", "dien thoai truc"]),
        (.tax, ["mst", "ma so thue"]),
        (.insurance, ["bhxh", "bao hiem xa hoi", "bhyt", "bao hiem y te", "so bao hiem"]),
        (
            .account,
            [
                "so tai khoan", "stk", "tai khoan ngan hang", "tk ngan hang", "so tk", "tk so", "tai khoan nhan",
                "the atm",
            ]
        ),
        (.licence, ["gplx", "giay phep lai xe", "bang lai xe"]),
        (.passport, ["ho chieu", "passport", "hc"]),
        (.device, ["imei", "meid"]),
        (
            .money,
            [
                "kinh phi", "tien", "dong", "trieu", "ty", "vnd", "von", "ngan sach", "gia tri", "du toan",
                "quyet toan", "giai ngan", "dien tich", "usd",
            ]
        ),
    ]
}

extension [String] {
    /// Whether two words follow one another.
    fileprivate func hold(_ first: String, _ second: String) -> Bool {
        zip(self, dropFirst()).contains { $0 == first && $1 == second }
    }
}
