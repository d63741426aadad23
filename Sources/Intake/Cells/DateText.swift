import Domain

/// What a date cell holds before the order of day and month is known.
enum DateText: Equatable {
    /// Written year first, or the number of days by which spreadsheets store dates.
    case day(Day)
    /// Two numbers whose order is to be settled, and the year.
    case ordered(first: Int, second: Int, year: Int)
    /// Two numbers, and no year; where the month is named, the first is the day.
    case yearless(first: Int, second: Int, isNamed: Bool)
    /// Not a date in any order.
    case unreadable

    enum Order: String, Hashable, Sendable { case dayFirst, monthFirst }

    init(_ text: String) {
        let clean = LetterLikeness.plain(text).trimmedCell
        let date = clean.split(whereSeparator: { $0 == " " || $0 == "T" }).first ?? ""
        let parts = date.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }
        let numbers = parts.compactMap { part in
            (1...5).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        self = .unreadable
        guard numbers.count == parts.count, Self.isClock(clean.dropFirst(date.count)) else {
            if clean.utf8.count < 60, let found = DateWords.date(clean) { self = found }
            return
        }
        if parts.count == 1, (20_000...80_000).contains(numbers[0]) {
            // Day 0 of a spreadsheet is 1899-12-30.
            self = .day(Day(number: numbers[0] - 25_569))
        } else if parts.count == 3, parts[0].utf8.count == 4 {
            if let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) { self = .day(day) }
        } else if parts.count == 3, parts[2].utf8.count == 4 || parts[2].utf8.count == 2 {
            let year = parts[2].utf8.count == 2 ? 2_000 + numbers[2] : numbers[2]
            self = .ordered(first: numbers[0], second: numbers[1], year: year)
        } else if parts.count == 2, !date.utf8.contains(UInt8(ascii: ".")), parts.allSatisfy({ $0.utf8.count <= 2 }) {
            self = .yearless(first: numbers[0], second: numbers[1], isNamed: false)
        }
    }

    /// With the one year in which it falls into the period; without a year where there is none, or several.
    func resolved(in days: ClosedRange<Day>?) -> DateText {
        guard case .yearless(let first, let second, let isNamed) = self, let days else { return self }
        let dates = (days.lowerBound.year...days.upperBound.year).compactMap { year -> DateText? in
            guard isNamed else { return .ordered(first: first, second: second, year: year) }
            return Day(year: year, month: second, day: first).map { .day($0) }
        }
        let inside = dates.filter { date in
            [Order.dayFirst, .monthFirst].contains { date.day(in: $0).map(days.contains) ?? false }
        }
        return inside.count == 1 ? inside[0] : self
    }

    /// `nil` where there is no such day.
    func day(in order: Order) -> Day? {
        switch self {
        case .day(let day): day
        case .ordered(let first, let second, let year):
            order == .dayFirst
                ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
        case .yearless, .unreadable: nil
        }
    }

    /// Which order it proves: one of its numbers can be no month.
    var proof: Order? {
        guard case .ordered(let first, let second, _) = self else { return nil }
        if (13...31).contains(first), (1...12).contains(second) { return .dayFirst }
        if (13...31).contains(second), (1...12).contains(first) { return .monthFirst }
        return nil
    }

    /// Whether it would be another day in the other order.
    var isAmbiguous: Bool {
        guard case .ordered(let first, let second, _) = self else { return false }
        return first != second && (1...12).contains(first) && (1...12).contains(second)
    }

    /// What may stand after a date: nothing, or a time of day.
    private static func isClock(_ rest: Substring) -> Bool {
        let text = rest.filter { $0 != " " && $0 != "T" }
        return text.isEmpty || text.contains(":") && text.allSatisfy { $0.isNumber || ":.APMapmSACHsch".contains($0) }
    }
}
