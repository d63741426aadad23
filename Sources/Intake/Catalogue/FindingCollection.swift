import Domain

/// The findings of one reading of the catalogue, as they come.
///
/// Of each rule so many are kept, and all are counted, so that a list of nothing but mistakes takes little memory.
final class FindingCollection {
    private var kept: [Finding] = []
    /// By rule, with the file of the first.
    private var counts: [RuleName: (count: Int, file: String)] = [:]
    /// Those that are not kept, too.
    private(set) var count = 0

    /// As they came, and a note for every rule of which some are left out.
    var all: [Finding] {
        kept
            + counts.filter { $0.value.count > Finding.listedPerRule }.sorted { $0.key < $1.key }.map { rule, found in
                FurtherFindings.finding(of: rule, shown: Finding.listedPerRule, count: found.count, in: found.file)
            }
    }

    func add(
        _ rule: RuleName, _ level: Finding.Level = .error, at position: Position, value: String? = nil,
        _ message: FindingText
    ) {
        add(
            Finding(
                rule: rule, level: level, position: position, value: value, message: message.text,
                expected: message.expected, remedy: message.remedy))
    }

    func add(_ findings: [Finding]) { findings.forEach(add) }

    private func add(_ finding: Finding) {
        count += 1
        counts[finding.rule, default: (0, finding.position.file)].count += 1
        if (counts[finding.rule]?.count ?? 0) <= Finding.listedPerRule { kept.append(finding) }
    }
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
