/// The words of a text as the look for names reads them.
extension PersonName {
    /// A word as it is written, wherever it stands.
    struct WrittenWord {
        let exact: String
        /// The lists of names and titles that it is in.
        let traits: Traits
        let isCapitalised: Bool
        let isShout: Bool
        let isNumber: Bool

        /// - Parameter text: Letters and digits alone.
        init(_ text: String) {
            exact = Folding.exact(text)
            traits = Traits(of: exact)
            let letters = text.unicodeScalars
            isCapitalised = letters.first?.isCapital ?? false
            isShout =
                isCapitalised && letters.dropFirst().first != nil
                && letters.allSatisfy { $0.isCapital || $0.isDigit }
            isNumber = letters.allSatisfy(\.isDigit)
        }
    }

    /// A word, and whether only blanks part it from the one before.
    struct Word {
        private let written: WrittenWord
        let follows: Bool
        /// A colon or a point parts it from the one before: «Ông: Lò Văn …».
        let isIntroduced: Bool

        init(_ written: WrittenWord, follows: Bool, isIntroduced: Bool) {
            (self.written, self.follows, self.isIntroduced) = (written, follows, isIntroduced)
        }

        var exact: String { written.exact }
        var traits: Traits { written.traits }
        var isCapitalised: Bool { written.isCapitalised }
        var isShout: Bool { written.isShout }
        var isNumber: Bool { written.isNumber }

        /// The same as if nothing parted it from the one before.
        var following: Word { Word(written, follows: true, isIntroduced: false) }
    }

    /// Words that were met before: the cells of a file are made of the same few.
    package struct KnownWords {
        private var words: [ExactText: WrittenWord] = [:]
        private static let most = 20_000

        package init() {}

        mutating func word(_ written: String) -> WrittenWord {
            if let word = words[ExactText(written)] { return word }
            let word = WrittenWord(written)
            if words.count < Self.most { words[ExactText(written)] = word }
            return word
        }
    }

    static func words(of text: String, _ find: (String) -> WrittenWord) -> [Word] {
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
            words.append(Word(find(text.text(at..<end)), follows: !isParted, isIntroduced: isIntroduced))
            isParted = false
            isIntroduced = false
            at = end
        }
        return words
    }
}
