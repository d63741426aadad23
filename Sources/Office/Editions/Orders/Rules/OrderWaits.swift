import Domain
import Reporting

/// An order of the officer is obeyed by the run that reads it.
package enum OrderWaits: Rule {
    package static let code = "order-waits"
    package static let page = Bilingual(
        vi: """
            Dòng «duyệt», «phát hành» hoặc «xuất gói» chưa được thực hiện. «phát hành» và «duyệt» ghi mã in trên dự thảo đã xem; \
            dự thảo đã khác đi từ khi đó thì không bản nào được phát hành, và thông báo này nêu số liệu nào khác: xem lại dự \
            thảo, rồi chép dòng «phát hành» mới trong viec-can-quyet.csv. Cơ quan yêu cầu duyệt (organisation.yaml: approval: \
            required) thì cần một dòng «duyệt» cùng mã, của chức danh khác với người phát hành. «xuất gói» cần một bản đã phát \
            hành. Dòng có ngày chưa đến thì chờ đến ngày đó.
            """,
        en: """
            A «duyệt», «phát hành» or «xuất gói» line is not obeyed yet. «phát hành» and «duyệt» name the code printed on the \
            draft that was looked at; if the draft is another since, nothing is issued, and this finding says which figures \
            differ: look at the draft again, and copy the new «phát hành» line of viec-can-quyet.csv. Where the office asks \
            for approval (organisation.yaml: approval: required) there must be a «duyệt» line with the same code, by another \
            title than that of who issues. «xuất gói» needs an edition. A line dated later waits for its day.
            """)

    /// Why an order waits.
    enum Reason {
        case later(Day)
        case noData
        /// The draft is another now: with what differs, where that is still known.
        case changed(now: DraftCode, [MovedFigure]?)
        /// Nobody of another title has approved the draft.
        case notApproved
        /// Who issues is not named, so that nobody can say whose title is another.
        case nobodyIssues
        case unchanged(Int)
        case blocked(String)
        case noEdition
        /// An edition of the period is ordered, and was not made.
        case notIssued
        /// Sets that the ledger does not know.
        case unknownSets(Int)
        /// The draft that lies there is another, which a run will look into.
        case otherDraft(DraftCode)
        /// An approval of the draft that lies there, which nobody has ordered to be issued.
        case approved
        /// Nothing is in its way.
        case nextRun

        /// Whether somebody has to do something about it.
        fileprivate var level: Finding.Level {
            switch self {
            case .approved, .nextRun: .note
            default: .query
            }
        }
    }

    private static let shownMax = 5

    static func finding(_ decision: Decision, at position: Position, _ reason: Reason) -> Finding {
        let (order, value) = (word(decision.action), value(decision.action))
        let period = decision.period?.description ?? ""
        let (vi, en) = words(reason)
        return finding(
            reason.level, at: position, value: value,
            Bilingual(
                vi: "«\(order)» kỳ \(period) (\(value)) chưa thực hiện: \(vi)",
                en: "«\(order)» of \(period) (\(value)) is not obeyed: \(en)"), remedy: remedy(reason))
    }

    private static func words(_ reason: Reason) -> (vi: String, en: String) {
        switch reason {
        case .later(let day):
            ("ngày \(Language.vi.date(day)) chưa đến", "\(Language.en.date(day)) is still to come")
        case .noData: ("kỳ này chưa có số liệu nào", "there are no data for it")
        case .changed(let code, let moved):
            (
                "dự thảo hiện nay có mã \(code); \(list(moved, .vi))",
                "the draft is \(code) now; \(list(moved, .en))"
            )
        case .notApproved:
            (
                "chưa có dòng «duyệt» cùng mã của chức danh khác",
                "there is no «duyệt» line with this code by another title"
            )
        case .nobodyIssues:
            (
                "cột “Chức danh người duyệt” bỏ trống, nên không biết người duyệt có phải là người khác không",
                "its “Chức danh người duyệt” is empty, and nobody can say whether another title has approved"
            )
        case .unchanged(let number):
            ("không có gì khác bản tổng hợp lần \(number)", "nothing is other than in edition \(number)")
        case .blocked(let path):
            ("“\(path)” đã có mà không có trong sổ tiếp nhận", "“\(path)” is there, but not in the ledger")
        case .noEdition: ("kỳ này chưa có bản nào được phát hành", "no edition of it was issued")
        case .notIssued:
            ("dòng «phát hành» của kỳ này chưa được thực hiện", "the «phát hành» line of the period is not obeyed yet")
        case .unknownSets(let count):
            (
                "có \(count) bản hoặc gói mà sổ tiếp nhận không ghi, nên không biết số nhỏ nào đã lộ",
                "the ledger does not know \(count) sets that lie there, nor what small counts they show"
            )
        case .otherDraft(let code): ("dự thảo hiện nay có mã \(code)", "the draft is \(code) now")
        case .approved:
            (
                "dự thảo đúng mã này, chưa có dòng «phát hành» cùng mã",
                "the draft bears this code, and no «phát hành» line names it"
            )
        case .nextRun: ("chờ lần chạy sau", "the next run is to do it")
        }
    }

    private static func list(_ moved: [MovedFigure]?, _ language: Language) -> String {
        guard let moved else {
            return language == .vi
                ? "số liệu của dự thảo có mã đã ghi không còn được giữ"
                : "what the draft named had is not kept any more"
        }
        guard !moved.isEmpty else {
            return language == .vi
                ? "không số liệu nào của kỳ khác đi, chỉ nội dung khác (tệp, danh mục, quyết định, phiếu)"
                : "no figure of the period differs, only other content (files, catalogue, decisions, returns)"
        }
        let lines = moved.prefix(shownMax).map { $0.line(language) }
        let rest = moved.count - lines.count
        let more = rest > 0 ? [language == .vi ? "và \(rest) số liệu khác" : "and \(rest) more"] : []
        return (language == .vi ? "số liệu khác: " : "figures that differ: ") + (lines + more).joined(separator: "; ")
    }

    private static func remedy(_ reason: Reason) -> Bilingual {
        switch reason {
        case .later: Bilingual(vi: "Chờ đến ngày đó, hoặc sửa ngày.", en: "Wait for the day, or correct it.")
        case .noData:
            Bilingual(
                vi: "Sửa kỳ, hoặc đặt tệp vào thư mục của kỳ.", en: "Correct the period, or put files into its folder.")
        case .changed:
            Bilingual(
                vi: "Xem lại dự thảo, rồi chép dòng mới trong viec-can-quyet.csv thay cho dòng này.",
                en: "Look at the draft again, and copy the new line of viec-can-quyet.csv in place of this one.")
        case .notApproved:
            Bilingual(
                vi: "Người duyệt xem dự thảo và thêm dòng «duyệt» có mã này, ghi chức danh của mình.",
                en: "Who approves looks at the draft and adds a «duyệt» line with this code and their own title.")
        case .nobodyIssues:
            Bilingual(vi: "Ghi chức danh của người phát hành.", en: "Write the title of who issues it.")
        case .unchanged: Bilingual(vi: "Bỏ dòng này.", en: "Take the line out.")
        case .blocked:
            Bilingual(
                vi: "Chạy “tonghop verify”, chuyển thư mục đó đi nơi khác.",
                en: "Run “tonghop verify”, and move the folder away.")
        case .otherDraft:
            Bilingual(
                vi: "Xem lại dự thảo, rồi chép dòng mới trong viec-can-quyet.csv thay cho dòng này.",
                en: "Look at the draft again, and copy the new line of viec-can-quyet.csv in place of this one.")
        case .approved:
            Bilingual(
                vi: "Muốn phát hành thì chép dòng «phát hành» trong viec-can-quyet.csv.",
                en: "To issue it, copy the «phát hành» line of viec-can-quyet.csv.")
        case .nextRun: Bilingual(vi: "Không phải làm gì.", en: "Nothing to do.")
        case .noEdition, .notIssued:
            Bilingual(
                vi: "Phát hành trước; lần chạy sau sẽ xuất gói.", en: "Issue it first; the next run makes the package.")
        case .unknownSets:
            Bilingual(
                vi: "Khôi phục bản sao lưu mới hơn, hoặc chuyển chúng ra ngoài thư mục báo cáo nếu chưa từng gửi đi.",
                en: "Restore a newer backup, or move them out of the reports if they were never handed on.")
        }
    }

    private static func word(_ action: Decision.Action) -> String {
        switch action {
        case .approve: "duyệt"
        case .issue: "phát hành"
        default: "xuất gói"
        }
    }

    private static func value(_ action: Decision.Action) -> String {
        switch action {
        case .approve(let code), .issue(let code): code.description
        case .export(let audience): audience.word
        default: ""
        }
    }
}
