/// UTF-8 that a program took for another code page and saved again: `Sơn La` stands in the file as `S╞ín La`.
package struct Misreading: Sendable, Hashable {
    /// The code page in which the bytes were shown.
    package let codePage: String
    /// How often that happened.
    package let times: Int
    /// Some words as they stand, and what they were.
    package let written: String
    package let meant: String
    /// How many different words beyond ASCII become Vietnamese, of how many.
    package let possible: Int
    package let words: Int
    /// Every letter of the text could be turned back; else none has been.
    package let isTurnedBack: Bool
}

extension Misreading {
    /// So many words are no accident.
    private static let wordsMin = 3
    private static let scoreMin = 0.8
    private static let timesMax = 3

    /// What the text was, where all of it can be turned back and its words then are Vietnamese.
    static func turnedBack(
        _ bytes: [UInt8], from start: Int, limits: Limits
    ) -> (bytes: [UInt8], misreading: Misreading)? {
        for page in CodePage.all {
            guard var text = undone(bytes[start...], page) else { continue }
            var times = 1
            while times < timesMax, let before = undone(text[...], page) {
                text = before
                times += 1
            }
            let runs = WordRuns(text, from: 0, limits: limits)
            let verdicts = runs.runs.map { WordReading($0).verdict }
            let possible = verdicts.count { $0 == .proof }
            let words = possible + verdicts.count { $0 == .counterproof }
            // The longest says most; what has letters that nobody sees says less.
            let proofs = verdicts.indices.filter { verdicts[$0] == .proof && runs.runs[$0].first != 0xEF }
            guard possible >= wordsMin, Double(possible) >= scoreMin * Double(words),
                let place = proofs.max(by: { left, right in
                    let (one, other) = (clearness(runs.runs[left], page), clearness(runs.runs[right], page))
                    return one == other ? left > right : one < other
                })
            else { continue }
            let meant = runs.runs[place]
            let misreading = Misreading(
                codePage: page.name, times: times, written: shown(meant, page, times: times),
                meant: String(decoding: meant, as: UTF8.self), possible: possible, words: words, isTurnedBack: true)
            return (text, misreading)
        }
        return nil
    }

    /// The code page that explains most of the words that are no Vietnamese as they stand, where the text as a whole cannot be
    /// turned back: letters were lost, or only parts of it were misread.
    static func named(_ runs: WordRuns, verdicts: [WordReading.Verdict]) -> Misreading? {
        let wrong = runs.runs.indices.filter { verdicts[$0] == .counterproof }
        for page in CodePage.all {
            var first: (written: [UInt8], meant: [UInt8])?
            var possible = 0
            for place in wrong {
                guard let meant = undone(runs.runs[place][...], page), WordReading(meant).verdict == .proof else {
                    continue
                }
                possible += 1
                if first.map({ clearness($0.meant, page) < clearness(meant, page) }) ?? true {
                    first = (runs.runs[place], meant)
                }
            }
            // A name or two are enough: no other text is UTF-8 by accident, and Vietnamese besides.
            guard possible * 2 >= wrong.count, let first else { continue }
            return Misreading(
                codePage: page.name, times: 1, written: String(decoding: first.written, as: UTF8.self),
                meant: String(decoding: first.meant, as: UTF8.self), possible: possible, words: wrong.count,
                isTurnedBack: false)
        }
        return nil
    }

    /// The bytes that a code page showed as these letters, where they are UTF-8 with a letter beyond ASCII.
    private static func undone(_ text: ArraySlice<UInt8>, _ page: CodePage) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var isASCII = true
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard let byte = page.byte(of: scalar) else { return nil }
            if byte >= 0x80 { isASCII = false }
            bytes.append(byte)
        }
        guard !isASCII, UTF8Repair.firstBroken(in: bytes, from: 0) == nil else { return nil }
        return bytes
    }

    /// How well a word shows what became of it: by its length, and nought where a letter of it is shown as nothing.
    private static func clearness(_ meant: [UInt8], _ page: CodePage) -> Int {
        let written = String(decoding: page.shown(meant), as: UTF8.self)
        let isClear = written.unicodeScalars.allSatisfy { !(0x80...0xA0).contains($0.value) && $0.value != 0xAD }
        return isClear ? meant.count : 0
    }

    /// What a program showed for these bytes.
    private static func shown(_ bytes: [UInt8], _ page: CodePage, times: Int) -> String {
        String(decoding: (0..<times).reduce(bytes) { bytes, _ in page.shown(bytes) }, as: UTF8.self)
    }
}
