import Domain

/// Finds departments by what people write for them: a code, a name, a short name, an alias.
///
/// Never guesses: a text that nobody bears has no candidates, and one that several bear has several, in the order of
/// the register.
package struct DepartmentMatcher: Sendable {
    private let departments: [Department]
    /// Places in `departments` by what they are called, with diacritics and without.
    private let byExactName: [String: [Int]]
    private let byPlainName: [String: [Int]]
    /// What departments are called as words without diacritics, by the first word.
    private let sequences: [String: [(words: [String], place: Int)]]

    package init(_ departments: [Department]) {
        self.departments = departments
        var exact: [String: [Int]] = [:]
        var plain: [String: [Int]] = [:]
        var sequences: [String: [(words: [String], place: Int)]] = [:]
        for (place, department) in departments.enumerated() {
            let names = [department.code, department.name, department.shortName] + department.aliases
            for key in Set(names.map(Self.exactKey)) where !key.isEmpty { exact[key, default: []].append(place) }
            for words in Set(names.map(Self.words)) {
                guard let first = words.first else { continue }
                plain[words.joined(separator: " "), default: []].append(place)
                sequences[first, default: []].append((words, place))
            }
        }
        byExactName = exact
        byPlainName = plain
        self.sequences = sequences
    }

    /// The departments called so: with diacritics, else without; of these the ones valid on any of the days, else all.
    package func match(_ text: String, during days: ClosedRange<Day>?) -> [Department] {
        let places = byExactName[Self.exactKey(text)] ?? byPlainName[Self.words(text).joined(separator: " ")] ?? []
        return preferred(places, during: days)
    }

    /// The departments that a file name speaks of: whole codes or names in it, the ones of the most words.
    package func witnesses(inFileName stem: String, during days: ClosedRange<Day>?) -> [Department] {
        let words = Self.words(stem)
        var longest = 0
        var places: Set<Int> = []
        for start in words.indices {
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

    private func preferred(_ places: [Int], during days: ClosedRange<Day>?) -> [Department] {
        let candidates = places.map { departments[$0] }
        guard let days else { return candidates }
        let valid = candidates.filter { $0.validity.touches(days) }
        return valid.isEmpty ? candidates : valid
    }

    private static func exactKey(_ text: String) -> String {
        Folding.exact(text).replacing("ủy ban nhân dân", with: "ubnd")
    }

    private static func words(_ text: String) -> [String] {
        var words = Folding.words(text)
        let committee = ["uy", "ban", "nhan", "dan"]
        while let found = words.firstRange(of: committee) { words.replaceSubrange(found, with: ["ubnd"]) }
        return words
    }
}
