/// Unicode text whose letters are Latin only because an old font showed them as Vietnamese: `S¬n La`, `Sôn La`.
enum FontDecoding {
    /// The text with its words turned into what the font showed; a word with any letter that the font has not (the
    /// Unicode ễ, say) was never written in it and stays.
    static func decode(_ text: consuming DecodedText, _ table: LegacyTable) -> DecodedText {
        let source = text.bytes
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var blemishes = text.blemishes
        var nextBlemish = 0
        var copied = 0
        func moveBlemishes(before end: Int) {
            while nextBlemish < blemishes.count, blemishes[nextBlemish].offset < end {
                let blemish = blemishes[nextBlemish]
                let offset = bytes.count + blemish.offset - copied
                blemishes[nextBlemish] = .init(kind: blemish.kind, offset: offset, hex: blemish.hex)
                nextBlemish += 1
            }
        }
        WordRuns.forEach(in: source, text.start..<source.count) { run, isASCII in
            guard !isASCII, let shown = decode(run: Array(source[run]), table) else { return true }
            moveBlemishes(before: run.lowerBound)
            bytes += source[copied..<run.lowerBound]
            bytes += shown
            copied = run.upperBound
            return true
        }
        moveBlemishes(before: Int.max)
        bytes += source[copied...]
        text.bytes = bytes
        text.blemishes = blemishes
        return text
    }

    /// What the font showed for a run of letters in UTF-8; nil if it cannot have been written in it.
    static func decode(run: [UInt8], _ table: LegacyTable) -> [UInt8]? {
        var latin: [UInt8] = []
        for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0..<0x80, 0xA0...0xFF: latin.append(UInt8(truncatingIfNeeded: scalar.value))
            default:
                guard let found = punctuation.first(where: { $0.letter == scalar.value }) else { return nil }
                latin.append(found.byte)
            }
        }
        return LegacyDecoding.decode(run: latin, table)
    }

    /// Where Windows keeps what is not in Latin-1; the same in every old encoding.
    private static let punctuation: [(letter: UInt32, byte: UInt8)] = (UInt8(0x80)..<0xA0).compactMap { byte in
        let letter = UInt32(LegacyTable.tcvn3.letters[Int(byte)])
        return letter == 0 ? nil : (letter, byte)
    }
}
