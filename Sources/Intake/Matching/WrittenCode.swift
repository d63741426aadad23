import Domain

/// A code of digits in the ways in which spreadsheets and scripts write it: `="03646"`, `'03646`, `3646.0`, `3.646`.
enum WrittenCode {
    /// The code without what was written around it; any other text as it is. A leading zero that is lost is not put back here:
    /// that takes a register.
    static func plain(_ written: String) -> String {
        if written.utf8.allSatisfy(isDigit) { return written }
        var text = FullWidth.narrow(HiddenMark.removed(from: written)).trimmedCell[...]
        if text.hasPrefix("=") { text = text.dropFirst() }
        while let first = text.first, quotes.contains(first) { text = text.dropFirst() }
        while let last = text.last, quotes.contains(last) { text = text.dropLast() }
        return number(text) ?? exponential(text) ?? parted(text) ?? String(text)
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

    /// `3.646E+03`: a number of which every digit is there.
    private static func exponential(_ text: Substring) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
        guard parts.count == 2, let power = Int(parts[1].drop { $0 == "+" }), (1...4).contains(power) else {
            return nil
        }
        let digits = parts[0].split(omittingEmptySubsequences: false) { ".,".contains($0) }
        guard digits.count == 2, digits[0].count == 1, digits[1].count == power,
            digits.joined().utf8.allSatisfy(isDigit)
        else { return nil }
        return digits.joined()
    }

    /// `0 4105`: five digits parted anyhow, as codes of communes have.
    private static func parted(_ text: Substring) -> String? {
        let digits = text.filter { !" \u{A0}".contains($0) }
        guard digits.utf8.count == 5, digits.utf8.allSatisfy(isDigit), digits.count < text.count else { return nil }
        return digits
    }

    /// `3.67` with the zeros that a number of thousands has lost at its end: `3670`; `4` with all three: `4000`.
    static func restored(_ code: String) -> String? {
        let parts = code.split(omittingEmptySubsequences: false) { ".,".contains($0) }
        if parts.count == 1, code.utf8.count == 1, code.utf8.allSatisfy(isDigit) { return code + "000" }
        guard parts.count == 2, (1...2).contains(parts[1].utf8.count), (1...2).contains(parts[0].utf8.count),
            parts.joined().utf8.allSatisfy(isDigit)
        else { return nil }
        return parts.joined() + String(repeating: "0", count: 3 - parts[1].utf8.count)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
