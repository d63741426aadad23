import Domain

/// An indicator in one month, or over a longer span that is reported at once, at every place: what is known, what is
/// missing, and on how many submissions it rests.
struct MonthColumn: Sendable {
    /// What is said of a place, one bit each.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8

        static let known = Marks(rawValue: 1 << 0)
        static let gap = Marks(rawValue: 1 << 1)
        static let uncollected = Marks(rawValue: 1 << 2)
        static let uncertain = Marks(rawValue: 1 << 3)
        static let lacksReceived = Marks(rawValue: 1 << 4)
        static let suppressed = Marks(rawValue: 1 << 5)
        static let exempt = Marks(rawValue: 1 << 6)
    }

    /// Two words, for a cube holds millions of them.
    struct Cell: Equatable, Sendable {
        var thousandths: Int64 = 0
        /// From the lowest bit: the marks, the longer spans, how many are owed, how many were received.
        private var packed: UInt64 = 0

        init() {}

        var marks: Marks { Marks(rawValue: UInt8(truncatingIfNeeded: packed)) }

        private subscript(mark: Marks) -> Bool {
            get { packed & UInt64(mark.rawValue) != 0 }
            set {
                let bit = UInt64(mark.rawValue)
                packed = newValue ? packed | bit : packed & ~bit
            }
        }

        /// Somebody reported a number or nothing occurred.
        var isKnown: Bool {
            get { self[.known] }
            set { self[.known] = newValue }
        }
        /// Something that should be in it is not, or is not sure.
        var hasGap: Bool {
            get { self[.gap] }
            set { self[.gap] = newValue }
        }
        /// Somebody said that it occurred and was not collected.
        var isUncollected: Bool {
            get { self[.uncollected] }
            set { self[.uncollected] = newValue }
        }
        /// The place's territory is not that of the data.
        var isUncertain: Bool {
            get { self[.uncertain] }
            set { self[.uncertain] = newValue }
        }
        /// Something of what was received is not in it: a cell or a row that could not be counted or is blank.
        var lacksReceived: Bool {
            get { self[.lacksReceived] }
            set { self[.lacksReceived] = newValue }
        }
        /// A province masks it in its package.
        var isSuppressed: Bool {
            get { self[.suppressed] }
            set { self[.suppressed] = newValue }
        }
        /// Somebody would owe it, had the officer not let it off.
        var isExempt: Bool {
            get { self[.exempt] }
            set { self[.exempt] = newValue }
        }
        /// How often somebody reports on the place who does not report each month.
        var longer: LongerSpans {
            get { LongerSpans(rawValue: UInt8(truncatingIfNeeded: packed >> 8)) }
            set { packed = packed & ~0xFF00 | UInt64(newValue.rawValue) << 8 }
        }
        var owed: Int { Int(packed >> 16 & Self.countMax) }
        var received: Int { Int(packed >> 40 & Self.countMax) }

        private static let countMax: UInt64 = 0xFF_FFFF

        /// One more submission that is owed for the place.
        mutating func owe(isReceived: Bool) {
            precondition(owed < Self.countMax)
            packed += 1 << 16
            if isReceived { packed += 1 << 40 }
        }
    }

    var cells: [Cell]

    /// Whether a number was reported of the whole.
    var hasAmount: Bool { cells[PlaceIndex.province].thousandths != 0 }

    init(places: Int) { cells = Array(repeating: Cell(), count: places) }
}

/// The spans longer than a month for which forms are owed.
struct LongerSpans: OptionSet, Sendable {
    let rawValue: UInt8

    static let quarter = LongerSpans(rawValue: 1)
    static let half = LongerSpans(rawValue: 2)
    static let year = LongerSpans(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ frequency: Obligation.Frequency) {
        switch frequency {
        case .month: self = []
        case .quarter: self = .quarter
        case .half: self = .half
        case .year: self = .year
        }
    }

    /// Whether every such span that a month lies in lies in `period`.
    func fit(_ month: Month, in period: ClosedRange<Month>) -> Bool {
        for (span, frequency) in [(LongerSpans.quarter, Obligation.Frequency.quarter), (.half, .half), (.year, .year)]
        where contains(span) {
            let whole = frequency.span(of: month)
            if whole.first < period.lowerBound || period.upperBound < whole.last { return false }
        }
        return true
    }
}

extension Obligation.Frequency {
    /// The span that a month is reported in.
    func span(of month: Month) -> Period {
        let last = month.adding(months: (months - month.number % months) % months)
        return Period(from: last.adding(months: 1 - months), through: last) ?? Period(month)
    }
}

/// A sum that does not fit in 64 bits.
package struct FigureOverflow: Error, Hashable, Sendable {
    package let indicator: String
    package let month: Month
}

/// What one department adds to one indicator in one month, or in a longer span that ends with it.
struct Contribution: Sendable {
    let department: String
    /// What is reported at once: the month, or the quarter, half-year or year that ends with it.
    let span: Period
    let area: ReportingArea
    let roster: Roster
    /// Whether a file of one of the indicator's forms counts.
    let isReceived: Bool
    /// The form that the readings are of; `nil` where there are none.
    let form: String?
    /// The form that is owed for it.
    let owedForm: String?
    /// Whether the form is another than the one that owes it, which was not sent or has not the columns.
    private(set) var isStandIn: Bool
    /// Whether nothing of it is counted in a ratio, because the other side is on another form.
    var isApart = false
    /// Whether every part of the form has the measures.
    let isWhole: Bool
    /// Those that have the measures; nothing where none has, received or not.
    let readings: [Reading]
    /// Of each reading, whether a blank cell is a number that is not known; else it is zero.
    let blanksAreMissing: [Bool]
    /// The measures to add.
    let measures: [String]
    /// Whether a file that would change it is held, waiting for somebody to decide.
    var isDoubtful = false

    /// Whether it is reported for no time outside these months, where it adds over time.
    func enters(_ indicator: Indicator, over months: [Month]) -> Bool {
        !indicator.isFlow || months.first.map { $0 <= span.first } ?? false
    }

    /// The same as what is compared with the count, in place of no other form.
    func besideTheCount() -> Contribution {
        var other = self
        other.isStandIn = false
        return other
    }

    /// The same on neither side of a ratio.
    func apart() -> Contribution {
        Contribution(
            department: department, span: span, area: area, roster: roster, isReceived: isReceived, form: nil,
            owedForm: owedForm, isStandIn: false, isApart: true, isWhole: true, readings: [], blanksAreMissing: [],
            measures: measures)
    }
}
