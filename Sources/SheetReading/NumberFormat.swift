/// What the format of a cell makes of its number.
struct NumberFormat: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case number, percentage, date, time }

    var kind: Kind = .number
    /// Zeros are put before the digits until there are so many: `00000` of codes.
    var leastDigits = 0

    static let general = NumberFormat()

    init(kind: Kind = .number, leastDigits: Int = 0) { (self.kind, self.leastDigits) = (kind, leastDigits) }

    /// The formats that have a number of their own.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self.init(kind: .percentage)
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self.init(kind: .date)
        case 18...21, 32...35, 45...47, 55, 56: self.init(kind: .time)
        default: self.init()
        }
    }

    /// Written out: `dd/mm/yyyy`, `[$-42A]d mmmm yyyy;@`, `0.0%`, `00000`. What is quoted or escaped is text, and only the
    /// first section holds for a number that is not negative.
    init(code: String) {
        var letters: [Character] = []
        var isElapsed = false
        var characters = Array(code)[...]
        scan: while let character = characters.popFirst() {
            switch character {
            case ";": break scan
            case "\"":
                while let next = characters.popFirst(), next != "\"" {}
            case "\\", "_", "*": _ = characters.popFirst()
            case "[":
                var inside = ""
                while let next = characters.popFirst(), next != "]" { inside.append(next) }
                let unit = inside.lowercased()
                if !unit.isEmpty, ["h", "m", "s"].contains(where: { unit.allSatisfy(Set($0).contains) }) {
                    isElapsed = true
                }
            default: letters.append(contentsOf: String(character).lowercased())
            }
        }
        let plain = String(letters)
        self.init()
        guard plain != "general", plain != "standard", plain != "@" else { return }
        if plain.contains("%") {
            kind = .percentage
        } else if isElapsed {
            kind = .time
        } else if plain.contains(where: { "yd".contains($0) }) {
            kind = .date
        } else if plain.contains(where: { "hs".contains($0) }) {
            kind = .time
        } else if plain.contains("m"), !plain.contains(where: { "0#?".contains($0) }) {
            kind = .date
        } else if plain.count >= 2, plain.allSatisfy({ $0 == "0" }) {
            leastDigits = min(plain.count, 20)
        }
        if kind == .date, plain.contains(where: { "0#?".contains($0) }), !plain.contains("s"), !plain.contains("h") {
            kind = .number
        }
    }
}
