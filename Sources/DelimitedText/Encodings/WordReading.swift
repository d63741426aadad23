/// What the words in a run of letters are worth as evidence that the run has been decoded rightly.
struct WordReading {
    enum Verdict { case proof, counterproof, neither }

    /// A run of several words (joined by a no-break space, say) is as good as the worst of them; plain ASCII and
    /// initials speak neither for nor against.
    private(set) var verdict = Verdict.neither
    /// The words as `VietnameseSyllable.key` has them.
    private(set) var keys: [UInt64] = []

    private var syllable = VietnameseSyllable()
    private var isBeyondASCII = false
    private var isForeign = false
    /// A symbol, which only matters between two letters: °C, «Sơn La», m² are clean.
    private var hasPendingSymbol = false

    init(_ run: some Collection<UInt8>) {
        for scalar in String(decoding: run, as: UTF8.self).unicodeScalars { take(scalar) }
        endWord()
    }

    private mutating func take(_ written: Unicode.Scalar) {
        // Typed on another keyboard: no code page shows Vietnamese as these letters alone.
        let scalar = (0x370...0x52F).contains(written.value) ? VietnameseLetters.latin(alike: written) : written
        if scalar != written { isBeyondASCII = true }
        if let (letter, tone) = VietnameseLetters.parts(of: scalar) {
            beginLetter(scalar)
            syllable.append(letter)
            if tone != VietnameseLetters.Tone.none { syllable.add(tone: tone) }
        } else if let tone = VietnameseLetters.tone(of: scalar) {
            beginLetter(scalar)
            if syllable.count == 0 { isForeign = true } else { syllable.add(tone: tone) }
        } else if syllable.count > 0, let marked = VietnameseLetters.letter(syllable.lastLetter, with: scalar) {
            beginLetter(scalar)
            syllable.lastLetter = marked
        } else if Self.isSeparator(scalar) {
            endWord()
        } else if Self.isSymbol(scalar) {
            hasPendingSymbol = syllable.count > 0 || isForeign
        } else {
            beginLetter(scalar)
            isForeign = true
        }
    }

    private mutating func beginLetter(_ scalar: Unicode.Scalar) {
        if hasPendingSymbol { (isForeign, isBeyondASCII) = (true, true) }
        hasPendingSymbol = false
        if !scalar.isASCII { isBeyondASCII = true }
    }

    private mutating func endWord() {
        defer {
            syllable = VietnameseSyllable()
            (isBeyondASCII, isForeign, hasPendingSymbol) = (false, false, false)
        }
        if !isForeign, syllable.count > 0, let key = syllable.key { keys.append(key) }
        guard isBeyondASCII, isForeign || !syllable.isWithoutVowel else { return }
        if isForeign || !syllable.isPossible {
            verdict = .counterproof
        } else if verdict == .neither {
            verdict = .proof
        }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80, 0xA0, 0x2000...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0xBF, 0xD7, 0xF7, 0x2070...0x2BFF: true
        default: false
        }
    }
}
