/// Digits that stand together or with no more than a blank, a point, a hyphen or a bracket between them.
struct DigitGroups {
    /// Digits without anything between them.
    struct Group {
        let range: Range<Int>
        let digits: String
    }

    /// Of one number as far as their separators say, in the order of the text.
    let groups: [Group]
    /// What stands between each group and the next.
    let gaps: [String]

    private static let gapMax = 3

    /// Every run of groups in a text.
    static func all(in text: SearchedText) -> [DigitGroups] {
        var runs: [DigitGroups] = []
        var groups: [Group] = []
        var gaps: [String] = []
        var at = 0
        while at < text.scalars.count {
            guard text.scalars[at].isDigit else {
                at += 1
                continue
            }
            var end = at
            while end < text.scalars.count, text.scalars[end].isDigit { end += 1 }
            let group = Group(range: at..<end, digits: text.text(at..<end))
            if let last = groups.last {
                let gap = text.text(last.range.upperBound..<at)
                // Or of one digit each: `0/9/0/0/…`.
                let isLong =
                    last.digits.count >= 3 && group.digits.count >= 3
                    || last.digits.count == 1 && group.digits.count == 1
                let hasCode = groups.count == 1 && text[last.range.lowerBound - 1] == "+"
                if joins(gap) || mayJoin(gap) && (isLong || hasCode) || isTelephoneInPairs(groups, gaps, gap, group) {
                    gaps.append(gap)
                } else {
                    runs.append(DigitGroups(groups: groups, gaps: gaps))
                    (groups, gaps) = ([], [])
                }
            }
            groups.append(group)
            at = end
        }
        if !groups.isEmpty { runs.append(DigitGroups(groups: groups, gaps: gaps)) }
        return runs
    }

    /// A comma and a blank part the items of a list; a comma alone may stand in a number.
    private static func joins(_ gap: String) -> Bool {
        gap == "," || gap.count <= gapMax && gap.allSatisfy { " .-_()".contains($0) }
    }

    /// What stands between groups of three digits and more, and in no number that is shorter: `0900*000*077`.
    private static func mayJoin(_ gap: String) -> Bool {
        let sign = gap.drop { $0 == " " }.prefix { $0 != " " }
        return gap.count <= gapMax && (sign.count == 1 && "/*~:\\+=…'|;&#\"^".contains(sign) || sign == "][")
    }

    /// `0912/34/56/78`: the prefix of a telephone and pairs of digits with strokes between them; a day has two digits first.
    private static func isTelephoneInPairs(_ groups: [Group], _ gaps: [String], _ gap: String, _ next: Group) -> Bool {
        guard gap == "/", next.digits.count == 2, let first = groups.first, first.digits.count == 4 else {
            return false
        }
        return first.digits.hasPrefix("0") && "35789".contains(first.digits.dropFirst().first ?? "0")
            && gaps.allSatisfy { $0 == "/" }
    }

    /// Whether it is one number as sums are written: groups of three behind the first, or a fraction.
    var isQuantity: Bool {
        guard let first = groups.first, groups.count > 1, gaps.allSatisfy({ $0 == "." || $0 == "," || $0 == " " }),
            !first.digits.hasPrefix("0") || first.digits == "0" && groups.count == 2
        else { return false }
        if groups.count == 2, gaps[0] != " " { return true }
        let thousands = groups.dropFirst().dropLast(gaps.last == gaps.first ? 0 : 1)
        return first.digits.count <= 3 && thousands.allSatisfy { $0.digits.count == 3 }
    }
}
