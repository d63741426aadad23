import Domain

/// Đôn đốc: messages ready to send, told apart by when they may be sent.
///
/// The set knows no clock. What is overdue by the newest time of receipt is overdue whenever the page is read; what is not
/// yet says from which day on it is. A month that had not begun by then asks nobody.
enum Reminders {
    static func document(_ basis: Basis) -> Document {
        var blocks: [Document.Block] = [
            .title(["TIN NHẮN ĐÔN ĐỐC, ĐỀ NGHỊ BỔ SUNG", basis.period.name(in: .vi).uppercased()]),
            .paragraph(basis.standingLine(.vi)),
        ]
        let asking = basis.roll.entries.filter(\.asks)
        let sent = asking.filter { $0.state != .missing }
        let unsent = asking.filter { $0.state == .missing }
        blocks += group("ĐÃ GỬI, CẦN SỬA HOẶC XÁC NHẬN", nil, sent, basis)
        let newest = basis.asOf?.day(in: basis.organisation.timeZone)
        let begun = unsent.filter { entry in
            newest.map { $0 >= basis.organisation.calendar.firstDay(of: entry.key.month) } ?? true
        }
        for deadline in Set(begun.map(\.deadline)).sorted() {
            let isOverdue = newest.map { $0 > deadline } ?? false
            blocks += group(
                isOverdue
                    ? "ĐÃ QUÁ HẠN \(Language.vi.date(deadline))" : "HẠN GỬI \(Language.vi.date(deadline))",
                isOverdue
                    ? nil
                    : "Chỉ gửi các tin này từ ngày \(Language.vi.date(deadline.adding(days: 1))), nếu đến khi đó vẫn chưa nhận được.",
                begun.filter { $0.deadline == deadline }, basis)
        }
        if begun.count < unsent.count, let newest {
            blocks.append(
                .paragraph(
                    "Đến ngày \(Language.vi.date(newest)) có \(unsent.count - begun.count) báo cáo của tháng chưa bắt đầu: "
                        + "chưa phải đôn đốc đơn vị nào."))
        } else if asking.isEmpty {
            blocks.append(.paragraph("Không có đơn vị nào phải đôn đốc."))
        }
        return Document(blocks)
    }

    /// A message for each department of these; nothing where there is none.
    private static func group(
        _ title: String, _ note: String?, _ entries: [SubmissionRoll.Entry], _ basis: Basis
    ) -> [Document.Block] {
        guard !entries.isEmpty else { return [] }
        var blocks: [Document.Block] = [.title([title])]
        if let note { blocks.append(.paragraph(note)) }
        var seen: Set<String> = []
        for code in entries.map(\.key.department) where seen.insert(code).inserted {
            blocks.append(.heading(1, basis.departmentName(code, basis.period.last, .vi).uppercased()))
            blocks.append(.paragraph(message(code, entries.filter { $0.key.department == code }, basis)))
        }
        return blocks
    }

    private static func message(_ code: String, _ entries: [SubmissionRoll.Entry], _ basis: Basis) -> String {
        let items = entries.map { item($0, basis) }.joined(separator: "; ")
        let isSent = entries.contains { $0.state != .missing }
        return
            "Kính gửi \(basis.departmentName(code, basis.period.last, .vi)). Về số liệu \(basis.period.name(in: .vi)) của các "
            + "chương trình phối hợp: \(items). \(isSent ? "Chi tiết tại phiếu gửi kèm. " : "")Đề nghị đơn vị gửi tệp Excel "
            + "(hoặc CSV UTF-8) về \(basis.organisation.agencyName.vi) trong thời gian sớm nhất. Trân trọng cảm ơn."
    }

    private static func item(_ entry: SubmissionRoll.Entry, _ basis: Basis) -> String {
        let form = basis.catalogue.form(entry.key.form)
        let name = "biểu \(basis.formLabel(entry.key, .vi))" + (form.map { " (\($0.title.vi))" } ?? "")
        let findings = entry.readings.flatMap(\.findings)
        if !entry.waiting.isEmpty {
            let why = entry.waiting.flatMap(\.findings).filter(\.isHolding).map(\.message.vi.withoutFolders)
                .joined(separator: "; ")
            let kept =
                entry.isReceived
                ? "có tệp gửi sau được giữ lại, chưa thay số liệu đã gửi, vì \(why); số liệu đã gửi vẫn được tính"
                : "được giữ lại, chưa tính, vì \(why)"
            return "\(name) \(kept); đề nghị gửi tệp đúng, hoặc ghi lý do vào phiếu"
        }
        let errors = findings.count { $0.level == .error }
        let queries = findings.count { $0.level == .query && $0.answer == nil }
        return switch entry.state {
        case .missing: "\(name) chưa nhận được, hạn gửi \(Language.vi.date(entry.deadline))"
        case .wrongFormat: "\(name) đã gửi nhưng chưa đúng định dạng (đề nghị gửi tệp Excel hoặc CSV UTF-8)"
        case .refused: "\(name) chưa tiếp nhận được, có \(Language.vi.officialCount(max(errors, 1))) nội dung phải sửa"
        default:
            "\(name) có "
                + [
                    errors > 0 ? "\(Language.vi.officialCount(errors)) lỗi đề nghị sửa" : "",
                    queries > 0 ? "\(Language.vi.officialCount(queries)) nội dung cần xác nhận" : "",
                ].filter { !$0.isEmpty }.joined(separator: " và ")
        }
    }
}

extension SubmissionRoll.Entry {
    /// Whether the department still has something to do.
    package var asks: Bool {
        if !waiting.isEmpty { return true }
        return switch state {
        case .accepted, .afterClosing, .exempt: false
        default: true
        }
    }
}

extension String {
    /// Files by their names alone: where they lie in the office is nothing to those who sent them.
    fileprivate var withoutFolders: String {
        split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard let slash = word.lastIndex(of: "/") else { return String(word) }
            let head = word[..<slash]
            let start = head.firstIndex { $0.isNumber } ?? head.endIndex
            guard Period(head[start...]) != nil else { return String(word) }
            return head[..<start] + String(word[word.index(after: slash)...])
        }.joined(separator: " ")
    }
}
