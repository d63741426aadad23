import Domain

/// One cell or line above the table that says several things, as banners do: `Biểu số: 02/TT – Sở Y tế – Tháng 10 năm 2026`,
/// `Đơn vị gửi: Sở Y tế; Kỳ báo cáo: Tháng 10 năm 2026`.
enum WitnessLine {
    /// What stands between marks that separate; between brackets nothing does.
    static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var depth = 0
        var before: Character = " "
        for place in text.indices {
            let character = text[place]
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            defer { before = character }
            guard depth <= 0, character == ";" || character == "|" || isDash(at: place, after: before, in: text) else {
                continue
            }
            pieces.append(text[start..<place])
            start = text.index(after: place)
        }
        return (pieces + [text[start...]]).filter { $0.contains { !$0.isWhitespace } }
    }

    /// A dash with blanks around it; others belong to their words: `2026-10`, `Mộc Châu-Vân Hồ`.
    private static func isDash(at place: String.Index, after before: Character, in text: String) -> Bool {
        guard "-–—".contains(text[place]), before.isWhitespace else { return false }
        let next = text.index(after: place)
        return next < text.endIndex && text[next].isWhitespace
    }

    /// The parts of a cell each of which begins with words of its own and a colon.
    static func parts(of text: String, isKey: (Substring) -> Bool) -> [Substring] {
        var parts: [Substring] = []
        for piece in pieces(of: text) {
            if let last = parts.last, piece.firstIndex(of: ":").map({ isKey(piece[..<$0]) }) != true {
                parts[parts.count - 1] = text[last.startIndex..<piece.endIndex]
            } else {
                parts.append(piece)
            }
        }
        return parts
    }
}
