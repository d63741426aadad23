import Domain

/// A figure by what it counts, where and when.
///
/// Differences, percentages, rates and sums have no key of their own: they are worked out from figures that have one, and
/// are suppressed with them. What does not add over time is that of its last month, so that equal figures have equal
/// keys. Keys sort by indicator, span, then place in the order of the tables.
package struct FigureKey: Hashable, Comparable, Sendable {
    package let indicator: String
    package let place: PlaceIndex.Place
    package let span: Period

    package init(_ indicator: Indicator, at place: PlaceIndex.Place, over span: Period) {
        self.indicator = indicator.code
        self.place = place
        self.span = indicator.isFlow || indicator.isRatio ? span : Period(span.last)
    }

    init(indicator: String, place: PlaceIndex.Place, span: Period) {
        self.indicator = indicator
        self.place = place
        self.span = span
    }

    package static func < (left: FigureKey, right: FigureKey) -> Bool {
        if left.indicator != right.indicator { return left.indicator < right.indicator }
        if left.span != right.span { return left.span < right.span }
        return left.place < right.place
    }
}

extension PlaceIndex.Place: Comparable {
    /// The province, what has no place, the districts, the communes.
    var rank: Int {
        switch self {
        case .province: 0
        case .placeless: 1
        case .district: 2
        case .commune: 3
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.district(let first), .district(let second)): first < second
        case (.commune(let first), .commune(let second)): first < second
        default: left.rank < right.rank
        }
    }

    /// As it stands in what is kept of a release: `province`, `placeless`, `district:CODE`, `commune:CODE@DAY`.
    var encoded: String {
        switch self {
        case .province: "province"
        case .placeless: "placeless"
        case .district(let code): "district:\(code)"
        case .commune(let key): "commune:\(key)"
        }
    }

    init?(decoding text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        switch (parts[0], parts.count) {
        case ("province", 1): self = .province
        case ("placeless", 1): self = .placeless
        case ("district", 2) where !parts[1].isEmpty: self = .district(String(parts[1]))
        case ("commune", 2):
            guard let key = UnitKey(decoding: parts[1]) else { return nil }
            self = .commune(key)
        default: return nil
        }
    }
}

extension UnitKey {
    /// Reads what `description` prints, and nothing else.
    init?(decoding text: some StringProtocol) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let code = parts.first, !code.isEmpty else { return nil }
        if parts.count == 1 {
            self.init(code: String(code), from: nil)
        } else if let day = Day(String(parts[1])) {
            self.init(code: String(code), from: day)
        } else {
            return nil
        }
    }
}
