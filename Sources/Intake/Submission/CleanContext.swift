import Domain

/// What is settled about a register before its rows are read, and what names mean in it.
struct CleanContext: Sendable {
    let period: Period
    let days: ClosedRange<Day>
    let calendar: PeriodCalendar
    let province: String
    let area: Unit?
    let geography: Geography
    let matcher: UnitMatcher
    let codes: CodeMatcher
    let levels: Set<Unit.Level>
    /// Rows with certain codes need no place.
    let hasPlaceless: Bool

    var units: [Unit] { geography.units }

    func entries(of list: String) -> [CodeEntry] { codes.entries(of: list) }

    /// The unit that a row of the day names, where nothing is to be said about it.
    @Sendable func unit(code: String, name: String, on day: Day) -> UnitKey? {
        if code.isEmpty || code == province, !name.isEmpty, RowLabel(name) == .provincial { return nil }
        if hasPlaceless, code.isEmpty { return nil }
        // Read all the same, but with a note for the file.
        if Self.isRepaired(name) { return nil }
        guard
            case .unit(let unit, isRespelled: false) = matcher.match(
                code: code, name: name, during: day...day, levels: levels)
        else { return nil }
        guard code.isEmpty || unit.code == code else { return nil }
        return isInArea(unit) ? unit.key : nil
    }

    /// The place of a code's entry in its list, from 1; `nil` where something is to be said about it.
    @Sendable func code(_ written: String, list: String, on day: Day) -> Int? {
        if Self.isRepaired(written) { return nil }
        guard case .entry(let entry) = codes.match(written, list: list, on: day) else { return nil }
        return entries(of: list).firstIndex { $0.code == entry.code }.map { $0 + 1 }
    }

    private static func isRepaired(_ text: String) -> Bool {
        LetterLikeness.hasForeignD(text) || LetterLikeness.foreignLetter(inKnown: text) != nil
            || HiddenMark.stand(in: text)
    }

    private func isInArea(_ unit: Unit) -> Bool {
        guard let area else { return true }
        return area.level == .commune ? unit.code == area.code : geography.lies(unit, in: area)
    }
}
