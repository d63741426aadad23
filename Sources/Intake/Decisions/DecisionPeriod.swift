import Domain

/// A period as officers write it, or as a spreadsheet leaves it: `Jul-26`, `Thg7-26`, `07/2026`, `01/07/2026`.
enum DecisionPeriod {
    /// What a text says.
    enum Reading: Equatable {
        case period(Period)
        /// Written by no person: a spreadsheet took it for a day.
        case respelled(Period)
        /// Either of them.
        case either(Period, Period)
        /// The number by which a spreadsheet stores a day.
        case serial
        case nothing
    }

    static func reading(_ text: String) -> Reading {
        if let period = Period(text) { return .period(period) }
        let clean = LetterLikeness.plain(text).trimmedCell
        if clean.utf8.count > 4, clean.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return .serial }
        // A month is what a spreadsheet takes for its first day; the seventh of January is the month of neither.
        if case .ordered(let first, let second, let year) = DateText(clean), first != second {
            let (own, other) = (month(second, year), month(first, year))
            switch (first, second) {
            case (1, _): return own.map { .respelled($0) } ?? .nothing
            case (_, 1): return other.flatMap { other in own.map { .either($0, other) } } ?? .nothing
            default: return .nothing
            }
        }
        if let period = PeriodText.period(text, year: nil) {
            let words = Set(Folding.words(clean))
            let isWritten = !words.isDisjoint(with: ["thang", "quy", "nam", "ky"])
            return isWritten || Period(clean.uppercased()) != nil ? .period(period) : .respelled(period)
        }
        guard case .day(let day) = DateText(clean), day.day == 1 else { return .nothing }
        return month(day.month, day.year).map { .respelled($0) } ?? .nothing
    }

    private static func month(_ number: Int, _ year: Int) -> Period? {
        (1900...2999).contains(year) ? Month(year: year, month: number).map { Period($0) } : nil
    }
}
