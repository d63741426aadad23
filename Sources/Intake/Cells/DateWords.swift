import Domain

/// Dates with words in them: `16-thg 9-26` as Vietnamese spreadsheets write them, `ngày 17/9/2026`, `18 tháng 9 năm 2026`,
/// `17-Sep-26`. The word says which number is the month.
enum DateWords {
    /// `nil` where the words are no date.
    static func date(_ text: String) -> DateText? {
        var words = parts(Folding.words(text))[...]
        if words.count == 1, let only = words.first, only.utf8.count == 8 { return compact(only) }
        var isMarked = false
        if words.first == "thu" || words.starts(with: ["chu", "nhat"]) {
            words = words.dropFirst(2)
            isMarked = true
        }
        if words.first == "ngay" {
            words = words.dropFirst()
            isMarked = true
        }
        // The same month in one word or two: `thg9`, `thg 9`, `Sep`.
        var numbers: [Int] = []
        var monthPlace: Int?
        while let word = words.first {
            words = words.dropFirst()
            if let number = Int(word), word.utf8.count <= 4 {
                numbers.append(number)
            } else if word == "nam", numbers.count == 2 {
                continue
            } else if monthPlace == nil, monthWords.contains(word), let (number, rest) = monthNumber(words) {
                monthPlace = numbers.count
                numbers.append(number)
                words = rest
            } else if monthPlace == nil, let month = month(named: word) {
                monthPlace = numbers.count
                numbers.append(month)
            } else {
                return nil
            }
        }
        return date(numbers, monthPlace, isMarked: isMarked)
    }

    private static func date(_ numbers: [Int], _ monthPlace: Int?, isMarked: Bool) -> DateText? {
        guard (2...3).contains(numbers.count) else { return nil }
        let year = numbers.count == 3 ? (numbers[2] < 100 ? 2_000 + numbers[2] : numbers[2]) : nil
        switch monthPlace {
        case 1:
            guard let year else { return .yearless(first: numbers[0], second: numbers[1], isNamed: true) }
            return Day(year: year, month: numbers[1], day: numbers[0]).map { .day($0) }
        case 0:
            guard let year else { return nil }
            return Day(year: year, month: numbers[0], day: numbers[1]).map { .day($0) }
        case nil where isMarked:
            guard let year else { return .yearless(first: numbers[0], second: numbers[1], isNamed: false) }
            return .ordered(first: numbers[0], second: numbers[1], year: year)
        default: return nil
        }
    }

    /// `20260916`, as scripts write it.
    private static func compact(_ digits: String) -> DateText? {
        guard let number = Int(digits), (1900...2999).contains(number / 10_000) else { return nil }
        return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100).map { .day($0) }
    }

    /// The month behind its word, in digits or in letters (`tháng Chín`), and the words after it. `tháng năm` is none: it may be
    /// the fifth, or the word before a year.
    static func monthNumber(_ words: ArraySlice<String>) -> (Int, ArraySlice<String>)? {
        guard let first = words.first else { return nil }
        if let number = Int(first) { return (number, words.dropFirst()) }
        if first == "muoi" {
            switch words.dropFirst().first {
            case "mot": return (11, words.dropFirst(2))
            case "hai": return (12, words.dropFirst(2))
            default: return (10, words.dropFirst())
            }
        }
        return spelled[first].map { ($0, words.dropFirst()) }
    }

    private static let spelled = [
        "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "chap": 12,
    ]

    static let monthWords: Set<String> = ["thang", "thg", "th"]

    /// `sep`, `sept`, `september`
    static func month(named word: String) -> Int? {
        guard word.utf8.count >= 3, let place = english.firstIndex(where: { $0.hasPrefix(word) }) else {
            return word == "sept" ? 9 : nil
        }
        return place + 1
    }

    private static let english = Month.englishNames.map { $0.lowercased() }

    /// Letters and digits apart: `thg9` is `thg`, `9`.
    static func parts(_ words: [String]) -> [String] {
        words.flatMap { word -> [String] in
            var parts: [String] = []
            for character in word {
                if let last = parts.last?.last, last.isNumber == character.isNumber {
                    parts[parts.count - 1].append(character)
                } else {
                    parts.append(String(character))
                }
            }
            return parts
        }
    }
}
