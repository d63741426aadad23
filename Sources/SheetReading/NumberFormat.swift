/// What the format of a cell makes of its number.
struct NumberFormat: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case number, percentage, date, time }

    var kind: Kind = .number
    /// Zeros are put before the digits until there are so many: `00000` of codes.
    var leastDigits = 0
    /// What it writes among the digits, where that makes another number of them: `"0900"0`, `0#########`.
    private var pattern: DigitPattern?

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
        if kind == .number, leastDigits == 0 { pattern = DigitPattern(code) }
        if kind == .date, plain.contains(where: { "0#?".contains($0) }), !plain.contains("s"), !plain.contains("h") {
            kind = .number
        }
    }

    /// Whether a format shows no number, whatever it is: `;;;`.
    static func showsNothing(_ code: String) -> Bool { code.count > 1 && code.allSatisfy { $0 == ";" } }

    /// Whether `shown` says anything.
    var writesDigits: Bool { pattern != nil }

    /// What a cell shows of a whole number, where its format writes digits of its own.
    func shown(_ digits: some Collection<UInt8>) -> String? { pattern?.shown(digits) }
}

/// A format that writes digits beside those of its number, or zeros before them.
struct DigitPattern: Hashable, Sendable {
    private enum Part: Hashable {
        case text(String)
        case digit(isZero: Bool)
    }

    private let parts: [Part]

    /// Numbers of persons have so many digits at least.
    private static let digitsLeast = 9

    /// `nil`: it is as other formats are.
    init?(_ code: String) {
        var parts: [Part] = []
        var characters = Array(code.prefix(200))[...]
        var writes = false
        scan: while let character = characters.popFirst() {
            switch character {
            case ";": break scan
            case "\"":
                var text = ""
                while let next = characters.popFirst(), next != "\"" { text.append(next) }
                parts.append(.text(text))
                writes = writes || text.contains(where: \.isNumber)
            case "\\":
                guard let next = characters.popFirst() else { break scan }
                parts.append(.text(String(next)))
                writes = writes || next.isNumber
            case "[": while let next = characters.popFirst(), next != "]" {}
            case "_", "*": _ = characters.popFirst()
            case "0", "#", "?": parts.append(.digit(isZero: character == "0"))
            case ".", ",": return nil
            default: parts.append(.text(String(character)))
            }
        }
        let places = parts.count { if case .digit = $0 { true } else { false } }
        guard places > 0, writes || places >= Self.digitsLeast else { return nil }
        self.parts = parts
    }

    func shown(_ digits: some Collection<UInt8>) -> String? {
        guard (1...15).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        var left = Array(digits)
        var shown = ""
        var places = parts.count { if case .digit = $0 { true } else { false } }
        for part in parts.reversed() {
            switch part {
            case .text(let text): shown = text + shown
            case .digit(let isZero):
                places -= 1
                // The first place takes all that is left.
                let taken = places == 0 ? left.count : 1
                if left.isEmpty, isZero { shown = "0" + shown }
                shown = String(decoding: left.suffix(taken), as: UTF8.self) + shown
                left.removeLast(min(taken, left.count))
            }
        }
        return shown
    }
}
