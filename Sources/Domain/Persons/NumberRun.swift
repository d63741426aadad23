/// The numbers of persons in one run of groups of digits.
struct NumberRun {
    private let run: DigitGroups
    private let text: SearchedText
    private let context: PersonNumber.Context
    /// Of the whole run, and asked of each of its groups.
    private let isQuantity: Bool

    init(_ run: DigitGroups, in text: SearchedText, _ context: PersonNumber.Context) {
        self.run = run
        isQuantity = run.isQuantity
        self.text = text
        self.context = context
    }

    /// So many groups make a number at most.
    private static let groupsMax = 6

    var numbers: [PersonNumber] {
        var found: [PersonNumber] = []
        // `0 9 1 2 …`: every digit apart.
        let digits = run.groups.map(\.digits)
        if digits.count >= 9, digits.allSatisfy({ $0.count == 1 }) {
            let whole = DigitGroups.Group(
                range: run.groups[0].range.lowerBound..<run.groups[digits.count - 1].range.upperBound,
                digits: digits.joined())
            return NumberRun(DigitGroups(groups: [whole], gaps: []), in: text, context).numbers
        }
        if isDossier { return [] }
        var first = 0
        while first < run.groups.count {
            var taken = 1
            // Looked for once, and only where so many digits may be a number.
            var known: PersonCues?
            // The longest that is one: `+84 912 345 678` and not its last nine digits.
            for count in stride(from: min(Self.groupsMax, run.groups.count - first), to: 0, by: -1) {
                guard isOfLength(first..<first + count) else { continue }
                let cues = known ?? self.cues(before: run.groups[first].range.lowerBound)
                known = cues
                let behind = self.cues(behind: run.groups[first + count - 1].range.upperBound)
                guard let kind = kind(first..<first + count, cues.union(behind)) else { continue }
                let range = run.groups[first].range.lowerBound..<run.groups[first + count - 1].range.upperBound
                found.append(PersonNumber(kind, range, in: text))
                taken = count
                break
            }
            first += taken
        }
        return found
    }

    /// The code of a dossier in public services: `H52.45-241015-0012`, `000.00.12.H52-261015-0045`, the office's code, the day
    /// and a number.
    private var isDossier: Bool {
        let groups = run.groups
        guard groups.count >= 3, groups[0].digits.count == 2 else { return false }
        let start = groups[0].range.lowerBound
        guard text[start - 1] == "H" || text[start - 1] == "G", !text[start - 2].isWordLetter
        else { return false }
        let day = groups[groups.count - 2].digits
        return day.count == 6 && (3...6).contains(groups[groups.count - 1].digits.count)
            && (1...12).contains(Int(day.dropFirst(2).prefix(2)) ?? 0) && (1...31).contains(Int(day.suffix(2)) ?? 0)
            && run.gaps.suffix(2) == ["-", "-"]
    }

    /// What is known of the place, and what the words before a number say.
    private func cues(before start: Int) -> PersonCues {
        // Among digits alone, as in a long list of them, there are none.
        guard (max(0, start - 60)..<start).contains(where: { text.scalars[$0].isWordLetter }) else {
            return context.cues
        }
        return context.cues.union(PersonCues(in: wordsBefore(start)))
    }

    /// What a label behind a number says: `123456789 (số CMND)`, `… là số CCCD của …`, `… - mã BHXH`.
    private func cues(behind end: Int) -> PersonCues {
        var at = end
        while text[at] == " ", at < text.scalars.count { at += 1 }
        guard at < text.scalars.count, "(-–—lL".unicodeScalars.contains(text.scalars[at]) else { return [] }
        let behind = text.text(at..<min(text.scalars.count, at + 40)).prefix { !",.;)\n".contains($0) }
        var words = Folding.words(String(behind))[...]
        if words.first == "la" { words = words.dropFirst() } else if behind.first?.isLetter ?? true { return [] }
        guard let first = words.first, Self.labels.contains(first) else { return [] }
        return PersonCues(in: words.prefix(4).joined(separator: " ")).subtracting([.money, .hotline])
    }

    private static let labels: Set<String> = [
        "so", "ma", "sdt", "dien", "cccd", "cmnd", "cmt", "cmtnd", "bhxh", "bhyt", "stk", "mst", "gplx", "zalo",
    ]

    private func isOfLength(_ window: Range<Int>) -> Bool {
        let count = run.groups[window].reduce(0) { $0 + $1.digits.count }
        return count >= PersonNumber.digitsMin && count <= 19
    }

