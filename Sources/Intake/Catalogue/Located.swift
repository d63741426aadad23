import Domain

/// An entry of the catalogue with where it and its parts stand in a file.
struct Located<Value> {
    let value: Value
    let position: Position
    /// Nothing was wrong with it when it was read; else some of its parts stand in for what could not be read.
    let isSound: Bool
    private let places: Places

    private enum Places {
        /// By the path of keys in a YAML file (`columns.3`).
        case parts([String: Position])
        /// By column name.
        case row(RegisterRow)
    }

    init(_ value: Value, at position: Position, isSound: Bool, parts: [String: Position]) {
        self.value = value
        self.position = position
        self.isSound = isSound
        places = .parts(parts)
    }

    init(_ value: Value, in row: RegisterRow, isSound: Bool) {
        self.value = value
        position = row.position
        self.isSound = isSound
        places = .row(row)
    }

    /// Where a part stands; where the whole stands if that is not known.
    func position(of part: String) -> Position {
        switch places {
        case .parts(let parts): parts[part] ?? position
        case .row(let row): row.position(of: part)
        }
    }
}

/// The entries of one kind, of one file or several.
struct Register<Value> {
    let entries: [Located<Value>]
    /// Every entry of the file is among these: what is not does not exist.
    let isKnown: Bool

    init(_ entries: [Located<Value>], isKnown: Bool) {
        self.entries = entries
        self.isKnown = isKnown
    }

    var values: [Value] { entries.map(\.value) }

    /// The entries that can be judged.
    var sound: [Located<Value>] { entries.filter(\.isSound) }
}
