import Digest

/// The last entry of a chain: how many entries there are, and the hash that vouches for all of them.
package struct Head: Hashable, Sendable, CustomStringConvertible {
    /// Number of the last entry; 0: none.
    package let seq: Int
    /// 64 hexadecimal digits; of an empty chain, zeros.
    package let hash: String

    package init(seq: Int, hash: String) {
        self.seq = seq
        self.hash = hash
    }

    /// Of a ledger that nothing has been written into.
    package static let empty = Head(seq: 0, hash: String(repeating: "0", count: SHA256Digest.byteCount * 2))

    /// As the file beside the database writes it.
    package var description: String { "\(seq) \(hash)" }

    /// Reads what `description` prints, and nothing else.
    init?(_ line: some StringProtocol) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let seq = Int(words[0]), seq >= 0, let digest = SHA256Digest(hex: words[1]) else {
            return nil
        }
        self.init(seq: seq, hash: digest.hex)
        guard description == line else { return nil }
    }
}
