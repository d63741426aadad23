import Foundation

/// How names are compared: ever more forgiving keys.
package enum Folding {
    /// NFC, lower case, single spaces, tone marks where the modern rule puts them (`hoà` = `hòa`).
    package static func exact(_ text: some StringProtocol) -> String {
        let words = text.precomposedStringWithCanonicalMapping.lowercased()
            .split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" })
        return words.map { tonePlaced(String($0)) }.joined(separator: " ")
    }

    /// As `exact`, and without diacritics (`đ` is `d`).
    package static func plain(_ text: some StringProtocol) -> String {
        let decomposed = exact(text).decomposedStringWithCanonicalMapping
        var scalars = String.UnicodeScalarView()
        for scalar in decomposed.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            scalars.append(scalar == "đ" ? "d" : scalar)
        }
        return String(scalars)
    }

    /// Words of `plain` made of letters and digits only: what a header or file name is matched by.
    package static func words(_ text: some StringProtocol) -> [String] {
        plain(text).split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
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
