import DelimitedText
import Domain

/// What the columns of a file are compiled to, for the rows of a register in which there is nothing to say.
///
/// A clean row is one that the careful reading would count without a finding, whatever the rows around it: a whole date
/// of the period, day first; a place and codes that are spelled as they should be; digits within their bounds; checks
/// that hold. Every other row is set aside for the careful reading. Nothing here changes once it is made.
package struct CleanPlan: Sendable {
    /// What stands in one field of a row, and how its bytes are read.
    package struct Field: BitwiseCopyable, Sendable {
        package enum Role: UInt8, BitwiseCopyable, Sendable {
            case text, reason, unknown, date, unitCode, unitName, code, quantity
        }

        let role: Role
        let isFilled: Bool
        private let placeInRow: Int16
        private let placeInRole: Int32
        /// The largest number that asks no question.
        let bound: Int64

        package init(_ field: Int, role: Role, slot: Int, isFilled: Bool, bound: Int64) {
            self.role = role
            self.isFilled = isFilled
            placeInRow = Int16(truncatingIfNeeded: field)
            placeInRole = Int32(truncatingIfNeeded: slot)
            self.bound = bound
        }

        /// Which field of a row it is.
        var field: Int { Int(placeInRow) }
        /// Its place among those of its role.
        var slot: Int { Int(placeInRole) }
    }

    /// Two columns that a row compares; the kinds that need no more.
    package struct Check: BitwiseCopyable, Sendable {
        package enum Kind: UInt8, BitwiseCopyable, Sendable { case atMost, zeroTogether, follows, before }

        let kind: Kind
        /// Slots of quantities, or of dates.
        let slots: (Int, Int, Int, Int)

        package init(kind: Kind, slots: (Int, Int, Int, Int)) {
            self.kind = kind
            self.slots = slots
        }
    }

    /// What a day and month of a year is worth; the days of a year are counted as if each month had 31.
    package struct DayValue: BitwiseCopyable, Sendable {
        var number: Int32 = 0
        /// Between two changes of any name; from 0.
        var era: UInt8 = 0
        var month: UInt8 = 0
        var isGood = false

        /// A day that does not count.
        package init() {}

        package init(number: Int32, era: UInt8, month: UInt8) {
            self.number = number
            self.era = era
            self.month = month
            isGood = true
        }
    }

    package static let daysOfYear = 372

    /// What names mean, where there is nothing to say about them.
    package struct Names: Sendable {
        /// The place of a row, by code, name and day.
        let place: @Sendable (String, String, Day) -> UnitKey?
        /// A code's place in its list, from 1, by what is written, list and day.
        let code: @Sendable (String, String, Day) -> Int?

        package init(
            place: @escaping @Sendable (String, String, Day) -> UnitKey?,
            code: @escaping @Sendable (String, String, Day) -> Int?
        ) {
            self.place = place
            self.code = code
        }
    }

    /// Where the table's rows begin, and how wide they are.
    package struct Layout: Sendable {
        let headerRow: Int
        let width: Int
        /// Of the column that decides the period.
        let dateField: Int
        /// The longest reason that is taken, in bytes.
        let reasonMost: Int

        package init(headerRow: Int, width: Int, dateField: Int, reasonMost: Int) {
            self.headerRow = headerRow
            self.width = width
            self.dateField = dateField
            self.reasonMost = reasonMost
        }
    }

    /// The months that are told apart, and the days of the years looked at.
    package struct Days: Sendable {
        /// One, unless totals by month are asked for.
        let months: Int
        let firstMonth: Month
        let firstYear: Int
        let years: Int
        /// For dates of the column that decides the period, and for other dates.
        let ofPeriod: [DayValue]
        let ofLife: [DayValue]
        /// One day of each era.
        let eras: [Day]

        package init(
            months: Int, firstMonth: Month, firstYear: Int, years: Int, ofPeriod: [DayValue], ofLife: [DayValue],
            eras: [Day]
        ) {
            self.months = months
            self.firstMonth = firstMonth
            self.firstYear = firstYear
            self.years = years
            self.ofPeriod = ofPeriod
            self.ofLife = ofLife
            self.eras = eras
        }
    }

    /// Columns of the form by what stands in them, in the order of their slots.
    package struct Columns: Sendable {
        let quantities: [Int]
        let dates: [Int]
        let codes: [(column: Int, list: String)]
        /// Those by which tallies are kept apart, as slots of `codes`, and how many values each has.
        let keptCodes: [(slot: Int, values: Int)]
        /// Slot of the date that decides the period.
        let mainDate: Int
        /// Those in which every row needs a value.
        let filled: Set<Int>

        package init(
            quantities: [Int], dates: [Int], codes: [(column: Int, list: String)],
            keptCodes: [(slot: Int, values: Int)], mainDate: Int, filled: Set<Int>
        ) {
            self.quantities = quantities
            self.dates = dates
            self.codes = codes
            self.keptCodes = keptCodes
            self.mainDate = mainDate
            self.filled = filled
        }
    }

    let names: Names
    let layout: Layout
    let days: Days
    let columns: Columns
    let fields: [Field]
    let checks: [Check]

    private static let groupsMax = 1 << 13
    private static let fieldsMax = 64

    /// `nil` where there are more columns or choices than are kept in dense arrays.
    package init?(names: Names, layout: Layout, days: Days, columns: Columns, fields: [Field], checks: [Check]) {
        self.names = names
        self.layout = layout
        self.days = days
        self.columns = columns
        self.fields = fields
        self.checks = checks
        guard groupsPerPlace <= Self.groupsMax, fields.count <= Self.fieldsMax, !columns.quantities.isEmpty else {
            return nil
        }
    }

    /// Columns of the form, by slot.
    package var quantities: [Int] { columns.quantities }
    package var codes: [(column: Int, list: String)] { columns.codes }
    package var keptCodes: [(slot: Int, values: Int)] { columns.keptCodes }
    package var width: Int { layout.width }

    /// Whether every row needs a value in a column of the form.
    func isFilled(_ column: Int) -> Bool { columns.filled.contains(column) }

    /// Groups that tallies are kept in, for each place.
    var groupsPerPlace: Int { columns.keptCodes.reduce(days.months) { $0 * $1.values } }
}
