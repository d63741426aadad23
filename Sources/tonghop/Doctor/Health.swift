import Domain

/// What `doctor` found: what is wrong and what to do about it, and what is well.
struct Health {
    private(set) var findings: [Finding] = []
    private(set) var passed: [Bilingual] = []

    mutating func pass(_ text: Bilingual) { passed.append(text) }

    mutating func add(
        _ rule: RuleName, _ level: Finding.Level, at place: String, value: String? = nil, _ message: Bilingual,
        _ remedy: Bilingual
    ) {
        findings.append(
            Finding(
                rule: rule, level: level, position: Position(file: place), value: value, message: message,
                remedy: remedy))
    }

    /// At most this many names stand in one line.
    private static let namesMax = 12

    /// `SKHCN, STC, SCT` or, of many, the first and how many more.
    static func list(_ names: [String]) -> Bilingual {
        let shown = names.prefix(namesMax).joined(separator: ", ")
        guard names.count > namesMax else { return Bilingual(vi: shown, en: shown) }
        let rest = names.count - namesMax
        return Bilingual(vi: "\(shown) và \(rest) mục khác", en: "\(shown) and \(rest) more")
    }
}
