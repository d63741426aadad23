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

    /// Without blanks around, also those that word processors leave.
    var trimmedCell: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
        var view = unicodeScalars[...]
        guard let first = view.first, let last = view.last, first.isBlank || last.isBlank else { return self }
        while let scalar = view.first, scalar.isBlank { view = view.dropFirst() }
        while let scalar = view.last, scalar.isBlank { view = view.dropLast() }
        return String(view)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// A space of any kind, or a mark without width.
    var isBlank: Bool {
        switch value {
        case 0...0x20, 0xA0, 0x200B...0x200D, 0x202F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
