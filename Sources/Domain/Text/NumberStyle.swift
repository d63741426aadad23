/// How numbers and dates are written for people.
///
/// Vietnamese: `1.234,5` and `12,5%` (Law on Accounting 2015, article 11); English: `1,234.5`.
extension Language {
    package var decimalSeparator: String { self == .vi ? "," : "." }
    package var groupSeparator: String { self == .vi ? "." : "," }

    /// A number given in units of 10^-decimals.
    package func number(_ scaled: Int64, decimals: Int) -> String {
        if decimals == 0, scaled.magnitude < 1_000 { return String(scaled) }
        // From the last digit on.
        var letters: [UInt8] = []
        var rest = scaled.magnitude
        var count = 0
        while rest > 0 || count <= decimals {
            if count > 0, count == decimals { letters += decimalSeparator.utf8 }
            if count > decimals, (count - decimals).isMultiple(of: 3) { letters += groupSeparator.utf8 }
            letters.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            count += 1
        }
        if scaled < 0 { letters.append(UInt8(ascii: "-")) }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    package func amount(_ amount: Amount, decimals: Int) -> String {
        number(amount.rounded(decimals: decimals), decimals: decimals)
    }

    /// A quantity with as many decimals as it needs, at most three.
    package func quantity(_ quantity: Quantity) -> String {
        var decimals = 0
        var divisor: Int64 = 1_000
        while decimals < 3, !quantity.thousandths.isMultiple(of: divisor) {
            decimals += 1
            divisor /= 10
        }
        return number(Amount.quantity(quantity).rounded(decimals: decimals), decimals: decimals)
    }

    package func count(_ value: Int) -> String { number(Int64(value), decimals: 0) }

    /// Counts of cases and months below ten have two digits in Vietnamese official prose: `03 vụ`.
    package func officialCount(_ value: Int) -> String {
        self == .vi && (1...9).contains(value) ? "0\(value)" : count(value)
    }

    /// `14/10/2026`, `05/01/2026`, `01/7/2025`: days below ten and the months 1 and 2 get a zero (Decree 30/2020/NĐ-CP).
    package func date(_ day: Day) -> String {
        guard self == .vi else { return "\(day.day) \(Month.englishNames[day.month - 1]) \(day.year)" }
        let month = day.month <= 2 ? "0\(day.month)" : "\(day.month)"
        return "\(padded(day.day, 2))/\(month)/\(day.year)"
    }
}

extension Month {
    /// January to December.
    package static let englishNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

/// A number from 1 to 39 in Roman numerals.
package func roman(_ number: Int) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: number / 10) + ones[number % 10]
}

extension Period {
    /// `tháng 10 năm 2026`, `quý III năm 2026`, `6 tháng đầu năm 2026`, `9 tháng đầu năm 2026`, `năm 2026`.
    package func name(in language: Language) -> String { language == .vi ? vietnameseName : englishName }

    /// `Tháng 10/2026`, `Quý III/2026`, `Năm 2026`, for the key of a chart.
    package func shortName(in language: Language) -> String {
        switch (kind, language) {
        case (.month, .vi): return "Tháng \(first.number)/\(year)"
        case (.quarter, .vi): return "Quý \(roman((first.number + 2) / 3))/\(year)"
        case (.year, .en): return "\(year)"
        default:
            let name = name(in: language)
            return name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    private var vietnameseName: String {
        switch kind {
        case .month: "tháng \(padded(first.number, first.number <= 2 ? 2 : 1)) năm \(year)"
        case .quarter: "quý \(roman((first.number + 2) / 3)) năm \(year)"
        case .half: first.number == 1 ? "6 tháng đầu năm \(year)" : "6 tháng cuối năm \(year)"
        case .nineMonths: "9 tháng đầu năm \(year)"
        case .year: "năm \(year)"
        case .range: "từ tháng \(first.number) năm \(first.year) đến tháng \(last.number) năm \(last.year)"
        }
    }

    private var englishName: String {
        switch kind {
        case .month: "\(Month.englishNames[first.number - 1]) \(year)"
        case .quarter: "quarter \(roman((first.number + 2) / 3)) of \(year)"
        case .half: first.number == 1 ? "first half of \(year)" : "second half of \(year)"
        case .nineMonths: "first nine months of \(year)"
        case .year: "year \(year)"
        case .range:
            "\(Month.englishNames[first.number - 1]) \(first.year) to \(Month.englishNames[last.number - 1]) \(last.year)"
        }
    }
}
