import Domain
import GRDB

/// Texts that many rows share, each kept once: measures, units, rules, remedies.
final class TextWriter {
    private let find: PreparedStatement
    private let insert: PreparedStatement
    private let last: PreparedStatement
    private var idByText: [ExactText: Int] = [:]

    init(_ database: Database) {
        find = PreparedStatement(database, "SELECT id FROM text WHERE value = ?")
        insert = PreparedStatement(database, "INSERT INTO text (entry, id, value) VALUES (?, ?, ?)")
        last = PreparedStatement(database, "SELECT coalesce(max(id), 0) FROM text")
    }

    /// The number of a text, which hangs on `entry` if it is new.
    func id(of text: String, entry: Int) throws -> Int {
        let key = ExactText(text)
        if let id = idByText[key] { return id }
        let id = try storedID(of: text, entry: entry)
        idByText[key] = id
        return id
    }

    /// Gives up all numbers that may belong to rows that were rolled back.
    func forget() { idByText.removeAll() }

    private func storedID(of text: String, entry: Int) throws -> Int {
        try find.bind(.text(text), at: 1)
        if try find.step() {
            defer { find.reset() }
            return find.integer(0)
        }
        _ = try last.step()
        let id = last.integer(0) + 1
        last.reset()
        try insert.run([.integer(entry), .integer(id), .text(text)])
        return id
    }
}

/// The texts by their numbers, read once.
struct TextTable {
    /// At index n the text with number n; numbers begin at 1 and leave out none.
    private let texts: [String]

    init(_ database: Database) throws {
        let rows = PreparedStatement(database, "SELECT id, value FROM text ORDER BY id")
        var texts = [""]
        while try rows.step() {
            guard rows.integer(0) == texts.count else {
                throw LedgerError(.damaged, place: "text \(texts.count)", detail: "missing")
            }
            texts.append(rows.text(1))
        }
        self.texts = texts
    }

    subscript(id: Int) -> String {
        get throws {
            guard texts.indices.contains(id), id > 0 else {
                throw LedgerError(.damaged, place: "text \(id)", detail: "missing")
            }
            return texts[id]
        }
    }

    func optional(_ id: Int?) throws -> String? {
        guard let id else { return nil }
        return try self[id]
    }
}
