/// Digits that a text spells one by one: «không bốn không một chín …», as a number is read out.
enum SpelledDigits {
    /// Fewer words, with the digits among them, identify nobody.
    private static let least = 7
    private static let wordsLeast = 5
    /// Between one word and the next: a comma and a blank at most.
    private static let gapMax = 2

    private static let values: [String: Unicode.Scalar] = [
        "không": "0", "khong": "0", "một": "1", "mot": "1", "mốt": "1", "hai": "2", "ba": "3", "bốn": "4", "bon": "4",
        "tư": "4", "tu": "4", "năm": "5", "nam": "5", "lăm": "5", "lam": "5", "sáu": "6", "sau": "6", "bảy": "7",
        "bẩy": "7", "bay": "7", "tám": "8", "tam": "8", "chín": "9", "chin": "9",
    ]

    /// Of a text, its scalars with spelled digits written as such, and their places; `nil` where nothing is spelled.
    static func read(_ text: SearchedText) -> (scalars: [Unicode.Scalar], places: [Int])? {
        var scalars: [Unicode.Scalar] = []
        var places: [Int] = []
        var isChanged = false
        var at = 0
        while at < text.scalars.count {
            let run = run(in: text, at)
            if run.words >= wordsLeast, run.digits.count >= least {
                scalars += run.digits.map(\.digit)
                places += run.digits.map { text.places[$0.place] }
                isChanged = true
                at = run.end
                continue
            }
            // A word is passed over whole.
            let isWord = text.scalars[at].isWordLetter
            repeat {
                scalars.append(text.scalars[at])
                places.append(text.places[at])
                at += 1
            } while isWord && at < text.scalars.count && text.scalars[at].isWordLetter
        }
        return isChanged ? (scalars, places) : nil
    }

    private struct Run {
        /// With the last scalar of each word.
        var digits: [(digit: Unicode.Scalar, place: Int)] = []
        var words = 0
        var end: Int
    }

    /// The words and digits from a place on that follow one another.
    private static func run(in text: SearchedText, _ start: Int) -> Run {
        var run = Run(end: start)
        var at = start
        while at < text.scalars.count {
            if text.scalars[at].isDigit, run.words > 0 {
                run.digits.append((text.scalars[at], at))
                at += 1
            } else {
                var end = at
                while end < text.scalars.count, end - at < 6, text.scalars[end].isWordLetter { end += 1 }
                guard end > at, !text[end].isWordLetter, let value = values[Folding.exact(text.text(at..<end))] else {
                    break
                }
                run.digits.append((value, end - 1))
                run.words += 1
                at = end
            }
            run.end = at
            var gap = at
            while gap < text.scalars.count, gap - at < gapMax, " ,-._".unicodeScalars.contains(text.scalars[gap]) {
                gap += 1
            }
            at = gap
        }
        return run
    }

    /// How many words in bytes follow one another that may be such; asked at the beginning of each word.
    struct Count {
        private var run = 0

        /// Takes the word that begins here; says whether so many have come that the text is worth reading.
        mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
            run = SpelledDigits.mayBegin(bytes, at) ? run &+ 1 : 0
            return run >= SpelledDigits.wordsLeast
        }
    }

    /// By its first letters, without telling those of two bytes apart.
    private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        let isVowel = next >= 0x80 || next | 0x20 == UInt8(ascii: "a") || next | 0x20 == UInt8(ascii: "o")
        switch bytes[at] | 0x20 {
        case UInt8(ascii: "k"), UInt8(ascii: "c"): return next | 0x20 == UInt8(ascii: "h")
        case UInt8(ascii: "m"), UInt8(ascii: "h"), UInt8(ascii: "b"), UInt8(ascii: "n"), UInt8(ascii: "l"),
            UInt8(ascii: "s"):
            return isVowel
        case UInt8(ascii: "t"): return isVowel || next | 0x20 == UInt8(ascii: "u")
        default: return false
        }
    }
}

extension SearchedText {
    /// The same with spelled digits as digits; `nil`: there are none.
    var withWordsAsDigits: SearchedText? {
        SpelledDigits.read(self).map { SearchedText(scalars: $0.scalars, places: $0.places) }
    }
}
