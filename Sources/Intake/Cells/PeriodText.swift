import Domain

/// A period as departments write it: `Tháng 10 năm 2026`, `Quý III/2026`, `6 tháng đầu năm`, `2026-10`.
enum PeriodText {
    /// - Parameter year: Where the words name none.
    static func period(_ text: String, year: Int?) -> Period? {
        let hasDays = text.utf8.contains(UInt8(ascii: "("))
        let phrase = hasDays ? text.split(separator: "(", maxSplits: 1).first.map(String.init) ?? text : text
        if let period = Period(LetterLikeness.plain(phrase).trimmedCell.uppercased()) { return period }
        var words = Folding.words(phrase)[...]
        while let first = words.first, ["ky", "bao", "cao", "so", "lieu"].contains(first) { words = words.dropFirst() }
        guard let (kind, rest) = span(words) else { return month(words, year: year) }
        guard let year = self.year(rest) ?? (rest.allSatisfy { $0 == "nam" } ? year : nil) else {
            return month(words, year: year)
        }
        return period(months: kind, year: year)
    }

    /// A month as spreadsheets show one: `Jul-26`, `Thg7-26`, `T10/2026`, `10/2026`, or its first day, `01/10/2026`, which they
    /// make of it.
    private static func month(_ written: ArraySlice<String>, year known: Int?) -> Period? {
        let words = DateWords.parts(Array(written))
        if words.count == 2, words[0] == "t" || words[0] == "thg", let known, let number = Int(words[1]), number <= 12 {
            return period(months: number...number, year: known)
        }
        guard let first = words.first, let last = words.last else { return nil }
        // The number by which a spreadsheet stores the first day of a month; a day at its beginning, year first.
        if words.count == 1 || first.utf8.count == 4 && Int(first) != nil { return firstDay(words) }
        guard let number = Int(last), words.count <= 3 else { return nil }
        let isNamed = DateWords.monthWords.contains(first) || first == "t" || DateWords.month(named: first) != nil
        let year = last.utf8.count == 2 && isNamed ? 2_000 + number : number
        guard (1900...2999).contains(year), last.utf8.count == 4 || isNamed else { return nil }
        let month: Int? =
            switch words.count {
            case 2: DateWords.month(named: first) ?? Int(first)
            case 3 where isNamed && Int(first) == nil: Int(words[1])
            case 3 where Int(first) == 1: Int(words[1])
            default: nil
            }
        guard let month, (1...12).contains(month) else { return nil }
        return period(months: month...month, year: year)
    }

    /// `46296`, `2026/10`, `2026-10-01`: a month by its first day.
    private static func firstDay(_ words: [String]) -> Period? {
        let numbers = words.prefix(3).compactMap { Int($0) }
        guard numbers.count == min(words.count, 3), words.dropFirst(3).allSatisfy({ Int($0) == 0 }) else { return nil }
        if numbers.count == 1 {
            guard (40_000...60_000).contains(numbers[0]) else { return nil }
            let day = Day(number: numbers[0] - 25_569)
            return day.day == 1 ? period(months: day.month...day.month, year: day.year) : nil
        }
        guard (1900...2999).contains(numbers[0]), (1...12).contains(numbers[1]), numbers.count == 2 || numbers[2] == 1
        else { return nil }
        return period(months: numbers[1]...numbers[1], year: numbers[0])
    }

    /// The period that a word above several columns names: `Tháng 8`, `T8/2026`, `Quý II`.
    static func banner(_ text: String, year: Int) -> Period? {
        var words = DateWords.parts(Folding.words(text))[...]
        while let first = words.first, introductions.contains(first) { words = words.dropFirst() }
        let spelled = words.first == "t" ? ["thang"] + words.dropFirst() : words
        guard let (months, rest) = span(spelled), spelled.first != "nam" else { return nil }
        let after = rest.first == "nam" ? rest.dropFirst() : rest
        return period(months: months, year: after.first.flatMap { self.year([$0]) } ?? year)
    }

    /// Words before the name of a period.
    private static let introductions: Set<String> = [
        "ky", "so", "lieu", "bao", "cao", "thuc", "hien", "ket", "qua", "trong",
    ]

    /// A period in the words of a file name; only with its year, since numbers stand there for much else.
    static func period(inWords words: [String]) -> Period? {
        for start in words.indices {
            let rest = words[start...]
            if let first = rest.first, let found = compact(first, rest.dropFirst()) { return found }
            if let (kind, after) = span(rest), let year = year(after.prefix(after.first == "nam" ? 2 : 1)),
                let found = period(months: kind, year: year), rest.first != "nam"
            {
                return found
            }
        }
        return nil
    }

