/// Question marks inside words, where an old code page had no room for a letter: `S?n La`, `Ph??ng`; and the mark of letters
/// that a program could not read (U+FFFD): `S�n La`.
///
/// They are told by their share among the words that have letters beyond ASCII, of which such a text would be full.
enum LostLetters {
    /// One in so many words.
    private static let part = 50
    private static let mark = UInt8(ascii: "?")
    private static let unread: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The first such word, if the text has lost letters, and how many more there are in the evidence read.
    static func find(in text: DecodedText, limits: Limits) -> (range: Range<Int>, further: Int)? {
        let bytes = text.bytes
        var whole = 0
        var lost = 0
        var first: Range<Int>?
        var verdicts: [[UInt8]: Bool] = [:]
        // What this program could not read has findings of its own.
        let hasUnread = text.blemishes.isEmpty
        for evidence in WordRuns.evidence(of: bytes, from: text.start, limits: limits) {
            let hasMarks = bytes.withUnsafeBufferPointer {
                ByteSearch.contains(mark, in: $0, evidence) || hasUnread && ByteSearch.contains(0xEF, in: $0, evidence)
            }
            guard hasMarks else { continue }
            forEachWord(in: bytes, evidence) { word, hasMark, isASCII in
                guard hasMark || hasUnread && !isASCII && holdsUnread(bytes, word) else {
                    if !isASCII { whole += 1 }
                    return
                }
                let written = Array(bytes[word])
                let isLost = verdicts[written] ?? hasLost(written)
                if verdicts.count < WordRuns.runsMax { verdicts[written] = isLost }
                guard isLost, !isInAddress(word, in: bytes) else { return }
                lost += 1
                if first == nil { first = word }
            }
        }
        guard let first, lost > 1, lost * part >= lost + whole else { return nil }
        return (first, lost - 1)
    }

    private static func forEachWord(
        in bytes: [UInt8], _ range: Range<Int>, _ body: (Range<Int>, _ hasMark: Bool, _ isASCII: Bool) -> Void
    ) {
        var at = range.lowerBound
        while at < range.upperBound {
            let start = at
            var hasMark = false
            var all: UInt8 = 0
            while at < range.upperBound, WordRuns.isLetter(bytes[at]) || bytes[at] == mark {
                hasMark = hasMark || bytes[at] == mark
                all |= bytes[at]
                at += 1
            }
            if at > start { body(start..<at, hasMark, all < 0x80) } else { at += 1 }
        }
    }

    /// A search for a run of bytes by the standard library costs a hundred times as much.
    private static func holdsUnread(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= unread.count else { return false }
        return (range.lowerBound...range.upperBound - unread.count).contains { at in
            bytes[at] == unread[0] && bytes[at + 1] == unread[1] && bytes[at + 2] == unread[2]
        }
    }

    /// A question mark before a letter, or after consonants alone (`th? trấn`), and a possible syllable with some
    /// letter in its place; a question ends after a word that could stand by itself.
    private static func hasLost(_ written: [UInt8]) -> Bool {
        if holdsUnread(written, written.indices) { return written.contains { ($0 | 0x20) &- 0x61 < 26 } }
        guard written.count <= 24, let lastLetter = written.lastIndex(where: { $0 != mark }) else { return false }
        let word = written[...lastLetter]
        if word.contains(mark) { return syllable(word)?.isPossibleWithWildcards ?? false }
        guard let onset = syllable(word), onset.isWithoutVowel else { return false }
        return syllable(written[...])?.isPossibleWithWildcards ?? false
    }

    private static func syllable(_ word: ArraySlice<UInt8>) -> VietnameseSyllable? {
        var syllable = VietnameseSyllable()
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            if scalar == "?" || scalar == "\u{FFFD}" {
                syllable.append(VietnameseLetters.wildcard)
            } else if let (letter, _) = VietnameseLetters.parts(of: scalar) {
                syllable.append(letter)
            } else if VietnameseLetters.tone(of: scalar) == nil {
                return nil
            }
        }
        return syllable
    }

    /// In an address, a question mark stands before names.
    private static func isInAddress(_ word: Range<Int>, in bytes: [UInt8]) -> Bool {
        (word.upperBound < bytes.count && bytes[word.upperBound] == UInt8(ascii: "="))
            || (word.lowerBound > 0 && bytes[word.lowerBound - 1] == UInt8(ascii: "/"))
    }
}
