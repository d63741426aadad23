/// A word of up to seven letters of Vietnamese, and whether it can be a syllable: an onset, a rhyme, one tone at most.
struct VietnameseSyllable {
    /// The letters without their tone, the last in the lowest byte.
    private(set) var letters: UInt64 = 0
    private(set) var count = 0
    /// Two tones are no syllable's.
    private(set) var tones = 0
    private(set) var tone = VietnameseLetters.Tone.none

    static let lettersMax = 7

    mutating func append(_ letter: UInt8) {
        if count < Self.lettersMax { letters = letters << 8 | UInt64(letter) }
        count += 1
    }

    mutating func add(tone: UInt8) {
        self.tone = tone
        tones += 1
    }

    var lastLetter: UInt8 {
        get { UInt8(truncatingIfNeeded: letters) }
        set { letters = letters & ~0xFF | UInt64(newValue) }
    }

    /// The same for the same word, wherever its tone is written (hòa, hoà); nil if it is too long to be told.
    var key: UInt64? {
        count <= Self.lettersMax ? letters | UInt64(tone) << 56 : nil
    }

    /// Consonants alone: initials (GDĐT), which prove nothing.
    var isWithoutVowel: Bool {
        !(0..<min(count, Self.lettersMax)).contains { at in
            VietnameseLetters.isVowel(UInt8(truncatingIfNeeded: letters >> UInt64(8 * at)))
        }
    }

    var isPossible: Bool {
        guard count > 0, count <= Self.lettersMax, tones <= 1 else { return false }
        for length in 0...min(3, count - 1) {
            let shift = UInt64(8 * (count - length))
            let (onset, rhyme) = (letters >> shift, letters & ((1 << shift) - 1))
            if let kind = Self.onsets[onset], Self.rhymes.contains(rhyme), kind.allows(rhyme, count - length) {
                return isToneAllowed
            }
        }
        return false
    }

    /// A syllable that a stop closes is said high or low, and written so.
    private var isToneAllowed: Bool {
        switch lastLetter {
        case UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t"): isHighOrLow
        case UInt8(ascii: "h") where letters >> 8 & 0xFF == UInt64(UInt8(ascii: "c")): count == 2 || isHighOrLow
        default: true
        }
    }

    private var isHighOrLow: Bool {
        tone == VietnameseLetters.Tone.sharp || tone == VietnameseLetters.Tone.heavy
    }

    /// Whether the word can be a syllable if each `?` in it stands for one lost letter.
    var isPossibleWithWildcards: Bool {
        guard count > 1, count <= Self.lettersMax else { return false }
        return Self.onsetSpellings.contains { onset in
            onset.count < count && Self.matches(letters >> UInt64(8 * (count - onset.count)), onset)
                && Self.rhymeSpellings.contains { rhyme in
                    onset.count + rhyme.count == count
                        && Self.matches(letters & ((1 << UInt64(8 * rhyme.count)) - 1), rhyme)
                }
        }
    }

    /// What is lost is a letter with marks: a vowel, or Đ.
    private static func matches(_ letters: UInt64, _ spelling: [UInt8]) -> Bool {
        var rest = letters
        for letter in spelling.reversed() {
            let written = UInt8(truncatingIfNeeded: rest)
            let canBeLost = VietnameseLetters.isVowel(letter) || letter == VietnameseLetters.crossedD
            guard written == letter || (written == VietnameseLetters.wildcard && canBeLost) else { return false }
            rest >>= 8
        }
        return true
    }

    /// Before which rhymes an onset is written so.
    private enum Onset {
        case any, none, beforeFront, notBeforeFront, hardG, afterQU, afterGI

        func allows(_ rhyme: UInt64, _ length: Int) -> Bool {
            let first = UInt8(truncatingIfNeeded: rhyme >> UInt64(8 * (length - 1)))
            let (e, i, y) = (UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"))
            let circumflexE: UInt8 = 0x84
            let isFront = first == e || first == circumflexE || first == i
            let isYWithMore = first == y && length > 1
            switch self {
            case .any: return !isYWithMore
            case .none: return !VietnameseSyllable.rhymesAfterQU.contains(rhyme)
            case .beforeFront: return isFront || (first == y && length == 1)
            case .notBeforeFront: return !isFront && first != y
            case .hardG: return first != e && first != circumflexE && first != y
            case .afterQU: return first != UInt8(ascii: "u") && first != 0x87
            case .afterGI: return first != i && first != y
            }
        }
    }

    private static let onsets: [UInt64: Onset] = {
        var onsets: [UInt64: Onset] = [0: .none]
        let written: [(String, Onset)] = [
            ("b ch d đ h kh l m n nh p ph r s t th tr v x", .any), ("k gh ngh", .beforeFront),
            ("c ng", .notBeforeFront), ("g", .hardG), ("qu", .afterQU), ("gi", .afterGI),
        ]
        for (spellings, kind) in written {
            for spelling in spellings.split(separator: " ") { onsets[packed(spelling)] = kind }
        }
        return onsets
    }()

    private static let rhymes = Set(spelledRhymes.split(separator: " ").map { packed($0) })
    private static let rhymesAfterQU = Set("yt ynh ych yn yp".split(separator: " ").map { packed($0) })
    private static let rhymeSpellings = spelledRhymes.split(separator: " ").map { spelling($0) }
    private static let onsetSpellings = [[]] + spelledOnsets.split(separator: " ").map { spelling($0) }
    private static let spelledOnsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

    private static let spelledRhymes = """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong \
        ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uôc uôi uôm uôn uông uôt uơ uy uya uych \
        uyn uynh uyt uyu uyên uyêt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
        y yêm yên yêng yêt yêu yt ynh ych yn yp
        """

    private static func spelling(_ text: Substring) -> [UInt8] {
        text.unicodeScalars.compactMap { VietnameseLetters.parts(of: $0)?.letter }
    }

    private static func packed(_ text: Substring) -> UInt64 {
        spelling(text).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
