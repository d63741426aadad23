import Domain

/// A code of digits in the ways in which spreadsheets and scripts write it: `="03646"`, `'03646`, `3646.0`, `3.646`.
enum WrittenCode {
    /// The code without what was written around it; any other text as it is. A leading zero that is lost is not put back here:
    /// that takes a register.
    static func plain(_ written: String) -> String {
        if written.utf8.allSatisfy(isDigit) { return written }
        var text = HiddenMark.removed(from: written).trimmedCell[...]
        if text.hasPrefix("=") { text = text.dropFirst() }
        while let first = text.first, quotes.contains(first) { text = text.dropFirst() }
        while let last = text.last, quotes.contains(last) { text = text.dropLast() }
        return number(text) ?? String(text)
    }

    private static let quotes = "'\"’‘ʼ`´“”"

    /// `3646.0`, `3646,00`: a number that a script or a spreadsheet has made of it; `3.646`: the same with groups of three.
    private static func number(_ text: Substring) -> String? {
        var parts = text.split(omittingEmptySubsequences: false) { ".,\u{A0} ".contains($0) }
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
            return nil
        }
        // Decimals that are none: up to two zeros, or any behind a number that is not in groups.
        if parts[parts.count - 1].allSatisfy({ $0 == "0" }),
            parts[parts.count - 1].utf8.count <= 2 || parts[0].utf8.count > 3
        {
            parts.removeLast()
        }
        let isGrouped = parts[0].utf8.count <= 3 && parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
        return parts.count == 1 || isGrouped ? parts.joined() : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
