import Domain

/// What is settled about a submission before its rows are read.
struct ReadingContext {
    /// Path as findings show it.
    let file: String
    let period: Period
    /// The period's first and last day.
    let days: ClosedRange<Day>
    let calendar: PeriodCalendar
    let notation: NumberNotation
    /// Numbers are written in both; one finding says so, and none with a separator can be read.
    let hasTwoNotations: Bool
    /// By column of the form; a column whose order is not settled is not read, and one finding says so.
    let orders: [Int: DateText.Order]
    /// What the dates of a register say as a whole.
    let dates: RegisterDates
    /// The line above the header of a sheet says that nothing occurred where a cell is empty.
    let blanksAreZero: Bool
    let province: String
    /// The unit that the department reports on; `nil` where it owes nothing.
    let area: Unit?
    let geography: Geography
    let units: UnitMatcher
    let codes: CodeMatcher
    let eras: NameEras
    /// What the rows of a list may call a measure.
    let measureNames: [String: String]

    /// Within which days a date without a year is looked for: the period; for a date that does not decide it, half a year
    /// more on either side, where one year alone fits as well.
    static func window(_ days: ClosedRange<Day>, isDeciding: Bool) -> ClosedRange<Day> {
        isDeciding ? days : days.lowerBound.adding(days: -160)...days.upperBound.adding(days: 160)
    }

    var provinceKey: UnitKey {
        geography.unit(code: province, on: days.upperBound)?.key ?? UnitKey(code: province, from: nil)
    }

    /// Whether the department reports on the unit.
    func isInArea(_ unit: Unit) -> Bool {
        guard let area else { return true }
        return area.level == .commune ? unit.code == area.code : geography.lies(unit, in: area)
    }
}
