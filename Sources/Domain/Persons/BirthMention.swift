/// When somebody was born, as a text says it: «sinh ngày 12/03/1985», «(sinh năm 1985)», «SN 1985».
package enum BirthMention {
    /// Whether a text says when somebody was born.
    package static func isIn(_ text: String) -> Bool {
        guard maySpeak(text) else { return false }
        let words = Token.all(in: text)
        return words.indices.contains { isBirth(words, $0) }
    }

    /// Whether a cell asks when somebody was born, and says nothing else.
    package static func isLabel(_ text: String) -> Bool { labels.contains(Folding.key(text)) }

    private static let labels: Set<String> = [
        "ngay sinh", "sinh ngay", "nam sinh", "sinh nam", "ngay thang nam sinh", "ngay thang sinh", "sinh",
    ]

    /// Whether a text has the letters of a word for births at all.
    package static func maySpeak(_ text: String) -> Bool {
        let lower = Folding.plain(text)
        return ["sinh", "sn", "ns", "s/n", "n/s", "dob", "s.ngay", "born"].contains { lower.holds($0) }
    }

    private static func isBirth(_ words: [Token], _ at: Int) -> Bool {
        let word = words[at].key
        if word == "ns" {
            return at + 1 < words.count && words[at + 1].date.map { (1900...2015).contains($0) } ?? false
        }
        if word == "dob" { return at + 1 < words.count && words[at + 1].date != nil }
        if word == "born" { return words[(at + 1)...].prefix(4).contains { $0.date != nil || isYear($0.key) } }
        // «s.ngày 12/3/1985», «N/S: 12/03/1985»
        if word == "s", at + 1 < words.count {
            if words[at].hasStop, words[at + 1].key == "ngay" {
                return at + 2 < words.count && words[at + 2].date != nil
            }
            if at > 0, words[at - 1].key == "n", words[at - 1].hasStop { return words[at + 1].date != nil }
        }
        let isShort = word == "sn" || word == "n" && at > 0 && words[at - 1].key == "s" && words[at - 1].hasStop
        guard word == "sinh" || word == "nsinh" || isShort else { return false }
        let before = word == "n" ? (at > 1 ? words[at - 2] : nil) : at > 0 ? words[at - 1] : nil
        let two = at > 1 ? words[at - 2].key + " " + (before?.key ?? "") : ""
        // «Học sinh», «phát sinh»; «Chiềng Sinh» is a place; and «An (sinh …)» is a name.
        if let before, !before.hasStop {
            if otherBirths.contains(before.key), !before.isCapitalised || at == 1 { return false }
            if words[at].isCapitalised, !words[at].isShout { return false }
        }
        if groups.contains(two) { return false }
        var next = at + 1
        while next < words.count, ["ngay", "nam", "thang", "vao"].contains(words[next].key) { next += 1 }
        guard next < words.count else { return false }
        if isInWords(words, next) { return true }
        if isShort || words[next - 1].key == "nam", isShortYear(words[next]) { return isPerson(before, words, at) }
        let isDate = isDate(words, next) || isMonthOfYear(words, next) || isDateInDigits(words[next].key)
        guard isDate || isYear(words[next].key) || isMonth(words[next].key) else { return false }
        let behind = next + (isMonthOfYear(words, next) ? 3 : isDate && words[next].date == nil ? 5 : 1)
        if behind < words.count, cohorts.contains(words[behind].key) { return false }
        // Behind «SN», the number of a house, may stand the day of today.
        if isDate { return !isShort || words[next].date.map { $0 <= 2015 } ?? true }
        if word == "nsinh" { return isYear(words[next].key) }
        if isShort {
            // «SN 12, phố …» is a house.
            let street = next + 1 < words.count ? words[next + 1].key : ""
            return isYear(words[next].key) && words[next].key <= "2015" && (before?.isCapitalised ?? true)
                && !["duong", "pho", "ngo", "to", "khu", "tieu"].contains(street)
        }
        return isPerson(before, words, at)
    }

    /// Whether what stands before speaks of one person.
    private static func isPerson(_ before: Token?, _ words: [Token], _ at: Int) -> Bool {
        guard let before, !before.hasStop else { return true }
        if before.isCapitalised || ["ngay", "nam"].contains(before.key)
            || PersonName.honorifics.contains(before.exact)
        {
            return true
        }
        // «lò văn thử», as who types in haste.
        let name = words[max(0, at - 4)..<at].map(\.exact)
        return zip(name, name.dropFirst()).contains { PersonName.families.contains($0) && ["văn", "thị"].contains($1) }
    }

    /// «sinh ngày mười hai tháng ba», «năm một nghìn chín trăm …».
    private static func isInWords(_ words: [Token], _ at: Int) -> Bool {
        guard ["ngay", "nam"].contains(words[at - 1].key) else { return false }
        let said = words[at...].prefix { numbers.contains($0.exact) }
        guard let next = words[(at + said.count)...].first else { return said.count >= 4 }
        return said.count >= 4 || said.count >= 1 && next.key == "thang"
    }

    private static let numbers: Set<String> = [
        "mùng", "mồng", "một", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi",
        "mốt", "lăm", "nghìn", "ngàn", "trăm", "linh", "lẻ", "không",
    ]

    /// «năm 85», «sn 85».
    private static func isShortYear(_ word: Token) -> Bool {
        word.key.utf8.count == 2 && ("30"..."99").contains(word.key)
    }

    /// `12031985`
    private static func isDateInDigits(_ text: String) -> Bool {
        text.utf8.count == 8 && ("1900"..."2015").contains(String(text.suffix(4))) && NumberStructure.isBirthday(text)
    }

    private static func isDate(_ words: [Token], _ at: Int) -> Bool {
        if words[at].date != nil { return true }
        return at + 4 < words.count && words[at + 1].key == "thang" && words[at + 3].key == "nam"
            && isYear(words[at + 4].key)
    }

    /// «tháng 3 năm 1985».
    private static func isMonthOfYear(_ words: [Token], _ at: Int) -> Bool {
        at + 2 < words.count && words[at - 1].key == "thang" && (1...12).contains(Int(words[at].key) ?? 0)
            && words[at + 1].key == "nam" && isYear(words[at + 2].key)
    }

    /// `3/1985`.
    private static func isMonth(_ text: String) -> Bool {
        let parts = text.split { "/.-".contains($0) }.map(String.init)
        return parts.count == 2 && isYear(parts[1]) && (1...12).contains(Int(parts[0]) ?? 0)
    }

    private static func isYear(_ text: String) -> Bool { text.count == 4 && ("1900"..."2099").contains(text) }

    /// The year, where a cell is nothing but a day or a year that somebody may have been born in.
    package static func year(cell: String) -> Int? {
        let words = Token.all(in: cell)
        guard words.count == 1 else { return nil }
        if isYear(words[0].key) { return Int(words[0].key) }
        return words[0].date.flatMap { (1900..<2100).contains($0) ? $0 : nil }
    }

    /// Whether a text that names somebody holds a day or a year that people who take part were born in, or an age.
    package static func mayStandIn(_ text: String) -> Bool {
        let words = Token.all(in: text)
        return words.indices.contains { at in
            if let year = words[at].date { return (1900...2015).contains(year) }
            if at > 0, words[at].key == "tuoi", let age = Int(words[at - 1].key) { return age < 120 }
            return isYear(words[at].key) && words[at].key <= "2015"
        }
    }

    /// «phát sinh», «học sinh», «tuyển sinh»: no birth.
    private static let otherBirths: Set<String> = [
        "phat", "hoc", "tuyen", "ve", "giao", "thi", "ky", "tai", "an", "hy", "duong", "que", "khu", "moi", "dan",
        "sat",
        "nghi", "y", "sing", "ho", "tro", "bien", "trieu", "tan", "khai", "cong", "nay",
    ]

    /// «công dân nam sinh năm 2009» speaks of many.
    private static let groups: Set<String> = [
        "tre em", "dan nam", "thanh nien", "cong dan", "con chau", "chi em", "anh em",
    ]

    private static let cohorts: Set<String> = ["den", "tro", "ve", "tu", "truoc", "sau"]

    /// A word or a date, with what stands around it.
    private struct Token {
        let key: String
        let exact: String
        let isCapitalised: Bool
        let isShout: Bool
        /// Something other than blanks stands behind it.
        let hasStop: Bool
        /// The year of a date.
        let date: Int?

        static func all(in text: String) -> [Token] {
            let text = SearchedText(Folding.composed(text))
            var tokens: [Token] = []
            var at = 0
            while at < text.scalars.count {
                let scalar = text.scalars[at]
                guard scalar.isWordLetter || scalar.isDigit else {
                    at += 1
                    continue
                }
                var end = at
                let isNumber = scalar.isDigit
                while end < text.scalars.count {
                    let next = text.scalars[end]
                    let isInside =
                        isNumber
                        ? next.isDigit || "/.-".unicodeScalars.contains(next) && text[end + 1].isDigit
                        : next.isWordLetter
                    guard isInside else { break }
                    end += 1
                }
                let written = text.text(at..<end)
                let letters = text.scalars[at..<end]
                var behind = end
                while behind < text.scalars.count, text.scalars[behind] == " " || text.scalars[behind] == "_" {
                    behind += 1
                }
                let stop = text[behind]
                tokens.append(
                    Token(
                        key: isNumber ? written : Folding.plain(written), exact: Folding.exact(written),
                        isCapitalised: scalar.isCapital,
                        isShout: letters.count > 1 && letters.allSatisfy { $0.isCapital },
                        hasStop: behind < text.scalars.count && !stop.isWordLetter && !stop.isDigit,
                        date: isNumber ? year(written) : nil))
                at = end
            }
            return tokens
        }

        private static func year(_ written: String) -> Int? {
            let parts = written.split { "/.-".contains($0) }.map(String.init)
            guard parts.count == 3, let numbers = Optional(parts.compactMap { Int($0) }), numbers.count == 3 else {
                return nil
            }
            if parts[0].count == 4 { return (1...12).contains(numbers[1]) && numbers[2] <= 31 ? numbers[0] : nil }
            guard numbers[0] <= 31, numbers[1] <= 31, parts[2].count == 4 || parts[2].count == 2 else { return nil }
            return parts[2].count == 4 ? numbers[2] : 1900 + numbers[2]
        }
    }
}