    /// The month in the words of a file name that name no year: `thang-9`.
    static func monthAlone(inWords words: [String], year: Int) -> Period? {
        words.indices.lazy.compactMap { start -> Period? in
            guard words[start] == "thang", start == 0 || Int(words[start - 1]) == nil,
                let (months, after) = span(words[start...]),
                self.year(after.prefix(after.first == "nam" ? 2 : 1)) == nil
            else { return nil }
            return period(months: months, year: year)
        }.first
    }

    /// The months and quarters that a title names: «THÁNG 9 NĂM 2026», «quý III/2026»; at its end also without their year. Those of a
    /// day («ngày 5 tháng 9») are none.
    ///
    /// - Parameter year: Where the words name none.
    static func named(inTitle words: [String], year: Int) -> [Period] {
        words.indices.compactMap { start in
            guard ["thang", "quy"].contains(words[start]), start == 0 || Int(words[start - 1]) == nil,
                let (months, after) = span(words[start...])
            else { return nil }
            let rest = after.first == "nam" ? after.dropFirst() : after
            if let written = rest.first.flatMap({ self.year([$0]) }) { return period(months: months, year: written) }
            return after.isEmpty ? period(months: months, year: year) : nil
        }
    }

    /// The days named in brackets behind it: `(từ ngày 15/9/2026 đến ngày 14/10/2026)`.
    static func days(_ text: String) -> ClosedRange<Day>? {
        let dates = text.split(whereSeparator: { " ()–,;".contains($0) })
            .map { DateText(String($0)) }
            .compactMap { if case .ordered = $0 { $0.day(in: .dayFirst) } else { nil } }
        return dates.count == 2 && dates[0] <= dates[1] ? dates[0]...dates[1] : nil
    }

    /// The period whose days are named: «Từ 15/9/2026 đến 14/10/2026» is October where months end on the 14th.
    ///
    /// - Parameter folder: Besides months, the only one that may be meant.
    static func period(ofDays text: String, folder: Period?, _ calendar: PeriodCalendar) -> Period? {
        guard let days = days(text) else { return nil }
        let last = Month(year: days.upperBound.year, month: days.upperBound.month).map { Period($0) }
        return [folder, last].compactMap(\.self).first { calendar.days(of: $0) == days }
    }

    /// `2026-10`, `2026-Q3` as the words `2026` `10`, `2026` `q3`; `t10` `2026`.
    private static func compact(_ first: String, _ rest: ArraySlice<String>) -> Period? {
        guard let second = rest.first else { return nil }
        if year([first]) != nil {
            return Period(first + "-" + second.uppercased())
        }
        guard let year = year([second]), let letter = first.first, let number = Int(first.dropFirst()) else {
            return nil
        }
        switch letter {
        case "t": return period(months: number...number, year: year)
        case "q": return (1...4).contains(number) ? period(months: number * 3 - 2...number * 3, year: year) : nil
        default: return nil
        }
    }

    /// The months that the words begin with, and the words after them.
    private static func span(_ words: ArraySlice<String>) -> (ClosedRange<Int>, ArraySlice<String>)? {
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        switch first {
        case "thang":
            guard let (month, after) = DateWords.monthNumber(rest), (1...12).contains(month) else { return nil }
            return (month...month, after)
        case "quy":
            guard let quarter = rest.first.flatMap(quarter) else { return nil }
            return (quarter * 3 - 2...quarter * 3, rest.dropFirst())
        case "nam": return (1...12, words)
        case "ca" where rest.first == "nam": return (1...12, rest)
        case "6", "06", "sau":
            guard rest.first == "thang", let half = rest.dropFirst().first else { return nil }
            if half == "dau" { return (1...6, rest.dropFirst(2)) }
            return half == "cuoi" ? (7...12, rest.dropFirst(2)) : nil
        case "9", "09", "chin":
            guard rest.first == "thang" else { return nil }
            let after = rest.dropFirst()
            return (1...9, after.first == "dau" ? after.dropFirst() : after)
        default: return nil
        }
    }

    private static func quarter(_ word: String) -> Int? {
        ["i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4][word]
    }

    /// A year after an optional `năm`, and nothing behind it.
    static func year(_ words: ArraySlice<String>) -> Int? {
        let number = words.first == "nam" ? words.dropFirst() : words
        guard number.count == 1, let year = number.first.flatMap({ Int($0) }), (1900...2999).contains(year) else {
            return nil
        }
        return year
    }

    private static func period(months: ClosedRange<Int>, year: Int) -> Period? {
        guard let first = Month(year: year, month: months.lowerBound),
            let last = Month(year: year, month: months.upperBound)
        else { return nil }
        return Period(from: first, through: last)
    }
}
