import Domain

/// What stands above a return: what was received, what is left to do, until when, and whom to call.
///
/// Nothing of what others sent is in it, and it is no draft: a clerk is to act on it.
struct ReturnHead {
    private let basis: Basis
    private let owed: [SubmissionRoll.Entry]
    private let findings: [Finding]
    private let missing: [SubmissionRoll.Entry]
    private let asOf: Instant?

    /// - Parameter asOf: When the newest file of the department was received.
    init(
        _ basis: Basis, owed: [SubmissionRoll.Entry], findings: [Finding], missing: [SubmissionRoll.Entry],
        asOf: Instant?
    ) {
        self.basis = basis
        self.owed = owed
        self.findings = findings
        self.missing = missing
        self.asOf = asOf
    }

    var lines: [String] { [received, toDo, deadline, contact].compactMap(\.self) }

    /// What a clerk does with the rows of the sheet, in a line.
    var whatToDo: String? {
        let open = findings.filter(\.needsPerson)
        let words = [
            open.contains { $0.level == .error } ? "Dòng “lỗi”: sửa trong tệp gốc rồi gửi lại cả tệp." : nil,
            open.contains { $0.level == .query }
                ? "Dòng “cần xác nhận”: sửa trong tệp gốc, hoặc ghi lý do vào ô vàng rồi gửi lại phiếu này." : nil,
        ].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// `Đã nhận 2/3 báo cáo của đơn vị, tính đến ngày 16/10/2026.`
    private var received: String {
        let day = asOf.map { Language.vi.date($0.day(in: basis.organisation.timeZone)) }
        guard let day else { return "Chưa nhận được tệp nào của đơn vị." }
        guard !owed.isEmpty else { return "Tệp của đơn vị nhận đến ngày \(day)." }
        return "Đã nhận \(owed.count(where: \.isReceived))/\(owed.count) báo cáo của đơn vị, tính đến ngày \(day)."
    }

    /// `Còn 02 lỗi phải sửa; 03 nội dung cần xác nhận; 01 biểu chưa có.`; `nil` where nothing is left to do.
    private var toDo: String? {
        let open = findings.filter(\.needsPerson)
        let errors = open.count { $0.level == .error }
        let parts = [
            (errors, "lỗi phải sửa"), (open.count - errors, "nội dung cần xác nhận"),
            (missing.count { $0.state != .held }, "biểu chưa có số liệu"),
            (missing.count { $0.state == .held }, "biểu giữ lại, chờ quyết định"),
        ].filter { $0.0 > 0 }.map { "\(Language.vi.officialCount($0.0)) \($0.1)" }
        return parts.isEmpty ? nil : "Còn \(parts.joined(separator: "; "))."
    }

    /// Of the obligations of the period the last; a correction may come later, while the month is open.
    private var deadline: String? {
        guard let last = owed.map(\.deadline).max() else { return nil }
        return "Hạn gửi số liệu kỳ này: \(Language.vi.date(last))."
            + (missing.isEmpty && !findings.contains(where: \.needsPerson)
                ? "" : " Bản sửa, bản bổ sung gửi sau hạn vẫn được nhận khi kỳ chưa chốt.")
    }

    private var contact: String? {
        basis.organisation.contact.flatMap { $0.vi.isEmpty ? nil : "Liên hệ khi cần hỏi: \($0.vi)." }
    }
}
