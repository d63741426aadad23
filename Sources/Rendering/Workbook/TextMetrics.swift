import Foundation

/// How wide a text is in Times New Roman, near enough to choose widths of columns and heights of rows.
///
/// A letter with its marks is as wide as without. Widths are in pixels at 96 to the inch, as Excel counts them.
struct TextMetrics: Hashable {
    /// In points.
    let fontSize: Double
    let isBold: Bool

    init(fontSize: Double = 11, isBold: Bool = false) {
        self.fontSize = fontSize
        self.isBold = isBold
    }

    /// The widest of the text's own lines.
    func width(_ text: some StringProtocol) -> Double {
        text.split(separator: "\n").map { line in
            line.reduce(0) { $0 + thousandths(of: $1) } * pixelsOfThousandth
        }.max() ?? 0
    }

    func widestWord(_ text: String) -> Double {
        text.split { $0 == " " || $0 == "\n" }.map { width($0) }.max() ?? 0
    }

    /// How many lines the text takes when it is wrapped at a width.
    func lineCount(_ text: String, width available: Double) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, paragraph in
            count + wrapped(paragraph, available)
        }
    }

    private func wrapped(_ paragraph: Substring, _ available: Double) -> Int {
        let space = thousandths(of: " ") * pixelsOfThousandth
        var lines = 1
        var used = 0.0
        for word in paragraph.split(separator: " ") {
            let wordWidth = width(word)
            if used > 0, used + space + wordWidth > available + 0.01 {
                lines += 1
                used = wordWidth
            } else {
                used += (used > 0 ? space : 0) + wordWidth
            }
            while available > 0, used > available + 0.01 {
                lines += 1
                used -= available
            }
        }
        return lines
    }

    private var pixelsOfThousandth: Double { fontSize * (isBold ? 1.06 : 1) * 96 / 72 / 1_000 }

    /// The width of a character in thousandths of the font's size.
    private func thousandths(of character: Character) -> Double {
        if let ascii = character.asciiValue { return TextMetrics.ofASCII(ascii) }
        if let known = TextMetrics.vietnamese[character] { return known }
        return DisplayWidth.of(character) == 2 ? 1_000 : 560
    }

    private static func ofASCII(_ byte: UInt8) -> Double {
        byte >= 0x20 && byte < 0x7F ? Double(ascii[Int(byte) - 0x20]) : 0
    }

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
