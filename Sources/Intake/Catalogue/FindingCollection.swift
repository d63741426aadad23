import Domain

/// The findings of one reading of the catalogue, as they come.
final class FindingCollection {
    private(set) var all: [Finding] = []

    var count: Int { all.count }

    func add(
        _ rule: RuleName, _ level: Finding.Level = .error, at position: Position, value: String? = nil,
        _ message: FindingText
    ) {
        all.append(
            Finding(
                rule: rule, level: level, position: position, value: value, message: message.text,
                expected: message.expected, remedy: message.remedy))
    }

    func add(_ findings: [Finding]) { all += findings }
}

/// What a finding says in both languages: what is wrong, what was expected, what to do.
struct FindingText {
    let text: Bilingual
    let expected: Bilingual?
    let remedy: Bilingual

    /// - Parameters:
    ///   - remedy: What to do, in Vietnamese and in English.
    ///   - expected: Likewise what would have been right.
    init(
        vi: String, en: String, expected: (vi: String, en: String)? = nil, remedy: (vi: String, en: String)
    ) {
        text = Bilingual(vi: vi, en: en)
        self.expected = expected.map { Bilingual(vi: $0.vi, en: $0.en) }
        self.remedy = Bilingual(vi: remedy.vi, en: remedy.en)
    }
}
