import Foundation

/// How wide a text is in Times New Roman, near enough to choose widths of columns and heights of rows.
///
/// A letter with its marks is as wide as without. Widths are in pixels at 96 to the inch, as Excel counts them.
struct TextMetrics: Hashable {
    /// In points.
    let fontSize: Double
    let isBold: Bool
    /// Slanted letters are somewhat narrower.
    let isItalic: Bool

    init(fontSize: Double = 11, isBold: Bool = false, isItalic: Bool = false) {
        self.fontSize = fontSize
        self.isBold = isBold
        self.isItalic = isItalic
    }

    /// The widest of the text's own lines.
    func width(_ text: some StringProtocol) -> Double { extent(text).line }

    func widestWord(_ text: String) -> Double { extent(text).word }

    /// The widest of the text's own lines and its widest word, and whether it has more than one line of its own.
    func extent(_ text: some StringProtocol) -> (line: Double, word: Double, hasLineFeed: Bool) {
        var hasLineFeed = false
        var (widestLine, line, widestWord, word) = (0, 0, 0, 0)
        for scalar in text.unicodeScalars {
            guard let width = TextMetrics.known(scalar) else {
                return (widthOfAnyLetters(text), widestWordOfAnyLetters(text), text.utf8.contains(0x0A))
            }
            if scalar == "\n" {
                hasLineFeed = true
                line = 0
            } else {
                line += width
            }
            word = scalar == " " || scalar == "\n" ? 0 : word + width
            widestLine = max(widestLine, line)
            widestWord = max(widestWord, word)
        }
        return (Double(widestLine) * pixelsOfThousandth, Double(widestWord) * pixelsOfThousandth, hasLineFeed)
    }

    func widthOfAnyLetters(_ text: some StringProtocol) -> Double {
        text.split(separator: "\n").map { line in
            line.reduce(0) { $0 + thousandths(of: $1) } * pixelsOfThousandth
        }.max() ?? 0
    }

    func widestWordOfAnyLetters(_ text: some StringProtocol) -> Double {
        text.split { $0 == " " || $0 == "\n" }.map { widthOfAnyLetters($0) }.max() ?? 0
    }

    /// How many lines the text takes when it is wrapped at a width.
    func lineCount(_ text: String, width available: Double) -> Int {
        var wrapping = Wrapping(available: available, space: thousandths(of: " ") * pixelsOfThousandth)
        var word = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            guard let width = TextMetrics.known(scalar) else { return lineCountOfAnyLetters(text, width: available) }
            if scalar == " " || scalar == "\n" {
                if isInWord { wrapping.add(Double(word) * pixelsOfThousandth) }
                if scalar == "\n" { wrapping.endParagraph() }
                (word, isInWord) = (0, false)
            } else {
                word += width
                isInWord = true
            }
        }
        if isInWord { wrapping.add(Double(word) * pixelsOfThousandth) }
        return wrapping.lines
    }

    /// Words laid one after another into lines of a width.
    private struct Wrapping {
        let available: Double
        let space: Double
        private(set) var lines = 1
        private var used = 0.0

        init(available: Double, space: Double) {
            self.available = available
            self.space = space
        }

        mutating func add(_ word: Double) {
            if used > 0, used + space + word > available + 0.01 {
                lines += 1
                used = word
            } else {
                used += (used > 0 ? space : 0) + word
            }
            while available > 0, used > available + 0.01 {
                lines += 1
                used -= available
            }
        }

        mutating func endParagraph() {
            lines += 1
            used = 0
        }
    }

    func lineCountOfAnyLetters(_ text: String, width available: Double) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, paragraph in
            count + wrapped(paragraph, available)
        }
    }

    private func wrapped(_ paragraph: Substring, _ available: Double) -> Int {
        var wrapping = Wrapping(available: available, space: thousandths(of: " ") * pixelsOfThousandth)
        for word in paragraph.split(separator: " ") { wrapping.add(width(word)) }
        return wrapping.lines
    }

    private var pixelsOfThousandth: Double { fontSize * (isBold ? 1.06 : isItalic ? 0.97 : 1) * 96 / 72 / 1_000 }

    /// The width of a character in thousandths of the font's size.
    private func thousandths(of character: Character) -> Double {
        if let ascii = character.asciiValue { return TextMetrics.ofASCII(ascii) }
        if let known = TextMetrics.vietnamese[character] { return known }
        return DisplayWidth.of(character) == 2 ? 1_000 : 560
    }

    private static func ofASCII(_ byte: UInt8) -> Double {
        byte >= 0x20 && byte < 0x7F ? Double(ascii[Int(byte) - 0x20]) : 0
    }

    /// The same of a letter that is a character by itself, whatever stands beside it; `nil` of all others.
    private static func known(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.value < scalars.count else { return nil }
        let width = scalars[Int(scalar.value)]
        return width < 0 ? nil : width
    }

    /// ASCII but CR, which joins a line feed, and the letters and signs of `vietnamese`; -1: all others.
    private static let scalars: [Int] = {
        var widths = [Int](repeating: -1, count: 0x2030)
        for byte in 0..<0x80 as Range<UInt8> where byte != 0x0D { widths[Int(byte)] = Int(ofASCII(byte)) }
        for (character, width) in vietnamese {
            guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { continue }
            widths[Int(scalar.value)] = Int(width)
        }
        return widths
    }()

    /// From the space to `~`.
    private static let ascii = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
        611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
        500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
        500, 500, 444, 480, 200, 480, 541,
    ]

    /// The letters of Vietnamese with marks, each as wide as its bare letter; horned ones are wider.
    private static let vietnamese: [Character: Double] = {
        let lower = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
        var widths: [Character: Double] = ["…": 1_000, "–": 500, "—": 1_000, "“": 444, "”": 444, "·": 250, "×": 564]
        for character in lower + lower.uppercased() {
            let bare = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
            let letter = bare.first.map { Character($0) } ?? character
            let horn = bare.contains("\u{31B}") ? 60.0 : 0
            let plain: Character = letter == "đ" ? "d" : letter == "Đ" ? "D" : letter
            widths[character] = ofASCII(plain.asciiValue ?? 0x6E) + horn
        }
        return widths
    }()
}
