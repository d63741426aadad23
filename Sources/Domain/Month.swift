/// A reporting month, named after the calendar month in which it ends.
///
/// Prints as `2026-10` and sorts by time.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since January of year 0.
    package let index: Int

    package init(index: Int) { self.index = index }

    /// `nil` unless the year is 1900 to 2999 and the month 1 to 12.
    package init?(year: Int, month: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
        index = year * 12 + month - 1
    }

    /// Reads `yyyy-MM` and nothing else.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        let numbers = text.withUTF8 { bytes -> (year: Int, month: Int)? in
            guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
            guard let year = wholeNumber(bytes[..<4]), let month = wholeNumber(bytes[5...]) else { return nil }
            return (year, month)
        }
        guard let numbers else { return nil }
        self.init(year: numbers.year, month: numbers.month)
    }

    package var year: Int { index / 12 }
    /// 1 to 12.
    package var number: Int { index % 12 + 1 }

    package var description: String { "\(padded(year, 4))-\(padded(number, 2))" }

    package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

    package func adding(months: Int) -> Month { Month(index: index + months) }
}
