/// The words of a text as the look for names reads them.
extension PersonName {
    /// A word, and whether only blanks part it from the one before.
    struct Word {
        let exact: String
        /// The lists of names and titles that it is in.
        let traits: Traits
        let isCapitalised: Bool
        let isShout: Bool
        let isNumber: Bool
        let follows: Bool
        /// A colon or a point parts it from the one before: «Ông: Lò Văn …».
        let isIntroduced: Bool

        /// The same as if nothing parted it from the one before.
        var following: Word {
            Word(
                exact: exact, traits: traits, isCapitalised: isCapitalised, isShout: isShout, isNumber: isNumber,
                follows: true,
                isIntroduced: false)
        }
    }

    static func words(of text: String) -> [Word] {
        let text = SearchedText(Folding.composed(text))
        var words: [Word] = []
        var at = 0
        var isParted = true
        var isIntroduced = false
        while at < text.scalars.count {
            guard text.scalars[at].isWordLetter || text.scalars[at].isDigit else {
                if text.scalars[at] != " ", text.scalars[at] != "_" {
                    isIntroduced = !isParted && (text.scalars[at] == ":" || text.scalars[at] == ".")
                    isParted = true
                }
                at += 1
                continue
            }
            var end = at
            while end < text.scalars.count, text.scalars[end].isWordLetter || text.scalars[end].isDigit { end += 1 }
            let written = text.text(at..<end)
            let letters = text.scalars[at..<end]
            let exact = Folding.exact(written)
            words.append(
                Word(
                    exact: exact, traits: Traits(of: exact), isCapitalised: letters.first?.isCapital ?? false,
                    isShout: letters.count > 1 && letters[letters.startIndex].isCapital
                        && letters.allSatisfy { $0.isCapital || $0.isDigit },
                    isNumber: letters.allSatisfy(\.isDigit), follows: !isParted, isIntroduced: isIntroduced))
            isParted = false
            isIntroduced = false
            at = end
        }
        return words
    }
}
