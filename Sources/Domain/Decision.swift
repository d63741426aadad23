/// What the officer laid down, with a reason.
package struct Decision: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        /// ngày nhận: when a file was received.
        case received(Instant)
        /// gia hạn: the last day to send.
        case extend(Day)
        /// miễn: owes nothing.
        case exempt
        /// nhận tệp: what is doubtful about this file as a whole is settled, and it counts.
        case accept
        /// thay tệp: this file stands for its slice.
        case replace
        /// rút tệp: this file counts no more.
        case withdraw
        /// chốt.
        case close
        /// mở lại: what is held counts, and what comes from now on, up to the time given.
        case reopen(until: Instant?)
        /// duyệt: the draft of this code may be issued.
        case approve(DraftCode)
        /// phát hành: the draft of this code becomes an edition.
        case issue(DraftCode)
        /// xuất gói: this audience is given the newest edition.
        case export(Audience)

        /// Whether it is obeyed once and moves no figure; all others say how figures are made.
        package var isOrder: Bool {
            switch self {
            case .approve, .issue, .export: true
            case .received, .extend, .exempt, .accept, .replace, .withdraw, .close, .reopen: false
            }
        }
    }

    /// What `viec-can-quyet.csv` says of figures where a decision would move none; by it and by the codes of indicators
    /// a line copied from there is known.
    package static let noFiguresMove = "không có"

    package let at: Instant
    /// `nil`: all.
    package let period: Period?
    package let department: String?
    package let form: String?
    /// Below `submissions/`.
    package let path: String?
    package let action: Action
    package let reason: String
    /// Title of who approved it, never a name.
    package let approver: String

    package init(
        at: Instant, period: Period?, department: String?, form: String?, path: String?, action: Action,
        reason: String, approver: String
    ) {
        self.at = at
        self.period = period
        self.department = department
        self.form = form
        self.path = path
        self.action = action
        self.reason = reason
        self.approver = approver
    }
}

/// A set issued by the officer, numbered, kept for ever.
package struct Edition: Hashable, Sendable {
    package let period: Period
    /// From 1.
    package let number: Int
    package let issuedAt: Instant
    /// SHA-256 over names and bytes of its files.
    package let contentDigest: String
    package let files: [File]
    /// The code of the draft that it was made of; `nil` of one that an earlier version issued.
    package let draft: DraftCode?

    package struct File: Hashable, Sendable {
        /// Below the set's folder, with `/`: `phieu-phan-hoi/ca.txt`.
        package let name: String
        /// 64 hexadecimal digits.
        package let sha256: String
        package let size: Int

        package init(name: String, sha256: String, size: Int) {
            self.name = name
            self.sha256 = sha256
            self.size = size
        }
    }

    package init(
        period: Period, number: Int, issuedAt: Instant, contentDigest: String, files: [File], draft: DraftCode? = nil
    ) {
        self.draft = draft
        self.period = period
        self.number = number
        self.issuedAt = issuedAt
        self.contentDigest = contentDigest
        self.files = files
    }
}
