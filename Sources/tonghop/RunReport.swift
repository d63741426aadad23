import Domain
import Office

/// What a run tells the person who reads its output or the mail of the scheduler.
struct RunReport {
    let findings: RunFindings
    let console: Console
    let workplace: Workplace

    private var period: Period { findings.period }
    private var summary: RunSummary { findings.summary }
    private var taken: TakeIn.Result { findings.taken }
    private var today: Day { findings.today }

    func show() {
        console.say(
            Bilingual(
                vi: "Kỳ \(period): \(taken.readings.count) tệp mới, \(taken.knownCount) tệp đã biết; "
                    + "đã nhận \(summary.received)/\(summary.owed) báo cáo.",
                en: "Period \(period): \(taken.readings.count) files new, \(taken.knownCount) known; "
                    + "\(summary.received) of \(summary.owed) reports received."))
        showNotes()
        showMissing()
        showHeld()
        showFindings()
    }

    /// What waits for the office itself.
    private func showHeld() {
        guard !summary.held.isEmpty else { return }
        console.warn(
            Bilingual(
                vi:
                    "Giữ lại, chưa tính, chờ quyết định (\(summary.held.count)); xem viec-can-quyet.csv trong thư mục dự thảo:",
                en:
                    "Held, not counted, until somebody decides (\(summary.held.count)); see viec-can-quyet.csv in the draft's folder:"
            ))
        for path in summary.held { console.warn(line: "  \(workplace.shownPath(path))") }
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
        let due = summary.due(on: today)
        if !due.isEmpty {
            console.warn(Bilingual(vi: "Cần đôn đốc (\(due.count)):", en: "To be reminded (\(due.count)):"))
            for entry in due { console.warn(line: "  \(entry.words(console.language))") }
        }
        let notDue = summary.notDue(on: today)
        guard let first = notDue.map(\.deadline).min() else { return }
        console.say(
            Bilingual(
                vi:
                    "Chưa đến hạn, chưa phải đôn đốc: \(notDue.count) báo cáo (hạn sớm nhất \(Language.vi.date(first))).",
                en:
                    "Not due yet, nobody to be reminded: \(notDue.count) reports (the first on \(Language.en.date(first)))."
            ))
    }

    /// A mail of more lines nobody reads.
    private static let ofFolderMost = 200

    private func showFindings() {
        let ofFolder = taken.findings.filter(\.needsPerson)
        // A whole folder or list that cannot be read is never among what is left out, nor an order that waits.
        let isOfWhole: (Finding) -> Bool = {
            $0.rule == OrderWaits.name
                || $0.level == .error && $0.position.line == 0 && !$0.position.file.contains("/")
        }
        let wholes = ofFolder.filter(isOfWhole)
        let errors = summary.errors + ofFolder.count { $0.level == .error }
        let count = summary.errors + summary.queries + ofFolder.count
        guard count > 0 else { return }
        console.warn(
            Bilingual(
                vi: "Cần sửa, cần xác nhận: \(errors) lỗi, \(count - errors) nội dung cần xác nhận:",
                en: "To be settled: \(errors) errors, \(count - errors) queries:"))
        let printer = FindingPrinter(language: console.language, shownPath: workplace.shownPath)
        let ofSubmissions = summary.findings.prefix(RunSummary.shownMax)
        // What is of no submission stands in no return.
        let others = ofFolder.filter { !isOfWhole($0) }
        for finding in wholes + ofSubmissions + others.prefix(Self.ofFolderMost) {
            console.warn(line: "  \(printer.line(finding))")
        }
        let rest = summary.errors + summary.queries - ofSubmissions.count
        if rest > 0 {
            console.warn(
                Bilingual(
                    vi: "  và \(rest) nội dung khác (xem phieu-phan-hoi/ trong thư mục dự thảo)",
                    en: "  and \(rest) more (see phieu-phan-hoi/ in the draft's folder)"))
        }
        let further = others.count - Self.ofFolderMost
        if further > 0 {
            console.warn(
                Bilingual(
                    vi:
                        "  và \(further) nội dung khác của thư mục số liệu và danh sách xử lý (thêm --format json để xem đủ)",
                    en: "  and \(further) more of the folder and the list of decisions (--format json shows all)"))
        }
    }
}
