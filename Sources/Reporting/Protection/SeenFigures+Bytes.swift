import Domain

extension SeenFigures {
    /// Bytes that are equal for equal values: lines of words, places and units numbered in their order.
    package var encoded: [UInt8] {
        let head = [
            names.isEmpty ? "tonghop-seen 1" : "tonghop-seen 2", "period \(period)", "audience \(audience.rawValue)",
            "edition \(edition)",
            (["places"] + places.map(\.encoded)).joined(separator: " "),
        ]
        // Megabytes of numbers: they are put behind one another as bytes.
        var bytes = Array(head.joined(separator: "\n").utf8)
        func add(_ words: String...) {
            bytes.append(UInt8(ascii: "\n"))
            for word in words { bytes += word.utf8 }
        }
        for (unit, places) in zip(units, lineage) {
            add("unit \(unit) ", places.map(String.init).joined(separator: ","))
        }
        for (key, name) in names.sorted(by: { $0.key < $1.key }) { add("name ", key, " ", name) }
        for (code, seen) in indicators.sorted(by: { $0.key < $1.key }) {
            add("indicator ", code)
            if !seen.counts.isEmpty { add("counts ", seen.counts.joined(separator: " ")) }
            if seen.below > 0 { add("below \(seen.below)") }
            for (span, views) in seen.views.sorted(by: { $0.key < $1.key }) {
                add("seen \(span) ")
                bytes += views.lazy.map(\.rawValue)
            }
            for (month, amounts) in seen.amounts.sorted(by: { $0.key < $1.key }) {
                add("amounts \(month)")
                if amounts.isEmpty { bytes.append(UInt8(ascii: " ")) }
                for (unit, amount) in amounts.sorted(by: { $0.key < $1.key }) {
                    bytes.append(UInt8(ascii: " "))
                    bytes += String(unit).utf8
                    bytes.append(UInt8(ascii: "="))
                    bytes += String(amount).utf8
                }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
        return bytes
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
            guard let equals = word.firstIndex(of: UInt8(ascii: "=")), let unit = word[..<equals].number,
                let amount = word[(equals + 1)...].number
            else { continue }
            amounts[Int(unit)] = amount
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

    /// Written in digits, a minus before them where it is less than zero; `nil` for all else.
    fileprivate var number: Int64? {
        let isNegative = first == UInt8(ascii: "-")
        let digits = isNegative ? dropFirst() : self
        guard !digits.isEmpty else { return nil }
        var number: Int64 = 0
        for byte in digits {
            guard byte &- 0x30 < 10 else { return nil }
            let (tens, isTooLong) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = tens.subtractingReportingOverflow(Int64(byte &- 0x30))
            if isTooLong || isTooLarge { return nil }
            number = sum
        }
        return isNegative ? number : number == .min ? nil : -number
    }
}

extension [ArraySlice<UInt8>] {
    /// The second of two words of which the first is known.
    fileprivate func only(after word: String) -> String? { count == 2 && self[0].text == word ? self[1].text : nil }
}