    private func kind(_ window: Range<Int>, _ cues: PersonCues) -> PersonNumber.Kind? {
        let groups = run.groups[window]
        guard let first = groups.first, let last = groups.last else { return nil }
        let start = first.range.lowerBound
        if isInHash(first) || isInHash(last) { return nil }
        let hasPlus = text[start - 1] == "+"
        if !hasPlus, first.digits.first != "0", isCount(window, behind: last.range.upperBound) { return nil }
        // No part of a sum is anybody's number, and no fraction.
        let isSum = isQuantity && !cues.isTelling && !hasPlus
        if isSum, groups.count > 1 || isFraction(window.lowerBound) { return nil }
        let number = NumberStructure(
            digits: groups.map(\.digits).joined(), lengths: groups.map(\.digits.count),
            groups: groups.map(\.digits), hasPlus: hasPlus, cues: cues,
            isMoney: !hasPlus && first.digits.first != "0" && cues.contains(.money) && !cues.isTelling
                || isMoney(behind: last.range.upperBound),
            isLetterhead: context.isLetterhead,
            followsDate: window.lowerBound > 0 && NumberStructure.isDate(run.groups[window.lowerBound - 1].digits),
            letters: letters(before: start))
        return number.kind
    }

    /// Whether a group is the fraction of a decimal number; of `14085001234.0` the whole part is looked at.
    private func isFraction(_ index: Int) -> Bool { run.groups.count == 2 && run.gaps[0] != " " && index == 1 }

    /// Sums and codes of checks (`3fa2…`) hold every sequence of digits.
    private func isInHash(_ group: DigitGroups.Group) -> Bool {
        let range = group.range
        var (start, end) = (range.lowerBound, range.upperBound)
        func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || scalar.isASCII && scalar.isWordLetter }
        while isPart(text[start - 1]), range.lowerBound - start < 40 { start -= 1 }
        while isPart(text[end]), end - range.upperBound < 40 { end += 1 }
        // Of digits that stand apart, no more than they are.
        return end - start - (range.count - group.digits.count) >= 24
    }

    /// Up to six words before the number.
    private func wordsBefore(_ start: Int) -> String {
        let from = max(0, start - 60)
        guard from < start else { return "" }
        let words = text.text(from..<start).split { $0 == " " || $0 == "_" || $0 == "-" }
        return words.suffix(6).joined(separator: " ")
    }

    private func letters(before start: Int) -> String {
        let isApart = text[start - 1] == " " && text[start - 2].isCapital && !text[start - 3].isWordLetter
        let start = isApart ? start - 1 : start
        var from = start
        while start - from < 3, text[from - 1].isWordLetter { from -= 1 }
        return text.text(from..<start)
    }

    /// «CCCD gắn chip: 123456789 hồ sơ»: what is counted stands behind a number of nine digits or ten, and nothing but what
    /// became of it behind that.
    private func isCount(_ window: Range<Int>, behind end: Int) -> Bool {
        guard run.groups[window].reduce(0, { $0 + $1.digits.count }) <= 10, text[end] == " ", text[end + 1].isWordLetter
        else { return false }
        let behind = text.text(end..<min(text.scalars.count, end + 40)).prefix { !",.;()/:-\n".contains($0) }
        let words = Folding.exact(String(behind)).split(separator: " ").map(String.init)
        if Self.persons.contains(words) { return true }
        guard let unit = Self.units.first(where: { words.starts(with: $0) }) else { return false }
        return words.count == unit.count || Self.outcomes.contains(words[unit.count])
    }

    private static func words(_ texts: [String]) -> [[String]] {
        texts.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
    }

    /// With nothing behind them: «912345678 người báo tin» is somebody's number.
    private static let persons = words(["người", "lượt người", "công dân", "nhân khẩu", "khẩu", "hộ", "thuê bao"])

    private static let units = words([
        "hồ sơ", "trường hợp", "lượt", "cuộc gọi", "cuộc", "tài khoản", "thẻ", "giao dịch", "tin nhắn", "bản ghi",
        "dữ liệu", "phiếu", "hộ chiếu", "lượt truy cập", "lượt khám", "yêu cầu", "dịch vụ", "thửa",
    ])

    private static let outcomes: Set<String> = [
        "đã", "được", "đạt", "so", "tăng", "giảm", "trong", "và", "toàn", "trên", "chưa", "còn", "đang",
    ]

    /// `đồng`, `triệu` behind a number make it a sum.
    private func isMoney(behind end: Int) -> Bool {
        var at = end
        while at < text.scalars.count, at - end < 3, text.scalars[at] == " " || text.scalars[at] == "." { at += 1 }
        if text[at] == "₫" { return true }
        var to = at
        while to - at < 8, text[to].isWordLetter { to += 1 }
        guard to > at else { return false }
        return ["dong", "d", "vnd", "trieu", "ty", "nghin", "ngan", "usd", "tr"].contains(
            Folding.key(text.text(at..<to)))
    }
}

extension PersonCues {
    /// Whether a number beside them is somebody's.
    package var isTelling: Bool {
        !isDisjoint(with: [.identity, .telephone, .tax, .insurance, .account, .passport, .licence, .device])
    }
}
