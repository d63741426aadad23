import Domain
import Reporting

/// What a run says of a period's draft: how many reports were received, who is to be reminded, what is to be settled.
package struct RunSummary: Codable {
    package let received: Int
    package let owed: Int
    /// Each report that did not come, or came in vain.
    package let missing: [Missing]
    /// Files that are held, waiting for somebody to decide.
    package let held: [String]
    /// The edition that prints figures which are no longer so.
    package let movedEdition: Int?
    package let errors: Int
    package let queries: Int
    /// The first of what is to be settled; the rest stands in the returns.
    package let findings: [Finding]
    /// What is to be said of the officer's own words in the report's text.
    let wording: [Finding]

    /// Findings shown at most.
    package static let shownMax = 20

    /// A report that is owed and not in.
    package struct Missing: Codable {
        let department: Bilingual
        let form: Bilingual
        let state: Bilingual
        /// The last day to send, in days since 1970.
        let deadlineNumber: Int
        /// Whether nothing came: what came in vain is asked for again at once.
        let isUnsent: Bool

        package var deadline: Day { Day(number: deadlineNumber) }

        /// Nobody is asked for what is not due yet.
        func isDue(on today: Day) -> Bool { !isUnsent || deadline < today }

        package func words(_ language: Language) -> String {
            "\(department[language]), \(form[language]): \(state[language])"
        }
    }

    init(_ basis: Basis, wording: [Finding]) {
        self.wording = wording
        received = basis.roll.received
        owed = basis.roll.owed.count
        missing = basis.roll.missing.map { entry in
            func words(_ text: (Language) -> String) -> Bilingual { Bilingual(vi: text(.vi), en: text(.en)) }
            return Missing(
                department: words {
                    basis.department(entry.key.department)?.name(in: $0) ?? entry.key.department
                }, form: words { basis.formLabel(entry.key, $0) }, state: words { entry.stateWords($0).lowercased() },
                deadlineNumber: entry.deadline.number, isUnsent: entry.state == .missing)
        }
        held = basis.awaitedDecisions.map(\.reading.receipt.path)
        movedEdition = basis.changes.flatMap { $0.isEmpty ? nil : basis.earlier?.number }
        let findings = basis.openFindings.filter(\.needsPerson)
        errors = findings.count { $0.level == .error }
        queries = findings.count - errors
        self.findings = Array(findings.prefix(RunSummary.shownMax))
    }

    /// Whom to remind on a day.
    package func due(on today: Day) -> [Missing] { missing.filter { $0.isDue(on: today) } }

    /// What has not come and need not have, yet.
    package func notDue(on today: Day) -> [Missing] { missing.filter { !$0.isDue(on: today) } }

    func needsPerson(on today: Day) -> Bool { errors + queries > 0 || !due(on: today).isEmpty || !held.isEmpty }
}
