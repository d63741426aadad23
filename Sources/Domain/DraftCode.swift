/// What a draft is known by: the first eight hexadecimal digits of its content's digest.
///
/// Prints in two groups of four, `1a2b-3c4d`, which no spreadsheet takes for a number or a day.
package struct DraftCode: Hashable, Sendable, CustomStringConvertible {
    package let number: UInt32

    package init(_ number: UInt32) { self.number = number }

    /// Of a digest in hexadecimal digits.
    package init?(digest: String) {
        guard let number = UInt32(digest.prefix(8), radix: 16), digest.utf8.count >= 8 else { return nil }
        self.number = number
    }

    /// As a person copies it: with any blank or dash between the groups, or none, in either case.
    package init?(written text: String) {
        let dashes: Set<Character> = ["-", "–", "—", "‑"]
        let digits = text.lowercased().filter { !$0.isWhitespace && !dashes.contains($0) }
        let isWhole = digits.utf8.count == 8 && digits.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
        guard isWhole else { return nil }
        self.init(digest: digits)
    }

    package var description: String {
        let digits = String(number, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return "\(padded.prefix(4))-\(padded.suffix(4))"
    }
}

/// An order to give out a package that was obeyed, by the edition that was newest then.
package struct ObeyedExport: Hashable, Sendable {
    /// The order's own time.
    package let at: Instant
    package let period: Period
    package let audience: Audience
    package let edition: Int

    package init(at: Instant, period: Period, audience: Audience, edition: Int) {
        (self.at, self.period, self.audience, self.edition) = (at, period, audience, edition)
    }
}
