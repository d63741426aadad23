import Foundation

/// How names are compared: ever more forgiving keys.
///
/// Nearly all names are of ASCII and composed Vietnamese letters, for which tables suffice (`VietnameseScalars`); the
/// others go the long way through Unicode, and come to the same.
package enum Folding {
    /// NFC.
    package static func composed(_ text: String) -> String {
        isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// NFC, lower case, single spaces, tone marks where the modern rule puts them (`hoà` = `hòa`); letters that stand for
    /// others they look like are those (`Ð` is `đ`), and marks without width are nothing.
    package static func exact(_ text: String) -> String {
        plainLetters(text).map(string) ?? exactOfAnyLetters(text)
    }

    /// As `exact`, and without diacritics (`đ` is `d`).
    package static func plain(_ text: String) -> String {
        guard let letters = plainLetters(text) else { return plainOfAnyLetters(text) }
        let plain = VietnameseScalars.plain
        return string(letters.map { plain[Int($0)] })
    }

    /// Words of `plain` made of letters and digits only: what a header or file name is matched by.
    package static func words(_ text: String) -> [String] {
        guard let key = plainKey(text) else { return wordsOfAnyLetters(text) }
        return key.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// `words` joined by one space.
    package static func key(_ text: String) -> String {
        plainKey(text).map { String(decoding: $0, as: UTF8.self) } ?? wordsOfAnyLetters(text).joined(separator: " ")
    }

    /// Whether the bytes alone show that the text is NFC: Latin letters, and the dashes and quotes of print, none of
    /// which composes with what stands before it or is ever replaced.
    private static func isComposed(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                switch bytes[at] {
                case 0..<0x80: at += 1
                // U+0080 to U+02FF.
                case 0xC2...0xCB: at += 2
                // U+1E00 to U+1EFF.
                case 0xE1 where (0xB8...0xBB).contains(bytes[at + 1]): at += 3
                // U+2010 to U+2027.
                case 0xE2 where bytes[at + 1] == 0x80 && (0x90...0xA7).contains(bytes[at + 2]): at += 3
                default: return false
                }
            }
            return true
        }
    }

    /// The key of a text of ASCII, Vietnamese letters, composed or not, and dashes and quotes alone; `nil` where there are
    /// others.
    private static func plainKey(_ text: String) -> [UInt8]? {
        let letters = VietnameseScalars.key
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        var isBetweenWords = false
        for scalar in text.unicodeScalars {
            let code = Int(scalar.value)
            if (0x300...0x36F).contains(code) { continue }
            guard code < letters.count else { return nil }
            let letter = letters[code]
            if letter == 0 { return nil }
            if letter == VietnameseScalars.hiddenInKey { continue }
            guard letter != UInt8(ascii: " ") else {
                isBetweenWords = true
                continue
            }
            if isBetweenWords, !key.isEmpty { key.append(UInt8(ascii: " ")) }
            isBetweenWords = false
            key.append(letter)
        }
        return key
    }

    /// Of ASCII, composed Vietnamese letters, dashes and quotes alone, in lower case; `nil` where there are others.
    private static func plainLetters(_ text: String) -> [UInt16]? {
        let lower = VietnameseScalars.lower
        var letters: [UInt16] = []
        letters.reserveCapacity(text.utf8.count)
        var wordStart = 0
        let blank = UInt16(UInt8(ascii: " "))
        for scalar in text.unicodeScalars {
            guard scalar.value < lower.count else { return nil }
            let letter = lower[Int(scalar.value)]
            if letter == 0 { return nil }
            guard letter == blank || (0x09...0x0D).contains(letter) else {
                if letter != VietnameseScalars.hidden { letters.append(letter) }
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

    static func exactOfAnyLetters(_ text: String) -> String {
        let words = LetterLikeness.plain(text).precomposedStringWithCanonicalMapping.lowercased()
            .split(whereSeparator: \.isWhitespace)
        return composed(words.map { tonePlaced(String($0)) }.joined(separator: " "))
    }

    static func plainOfAnyLetters(_ text: String) -> String {
        let decomposed = exactOfAnyLetters(text).decomposedStringWithCanonicalMapping
        var scalars = String.UnicodeScalarView()
        for scalar in decomposed.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            scalars.append(scalar == "đ" ? "d" : scalar)
        }
        return String(scalars)
    }

    static func wordsOfAnyLetters(_ text: String) -> [String] {
        let plain = plainOfAnyLetters(text)
        guard plain.utf8.allSatisfy({ $0 < 0x80 }) else {
            return plain.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
        }
        return plain.utf8.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }.compactMap { String($0) }
    }

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
