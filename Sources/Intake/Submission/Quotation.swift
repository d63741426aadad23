import Domain

/// How what stands in a file is quoted in a message: in “ ”, on one line, not too long.
extension String {
    var quoted: String { "“\(shownInMessage)”" }

    /// Line breaks and control characters as spaces.
    var shownOnOneLine: String {
        let text = trimmedCell
        guard text.unicodeScalars.contains(where: \.isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
    }

    /// On one line, cut after 80 characters.
    var shownInMessage: String {
        let visible = shownOnOneLine
        return visible.utf8.count > 80 && visible.count > 80 ? visible.prefix(79) + "…" : visible
    }

    /// All but the last two characters hidden.
    var masked: String {
        let text = trimmedCell
        let hidden = max(text.count - 2, min(text.count, 2))
        return String(repeating: "*", count: hidden) + text.dropFirst(hidden)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
