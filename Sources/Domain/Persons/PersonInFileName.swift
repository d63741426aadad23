/// A file's name without what identifies a person in it.
struct PersonInFileName {
    let isFound: Bool
    /// Of numbers the last two digits are left; of persons, no word in capitals that is not all capitals.
    let hidden: String

    init(_ name: String) {
        var scalars = Array(name.unicodeScalars)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let numbers = PersonNumber.all(in: SearchedText(name))
        for number in numbers {
            let digits = number.range.filter { scalars[$0].isNumeral }
            // An address; and a number that is spelled.
            let isInWords = number.kind == .email || digits.count < PersonNumber.digitsMin
            let places = isInWords ? number.range.filter { scalars[$0] != "@" } : digits.dropLast(2)
            for place in places { scalars[place] = "*" }
        }
        // Words of a name are parted by hyphens, too.
        let spaced = String(SeenText.of(stem).map { "-_.+".contains($0) ? " " : $0 })
        let words = PersonName.Words(of: spaced)
        let lowered = Self.namesInSmallLetters(scalars[..<stem.unicodeScalars.count])
        let isNamed =
            BirthMention.isIn(spaced) || BirthMention.isIn(Self.withDates(stem))
            || PersonName.isAddressed(in: words)
            || PersonName.isNamed(in: words) && (BirthMention.mayStandIn(spaced) || Self.isList(stem))
            || !lowered.isEmpty || PersonName.holdsCivil(words)
        // Whose number it is stands beside it as often as not.
        let isBesideNumber = !numbers.isEmpty && PersonName.isNamed(in: words)
        if isNamed || isBesideNumber { Self.hideNames(in: &scalars, until: stem.unicodeScalars.count) }
        for place in lowered.joined() where scalars[place].isWordLetter { scalars[place] = "*" }
        isFound = !numbers.isEmpty || isNamed
        hidden = String(String.UnicodeScalarView(scalars))
    }

    /// «bao-cao-ong-lo-van-thu»: where somebody is addressed, born or listed.
    private static func namesInSmallLetters(_ stem: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var words: [(key: String, range: Range<Int>)] = []
        var at = 0
        while at < stem.count {
            var end = at
            while end < stem.count, stem[end].isWordLetter || stem[end].isNumeral { end += 1 }
            if end > at {
                words.append((Folding.plain(String(String.UnicodeScalarView(stem[at..<end]))), at..<end))
            }
            at = max(end, at + 1)
        }
        let keys = words.map(\.key)
        let key = " \(keys.joined(separator: " ")) "
        let isOfPersons = [" sn ", " sinh ", " ds ", " danh sach "].contains { key.holds($0) }
        return words.indices.compactMap { at in
            guard at + 2 < words.count, words[at + 2].key.allSatisfy(\.isLetter), keys[at + 2].count > 1,
                PersonName.plainFamilies.contains(keys[at]) && ["van", "thi"].contains(keys[at + 1])
                    || PersonName.plainFamiliesOfMong.contains(keys[at]) && keys[at + 1] == "a",
                !otherWords.contains("\(keys[at]) \(keys[at + 1])"),
                !otherWords.contains("\(keys[at + 1]) \(keys[at + 2])"),
                !PersonName.plainCommemorated.contains(keys[at...at + 2].joined(separator: " ")),
                isOfPersons || at > 0 && formsOfAddress.contains(keys[at - 1])
                    || certainFamilies.contains(keys[at]) && keys[at + 1] != "a"
                        && !PersonName.isOfMaker(Array(keys[max(0, at - 3)..<at]))
                        && !keys[max(0, at - 3)..<at].contains(where: { PersonName.plainPlaces.contains($0) })
            else { return nil }
            let isLonger = at + 3 < words.count && keys[at + 3].allSatisfy(\.isLetter) && !behind.contains(keys[at + 3])
            return words[at].range.lowerBound..<words[at + (isLonger ? 3 : 2)].range.upperBound
        }
    }

    /// «đô thị», «thi hành án», «thi đua»: no names.
    private static let otherWords: Set<String> = [
        "do thi", "thi hanh", "thi dua", "thi tran", "thi xa", "thi tuyen", "van hoa", "van ban", "van phong",
        "thi cong",
        "van nghe", "thi truong", "van minh", "thi diem", "thi dau", "thi sinh", "thi nghiem", "thi phan", "thi tim",
        "thi ky", "van de", "van tai", "van dong", "van hanh", "van chuyen", "van kien", "van khan",
    ]

    /// «Cao Thi Diem», «HA VAN HOA»: of words that are no name's.
    static func areOther(_ keys: [String]) -> Bool {
        otherWords.contains("\(keys[0]) \(keys[1])") || otherWords.contains("\(keys[1]) \(keys[2])")
    }

    /// Those that are hardly another word, in names that no form of address leads in.
    private static let certainFamilies: Set<String> = [
        "nguyen", "tran", "pham", "hoang", "huynh", "bui", "ngo", "lo", "quang", "leo",
    ]
    private static let formsOfAddress: Set<String> = [
        "ong", "ba", "chi", "anh", "chau", "em", "co", "thay", "dc", "mr", "mrs", "ms",
    ]

    /// Words that follow a name, and are none of it.
    private static let behind: Set<String> = ["lan", "thang", "gui", "bao", "sn", "sinh", "nam", "ky", "va", "cung"]

    /// Words parted by blanks, dates left whole: `sinh-ngay-12-03-1985` says when.
    private static func withDates(_ stem: String) -> String {
        let scalars = SearchedText(stem)
        return String(
            String.UnicodeScalarView(
                scalars.scalars.indices.map { at in
                    let isInDate = scalars[at - 1].isDigit && scalars[at + 1].isDigit
                    return "-_.+".unicodeScalars.contains(scalars[at]) && !isInDate ? " " : scalars[at]
                }))
    }

    private static func isList(_ stem: String) -> Bool {
        let key = " " + Folding.key(stem) + " "
        return key.holds(" ds ") || key.holds(" danh sach ")
    }

    private static func hideNames(in scalars: inout [Unicode.Scalar], until end: Int) {
        var at = 0
        while at < end {
            var to = at
            while to < end, scalars[to].isWordLetter || scalars[to].isNumeral { to += 1 }
            let word = scalars[at..<to]
            let isCode = word.allSatisfy { $0.isASCII && !$0.properties.isLowercase } && !word.allSatisfy(\.isNumeral)
            if word.first.map({ $0.properties.isUppercase || $0.isNumeral }) ?? false, !isCode {
                for place in at..<to { scalars[place] = "*" }
            }
            at = max(to, at + 1)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isNumeral: Bool { properties.numericType == .decimal }
}
