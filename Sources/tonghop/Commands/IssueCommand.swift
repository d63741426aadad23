import ArgumentParser
import Domain
import Foundation
import Storage

/// `tonghop issue`: makes an edition that never changes.
struct IssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Phát hành bản tổng hợp của kỳ. / Makes the draft an edition.")

    @OptionGroup var options: SharedOptions

    @Flag(help: "Confirms “counts only, no state secret” without asking.")
    var yes = false

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    func run() throws {
        try options.perform { log in
            try confirm()
            let loaded = try options.workplace.loadCatalogue(options.console)
            let lock = try LedgerLock.acquire(folder: options.reports, waitSeconds: options.wait)
            let ledger = try Ledger.open(lock)
            try options.finishEditions(ledger)
            let issue = try EditionIssue(
                period, Consolidation(loaded: loaded, ledger: ledger), in: options.workplace, now: options.clock)
            guard !issue.draft.readings.isEmpty else {
                throw nothingToIssue()
            }
            if let last = issue.last, try issue.isUnchanged() {
                let path = issue.path(of: last.number)
                options.console.say(
                    Bilingual(
                        vi: "Không có gì thay đổi so với bản lần \(last.number): \(path)",
                        en: "Nothing changed since edition \(last.number): \(path)"))
                if options.format == .json {
                    try options.result(output(last.number, path, isNew: false, hasGaps: nil), or: "")
                }
                return .done
            }
            try refuse(issue, by: try ledger.read { try $0.decisions() })
            let issued = try issue.issue()
            log.note(.issued, ["period": period.description, "edition": "\(issue.number)"])
            try options.result(
                output(issue.number, issued, isNew: true, hasGaps: issue.hasGaps),
                or: Bilingual(vi: "Đã phát hành: \(issued)", en: "Issued: \(issued)")[options.lang])
            options.say(try ledger.read { try $0.anchor })
            let wording = try issue.wordingFindings()
            let printer = FindingPrinter(language: options.lang, shownPath: options.workplace.shownPath)
            for finding in wording { options.console.warn(line: printer.line(finding)) }
            if issue.hasGaps { options.console.warn(.issuedWithGaps) }
            return issue.hasGaps || !wording.isEmpty ? .needsPerson : .done
        }
    }

    private struct Output: Encodable {
        let period: String
        let edition: Int
        let folder: String
        /// False where nothing has changed since that edition.
        let issued: Bool
        /// Left out for an edition of before.
        let gaps: Bool?
    }

    private func output(_ number: Int, _ folder: String, isNew: Bool, hasGaps: Bool?) -> Output {
        Output(period: period.description, edition: number, folder: folder, issued: isNew, gaps: hasGaps)
    }

    /// Whether there is nothing at all, or nobody has taken it in.
    private func nothingToIssue() -> Failure {
        let paths = (try? Inbox(options.workplace.submissionsFolder).paths) ?? []
        let waiting = paths.count { path in
            path.split(separator: "/").first.flatMap { Period($0) }.map { period.contains($0.last) } ?? false
        }
        let folder =
            period.monthCount == 1
            ? options.workplace.submission(period.description) : options.workplace.submissionsFolder
        guard waiting > 0 else {
            return Failure(
                Bilingual(
                    vi: "kỳ \(period) chưa có tệp nào trong “\(folder)”, nên không có gì để phát hành",
                    en: "there is no file for \(period) in “\(folder)”, so there is nothing to issue"))
        }
        return Failure(
            Bilingual(
                vi: "kỳ \(period) có \(waiting) tệp chưa được nhận; chạy “tonghop run \(period)” và xem dự thảo trước",
                en:
                    "\(waiting) files for \(period) were not taken in; run “tonghop run \(period)” and look at the draft first"
            ))
    }

    /// An edition that the ledger does not know is never replaced, and none is made that the office wants approved first.
    private func refuse(_ issue: EditionIssue, by decisions: [Decision]) throws {
        if issue.isBlocked {
            let path = issue.path(of: issue.number)
            throw Failure(
                Bilingual(
                    vi: "“\(path)” đã có mà không có trong sổ tiếp nhận; chạy “tonghop verify” trước khi phát hành",
                    en: "“\(path)” is there, but not in the ledger; run “tonghop verify” before issuing"))
        }
        guard issue.draft.organisation.needsApproval, !issue.isApproved(by: decisions, otherThan: nil) else { return }
        throw Failure(
            Bilingual(
                vi:
                    "dự thảo mã \(issue.code) chưa được duyệt (organisation.yaml: approval); thêm dòng «duyệt» có mã này vào "
                    + "danh sách xử lý, chạy “tonghop run \(period)”, rồi phát hành",
                en:
                    "the draft \(issue.code) is not approved (organisation.yaml: approval); add a «duyệt» line with this code "
                    + "to the decisions, run “tonghop run \(period)”, then issue"))
    }

    private func confirm() throws {
        guard !yes else { return }
        guard isatty(0) == 1 else {
            throw Failure(
                Bilingual(
                    vi: "phát hành cần người xác nhận; chạy trên cửa sổ dòng lệnh hoặc thêm --yes",
                    en: "issuing needs a person to confirm; run on a terminal or add --yes"), .wrongUsage)
        }
        options.console.warn(
            Bilingual(
                vi: "Xác nhận: bản tổng hợp chỉ gồm số đếm, không có bí mật nhà nước, không có dữ liệu cá nhân. "
                    + "Gõ “có” để phát hành:",
                en: "Confirm: counts only, no state secret, no personal data. Type “yes” to issue:"))
        let answer = Folding.plain(readLine() ?? "")
        guard ["co", "yes", "y"].contains(answer) else {
            throw Failure(Bilingual(vi: "không phát hành", en: "not issued"))
        }
    }
}

extension Bilingual {
    static let issuedWithGaps = Bilingual(
        vi: "Bản này còn thiếu báo cáo hoặc nội dung chưa xác nhận (xem phụ lục Tình hình gửi).",
        en: "This edition has gaps: reports are missing or queries open (see the annex on submissions).")
}
