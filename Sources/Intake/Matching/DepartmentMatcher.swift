import Domain

/// Finds departments by what people write for them: a code, a name, a short name, an alias.
///
/// Never guesses: a text that nobody bears has no candidates, and one that several bear has several, in the order of
/// the register.
package struct DepartmentMatcher: Sendable {
    private let departments: [Department]
    /// Places in `departments` by what they are called, with diacritics and without.
    private let byExactName: [ExactText: [Int]]
    private let byPlainName: [ExactText: [Int]]
    /// What departments are called as words without diacritics, by the first word.
    private let sequences: [String: [(words: [String], place: Int)]]

    package init(_ departments: [Department]) {
        self.departments = departments
        var exact: [ExactText: [Int]] = [:]
        var plain: [ExactText: [Int]] = [:]
        var sequences: [String: [(words: [String], place: Int)]] = [:]
        for (place, department) in departments.enumerated() {
            for name in [department.code, department.name, department.shortName] + department.aliases {
                let key = Self.exactKey(name)
                if !key.text.isEmpty { exact[key, default: []].appendOnce(place) }
                let words = Self.words(name)
                guard let first = words.first, plain[Self.plainKey(words), default: []].appendOnce(place) else {
                    continue
                }
                sequences[first, default: []].append((words, place))
            }
        }
        byExactName = exact
        byPlainName = plain
        self.sequences = sequences
    }

    /// The departments called so: with diacritics, else without; of these the ones valid on any of the days, else all.
    package func match(_ text: String, during days: ClosedRange<Day>?) -> [Department] {
        if let places = byExactName[Self.exactKey(text)] ?? byPlainName[Self.plainKey(Self.words(text))] {
            return preferred(places, during: days)
        }
        return HiddenMark.parted(text).map { match($0, during: days) } ?? []
    }

    /// The departments that a file name speaks of: whole codes or names in it, the ones of the most words. Whom it is sent to
    /// («… gui So DT&TG») is not its sender.
    package func witnesses(inFileName stem: String, during days: ClosedRange<Day>?) -> [Department] {
        let words = Self.words(stem)
        var longest = 0
        var places: Set<Int> = []
        for start in words.indices where !Self.isAddressee(start, in: words) {
            for candidate in sequences[words[start]] ?? [] {
                let length = candidate.words.count
                guard length >= longest, words[start...].starts(with: candidate.words) else { continue }
                if length > longest {
                    longest = length
                    places = []
                }
                places.insert(candidate.place)
            }
        }
        return preferred(places.sorted(), during: days)
    }

    /// «gui So Tu phap», and not «don vi gui Cong an tinh».
    private static func isAddressee(_ start: Int, in words: [String]) -> Bool {
        start > 1 && words[start - 1] == "gui" && words[start - 2] != "vi"
    }

    private func preferred(_ places: [Int], during days: ClosedRange<Day>?) -> [Department] {
        let candidates = places.map { departments[$0] }
        guard let days else { return candidates }
        let valid = candidates.filter { $0.validity.touches(days) }
        return valid.isEmpty ? candidates : valid
    }

    private static func exactKey(_ text: String) -> ExactText {
        let exact = Folding.exact(text)
        return ExactText(shortened(exact.utf8) ?? exact.replacing(committee, with: "ubnd"))
    }

    private static func plainKey(_ words: [String]) -> ExactText { ExactText(words.joined(separator: " ")) }

    private static func words(_ text: String) -> [String] {
        var words = Folding.words(text)
        while let start = words.indices.first(where: { words[$0...].starts(with: committeeWords) }) {
            words.replaceSubrange(start..<start + committeeWords.count, with: ["ubnd"])
        }
        return words
    }

    private static let committee = "ủy ban nhân dân"
    private static let committeeWords = ["uy", "ban", "nhan", "dan"]

    /// `ubnd` in place of the words behind it, found by their bytes; `nil` where anything but ASCII touches them, so
    /// that they may be parts of other letters.
    private static func shortened(_ text: String.UTF8View) -> String? {
        let bytes = Array(text)
        var short: [UInt8] = []
        var copied = 0
        var at = 0
        while let first = bytes[at...].firstIndex(of: committeeBytes[0]) {
            let end = first + committeeBytes.count
            at = first + 1
            guard end <= bytes.count, bytes[first..<end].elementsEqual(committeeBytes) else { continue }
            guard first == 0 || bytes[first - 1] < 0x80, end == bytes.count || bytes[end] < 0x80 else { return nil }
            short += bytes[copied..<first] + Array("ubnd".utf8)
            (copied, at) = (end, end)
        }
        return copied == 0 ? String(text) : String(decoding: short + bytes[copied...], as: UTF8.self)
    }

    private static let committeeBytes = Array(committee.utf8)
}
