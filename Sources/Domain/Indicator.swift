/// A defined figure made of measures.
package struct Indicator: Hashable, Sendable {
    /// How it adds; there is no undeclared way.
    package enum Kind: Hashable, Sendable {
        /// Over time and place.
        case flow([String])
        /// Over place; over time the last value stands.
        case stock([String])
        /// Over place; over time the last value stands, and it never falls within a year.
        case yearToDate([String])
        /// Divided afresh at each level, times the factor.
        case ratio(numerator: String, denominator: String, factor: Int)
    }

    package enum Direction: String, Hashable, Sendable, CaseIterable { case up, down, none }

    package let code: String
    package let domain: String
    package let name: Bilingual
    package let shortName: Bilingual
    package let unit: Bilingual
    package let kind: Kind
    package let decimals: Int
    package let better: Direction
    /// Form codes, the most trusted first.
    package let forms: [String]
    package let bound: Quantity?
    /// Counts below it are suppressed in what leaves the office.
    package let suppressBelow: Int?
    package let isSensitive: Bool
    /// The indicator of which it is a «Trong đó».
    package let partOf: String?

    package init(
        code: String, domain: String, name: Bilingual, shortName: Bilingual, unit: Bilingual, kind: Kind, decimals: Int,
        better: Direction, forms: [String], bound: Quantity?, suppressBelow: Int?, isSensitive: Bool, partOf: String?
    ) {
        self.code = code
        self.domain = domain
        self.name = name
        self.shortName = shortName
        self.unit = unit
        self.kind = kind
        self.decimals = decimals
        self.better = better
        self.forms = forms
        self.bound = bound
        self.suppressBelow = suppressBelow
        self.isSensitive = isSensitive
        self.partOf = partOf
    }

    /// The measures that it adds; none for a ratio.
    package var measures: [String] {
        switch kind {
        case .flow(let measures), .stock(let measures), .yearToDate(let measures): measures
        case .ratio: []
        }
    }

    package var isRatio: Bool { if case .ratio = kind { true } else { false } }
    package var isFlow: Bool { if case .flow = kind { true } else { false } }

    /// The unit behind a number other than one: `cases`.
    package func unitOfMany(_ language: Language) -> String {
        let unit = unit[language]
        // A unit that has no English word keeps its own.
        guard language == .en, unit.last?.isLetter == true, unit.utf8.allSatisfy({ $0 < 0x80 }), !unit.hasSuffix("dong")
        else { return unit }
        if unit.hasSuffix("s") { return unit + "es" }
        return unit.hasSuffix("y") ? unit.dropLast() + "ies" : unit + "s"
    }
}

/// A check across indicators, from a fixed set.
package enum IndicatorCheck: Hashable, Sendable {
    case atMost(part: String, whole: String)
    /// What outsiders take to hold, though it need not: cases and persons. No finding is made of it.
    case likelyAtMost(part: String, whole: String)
    case zeroTogether(first: String, second: String)
    case follows(pending: String, arising: String, settled: String)
    case neverFalls(String)
    /// A district's count of events is held against its own past.
    case outOfLine(String)
}
