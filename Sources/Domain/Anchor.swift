/// An entry of the ledger, by the hash that vouches for it and for every entry before it.
///
/// Printed outside the ledger it tells whether the ledger was exchanged since: no ledger can be made that has other entries
/// and the same hash.
package struct Anchor: Hashable, Sendable {
    /// Number of the entry; 0: of a ledger without any.
    package let entry: Int
    /// 64 hexadecimal digits.
    package let digest: String

    package init(entry: Int, digest: String) {
        self.entry = entry
        self.digest = digest
    }

    /// What is printed, and typed again: the first sixteen digits in groups of four, `1a2b-3c4d-5e6f-7081`.
    package var code: String { AnchorCode(digits: String(digest.prefix(AnchorCode.digitsMin))).description }

    /// The line that a page bears.
    package func line(_ language: Language) -> String {
        switch language {
        case .vi: "Mã đối chiếu sổ tiếp nhận: \(code) (mục \(entry))"
        case .en: "Ledger check code: \(code) (entry \(entry))"
        }
    }
}

/// The beginning of an entry's hash as somebody typed it, with or without spaces and hyphens between its digits.
package struct AnchorCode: Hashable, Sendable, CustomStringConvertible {
    /// Hexadecimal, lower case; sixteen at least, for a shorter one could be met by trying.
    package let digits: String

    package static let digitsMin = 16
    package static let digitsMax = 64

    fileprivate init(digits: String) { self.digits = digits }

    /// Takes 16 to 64 hexadecimal digits, and nothing else but spaces, dots and dashes between them.
    package init?(_ text: String) {
        let separators: Set<Character> = [" ", "\u{A0}", "-", "–", "."]
        let digits = text.lowercased().filter { !separators.contains($0) }
        guard (AnchorCode.digitsMin...AnchorCode.digitsMax).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.init(digits: digits)
    }

    package var description: String {
        stride(from: 0, to: digits.count, by: 4).map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
