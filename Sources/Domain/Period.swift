/// A span of the reporting calendar: one or more whole months.
///
/// Prints the way departments write it (`2026-10`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026`, `2026-02..2026-05`) and sorts
/// by when it begins; of two that begin together, the shorter comes first. Equal spans are equal values: a range of
/// three months that is a quarter *is* that quarter.
package struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let first: Month
    /// Never before `first`.
    package let last: Month

    package enum Kind: String, Hashable, Sendable { case month, quarter, half, nineMonths, year, range }

    package init(_ month: Month) { (first, last) = (month, month) }

    /// `nil` where `last` comes before `first`.
    package init?(from first: Month, through last: Month) {
        guard first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// Reads what `description` prints, and nothing else.
    package init?(_ text: some StringProtocol) {
        guard let period = Period.parse(String(text)), period.description == text else { return nil }
        self = period
    }

    /// Reads also what is written by its months though it has a name of its own: `2025-07..2025-09` is `2025-Q3`.
    package init?(orSpelledOut text: String) {
        guard let period = Period.parse(text) else { return nil }
        self = period
    }

    private static func parse(_ text: String) -> Period? {
        if let month = Month(text) { return Period(month) }
        if let range = text.firstRange(of: "..") {
            guard let first = Month(text[..<range.lowerBound]), let last = Month(text[range.upperBound...]) else {
                return nil
            }
            return Period(from: first, through: last)
        }
        guard text.utf8.count >= 4, text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(text.prefix(4))
        else { return nil }
        func span(_ from: Int, _ through: Int) -> Period? {
            guard let first = Month(year: year, month: from), let last = Month(year: year, month: through) else {
                return nil
            }
            return Period(from: first, through: last)
        }
        switch text.dropFirst(4) {
        case "": return span(1, 12)
        case "-Q1": return span(1, 3)
        case "-Q2": return span(4, 6)
        case "-Q3": return span(7, 9)
        case "-Q4": return span(10, 12)
        case "-H1": return span(1, 6)
        case "-H2": return span(7, 12)
        case "-9M": return span(1, 9)
        default: return nil
        }
    }

    package var year: Int { last.year }

    package var monthCount: Int { last.index - first.index + 1 }

    package var months: [Month] { (first.index...last.index).map(Month.init(index:)) }

    package func contains(_ month: Month) -> Bool { first <= month && month <= last }

    package var kind: Kind {
        guard first.year == last.year else { return .range }
        return switch (first.number, monthCount) {
        case (_, 1): .month
        case (1, 3), (4, 3), (7, 3), (10, 3): .quarter
        case (1, 6), (7, 6): .half
        case (1, 9): .nineMonths
        case (1, 12): .year
        default: .range
        }
    }

    package var description: String {
        let year = padded(first.year, 4)
        return switch kind {
        case .month: first.description
        case .quarter: "\(year)-Q\((first.number + 2) / 3)"
        case .half: first.number == 1 ? "\(year)-H1" : "\(year)-H2"
        case .nineMonths: "\(year)-9M"
        case .year: year
        case .range: "\(first)..\(last)"
        }
    }

    package static func < (left: Period, right: Period) -> Bool {
        (left.first, left.last) < (right.first, right.last)
    }

    /// The span of the same length that ends where this one begins; `nil` of nine months, before which no nine are reported.
    package var previous: Period? { kind == .nineMonths ? nil : moved(months: -monthCount) }

    package var sameLastYear: Period { moved(months: -12) }

    /// From January of the year in which the period ends to its last month.
    package var yearToDate: Period {
        let january = Month(index: last.index - (last.number - 1))
        return Period(from: january, through: last) ?? self
    }

    private func moved(months: Int) -> Period {
        Period(from: first.adding(months: months), through: last.adding(months: months)) ?? self
    }
}
