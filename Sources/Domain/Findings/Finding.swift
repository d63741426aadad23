/// The stable name of a rule: `unknown-unit`. Only a rule has one.
package struct RuleName: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let text: String

    package init(of rule: any Rule.Type) { text = rule.code }

    /// As the ledger or a return holds it: the rule may be one of another version.
    package init(stored text: String) { self.text = text }

    package var description: String { text }

    package static func < (left: RuleName, right: RuleName) -> Bool { left.text < right.text }
}

/// A place in a file: what an editor calls a line, what a spreadsheet calls a row.
package struct Position: Hashable, Comparable, Codable, Sendable {
    /// Path as the findings show it.
    package let file: String
    /// Physical line, from 1; 0 where the whole file is meant.
    package let line: Int
    /// Row as a spreadsheet numbers it, from 1; 0 where the whole file is meant.
    package let row: Int
    /// Column number, from 1; `nil` where the whole row is meant.
    package let column: Int?
    /// The column's header as written.
    package let header: String?

    package init(file: String, line: Int = 0, row: Int = 0, column: Int? = nil, header: String? = nil) {
        self.file = file
        self.line = line
        self.row = row
        self.column = column
        self.header = header
    }

    /// The column as a spreadsheet letters it: `C`, `AA`.
    package var columnLetters: String? { column.map(Position.letters) }

    package static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
            rest = quotient
        }
        return letters
    }

    package static func < (left: Position, right: Position) -> Bool {
        (left.file, left.line, left.row, left.column ?? 0) < (right.file, right.line, right.row, right.column ?? 0)
    }
}

/// One thing wrong or doubtful in the data.
package struct Finding: Hashable, Codable, Sendable {
    package enum Level: String, Hashable, Comparable, Codable, Sendable, CaseIterable {
        /// Counted.
        case note
        /// Counted, marked, answered by a reason or a correction.
        case query
        /// The cell, the row or the file that it touches is not counted.
        case error

        package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .query: 1
            case .error: 2
            }
        }
    }

    /// What a question of a row is of: the row's place, and in a list its measure. Whoever says it anew has the question gone.
    package struct Subject: Hashable, Codable, Sendable {
        package let unit: UnitKey
        /// `nil`: whatever the row has of the place.
        package let measure: String?

        package init(unit: UnitKey, measure: String?) {
            self.unit = unit
            self.measure = measure
        }
    }

    package let rule: RuleName
    package let level: Level
    package let position: Position
    /// As written; `nil` where nothing was.
    package let value: String?
    /// What is wrong, in lower case, with the value quoted.
    package let message: Bilingual
    package let expected: Bilingual?
    /// What to do: a sentence.
    package let remedy: Bilingual
    /// The reason given for it; a query with a reason asks nothing any more.
    package let answer: String?
    /// Whether its file is doubtful as a whole: kept, and not counted until the query is answered or the officer decides.
    package let holds: Bool
    /// Of a question of a row; `nil` of everything else.
    package let subject: Subject?

    /// What a rule says; only rules say anything.
    package init(
        rule: any Rule.Type, level: Level, position: Position, value: String? = nil, message: Bilingual,
        expected: Bilingual? = nil, remedy: Bilingual, answer: String? = nil, holds: Bool = false
    ) {
        self.init(
            stored: rule.name, level: level, position: position, value: value, message: message, expected: expected,
            remedy: remedy, answer: answer, holds: holds)
    }

    /// As the ledger holds it: the rule may be one of another version.
    package init(
        stored rule: RuleName, level: Level, position: Position, value: String? = nil, message: Bilingual,
        expected: Bilingual? = nil, remedy: Bilingual, answer: String? = nil, holds: Bool = false,
        subject: Subject? = nil
    ) {
        self.rule = rule
        self.level = level
        self.position = position
        self.value = value
        self.message = message
        self.expected = expected
        self.remedy = remedy
        self.answer = answer
        self.holds = holds
        self.subject = subject
    }

    package func answered(by reason: String) -> Finding {
        Finding(
            stored: rule, level: level, position: position, value: value, message: message, expected: expected,
            remedy: remedy, answer: reason, holds: holds, subject: subject)
    }

    /// The same as a question of what a row says of a place.
    package func of(_ subject: Subject?) -> Finding {
        Finding(
            stored: rule, level: level, position: position, value: value, message: message, expected: expected,
            remedy: remedy, answer: answer, holds: holds, subject: subject)
    }

    /// The same at a file as a person would open it, and as a whole.
    package func of(_ file: String) -> Finding {
        Finding(
            stored: rule, level: level, position: Position(file: file), value: value, message: message,
            expected: expected, remedy: remedy, answer: answer, holds: holds)
    }

    /// The same in a folder, in place of the beginning of the name that its file was read under.
    package func below(_ folder: String, instead prefix: String) -> Finding {
        let file = position.file.hasPrefix(prefix) ? String(position.file.dropFirst(prefix.count)) : position.file
        let place = Position(
            file: "\(folder)/\(file)", line: position.line, row: position.row, column: position.column,
            header: position.header)
        return Finding(
            stored: rule, level: level, position: place, value: value, message: message, expected: expected,
            remedy: remedy, answer: answer, holds: holds, subject: subject)
    }

    /// What is wrong and what to do, or the reason that was given, as sentences after a colon.
    package func text(in language: Language) -> String {
        let message = message[language]
        let ended = message.hasSuffix("?") || message.hasSuffix(".") ? message : message + "."
        guard let answer else { return "\(ended) \(remedy[language])" }
        return language == .vi ? "\(ended) Đã thuyết minh: \(answer)." : "\(ended) Reason given: \(answer)."
    }

    /// Whether somebody has to act on it.
    package var needsPerson: Bool { level == .error || (level == .query && answer == nil) }

    /// Whether it keeps its file out of the figures now.
    package var isHolding: Bool { holds && answer == nil }
}
