/// The findings of one reading, as they come.
///
/// Of each rule so many are kept, and all are counted, so that a list of nothing but mistakes takes little memory.
package final class FindingCollection {
    private var kept: [Finding] = []
    /// By rule, with the file of the first.
    private var counts: [RuleName: (count: Int, file: String)] = [:]
    /// Those that are not kept, too.
    package private(set) var count = 0

    package init() {}

    /// As they came, and a note for every rule of which some are left out.
    package var all: [Finding] {
        kept
            + counts.filter { $0.value.count > Finding.listedPerRule }.sorted { $0.key < $1.key }.map { rule, found in
                FurtherFindings.finding(of: rule, shown: Finding.listedPerRule, count: found.count, in: found.file)
            }
    }

    package func add(
        _ rule: any Rule.Type, _ level: Finding.Level = .error, at position: Position, value: String? = nil,
        _ message: FindingText
    ) {
        add(
            Finding(
                rule: rule, level: level, position: position, value: value, message: message.text,
                expected: message.expected, remedy: message.remedy))
    }

    package func add(_ findings: [Finding]) { findings.forEach(add) }

    private func add(_ finding: Finding) {
        count += 1
        counts[finding.rule, default: (0, finding.position.file)].count += 1
        if (counts[finding.rule]?.count ?? 0) <= Finding.listedPerRule { kept.append(finding) }
    }
}
