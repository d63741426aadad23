import Legibility

/// A path as it may stand in a finding, a return, a table or the ledger: nothing in it steers a terminal or turns the
/// direction of writing, and numbers that identify a person are hidden.
package struct ShownPath: Hashable, Sendable {
    package let text: String
    package let hidesIdentifier: Bool

    package init(_ path: String) {
        if Self.isPlain(path) {
            text = path
            hidesIdentifier = false
            return
        }
        let printable = ShownText.name(path)
        let parts = printable.split(separator: "/", omittingEmptySubsequences: false)
        let name = PersonInFileName(String(parts.last ?? ""))
        hidesIdentifier = name.isFound
        text = hidesIdentifier ? parts.dropLast().map { $0 + "/" }.joined() + name.hidden : printable
    }

    /// Whether it is printable ASCII, with nothing in its name that could identify anybody.
    private static func isPlain(_ path: String) -> Bool {
        var digits = 0
        var hasWords = false
        var mayTellBirth = false
        var last: UInt8 = 0
        for byte in path.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "@") else { return false }
            switch byte {
            case UInt8(ascii: "/"): (digits, hasWords, mayTellBirth) = (0, false, false)
            case 0x30...0x39: digits += 1
            case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"): hasWords = true
            default: break
            }
            // `sn`, `ns`, `sinh`.
            let letter = byte | 0x20
            switch (last, letter) {
            case (UInt8(ascii: "s"), UInt8(ascii: "n")), (UInt8(ascii: "s"), UInt8(ascii: "i")),
                (UInt8(ascii: "n"), UInt8(ascii: "s")):
                mayTellBirth = true
            default: break
            }
            last = letter
        }
        guard digits < PersonNumber.digitsMin else { return false }
        // Nobody is named in one word, or in words that nothing parts.
        if !hasWords, !mayTellBirth { return true }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var spaced = String(name.map { "-_.".contains($0) ? " " : $0 })
        let lower = spaced.lowercased()
        if lower.holds(" van ") || lower.holds(" thi ") { return false }
        return !spaced.withUTF8 { PersonBytes.mayConcern($0, namesCount: false) }
    }
}
