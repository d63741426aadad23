/// Names of persons as Vietnamese documents write them: a family name, perhaps a middle one, a given name.
package enum PersonName {
    /// The words of a text, in which names are looked for: made once where more than one thing is asked of it.
    package struct Words {
        fileprivate let words: [Word]

        fileprivate init(words: [Word]) { self.words = words }

        package init(of text: String) { words = PersonName.words(of: text, WrittenWord.init) }

        /// The same, of one text among many.
        package init(of text: String, _ known: inout KnownWords) {
            words = PersonName.words(of: text) { known.word($0) }
        }
    }

    /// Whether a cell holds a name and nothing else, with a number or a form of address before it at most.
    package static func isWhole(_ text: String) -> Bool { isWhole(Words(of: text)) }

    package static func isWhole(_ text: Words) -> Bool {
        isName(withoutTitle(text))
    }

    private static func withoutTitle(_ text: Words) -> ArraySlice<Word> {
        let words = text.words
        // «a) Lò Văn …»
        let isLettered = words.count > 1 && words[0].exact.count == 1 && !words[0].isCapitalised && !words[1].follows
        return words.dropFirst(isLettered ? 1 : 0).drop { $0.isNumber || isTitle($0) }
    }

    private static func isTitle(_ word: Word) -> Bool {
        word.traits.hasAny(.title)
    }

    /// Whether it is one that no place is called by: «Lò Văn …», «Nguyễn Thị …», or three words and more.
    package static func isStrong(_ text: String) -> Bool { isStrong(Words(of: text)) }

    package static func isStrong(_ text: Words) -> Bool {
        isWhole(text) && text.words.count { !$0.isNumber && !isTitle($0) } >= 3
    }

    /// Whether it is one that a person bears and neither a street nor a school: «Lò Văn …», «nguyễn thị …», alone in its cell.
    package static func isCivil(_ text: Words) -> Bool {
        let words = withoutTitle(text)
        if isAbbreviated(words) || isPlainCivil(words) || isOfTheNorthWest(words) { return true }
        guard (3...4).contains(words.count), let first = words.first,
            first.traits.hasAny(.family) || rareFamilies.contains(first.exact),
            let middle = words.dropFirst().first?.exact,
            ["văn", "thị"].contains(middle)
                || middlesOfTheNorthWest.contains(middle) && ofTheNorthWest.contains(first.exact),
            words.dropFirst().allSatisfy(\.follows), words.allSatisfy({ !$0.isNumber })
        else { return false }
        let isLowered = words.allSatisfy { !$0.isCapitalised }
        guard words.allSatisfy(\.isCapitalised) || isLowered && certain.contains(first.exact) else { return false }
        let given = words.dropFirst(2).map(\.exact)
        // «Đồng Văn Thị Tứ»
        if middle == "văn", given[0] == "thị" { return false }
        return !nouns.contains(given[0]) && !namesakes.contains(given[0])
            && !commemorated.contains(words.prefix(3).map(\.exact).joined(separator: " "))
    }

    /// «Lường Minh …», «Bạc Cầm …», «Giàng Seo …»: family names of the Thái and the Mông that begin no street, school or word.
    private static func isOfTheNorthWest(_ words: ArraySlice<Word>) -> Bool {
        guard (3...4).contains(words.count), let first = words.first, let second = words.dropFirst().first,
            words.dropFirst().allSatisfy(\.follows), words.allSatisfy({ $0.isCapitalised && !$0.isNumber }),
            !commemorated.contains(words.prefix(3).map(\.exact).joined(separator: " ")),
            !words.contains(where: { namesakes.contains($0.exact) || places.contains($0.exact) }),
            !words.contains(where: { ofHighlandPlaces.contains($0.exact) })
        else { return false }
        if ofThaiAlone.contains(first.exact) { return !nouns.contains(second.exact) }
        return middlesOfThai[first.exact]?.contains(second.exact) ?? false
    }

    /// «Nguyễn T. …», «Lò V. …»: the middle name as its first letter.
    private static func isAbbreviated(_ words: ArraySlice<Word>) -> Bool {
        guard (3...4).contains(words.count), let first = words.first, let last = words.last,
            first.traits.hasAny(.family), words.allSatisfy({ $0.isCapitalised && !$0.isNumber })
        else { return false }
        let middle = words.dropFirst().dropLast()
        return middle.allSatisfy { $0.exact.count == 1 } && middle.first?.follows ?? false && last.exact.count > 1
            && last.isIntroduced
    }

    /// «Lo Van …», as it is written without diacritics.
    private static func isPlainCivil(_ words: ArraySlice<Word>) -> Bool {
        (3...4).contains(words.count) && isPlain(words) && words.allSatisfy { $0.isCapitalised && !$0.isNumber }
            && words.dropFirst().allSatisfy(\.follows)
    }

    /// Whether a cell is a form of address and one word of a name, and says no more than where: «bà … bản Nà».
    package static func isAddressedAlone(_ text: Words) -> Bool {
        let words = text.words
        guard words.count >= 2, formsOfAddress.contains(words[0].exact), !words[0].isCapitalised,
            words[1].isCapitalised, words[1].follows, !words[1].isNumber, !famous.contains(words[1].exact)
        else { return false }
        guard let next = words.dropFirst(2).first else { return true }
        return next.follows && !next.isCapitalised && (ofHomes.contains(next.exact) || ofPersons.contains(next.exact))
    }

    /// Whether a text begins with such a name and goes on with what somebody does: «Lò Thị Mẫu và con», «Tên: Lò Văn …».
    package static func beginsWithCivil(_ text: Words) -> Bool {
        var words = text.words[...]
        if words.first?.exact == "tên", words.dropFirst().first?.isIntroduced ?? false {
            words = words.dropFirst()
            if let first = words.first, isCivil(Words(words: [first.following] + words.dropFirst())) { return true }
        }
        guard words.count > 3, let next = words.dropFirst(3).first else { return false }
        // «Lò Văn … (bản Nà)», «Lò Văn … - bản Nà»
        let isAtHome = !next.follows && !next.isCapitalised && ofVillages.contains(next.exact)
        guard next.follows && ofPersons.contains(next.exact) || isAtHome else { return false }
        return isCivil(Words(words: Array(words.prefix(3))))
    }

    /// Whether a text speaks of a person by name: «ông Lò Văn X», or a full name that is no street's or school's.
    package static func isNamed(in text: String) -> Bool { isNamed(in: Words(of: text)) }

    package static func isNamed(in text: Words) -> Bool {
        let words = text.words
        return words.indices.contains {
            isAddressed(words, $0, leastWords: 2) || isFull(words, $0) || isDoer(words, $0)
                || isAbbreviated(words[$0...].prefix(3))
        }
    }

    /// Whether a person is addressed by name: «ông Lò Văn X». Of one word, «chị Xuân», only where asked for.
    package static func isAddressed(in text: String, leastWords: Int = 2) -> Bool {
        isAddressed(in: Words(of: text), leastWords: leastWords)
    }

    package static func isAddressed(in text: Words, leastWords: Int = 2) -> Bool {
        let words = text.words
        return words.indices.contains { isAddressed(words, $0, leastWords: leastWords) }
    }

    private static func isAddressed(_ words: [Word], _ at: Int, leastWords: Int) -> Bool {
        guard let length = honorificLength(words, at), at == 0 || !words[at - 1].traits.hasAny(.place) else {
            return false
        }
        // «đồng chí Đại úy Lò Văn …», «chủ hộ là …»
        let start = at + length + (length > 1 ? words[(at + length)...].prefix { isBetween($0) }.count : 0)
        guard let first = words[start...].first, first.follows || first.isIntroduced else { return false }
        // «Ô. Lò Văn …», and not «Ô Tô».
        if words[at].exact == "ô", !first.isIntroduced { return false }
        if length == 1, isLowered(words, start) { return true }
        guard first.isCapitalised else { return false }
        let name = words[start...].prefix(1 + givenCount(words, start))
        if leastWords == 1, length == 1, name.count == 1 {
            // «Anh em Thái», «bà con Mông», «các cháu Mầm non» are many.
            return !famous.contains(first.exact)
                && (at == 0 || !honorifics.contains(words[at - 1].exact) && !many.contains(words[at - 1].exact))
        }
        if length == 1, !words[at].traits.hasAny(.honorific) { return isPlain(name) }
        let isFamily =
            first.traits.hasAny(.family) || name.dropFirst().first.map { middles.contains($0.exact) } ?? false
        return name.count >= 2 && isFamily && !(length >= 2 && name.count < 3)
    }

    /// What may stand between a person's part and the name.
    private static func isBetween(_ word: Word) -> Bool {
        word.follows && (degrees.contains(word.exact) || word.exact == "là")
    }

    /// «Đinh Công … bị khởi tố»: of three or four words with a capital, whose first is a family name, what is said of one
    /// person.
    private static func isDoer(_ words: [Word], _ at: Int) -> Bool {
        guard words[at].isCapitalised, !words[at].isShout, words[at].traits.hasAny(.family),
            !isPlace(words, before: at), at == 0 || !words[at].follows || !words[at - 1].isCapitalised
        else { return false }
        let given = givenCount(words, at)
        guard (2...3).contains(given), at + given + 1 < words.count, words[at + given + 1].follows else { return false }
        let behind = words[(at + given + 1)...].prefix(2).map(\.exact)
        return deedsOfOne.contains { behind.starts(with: $0) }
    }

    /// «ông lò văn thử», in small letters.
    private static func isLowered(_ words: [Word], _ at: Int) -> Bool {
        at + 2 < words.count && words[at].traits.hasAny(.family) && ["văn", "thị"].contains(words[at + 1].exact)
            && words[at + 1].follows && words[at + 2].follows && !words[at + 2].isNumber
    }

    /// How many persons a text names in full, who bear no name of streets and schools; none where it speaks of places.
    package static func countNamed(in text: Words) -> Int {
        let words = text.words
        guard !words.contains(where: { namesakes.contains($0.exact) }) else { return 0 }
        var found: Set<String> = []
        for at in words.indices where at + 2 < words.count && middles.contains(words[at + 1].exact) {
            guard at == 0 || !placesNearby.contains(words[at - 1].exact), isFull(words, at, beingPlaces: false) else {
                continue
            }
            let name = words[at...].prefix(3).map(\.exact).joined(separator: " ")
            if !commemorated.contains(name) { found.insert(name) }
        }
        return found.count
    }

    /// Whether a text says of somebody by name what is said of no street and no school: «bắt giữ …».
    package static func isOfDeed(_ text: String, _ words: Words) -> Bool {
        let exact = Folding.exact(text)
        return deeds.contains { exact.holds($0) } && countNamed(in: words) > 0
            || words.words.indices.contains { isDoer(words.words, $0) }
    }

    /// Whether the words of a file's name hold such a name, which no word of a place leads in: «Lo Van …», «Giàng A …».
    static func holdsCivil(_ text: Words) -> Bool {
        let words = text.words
        return words.indices.contains { at in
            guard at + 2 < words.count, words[at].isCapitalised, !isOfMaker(words[max(0, at - 3)..<at].map(\.exact)),
                !words[max(0, at - 3)..<at].contains(where: {
                    places.contains($0.exact) || plainPlaces.contains($0.exact)
                })
            else { return false }
            let name = words[at...at + 2]
            guard name.allSatisfy({ $0.isCapitalised && !$0.isNumber }), name.last?.exact.count ?? 0 > 1,
                !PersonInFileName.areOther(name.map { Folding.plain($0.exact) })
            else { return false }
            return isCivil(Words(words: Array(name)))
        }
    }

    /// Whether words of a file's name say who made it: «nguoi-lap-…».
    static func isOfMaker(_ before: [String]) -> Bool {
        zip(before, before.dropFirst()).contains { makers.contains(Folding.plain($0 + " " + $1)) }
    }

    private static let makers: Set<String> = [
        "nguoi lap", "lap bieu", "nguoi gui", "nguoi nhap", "nguoi tong", "can bo", "chuyen vien", "nguoi bao",
    ]

    /// How many words of a name follow its first.
    private static func givenCount(_ words: [Word], _ at: Int) -> Int {
        words[(at + 1)...].prefix { $0.isCapitalised && $0.follows }.count
    }

    /// A family name and two words more, that are not called so because a street or a school is.
    private static func isFull(_ words: [Word], _ at: Int, beingPlaces: Bool = true) -> Bool {
        guard words[at].isCapitalised, words[at].traits.hasAny(.anyFamily),
            !beingPlaces || !isPlace(words, before: at)
        else {
            return false
        }
        if at > 0, words[at].follows, words[at - 1].isCapitalised, !words[at - 1].isShout { return false }
        let name = words[at...].prefix(6)
        let rest = name.dropFirst().prefix { $0.isCapitalised && $0.follows }
        // «Vi phạm hành chính», «Quản lý thị trường»
        guard rest.count >= 2, let middle = rest.first, rest.prefix(2).allSatisfy({ !nouns.contains($0.exact) }),
            !commemorated.contains(name.prefix(3).map(\.exact).joined(separator: " "))
        else { return false }
        if words[at].isShout, rest.count > 4 { return false }
        if middle.exact == "văn", rest.dropFirst().first?.exact == "thị" { return false }
        if isPlain(words[at...].prefix(3)) { return true }
        return middles.contains(middle.exact) || certain.contains(words[at].exact) && rest.count <= 4
    }

    /// «Lo Van An», without its diacritics.
    private static func isPlain(_ words: ArraySlice<Word>) -> Bool {
        let keys = words.prefix(3).map(\.exact)
        if keys.count == 3, keys[1] == "a", plainFamiliesOfMong.contains(keys[0]) {
            return !plainNouns.contains(keys[2])
        }
        return keys.count == 3 && ["van", "thi"].contains(keys[1]) && plainFamilies.contains(keys[0])
            && !plainNouns.contains(keys[2]) && !plainCommemorated.contains(keys.joined(separator: " "))
    }

    private static func isName(_ words: ArraySlice<Word>) -> Bool {
        guard (2...5).contains(words.count), let first = words.first, first.traits.hasAny(.family) else {
            return false
        }
        return words.allSatisfy { $0.isCapitalised && !$0.isNumber } && words.dropFirst().allSatisfy(\.follows)
    }

    private static func honorificLength(_ words: [Word], _ at: Int) -> Int? {
        let traits = words[at].traits
        if traits.hasAny(.titleBeginning) {
            for length in [4, 2] where at + length <= words.count {
                if titles.contains(words[at..<at + length].map(\.exact).joined(separator: " ")) { return length }
            }
        }
        return traits.hasAny(.anyHonorific) ? 1 : nil
    }

    /// Whether one of the three words before says that a place bears the name.
    private static func isPlace(_ words: [Word], before at: Int) -> Bool {
        let before = words[max(0, at - 3)..<at]
        return before.contains { $0.traits.hasAny(.place) }
            || before.map(\.exact).joined(separator: " ").contains("trung tâm")
    }
}
