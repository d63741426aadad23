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

    /// Whether it is printable ASCII, with too few digits in its name to identify anybody.
    private static func isPlain(_ path: String) -> Bool {
        var digits = 0
        for byte in path.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "@") else { return false }
            if byte == UInt8(ascii: "/") { digits = 0 } else if (0x30...0x39).contains(byte) { digits += 1 }
        }
        var path = path
        return digits < PersonNumber.digitsMin && !path.withUTF8 { PersonBytes.mayConcern($0, namesCount: false) }
    }
}
