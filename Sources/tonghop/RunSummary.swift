import Domain
import Reporting

/// What a run says of a period's draft: how many reports were received, who is to be reminded, what is to be settled.
struct RunSummary: Codable {
    let received: Int
    let owed: Int
    /// A line for each report that did not come.
    let missing: [Bilingual]
    /// Files that are held, waiting for somebody to decide.
    let held: [String]
    let errors: Int
    let queries: Int
    /// The first of what is to be settled; the rest stands in the returns.
    let findings: [Finding]
    /// What is to be said of the officer's own words in the report's text.
    let wording: [Finding]

    /// Findings shown at most.
    static let shownMax = 20

    init(_ basis: Basis, wording: [Finding]) {
        self.wording = wording
        received = basis.roll.received
        owed = basis.roll.owed.count
        missing = basis.roll.missing.map { entry in
            func line(_ language: Language) -> String {
                let name = basis.department(entry.key.department)?.name(in: language) ?? entry.key.department
                let form = basis.formLabel(entry.key, language)
                return "\(name), \(form): \(entry.stateWords(language).lowercased())"
            }
            return Bilingual(vi: line(.vi), en: line(.en))
        }
        held = basis.awaitedDecisions.map(\.reading.receipt.path)
        let findings = basis.openFindings.filter(\.needsPerson)
        errors = findings.count { $0.level == .error }
        queries = findings.count - errors
        self.findings = Array(findings.prefix(RunSummary.shownMax))
    }

    var needsPerson: Bool { errors + queries > 0 || !missing.isEmpty || !held.isEmpty }
}
