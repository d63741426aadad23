import Domain
import Storage

/// What an issuing came to.
package struct IssueOutcome {
    package let number: Int
    package let folder: String
    /// False where nothing has changed since that edition.
    package let isNew: Bool
    /// Whether reports are missing or questions open; `nil` for an edition of before.
    package let hasGaps: Bool?
    /// What a person should see in the officer's own words.
    package let wording: [Finding]
    /// The ledger's head after a new edition.
    package let anchor: Anchor?
}

extension Desk {
    /// Makes the draft of a period an edition that never changes; whoever calls it has confirmed what may be published.
    package func issue(_ period: Period) throws -> IssueOutcome {
        let loaded = try workplace.loadCatalogue()
        let lock = try self.lock()
        let ledger = try Ledger.open(lock)
        try finishEditions(ledger)
        _ = try warnOfReplacedEditions(ledger)
        let issue = try EditionIssue(
            period, Consolidation(loaded: loaded, ledger: ledger), in: workplace, now: now)
        guard !issue.draft.readings.isEmpty else {
            throw nothingToIssue(period)
        }
        if let last = issue.last, try issue.isUnchanged() {
            return IssueOutcome(
                number: last.number, folder: issue.path(of: last.number), isNew: false, hasGaps: nil, wording: [],
                anchor: nil)
        }
        try refuse(issue, by: try ledger.read { try $0.decisions() })
        let issued = try issue.issue()
        tell(.note(.issued, ["period": period.description, "edition": "\(issue.number)"]))
        return IssueOutcome(
            number: issue.number, folder: issued, isNew: true, hasGaps: issue.hasGaps,
            wording: try issue.wordingFindings(), anchor: try ledger.read { try $0.anchor })
    }

    /// Whether there is nothing at all, or nobody has taken it in.
    private func nothingToIssue(_ period: Period) -> Failure {
        let paths = (try? Inbox(workplace.submissionsFolder).paths) ?? []
        let waiting = paths.count { path in
            path.split(separator: "/").first.flatMap { Period($0) }.map { period.contains($0.last) } ?? false
        }
        let folder =
            period.monthCount == 1
            ? workplace.submission(period.description) : workplace.submissionsFolder
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
        let period = issue.period
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
}

extension Bilingual {
    package static let issuedWithGaps = Bilingual(
        vi: "Bản này còn thiếu báo cáo hoặc nội dung chưa xác nhận (xem phụ lục Tình hình gửi).",
        en: "This edition has gaps: reports are missing or queries open (see the annex on submissions).")
}
