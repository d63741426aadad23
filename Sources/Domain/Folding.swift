import Foundation

/// How names are compared: ever more forgiving keys.
package enum Folding {
    /// NFC, lower case, single spaces, tone marks where the modern rule puts them (`hoà` = `hòa`).
    package static func exact(_ text: some StringProtocol) -> String {
        plainLetters(text).map(string) ?? exactOfAnyLetters(text)
    }

    /// As `exact`, and without diacritics (`đ` is `d`).
    package static func plain(_ text: some StringProtocol) -> String {
        guard let letters = plainLetters(text) else { return plainOfAnyLetters(text) }
        return String(decoding: letters.map { VietnameseScalars.plain[Int($0)] }, as: UTF8.self)
    }

    /// Of ASCII and composed Vietnamese letters alone, in lower case; `nil` where there are others.
    private static func plainLetters(_ text: some StringProtocol) -> [UInt16]? {
        var letters: [UInt16] = []
        letters.reserveCapacity(text.utf8.count)
        var wordStart = 0
        let blank = UInt16(UInt8(ascii: " "))
        for scalar in text.unicodeScalars {
            guard scalar.value < VietnameseScalars.count else { return nil }
            let letter = VietnameseScalars.lower[Int(scalar.value)]
            if letter == 0 { return nil }
            guard letter == blank || (0x09...0x0D).contains(letter) else {
                letters.append(letter)
                continue
            }
            guard letters.count > wordStart else { continue }
            placeTone(&letters, wordStart)
            letters.append(blank)
            wordStart = letters.count
        }
        if letters.count > wordStart {
            placeTone(&letters, wordStart)
        } else if letters.last == blank {
            letters.removeLast()
        }
        return letters
    }

    /// At the end of a word: `oà` → `òa`, `oè` → `òe`, `uỳ` → `ùy` but not after `q`.
    private static func placeTone(_ letters: inout [UInt16], _ wordStart: Int) {
        let last = letters.count - 1
        guard last > wordStart, letters[last] >= 0x80 else { return }
        func move(_ toned: [UInt16], to vowels: [UInt16], leaving bare: UInt8) {
            guard let tone = toned.firstIndex(of: letters[last]) else { return }
            letters[last - 1] = vowels[tone]
            letters[last] = UInt16(bare)
        }
        switch letters[last - 1] {
        case UInt16(UInt8(ascii: "o")):
            if VietnameseScalars.a.contains(letters[last]) {
                move(VietnameseScalars.a, to: VietnameseScalars.o, leaving: UInt8(ascii: "a"))
            } else {
                move(VietnameseScalars.e, to: VietnameseScalars.o, leaving: UInt8(ascii: "e"))
            }
        case UInt16(UInt8(ascii: "u")):
            if last - 1 > wordStart, letters[last - 2] == UInt16(UInt8(ascii: "q")) { return }
            move(VietnameseScalars.y, to: VietnameseScalars.u, leaving: UInt8(ascii: "y"))
        default: break
        }
    }

    private static func string(_ letters: [UInt16]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 3)
        for letter in letters {
            if letter < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: letter))
            } else if letter < 0x800 {
                bytes.append(0xC0 | UInt8(truncatingIfNeeded: letter >> 6))
                bytes.append(0x80 | UInt8(truncatingIfNeeded: letter & 0x3F))
            } else {
                bytes.append(0xE0 | UInt8(truncatingIfNeeded: letter >> 12))
                bytes.append(0x80 | UInt8(truncatingIfNeeded: letter >> 6 & 0x3F))
                bytes.append(0x80 | UInt8(truncatingIfNeeded: letter & 0x3F))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func exactOfAnyLetters(_ text: some StringProtocol) -> String {
        let words = text.precomposedStringWithCanonicalMapping.lowercased()
            .split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" })
        return words.map { tonePlaced(String($0)) }.joined(separator: " ")
    }

    static func plainOfAnyLetters(_ text: some StringProtocol) -> String {
        let decomposed = exactOfAnyLetters(text).decomposedStringWithCanonicalMapping
        var scalars = String.UnicodeScalarView()
        for scalar in decomposed.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            scalars.append(scalar == "đ" ? "d" : scalar)
        }
        return String(scalars)
    }

    /// Words of `plain` made of letters and digits only: what a header or file name is matched by.
    package static func words(_ text: some StringProtocol) -> [String] {
        let plain = plain(text)
        guard plain.utf8.allSatisfy({ $0 < 0x80 }) else {
            return plain.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
        }
        return plain.utf8.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }.compactMap { String($0) }
    }

    /// `words` joined by one space.
    package static func key(_ text: some StringProtocol) -> String { words(text).joined(separator: " ") }

    /// `oà` → `òa`, `oè` → `òe`, `uỳ` → `ùy`, for all five tones.
    private static func tonePlaced(_ word: String) -> String {
        guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
        var result = word
        for (written, modern) in tonePairs where result.hasSuffix(written) {
            if written.hasPrefix("u"), result.hasSuffix("q" + written) { continue }
            result = String(result.dropLast(2)) + modern
            break
        }
        return result
    }

    private static let tonePairs: [(String, String)] = [
        ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
        ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
        ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
    ]
}
