import Domain
import Foundation
import Storage

/// What the ledger recorded on a day, in words: each entry once, by its number.
struct DayEvents {
    let catalogue: Catalogue
    let events: [RecordedEvent]

    /// Everything, a line for each entry and each decision, with the numbers of the entries.
    var lines: [String] {
        var lines: [String] = []
        var index = events.startIndex
        while index < events.endIndex {
            let event = events[index]
            var last = event
            // A file and what it was understood to be are told as one.
            if case .receipt = event.content, index + 1 < events.endIndex,
                case .reading(_, event.number) = events[index + 1].content
            {
                index += 1
                last = events[index]
            }
            let numbers = event.number == last.number ? "\(event.number)" : "\(event.number)–\(last.number)"
            lines.append("\(time(event.recordedAt)) mục \(numbers): \(words(event, last))")
            if case .decisions(let added, let takenBack) = event.content {
                lines += added.map { "thêm: \(words($0))" } + takenBack.map { "bỏ: \(words($0))" }
            }
            index += 1
        }
        return lines
    }

    /// The same at a glance: how many of each, and the files by name.
    func digest(most count: Int) -> [String] {
        var files: [String] = []
        var (again, added, takenBack, catalogues, wordings) = (0, 0, 0, 0, 0)
        var issued: [String] = []
        let receipts = Set(events.compactMap { if case .receipt = $0.content { $0.number } else { nil } })
        for event in events {
            switch event.content {
            case .receipt: break
            case .reading(let read, let receipt):
                if receipts.contains(receipt) { files.append("\(read.path): \(read.stateWords)") } else { again += 1 }
            case .decisions(let new, let old): (added, takenBack) = (added + new.count, takenBack + old.count)
            case .edition, .release: issued.append(words(event, event))
            case .order: break
            case .wording: wordings += 1
            case .catalogue: catalogues += 1
            }
        }
        var lines = files.count > count ? files.prefix(count - 1) + ["và \(files.count - count + 1) tệp khác"] : files
        if again > 0 { lines.append("đọc lại \(again) tệp đã nhận, do danh mục hoặc chương trình thay đổi") }
        if added + takenBack > 0 { lines.append("xử lý: thêm \(added), bỏ \(takenBack) (xu-ly.csv)") }
        if wordings > 0 { lines.append("lời văn của cán bộ trong báo cáo (loi-van)") }
        if catalogues > 0 { lines.append("danh mục mới hoặc đã sửa") }
        return lines + issued
    }

    private func time(_ instant: Instant) -> String {
        DayEvents.time(instant, catalogue.organisation.timeZone)
    }

    /// `09:15`
    static func time(_ instant: Instant, _ zone: TimeZone) -> String {
        let local = instant.local(in: zone)
        return [local.hour, local.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private func words(_ event: RecordedEvent, _ last: RecordedEvent) -> String {
        switch (event.content, last.content) {
        case (.receipt(let path), .reading(let read, _)): return "nhận \(path): \(words(read))"
        case (.receipt(let path), _): return "nhận \(path)"
        case (.reading(let read, _), _): return "đọc lại \(read.path): \(words(read))"
        case (.decisions(let added, let takenBack), _):
            return "danh sách xử lý: thêm \(added.count), bỏ \(takenBack.count)"
        case (.catalogue(let digest), _): return "danh mục \(digest.prefix(12))"
        case (.edition(let period, let number), _): return "phát hành kỳ \(period), bản lần \(number)"
        case (.release(let period, let edition, let audience), _):
            return "xuất gói kỳ \(period), bản lần \(edition), cho \(audience.rawValue)"
        case (.order(let period, let edition, let audience), _):
            return "thực hiện «xuất gói»: kỳ \(period), bản lần \(edition), cho \(audience.rawValue)"
        case (.wording(let path), _): return "lời văn báo cáo của cán bộ: \(path)"
        }
    }

    /// `Công an tỉnh, biểu 03/AN, tháng 10 năm 2026: đã tiếp nhận`
    private func words(_ read: RecordedEvent.Read) -> String {
        let day = read.period.map(catalogue.organisation.calendar.lastDay(of:))
        let department = read.department.map { code in
            day.flatMap { catalogue.department(code, on: $0) }?.name(in: .vi) ?? code
        }
        let form = read.form.map { "biểu \(catalogue.form($0)?.number ?? $0)" }
        let whose = [department, form, read.period?.name(in: .vi)].compactMap(\.self)
        return (whose.isEmpty ? "" : whose.joined(separator: ", ") + ": ") + read.stateWords
    }

    /// `gia hạn đến 20/10/2026; kỳ 2026-10; CA; lý do: …`
    private func words(_ decided: RecordedEvent.Decided) -> String {
        let decision = decided.decision
        let parts: [String?] = [
            DayEvents.actions[decided.action] ?? decided.action, decision.period.map { "kỳ \($0)" },
            decision.department, decision.form.map { catalogue.form($0)?.number ?? $0 }, decision.path,
            decision.reason.isEmpty ? nil : "lý do: \(decision.reason)",
            decision.approver.isEmpty ? nil : "người duyệt: \(decision.approver)",
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }

    /// As the column `Việc` says them.
    private static let actions = [
        "received": "ngày nhận", "extend": "gia hạn", "exempt": "miễn", "accept": "nhận tệp", "replace": "thay tệp",
        "withdraw": "rút tệp", "close": "chốt", "reopen": "mở lại", "approve": "duyệt", "issue": "phát hành",
        "export leadership": "xuất gói cho lãnh đạo", "export partners": "xuất gói cho đơn vị phối hợp",
        "export public": "xuất gói công khai",
    ]
}

extension RecordedEvent.Read {
    fileprivate var stateWords: String {
        state == .answered && answers == 0 ? "phiếu gửi trả lại, không có thuyết minh nào" : state.words
    }
}

extension Reading.State {
    fileprivate var words: String {
        switch self {
        case .accepted: "đã tiếp nhận"
        case .partial: "tiếp nhận một phần"
        case .refused: "chưa tiếp nhận, đề nghị gửi lại"
        case .wrongFormat: "chưa đúng định dạng"
        case .forbidden: "không nhận, không lưu (dữ liệu cá nhân, độ mật, hoặc tệp nén không xem được bên trong)"
        case .answered: "phiếu gửi trả lại, có thuyết minh"
        }
    }
}
