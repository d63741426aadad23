import Domain
import Reporting

/// What a run tells the person who reads its output or the mail of the scheduler.
struct RunReport {
    let basis: Basis
    let taken: TakeIn.Result
    let console: Console
    let workplace: Workplace

    /// Findings printed at most; the rest stand in the returns.
    private static let shownMax = 20

    func show() {
        let roll = basis.roll
        console.say(
            Bilingual(
                vi: "Kỳ \(basis.period): \(taken.readings.count) tệp mới, \(taken.knownCount) tệp đã biết; "
                    + "đã nhận \(roll.received)/\(roll.owed.count) báo cáo.",
                en: "Period \(basis.period): \(taken.readings.count) files new, \(taken.knownCount) known; "
                    + "\(roll.received) of \(roll.owed.count) reports received."))
        showNotes()
        showMissing()
        showFindings()
    }

    /// What was left to the next run.
    private func showNotes() {
        let printer = FindingPrinter(language: console.language, shownPath: workplace.shownPath)
        for finding in taken.findings where finding.level == .note {
            let line = printer.line(finding)
            console.say(Bilingual(vi: line, en: line))
        }
    }

    private func showMissing() {
        let missing = basis.roll.missing
        guard !missing.isEmpty else { return }
        console.warn(
            Bilingual(vi: "Cần đôn đốc (\(missing.count)):", en: "To be reminded (\(missing.count)):"))
        for entry in missing {
            let name = basis.department(entry.key.department)?.name(in: console.language) ?? entry.key.department
            let form = basis.formLabel(entry.key, console.language)
            console.warn(line: "  \(name), \(form): \(entry.stateWords(console.language).lowercased())")
        }
    }

    private func showFindings() {
        let findings = basis.openFindings.filter(\.needsPerson) + taken.findings.filter(\.needsPerson)
        guard !findings.isEmpty else { return }
        let errors = findings.count { $0.level == .error }
        console.warn(
            Bilingual(
                vi: "Cần sửa, cần xác nhận: \(errors) lỗi, \(findings.count - errors) nội dung cần xác nhận:",
                en: "To be settled: \(errors) errors, \(findings.count - errors) queries:"))
        let printer = FindingPrinter(language: console.language, shownPath: workplace.shownPath)
        for finding in findings.prefix(RunReport.shownMax) { console.warn(line: "  \(printer.line(finding))") }
        let rest = findings.count - RunReport.shownMax
        if rest > 0 {
            console.warn(
                Bilingual(
                    vi: "  và \(rest) nội dung khác (xem phieu-phan-hoi/ trong thư mục dự thảo)",
                    en: "  and \(rest) more (see phieu-phan-hoi/ in the draft's folder)"))
        }
    }
}
