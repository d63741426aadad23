import DelimitedText
import Domain

/// What the columns of a file are compiled to, for the rows of a register in which there is nothing to say.
///
/// A clean row is one that the careful reading would count without a finding, whatever the rows around it: a whole date
/// of the period, day first; a place and codes that are spelled as they should be; digits within their bounds; checks
/// that hold. Every other row is set aside for the careful reading. Nothing here changes once it is made.
struct CleanPlan: Sendable {
    /// What stands in one field of a row, and how its bytes are read.
    struct Field: BitwiseCopyable, Sendable {
        enum Role: UInt8, Sendable { case text, reason, unknown, date, unitCode, unitName, code, quantity }

        let role: Role
        let isFilled: Bool
        private let placeInRow: Int16
        private let placeInRole: Int32
        /// The largest number that asks no question.
        let bound: Int64

        init(_ field: Int, role: Role, slot: Int, isFilled: Bool, bound: Int64) {
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
    struct Check: BitwiseCopyable, Sendable {
        enum Kind: UInt8, Sendable { case atMost, zeroTogether, follows, before }

        let kind: Kind
        /// Slots of quantities, or of dates.
        let slots: (Int, Int, Int, Int)
    }

    /// What a day and month of a year is worth; the days of a year are counted as if each month had 31.
    struct DayValue: BitwiseCopyable, Sendable {
        var number: Int32 = 0
        /// Between two changes of any name; from 0.
        var era: UInt8 = 0
        var month: UInt8 = 0
        var isGood = false
    }

    static let daysOfYear = 372

    let context: CleanContext
    let width: Int
    let fields: [Field]
    let checks: [Check]
    /// Columns of the form, by slot.
    let quantities: [Int]
    let dates: [Int]
    let codes: [(column: Int, list: String)]
    /// Those by which tallies are kept apart, as slots of `codes`, and how many values each has.
    let keptCodes: [(slot: Int, values: Int)]
    /// How many months are told apart: one, unless totals by month are asked for.
    let months: Int
    let firstMonth: Month
    let firstYear: Int
    let years: Int
    /// For dates of the column that decides the period, and for other dates.
    let daysOfPeriod: [DayValue]
    let daysOfLife: [DayValue]
    let mainDate: Int
    private let filled: Set<Int>
    /// One day of each era.
    let eras: [Day]

    /// Whether every row needs a value in a column of the form.
    func isFilled(_ column: Int) -> Bool { filled.contains(column) }

    /// Groups that tallies are kept in, for each place.
    var groupsPerPlace: Int { keptCodes.reduce(months) { $0 * $1.values } }

    private static let groupsMax = 1 << 13
    private static let erasMax = 64

    /// `nil` where every row needs care.
    init?(_ context: CleanContext, shape: TableShape, plan: FormPlan, map: ColumnMap) {
        guard plan.form.layout == .register, plan.key.isEmpty, let mainColumn = plan.date,
            map.has(mainColumn), map.has(plan.unitCode) || map.has(plan.unitName), map.duplicates.isEmpty,
            let eras = Self.eras(context, lists: Set(plan.codes.map(\.list)))
        else { return nil }
        self.context = context
        self.eras = eras
        width = shape.headerFields
        filled = Set(plan.form.columns.indices.filter { plan.form.columns[$0].filled })
        quantities = plan.quantities.filter { map.has($0) }
        dates = plan.dates.filter { map.has($0) }
        codes = plan.codes.filter { map.has($0.column) }
        mainDate = dates.firstIndex(of: mainColumn) ?? 0
        let kept = Set(
            plan.measures.flatMap { $0.selection.map(\.column) + $0.by.map(\.column) } + plan.totals.codes)
        keptCodes = codes.enumerated().filter { kept.contains($0.element.column) }.map { slot, code in
            (slot, context.entries(of: code.list).count + 1)
        }
        firstMonth = context.period.first
        months = plan.totals.isByMonth ? context.period.monthCount : 1
        firstYear = context.days.lowerBound.year - 10
        years = context.days.upperBound.year + 2 - firstYear
        daysOfPeriod = Self.dayValues(
            from: firstYear, years: years, within: context.days, context, eras, hasMonths: months > 1)
        daysOfLife = Self.dayValues(from: firstYear, years: years, within: nil, context, [], hasMonths: false)
        var fields = (0..<shape.headerFields).map { Field($0, role: .unknown, slot: $0, isFilled: false, bound: .max) }
        for (index, column) in plan.form.columns.enumerated() {
            guard let field = map.fields[index] else { continue }
            let (role, slot): (Field.Role, Int?) =
                switch column.kind {
                case .ordinal, .text: (.text, 0)
                case .reason: (.reason, 0)
                case .unitCode: (.unitCode, 0)
                case .unitName: (.unitName, 0)
                case .date: (.date, dates.firstIndex(of: index))
                case .code: (.code, codes.firstIndex { $0.column == index })
                case .count, .decimal: (.quantity, quantities.firstIndex(of: index))
                }
            // Of several columns for the place's name, the form's first counts.
            let isSecond = role == .unitCode && index != plan.unitCode || role == .unitName && index != plan.unitName
            fields[field] = Field(
                field, role: isSecond ? .text : role, slot: slot ?? 0, isFilled: column.filled,
                bound: column.bound.map { $0.thousandths / 1_000 } ?? .max)
        }
        self.fields = fields
        var checks: [Check] = []
        for check in plan.checks where check.columns.allSatisfy(map.has) {
            guard let compiled = Self.check(check, quantities: quantities, dates: dates) else { return nil }
            checks.append(compiled)
        }
        self.checks = checks
        guard groupsPerPlace <= Self.groupsMax, fields.count <= 64, !quantities.isEmpty else { return nil }
    }

    private static func check(_ check: FormPlan.CheckPlan, quantities: [Int], dates: [Int]) -> Check? {
        let columns = check.kind.isOfDates ? dates : quantities
        let slots = check.columns.compactMap { columns.firstIndex(of: $0) }
        guard slots.count == check.columns.count, let first = slots.first, slots.count >= 2 else { return nil }
        func slot(_ place: Int) -> Int { place < slots.count ? slots[place] : first }
        let kind: Check.Kind =
            switch check.kind {
            case .atMost: .atMost
            case .zeroTogether: .zeroTogether
            case .follows: .follows
            case .before: .before
            }
        return Check(kind: kind, slots: (first, slot(1), slot(2), slot(3)))
    }

    /// The first day of each stretch of the period in which every name means the same; `nil`: too many.
    private static func eras(_ context: CleanContext, lists: Set<String>) -> [Day]? {
        let validities =
            context.units.map(\.validity) + lists.flatMap { context.entries(of: $0).map(\.validity) }
        let changes = Set(validities.flatMap { [$0.from, $0.to].compactMap { $0 } }).filter {
            context.days.lowerBound < $0 && $0 <= context.days.upperBound
        }
        return changes.count < erasMax ? [context.days.lowerBound] + changes.sorted() : nil
    }

    private static func dayValues(
        from firstYear: Int, years: Int, within days: ClosedRange<Day>?, _ context: CleanContext, _ eras: [Day],
        hasMonths: Bool
    ) -> [DayValue] {
        var values = [DayValue](repeating: DayValue(), count: years * daysOfYear)
        for year in 0..<years {
            for month in 1...12 {
                for dayOfMonth in 1...31 {
                    guard let day = Day(year: firstYear + year, month: month, day: dayOfMonth),
                        days?.contains(day) ?? true
                    else { continue }
                    let place = year * daysOfYear + (month - 1) * 31 + dayOfMonth - 1
                    let monthOfPeriod =
                        hasMonths ? context.calendar.month(containing: day).index - context.period.first.index : 0
                    values[place] = DayValue(
                        number: Int32(truncatingIfNeeded: day.number),
                        era: UInt8(truncatingIfNeeded: (eras.lastIndex { $0 <= day }) ?? 0),
                        month: UInt8(truncatingIfNeeded: monthOfPeriod), isGood: true)
                }
            }
        }
        return values
    }
}

extension RowCheck.Kind {
    fileprivate var isOfDates: Bool {
        if case .before = self { true } else { false }
    }
}
