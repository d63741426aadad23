/// A reason that a department gave in a return which it filled in and sent back.
package struct Answer: Hashable, Sendable {
    /// What the return asked for in the row.
    package enum Asked: String, Hashable, Sendable, CaseIterable {
        /// A confirmation, which a reason gives.
        case query
        /// A correction, which no reason takes the place of.
        case error
        /// Nothing any more: the reason had been given before, and stood there already.
        case answered
    }

    /// Where the reason stands: the return's own file, row and column.
    package let position: Position
    package let asked: Asked
    /// Path of the file that was asked about.
    package let file: String
    package let rule: RuleName
    /// The row asked about as a spreadsheet numbers it; 0 where the whole file was meant.
    package let row: Int
    package let column: Int?
    /// What was asked, as the return words it: it quotes the value.
    package let question: String
    package let reason: String

    package init(
        position: Position, asked: Asked, file: String, rule: RuleName, row: Int, column: Int?, question: String,
        reason: String
    ) {
        self.position = position
        self.asked = asked
        self.file = file
        self.rule = rule
        self.row = row
        self.column = column
        self.question = question
        self.reason = reason
    }
}
