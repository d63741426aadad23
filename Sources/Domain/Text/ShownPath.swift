import Legibility
import Synchronization

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
        // Of folders, those that an office made for its files; where those of a machine lie is nobody's business.
        let first = path.hasPrefix("/") ? parts.count - 1 : 0
        var isFound = false
        let shown = parts.enumerated().map { place, part in
            guard place >= first else { return String(part) }
            guard let hidden = KnownNames.shared.hidden(String(part)) else { return String(part) }
            isFound = true
            return hidden
        }
        hidesIdentifier = isFound
        text = shown.joined(separator: "/")
    }

    /// Whether it is printable ASCII, with nothing in its name that could identify anybody.
    private static func isPlain(_ path: String) -> Bool {
        var (digits, most) = (0, 0)
        var mayName = false
        var last: UInt8 = 0
        for byte in path.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "@") else { return false }
            switch byte {
            case UInt8(ascii: "/"): digits = 0
            case 0x30...0x39:
                digits += 1
                most = max(most, digits)
            case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"): mayName = true
            default: break
            }
            // `sn`, `ns`, `sinh`.
            let letter = byte | 0x20
            switch (last, letter) {
            case (UInt8(ascii: "s"), UInt8(ascii: "n")), (UInt8(ascii: "s"), UInt8(ascii: "i")),
                (UInt8(ascii: "n"), UInt8(ascii: "s")):
                mayName = true
            default: break
            }
            last = letter
        }
        guard most < PersonNumber.digitsMin else { return false }
        // Nobody is named in one word, or in words that nothing parts.
        if !mayName { return true }
        let parts = path.split(separator: "/")
        return (path.hasPrefix("/") ? parts.suffix(1) : parts[...]).allSatisfy { part in
            let spaced = part.utf8.map { isBetweenWords($0) ? UInt8(ascii: " ") : $0 }
            let lower = String(decoding: spaced.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
            if [" van ", " thi ", " a "].contains(where: { lower.holds($0) }) { return false }
            return !spaced.withUnsafeBufferPointer { PersonBytes.mayConcern($0, namesCount: false) }
        }
    }

    private static func isBetweenWords(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}

/// Names that were looked at: files of every month bear the same, and each is asked about several times in a run.
private final class KnownNames: Sendable {
    static let shared = KnownNames()
    private static let most = 5_000

    /// `nil` for a name that hides nothing.
    private let names = Mutex<[ExactText: String?]>([:])

    /// The name without what identifies a person in it; `nil` where nothing does.
    func hidden(_ name: String) -> String? {
        let key = ExactText(name)
        if let known = names.withLock({ $0[key] }) { return known }
        let found = PersonInFileName(name)
        let hidden = found.isFound ? found.hidden : nil
        names.withLock { names in
            if names.count < Self.most { names[key] = .some(hidden) }
        }
        return hidden
    }
}
