import Domain

/// What a package shows of the indicators that are protected; all else of them is suppressed.
///
/// An indicator without a threshold is not in it and is shown as it is. A figure of a protected one that was never weighed
/// is not shown, so that a new table cannot give it away. Equal masks have equal bytes.
package struct Mask: Hashable, Sendable {
    /// Why an indicator is not given to an audience at all.
    package enum Omission: String, Hashable, Sendable, CaseIterable {
        /// No choice of suppressed figures keeps its small counts from being worked out.
        case notSafe
        /// Together with others of the package it would say what is suppressed in them.
        case givesAwayOthers
        /// It has amounts below zero or beyond what is computed exactly.
        case notCounts
    }

    package let period: Period
    package let audience: Audience
    /// Codes of the indicators that are protected, those left out among them.
    package let protected: Set<String>
    /// The figures of protected indicators that are shown.
    package let shown: Set<FigureKey>
    package let leftOut: [String: Omission]
    /// How far down protected indicators go where that is not to the communes.
    package let depths: [String: PlaceDepth]
    /// What is shown in place of figures that are shown rounded.
    package let rounded: [FigureKey: Int]

    package init(
        period: Period, audience: Audience, protected: Set<String>, shown: Set<FigureKey>,
        leftOut: [String: Omission] = [:], depths: [String: PlaceDepth] = [:],
        rounded: [FigureKey: Int] = [:]
    ) {
        self.period = period
        self.audience = audience
        self.protected = protected.union(leftOut.keys)
        self.shown = shown.filter { leftOut[$0.indicator] == nil }
        self.leftOut = leftOut
        self.depths = depths.filter { $0.value != .communes && leftOut[$0.key] == nil }
        let shown = self.shown
        self.rounded = rounded.filter { shown.contains($0.key) }
    }

    /// Protected indicators that have no rows of communes in this package.
    package var withoutCommunes: Set<String> { Set(depths.keys).union(leftOut.keys) }

    /// Whether the package has figures of an indicator at such a place, suppressed or not.
    package func includes(_ indicator: String, at place: PlaceIndex.Place) -> Bool {
        leftOut[indicator] == nil && (depths[indicator] ?? .communes).includes(place)
    }

    /// Whether the audience does not see a figure; of a ratio, ask for its parts as well.
    package func hides(_ key: FigureKey) -> Bool { protected.contains(key.indicator) && !shown.contains(key) }
}

extension Mask {
    /// Bytes that are equal for equal masks: a line of its own for each thing said, in order.
    package var encoded: [UInt8] {
        var lines = ["tonghop-mask 1", "period \(period)", "audience \(audience.rawValue)"]
        lines += protected.sorted().map { "protected \($0)" }
        lines += leftOut.sorted { $0.key < $1.key }.map { "left-out \($0.key) \($0.value.rawValue)" }
        lines += depths.sorted { $0.key < $1.key }.map { "depth \($0.key) \($0.value.rawValue)" }
        lines += shown.sorted().map { "shown \($0.indicator) \($0.span) \($0.place.encoded)" }
        lines += rounded.sorted { $0.key < $1.key }.map {
            "rounded \($0.key.indicator) \($0.key.span) \($0.key.place.encoded) \($0.value)"
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Reads what `encoded` gives; `nil` for all else.
    package init?(decoding bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.count >= 3, lines[0] == "tonghop-mask 1", lines[1].hasPrefix("period "),
            let period = Period(lines[1].dropFirst("period ".count)), lines[2].hasPrefix("audience "),
            let audience = Audience(rawValue: String(lines[2].dropFirst("audience ".count)))
        else { return nil }
        var protected: Set<String> = []
        var shown: Set<FigureKey> = []
        var leftOut: [String: Omission] = [:]
        var depths: [String: PlaceDepth] = [:]
        var rounded: [FigureKey: Int] = [:]
        for line in lines.dropFirst(3) {
            let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            switch (words[0], words.count) {
            case ("protected", 2): protected.insert(words[1])
            case ("left-out", 3):
                guard let omission = Omission(rawValue: words[2]) else { return nil }
                leftOut[words[1]] = omission
            case ("depth", 3):
                guard let depth = PlaceDepth(rawValue: words[2]) else { return nil }
                depths[words[1]] = depth
            case ("shown", 4):
                guard let span = Period(words[2]), let place = PlaceIndex.Place(decoding: words[3]) else { return nil }
                shown.insert(FigureKey(indicator: words[1], place: place, span: span))
            case ("rounded", 5):
                guard let span = Period(words[2]), let place = PlaceIndex.Place(decoding: words[3]),
                    let count = Int(words[4])
                else { return nil }
                rounded[FigureKey(indicator: words[1], place: place, span: span)] = count
            default: return nil
            }
        }
        self.init(
            period: period, audience: audience, protected: protected, shown: shown, leftOut: leftOut,
            depths: depths, rounded: rounded)
        guard encoded == bytes else { return nil }
    }
}

/// How far down a package goes with an indicator.
package enum PlaceDepth: String, Hashable, Sendable, CaseIterable {
    case communes, districts, province, nothing

    package func includes(_ place: PlaceIndex.Place) -> Bool {
        switch (self, place) {
        case (.communes, _), (.districts, .province), (.districts, .placeless), (.districts, .district),
            (.province, .province):
            true
        default: false
        }
    }

    /// This one and those that show less, the most first.
    var andLess: ArraySlice<PlaceDepth> {
        PlaceDepth.allCases[(PlaceDepth.allCases.firstIndex(of: self) ?? 0)...]
    }
}
