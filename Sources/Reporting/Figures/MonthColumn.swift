import Domain

/// An indicator in one month at every place: what is known, what is missing, and on how many submissions it rests.
struct MonthColumn: Sendable {
    struct Cell: Sendable {
        var thousandths: Int64 = 0
        /// Somebody reported a number or nothing occurred.
        var isKnown = false
        /// Something that should be in it is not.
        var hasGap = false
        /// Somebody said that it occurred and was not collected.
        var isUncollected = false
        /// The place's territory is not that of the data.
        var isUncertain = false
        var owed = 0
        var received = 0
    }

    var cells: [Cell]

    init(places: Int) { cells = Array(repeating: Cell(), count: places) }
}

/// A sum that does not fit in 64 bits.
package struct FigureOverflow: Error, Hashable, Sendable {
    package let indicator: String
    package let month: Month
}

/// What one department adds to one indicator in one month.
struct Contribution {
    let department: String
    /// Index of the place that it answers for.
    let area: Int
    /// Whether a file of one of the indicator's forms counts.
    let isReceived: Bool
    /// Those that have the measures; nothing where none has, received or not.
    let readings: [Reading]
    /// The measures to add.
    let measures: [String]
    /// Whether a file that would change it is held, waiting for somebody to decide.
    var isDoubtful = false
}
