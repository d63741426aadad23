import Domain

/// The number that a cell of figures probably means, where something stands beside it: `56*`, `150 (1)`, `2 buổi`. It is shown
/// to whoever wrote the cell, and never counted.
enum LikelyNumber {
    /// `nil` where there is no number in the cell, or several of which none is a mere remark (`2+1`, `5/10`).
    static func text(in written: String) -> String? {
        let text = HiddenMark.removed(from: written).trimmedCell
        guard text.utf8.count < 80, !text.contains("%") else { return nil }
        // With such a word the number is another.
        if DateWords.parts(Folding.words(text)).contains(where: { scales.contains($0) }) { return nil }
        let runs = runs(of: withoutRemark(text))
        guard runs.count == 1, NumberText(runs[0]) != nil else { return nil }
        return runs[0]
    }

    private static let scales: Set<String> = ["nghin", "ngan", "trieu", "tr", "ty", "k", "tram", "chuc", "ta"]

    /// Without a mark in brackets behind it: `98[a]`, `150 (1)`.
    private static func withoutRemark(_ text: String) -> String {
        for (open, close) in [("(", ")"), ("[", "]")] {
            guard text.hasSuffix(close), let start = text.lastIndex(of: Character(open)) else { continue }
            let rest = String(text[..<start]).trimmedCell
            if rest.utf8.contains(where: { $0 &- 0x30 < 10 }) { return rest }
        }
        return text
    }

    /// Digits with the points and commas between them.
    private static func runs(of text: String) -> [String] {
        var runs: [String] = []
        var run = ""
        for character in text {
            if character.isASCII, character.isNumber || !run.isEmpty && (character == "." || character == ",") {
                run.append(character)
            } else if !run.isEmpty {
                runs.append(run)
                run = ""
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs.map { run in
            var run = run[...]
            while let last = run.last, !last.isNumber { run = run.dropLast() }
            return String(run)
        }
    }
}
