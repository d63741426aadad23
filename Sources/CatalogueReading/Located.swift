import Domain

/// An entry of the catalogue with where it and its parts stand in a file.
///
/// A class, for every rule walks over all of them.
final class Located<Value> {
    let value: Value
    /// Nothing was wrong with it when it was read; else some of its parts stand in for what could not be read.
    let isSound: Bool
    private let places: Places

    private enum Places {
        /// Of the whole, and by the path of keys in a YAML file (`columns.3`).
        case parts(Position, [String: Position])
        /// By column name.
        case row(RegisterRow)
    }

    init(_ value: Value, at position: Position, isSound: Bool, parts: [String: Position]) {
        self.value = value
        self.isSound = isSound
        places = .parts(position, parts)
    }

    init(_ value: Value, in row: RegisterRow, isSound: Bool) {
        self.value = value
        self.isSound = isSound
        places = .row(row)
    }

    var position: Position {
        switch places {
        case .parts(let position, _): position
        case .row(let row): row.position
        }
    }

    /// Where a part stands; where the whole stands if that is not known.
    func position(of part: String) -> Position {
        switch places {
        case .parts(let position, let parts): parts[part] ?? position
        case .row(let row): row.position(of: part)
        }
    }
}

/// The entries of one kind, of one file or several.
struct Register<Value> {
    let entries: [Located<Value>]
    /// The entries that can be judged.
    let sound: [Located<Value>]
    /// Every entry of the file is among these: what is not does not exist.
    let isKnown: Bool

    init(_ entries: [Located<Value>], isKnown: Bool) {
        self.entries = entries
        sound = entries.filter(\.isSound)
        self.isKnown = isKnown
    }

    var values: [Value] { entries.map(\.value) }

    /// The entries by a code, each list in their order.
    func grouped(by code: (Value) -> String) -> [String: [Located<Value>]] {
        var groups: [String: [Located<Value>]] = [:]
        groups.reserveCapacity(entries.count)
        for entry in entries { groups[code(entry.value), default: []].append(entry) }
        return groups
    }
}

/// What must be unlike in any two entries of a register.
struct EntryKey: Hashable {
    let first: String
    var second = ""
    var third = ""
    /// The first day, where entries follow each other.
    var day: Day?

    /// Its parts as they are written.
    var shown: String {
        [first, second, third, day?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
