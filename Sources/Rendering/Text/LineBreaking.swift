import Legibility

/// Breaks a text into lines of a width, at spaces; a word wider than a line is broken within.
struct LineBreaking {
    let width: Int
    /// What stands before every line but the first; it counts in the width.
    let hanging: String

    init(width: Int, hanging: String = "") {
        self.width = max(width, DisplayWidth.of(hanging) + 1)
        self.hanging = hanging
    }

    /// The lines of `text`; one at least.
    func lines(_ text: String) -> [String] {
        if let used = DisplayWidth.ofSimple(text), used <= width, !text.hasSpareSpaces { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        func close() {
            lines.append(line)
            line = hanging
            used = DisplayWidth.of(hanging)
        }
        for word in text.split(separator: " ") {
            let wordWidth = DisplayWidth.of(word)
            let isFresh = used == 0 || (!lines.isEmpty && line == hanging)
            if !isFresh, used + 1 + wordWidth <= width {
                line += " " + word
                used += 1 + wordWidth
                continue
            }
            if !isFresh { close() }
            for character in word {
                let characterWidth = DisplayWidth.of(character)
                if used + characterWidth > width { close() }
                line.append(character)
                used += characterWidth
            }
        }
        if lines.isEmpty || line != hanging { lines.append(line) }
        return lines
    }

    /// The widest word, which no line can be narrower than without being broken.
    static func widestWord(_ text: String) -> Int {
        text.split(separator: " ").map { DisplayWidth.of($0) }.max() ?? 0
    }
}

extension String {
    /// Padded with spaces up to a display width: the text at the left.
    func paddedRight(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }

    /// Padded with spaces up to a display width: the text at the right.
    func paddedLeft(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.of(self))) + self
    }

    /// Moved to the middle of a display width; nothing stands behind it.
    func centred(in width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.of(self)) / 2) + self
    }

    var withoutTrailingSpaces: String {
        guard utf8.last == UInt8(ascii: " ") else { return self }
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return String(self[..<end])
    }

    /// Whether a space stands at an end, or beside another.
    fileprivate var hasSpareSpaces: Bool {
        var before = UInt8(ascii: " ")
        for byte in utf8 {
            if byte == UInt8(ascii: " "), before == byte { return true }
            before = byte
        }
        return before == UInt8(ascii: " ") && !isEmpty
    }

    /// On one line, as it may be shown: what a person typed cannot move the cursor or break a table.
    var onOneLine: String { ShownText.line(self) }
}

/// Breaks the lines of a text that are wider than a terminal.
package enum TextWrapping {
    /// Each line within so many columns, broken at spaces; what is broken off goes on under the line's own indent.
    package static func wrapped(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { DisplayWidth.of($0) <= columns ? [String($0)] : broken(String($0), columns: columns) }
            .joined(separator: "\n")
    }

    /// Breaking drops the blanks before the first word, so the indent is put before each line.
    private static func broken(_ line: String, columns: Int) -> [String] {
        let indent = String(line.prefix { $0 == " " }.prefix(columns / 2))
        let rest = String(line.dropFirst(indent.count).drop { $0 == " " })
        return LineBreaking(width: columns - indent.count, hanging: "  ").lines(rest).map { indent + $0 }
    }
}
