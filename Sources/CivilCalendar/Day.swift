/// A day of the Gregorian calendar, without a time or a zone.
///
/// Prints as `2026-10-14` and sorts by time. Years 1 to 9999.
@frozen public struct Day: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01, negative before it.
    public let number: Int

    @inlinable public init(number: Int) { self.number = number }

    /// The day of a civil date; `nil` where there is no such date.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.lengthOfMonth(month, year: year)
        else { return nil }
        self.init(number: Day.count(year: year, month: month, day: day))
    }

    /// Reads `yyyy-MM-dd` and nothing else.
    package init?(_ text: String) {
        self.init(text, separator: "-", year: 0, month: 5, day: 8)
    }

    /// Reads `dd/MM/yyyy` and nothing else.
    package init?(dayFirst text: String) {
        self.init(text, separator: "/", year: 6, month: 3, day: 0)
    }

    /// Ten bytes: four digits from `year` on, two from `month` and from `day` on, and a separator before all but the first.
    private init?(_ text: String, separator: Unicode.Scalar, year: Int, month: Int, day: Int) {
        var text = text
        let numbers = text.withUTF8 { bytes -> (year: Int, month: Int, day: Int)? in
            let parting = UInt8(ascii: separator)
            guard bytes.count == 10, bytes[month - 1] == parting, bytes[max(year, day) - 1] == parting else {
                return nil
            }
            guard let yearNumber = wholeNumber(bytes[year..<year + 4]),
                let monthNumber = wholeNumber(bytes[month..<month + 2]),
                let dayNumber = wholeNumber(bytes[day..<day + 2])
            else { return nil }
            return (yearNumber, monthNumber, dayNumber)
        }
        guard let numbers else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var day: Int { civil.day }

    /// 0 = Monday … 6 = Sunday.
    package var weekday: Int { Day.floorModulo(number + 3, 7) }

    /// `2026-10-14`.
    public var description: String {
        let (year, month, day) = civil
        guard (1...9999).contains(year) else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func write(_ number: Int, _ end: Int, _ count: Int) {
                var rest = number
                for place in (end - count..<end).reversed() {
                    bytes[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
            }
            write(year, 4, 4)
            write(month, 7, 2)
            write(day, 10, 2)
            (bytes[4], bytes[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
            return 10
        }
    }

    @inlinable public static func == (left: Day, right: Day) -> Bool { left.number == right.number }

    @inlinable public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    package func adding(days: Int) -> Day { Day(number: number + days) }

    /// The number of days of a month, 28 to 31.
    package static func lengthOfMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func floorModulo(_ value: Int, _ divisor: Int) -> Int {
        let remainder = value % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// Days from 1970-01-01, counted in years that begin in March so that the leap day comes last.
    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Its three numbers at once, for whoever needs all of them.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

/// A whole number with leading zeros up to `width` digits.
package func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}

/// The number that a few digits make; `nil` for none, and where anything else is among them.
@inlinable public func wholeNumber(_ digits: some Collection<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
        guard digit &- 0x30 < 10 else { return nil }
        number = number * 10 + Int(digit &- 0x30)
    }
    return digits.isEmpty ? nil : number
}
