import Domain

extension SeenFigures {
    /// Bytes that are equal for equal values: lines of words, places and units numbered in their order.
    package var encoded: [UInt8] {
        var lines = [
            names.isEmpty ? "tonghop-seen 1" : "tonghop-seen 2", "period \(period)", "audience \(audience.rawValue)",
            "edition \(edition)",
            (["places"] + places.map(\.encoded)).joined(separator: " "),
        ]
        for (unit, places) in zip(units, lineage) {
            lines.append("unit \(unit) " + places.map(String.init).joined(separator: ","))
        }
        for (key, name) in names.sorted(by: { $0.key < $1.key }) { lines.append("name \(key) \(name)") }
        for (code, seen) in indicators.sorted(by: { $0.key < $1.key }) {
            lines.append("indicator \(code)")
            if !seen.counts.isEmpty { lines.append("counts " + seen.counts.joined(separator: " ")) }
            if seen.below > 0 { lines.append("below \(seen.below)") }
            for (span, views) in seen.views.sorted(by: { $0.key < $1.key }) {
                lines.append("seen \(span) " + String(decoding: views.map(\.rawValue), as: UTF8.self))
            }
            for (month, amounts) in seen.amounts.sorted(by: { $0.key < $1.key }) {
                let words = amounts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                lines.append("amounts \(month) " + words.joined(separator: " "))
            }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Reads what `encoded` gives; `nil` for all else.
    package init?(decoding bytes: [UInt8]) {
        // A year of packages is megabytes: lines and words are parted by bytes.
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        }
        guard lines.count >= 5,
            ["tonghop-seen 1", "tonghop-seen 2"].contains(lines[0].map(\.text).joined(separator: " ")),
            let period = lines[1].only(after: "period").flatMap({ Period($0) }),
            let audience = lines[2].only(after: "audience").flatMap({ Audience(rawValue: $0) }),
            let edition = lines[3].only(after: "edition").flatMap({ Int($0) }), lines[4][0].text == "places"
        else { return nil }
        let places = lines[4].dropFirst().compactMap { PlaceIndex.Place(decoding: $0.text) }
        var units: [UnitKey] = []
        var lineage: [[Int]] = []
        var indicators: [String: Seen] = [:]
        var names: [String: String] = [:]
        var current: String?
        for words in lines.dropFirst(5) {
            let kind = words[0].text
            if kind == "unit", words.count == 3, let unit = UnitKey(decoding: words[1].text) {
                units.append(unit)
                lineage.append(words[2].split(separator: UInt8(ascii: ",")).compactMap { Int($0.text) })
            } else if kind == "name", words.count >= 3 {
                names[words[1].text] = words.dropFirst(2).map(\.text).joined(separator: " ")
            } else if let current, kind == "counts" {
                indicators[current]?.counts = words.dropFirst().map(\.text)
            } else if let current, let below = words.only(after: "below").flatMap({ Int($0) }) {
                indicators[current]?.below = below
            } else if let code = words.only(after: "indicator") {
                current = code
                indicators[code] = Seen()
            } else if let current, words.count == 3, kind == "seen", let span = Period(words[1].text) {
                indicators[current]?.views[span] = words[2].compactMap { View(rawValue: $0) }
            } else if let current, words.count >= 2, kind == "amounts", let month = Month(words[1].text) {
                indicators[current]?.amounts[month] = SeenFigures.amounts(words.dropFirst(2))
            } else {
                return nil
            }
        }
        self.init(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: indicators, names: names)
        guard isSound, encoded == bytes else { return nil }
    }

    private static func amounts(_ words: ArraySlice<ArraySlice<UInt8>>) -> [Int: Int64] {
        var amounts: [Int: Int64] = [:]
        for word in words {
            guard let equals = word.firstIndex(of: UInt8(ascii: "=")), let unit = Int(word[..<equals].text),
                let amount = Int64(word[(equals + 1)...].text)
            else { continue }
            amounts[unit] = amount
        }
        return amounts
    }

    /// Every number names something that is there.
    private var isSound: Bool {
        lineage.allSatisfy { $0.allSatisfy(places.indices.contains) }
            && indicators.values.allSatisfy { seen in
                seen.views.values.allSatisfy { $0.count == places.count }
                    && seen.amounts.values.allSatisfy { $0.keys.allSatisfy(units.indices.contains) }
            }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension [ArraySlice<UInt8>] {
    /// The second of two words of which the first is known.
    fileprivate func only(after word: String) -> String? { count == 2 && self[0].text == word ? self[1].text : nil }
}
