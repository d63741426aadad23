import Domain
import Intake

/// What a run writes down of the files that it took in.
struct RunEvents {
    let taken: TakeIn.Result
    let tell: Listener

    func write() {
        for reading in taken.readings {
            let findings = reading.findings
            let details = [
                "path": reading.receipt.path, "department": reading.department ?? "?", "form": reading.form ?? "?",
                "period": reading.period?.description ?? "?", "state": reading.state.rawValue,
                "errors": "\(findings.count { $0.level == .error })",
                "queries": "\(findings.count { $0.level == .query && $0.answer == nil })",
            ]
            if reading.isCounted {
                tell(.note(.fileTakenIn, details))
            } else {
                let rules = Set(findings.filter { $0.level == .error }.map(\.rule.text)).sorted()
                tell(.urgent(.fileRefused, details.merging(["rules": rules.joined(separator: ",")]) { own, _ in own }))
            }
        }
        // Of a finding its rule and its place: its words may quote what stands in a file.
        for finding in taken.findings where finding.needsPerson {
            tell(
                .urgent(
                    .folder,
                    ["rule": finding.rule.text, "path": finding.position.file, "line": "\(finding.position.line)"]))
        }
        if !taken.changedDecisions.isEmpty {
            tell(.note(.decisions, ["count": "\(taken.changedDecisions.count)"]))
        }
    }
}
