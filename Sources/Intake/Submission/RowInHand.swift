import DelimitedText
import Domain

/// One row of a table as its cells were understood; rules judge it, and what they leave is counted.
///
/// The same value is filled again for every row, so that none of its lists is made anew.
struct RowInHand {
    /// A cell of figures that holds no figure.
    struct Fault {
        enum Kind: Equatable {
            case words(CellReading.Fault)
            /// Digits that are no number as the file writes them.
            case unreadable
            case tooLarge, tooManyDecimals, negative
            /// One number for several cells.
            case merged
        }

        let column: Int
        let kind: Kind
    }

    /// Its place in the block that is being read.
    var index = 0
    /// Line and spreadsheet row; no column.
    var position = Position(file: "")
    var fieldCount = 0
    /// What its bytes leave in doubt.
    var doubts: [Doubt] = []
    /// Where cells may have moved, only what is plain is taken, and nothing is said of the cells.
    var mayHaveMoved = false
    /// What the department says of the row (Thuyết minh).
    var reason: String?

    /// By column of the form.
    var dates: [DateReading]
    var codes: [CodeReading]
    var cells: [QuantityCell]
    /// What stands there, negative numbers too; `nil` where it could not be read.
    var amounts: [Int64?]
    var faults: [Fault] = []

    /// Where it counts, as far as its cells name a place.
    var unit: UnitKey?
    /// What its place was compared to, where there may be something to say about it.
    var match: UnitMatcher.Match?
    /// It speaks of the whole province: `Cấp tỉnh (không phân theo xã)`.
    var isProvincial = false
    /// A value of a district that no commune has: `Mộc Châu (chưa phân bổ)`.
    var isUnallotted = false
    /// What the row of a list counts.
    var listMeasure: (place: Int, code: String)?

    /// It does not count at all.
    var isRefused = false
    var isRepeated = false
    /// Columns that a comparison has taken out; they count as faults once all rules have looked at them.
    private var takenOut: [Int] = []

    /// - Parameter columns: How many the form has.
    init(columns: Int) {
        dates = [DateReading](repeating: .absent, count: columns)
        codes = [CodeReading](repeating: .absent, count: columns)
        cells = [QuantityCell](repeating: .absent, count: columns)
        amounts = [Int64?](repeating: 0, count: columns)
    }

    /// What stands in the cells of these columns that are not empty.
    func written(_ columns: [Int]) -> [(column: Int, thousandths: Int64)] {
        columns.compactMap { column in
            switch cells[column] {
            case .number(let quantity): (column, quantity.thousandths)
            case .zero: (column, 0)
            default: nil
            }
        }
    }

    /// Forgets the row before; what was read of each column is read anew.
    mutating func begin(_ index: Int, at position: Position, fieldCount: Int) {
        self.index = index
        self.position = position
        self.fieldCount = fieldCount
        if !doubts.isEmpty { doubts = [] }
        mayHaveMoved = false
        reason = nil
        faults.removeAll(keepingCapacity: true)
        takenOut.removeAll(keepingCapacity: true)
        unit = nil
        match = nil
        isProvincial = false
        isUnallotted = false
        listMeasure = nil
        isRefused = false
        isRepeated = false
    }

    func day(_ column: Int?) -> Day? {
        guard let column, case .day(let day) = dates[column] else { return nil }
        return day
    }

    /// Takes cells out of what is counted; other rules still see them.
    mutating func takeOut(_ columns: [Int]) { takenOut += columns }

    /// Once every rule has judged.
    mutating func settle() {
        for column in takenOut where cells[column] != .absent { cells[column] = .fault }
    }

    /// Whether a cell of figures holds anything.
    var hasFilledCell: Bool { cells.contains { $0 != .absent && $0 != .empty } }

    /// Whether its place is none of the register's.
    var isOfUnknownPlace: Bool {
        switch match {
        case .unknownCode, .unknownName: true
        default: false
        }
    }
}

/// What the cell of a code says.
enum CodeReading {
    /// The file has no such column.
    case absent
    case blank
    case code(String)
    indirect case other(CodeMatcher.Match)
}

/// What the cell of a date says.
enum DateReading: Equatable {
    /// The file has no such column.
    case absent
    case blank
    /// The order of day and month is not settled; one finding says so for all.
    case unsettled
    /// No year, and the period proves none; one finding says so for all.
    case withoutYear
    case unreadable
    case day(Day)
}
