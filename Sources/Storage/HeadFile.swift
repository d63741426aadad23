import Digest
import Domain
import Files

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

/// The head, kept beside the database: `reports/ledger.head`. A database whose tail was cut off no longer fits it.
///
/// Before a run commits, the file names the head from before and the one to come, and afterwards the new one alone. So
/// whenever a run is killed, the database's head is among those named.
struct HeadFile: Sendable {
    /// `reports`.
    let folder: String

    private var path: String { "\(folder)/ledger.head" }
    private var privatePath: String { "\(folder)/.ledger.head.writing" }

    /// Two lines are shorter.
    private static let bytesMost = 4_096

    /// The heads that the database may have; without a file, only that of an empty chain.
    func heads() throws(LedgerError) -> [Head] {
        guard Entry.isThere(path) else { return [.empty] }
        guard let entry = try? Entry(at: path, followingLinks: true), entry.kind == .file, entry.size <= Self.bytesMost
        else {
            throw LedgerError(.damaged, place: path, detail: "not the head of a ledger")
        }
        let file = try OpenFile(reading: path)
        let text = String(decoding: try onDisk(file.readAll()), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let heads = lines.dropLast().compactMap { Head($0) }
        guard lines.last == "", !heads.isEmpty, heads.count == lines.count - 1 else {
            throw LedgerError(.damaged, place: path, detail: "not the head of a ledger")
        }
        return heads
    }

    /// Throws unless the database's head is among those named here.
    func check(_ head: Head) throws(LedgerError) {
        let heads = try heads()
        guard heads.contains(head) else {
            let known = heads.map(\.description).joined(separator: ", ")
            throw LedgerError(.damaged, place: path, detail: "\(known); ledger.sqlite: \(head)")
        }
    }

    /// Names the database's head alone, where a run was stopped before it had; throws where it is not among those named.
    func settle(_ head: Head) throws(LedgerError) {
        try check(head)
        if try heads() != [head] { try write([head]) }
        try onDisk(Entry.remove(privatePath))
    }

    /// Names these heads from now on, whatever happens to the machine.
    func write(_ heads: [Head]) throws(LedgerError) {
        do {
            let file = try OpenFile(writing: privatePath)
            try onDisk(file.write(Array(heads.map { "\($0)\n" }.joined().utf8)))
            try onDisk(file.sync())
        }
        try onDisk(Entry.rename(privatePath, to: path))
        try onDisk(Folder.sync(folder))
    }
}
