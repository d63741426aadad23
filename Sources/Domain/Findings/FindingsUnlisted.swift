/// Of one rule a reading lists so many findings; a note says how many there are.
extension Finding {
    package static let listedPerRule = 1_000

    /// The code of the rule of such notes.
    package static let furtherFindings = "further-findings"

    /// What such a note has as its value: `not-a-number 8214`.
    package static func furtherValue(of rule: RuleName, count: Int) -> String { "\(rule) \(count)" }

    /// The rule that such a note is about, and how many of its findings are not listed; `nil` for other findings.
    package var unlisted: (rule: RuleName, count: Int)? {
        guard rule.text == Finding.furtherFindings, let words = value?.split(separator: " "), words.count == 2,
            let count = Int(words[1]), count > Finding.listedPerRule
        else { return nil }
        return (RuleName(stored: String(words[0])), count - Finding.listedPerRule)
    }
}
