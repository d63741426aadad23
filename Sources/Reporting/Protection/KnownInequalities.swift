import Domain

/// How indicators are known to lie to one another in every unit and month, whoever looks on: parts and wholes, households and
/// persons, cases and persons, counts that never fall.
///
/// Where the data break one of them, nothing is known there.
struct KnownInequalities: Hashable {
    /// The count of the first is nowhere more than that of the second.
    struct Pair: Hashable, Comparable {
        let part: String
        let whole: String

        static func < (left: Pair, right: Pair) -> Bool { (left.part, left.whole) < (right.part, right.whole) }
    }

    private(set) var atMost: Set<Pair> = []
    /// Where the second (`whole`) has a count, the first (`part`) has one.
    private(set) var together: Set<Pair> = []
    private(set) var neverFalling: Set<String> = []

    static let none = KnownInequalities()

    init(atMost: Set<Pair> = [], together: Set<Pair> = [], neverFalling: Set<String> = []) {
        self.atMost = atMost
        self.together = together
        self.neverFalling = neverFalling
    }

    /// What the catalogue says: checks across indicators, «Trong đó», checks within a row of a form, and selections of which one is
    /// within the other.
    init(_ catalogue: Catalogue) {
        for check in catalogue.checks {
            switch check {
            case .atMost(let part, let whole), .likelyAtMost(let part, let whole): add(part, whole)
            case .zeroTogether(let first, let second): together.insert(Pair(part: first, whole: second))
            case .neverFalls(let indicator): neverFalling.insert(indicator)
            case .follows, .outOfLine: break
            }
        }
        let counted = catalogue.indicators.filter { !$0.isRatio }
        for indicator in counted {
            if let whole = indicator.partOf { add(indicator.code, whole) }
            if case .yearToDate = indicator.kind { neverFalling.insert(indicator.code) }
        }
        let columns = ColumnRelations(catalogue)
        for part in counted {
            for whole in counted where part.code != whole.code {
                if columns.isAtMost(part, whole) { add(part.code, whole.code) }
                if columns.isTogether(part, whole) { together.insert(Pair(part: part.code, whole: whole.code)) }
            }
        }
    }

    private mutating func add(_ part: String, _ whole: String) {
        if part != whole { atMost.insert(Pair(part: part, whole: whole)) }
    }

    /// Indicators of which one says something of another, each with those that it is linked to; only such as hold one of
    /// `wanted`, in the order of `all`.
    func groups(of wanted: [String], among all: [String]) -> [[String]] {
        var linked: [String: Set<String>] = [:]
        let known = Set(all)
        for pair in atMost.union(together) where known.contains(pair.part) && known.contains(pair.whole) {
            linked[pair.part, default: []].insert(pair.whole)
            linked[pair.whole, default: []].insert(pair.part)
        }
        var taken: Set<String> = []
        return wanted.compactMap { code in
            guard taken.insert(code).inserted else { return nil }
            var group: Set<String> = [code]
            var waiting = [code]
            while let next = waiting.popLast() {
                for other in linked[next] ?? [] where group.insert(other).inserted {
                    taken.insert(other)
                    waiting.append(other)
                }
            }
            return all.filter(group.contains)
        }
    }
}

/// What the forms say of the measures that indicators count.
private struct ColumnRelations {
    /// Of each indicator and form, the parts of its measures.
    private var parts: [String: [String: [CountedPart]]] = [:]
    private var atMost: [String: Set<KnownInequalities.Pair>] = [:]
    private var together: [String: Set<KnownInequalities.Pair>] = [:]

    init(_ catalogue: Catalogue) {
        for form in catalogue.forms {
            for check in form.checks {
                switch check.kind {
                case .atMost(let part, let whole):
                    atMost[form.code, default: []].insert(.init(part: part, whole: whole))
                case .zeroTogether(let first, let second):
                    together[form.code, default: []].insert(.init(part: first, whole: second))
                case .addsUp(let total, let parts):
                    for part in parts { atMost[form.code, default: []].insert(.init(part: part, whole: total)) }
                case .follows, .before: break
                }
            }
            for indicator in catalogue.indicators where indicator.forms.contains(form.code) {
                let own = indicator.measures.compactMap { form.measure($0) }.map { CountedPart($0, of: form.code) }
                if !own.isEmpty { parts[indicator.code, default: [:]][form.code] = own }
            }
        }
    }

    /// On some form the one counts a part of what the other counts, or a column that is nowhere more.
    func isAtMost(_ part: Indicator, _ whole: Indicator) -> Bool {
        anyForm(part, whole) { form, own, other in own.isWithin(other) || isChecked(atMost[form], own, other) }
    }

    func isTogether(_ first: Indicator, _ second: Indicator) -> Bool {
        anyForm(first, second) { form, own, other in isChecked(together[form], own, other) }
    }

    private func anyForm(
        _ part: Indicator, _ whole: Indicator, _ holds: (String, CountedPart, CountedPart) -> Bool
    ) -> Bool {
        (parts[part.code] ?? [:]).contains { form, own in
            guard let others = parts[whole.code]?[form] else { return false }
            return own.allSatisfy { one in others.contains { holds(form, one, $0) } } && own.count <= others.count
        }
    }

    private func isChecked(
        _ pairs: Set<KnownInequalities.Pair>?, _ own: CountedPart, _ other: CountedPart
    ) -> Bool {
        guard let pairs, own.columns.count == 1, other.columns.count == 1, let part = own.columns.first,
            let whole = other.columns.first, own.selectsWithin(other)
        else { return false }
        return pairs.contains(.init(part: part, whole: whole))
    }
}
