import Domain
import Foundation
import Legibility
import Storage

/// What the ledger recorded on a day, in words: each entry once, by its number.
struct DayEvents {
    let catalogue: Catalogue
    let events: [RecordedEvent]

    /// Everything, a line for each entry and each decision, with the numbers of the entries.
    var lines: [String] {
        DayEvents.pairs(events).flatMap { event, last in
            let line = "\(DayEvents.head(event, last, catalogue.organisation.timeZone))\(words(event, last))"
            guard case .decisions(let added, let takenBack) = event.content else { return [line] }
            return [line] + added.map { "thêm: \(words($0))" } + takenBack.map { "bỏ: \(words($0))" }
        }
    }

    /// Entries as they are told: a file and what it was understood to be are one.
    private static func pairs(_ events: [RecordedEvent]) -> [(RecordedEvent, RecordedEvent)] {
        var pairs: [(RecordedEvent, RecordedEvent)] = []
        var index = events.startIndex
        while index < events.endIndex {
            let event = events[index]
            var last = event
            if case .receipt = event.content, index + 1 < events.endIndex,
                case .reading(_, event.number) = events[index + 1].content
            {
                index += 1
                last = events[index]
            }
            pairs.append((event, last))
            index += 1
        }
        return pairs
    }

    /// `09:15 mục 5–6: `
    private static func head(_ event: RecordedEvent, _ last: RecordedEvent, _ zone: TimeZone) -> String {
        let numbers = event.number == last.number ? "\(event.number)" : "\(event.number)–\(last.number)"
        return "\(time(event.recordedAt, zone)) mục \(numbers): "
    }

    /// What a line of a page says that no catalogue has a part in.
    struct Evidence {
        /// The number of the last entry that the line tells.
        let last: Int
        /// How the line begins and ends, without blanks.
        fileprivate let start, end: String

        private static let endings = (Reading.State.allCases.map(\.words) + [RecordedEvent.Read.withoutReasons])
            .map { $0.filter { !$0.isWhitespace } }

        /// Whether an item of a page, without its blanks, is the line.
        func isToldBy(_ item: String) -> Bool {
            guard item.hasPrefix(start) else { return false }
            let rest = item.dropFirst(start.count)
            // An older version may have had other words for what became of a file, but not those of another outcome.
            return rest.hasSuffix(end) || !Evidence.endings.contains { rest.hasSuffix($0) }
        }
    }

    /// The same of all that the page of these events says.
    static func evidence(_ events: [RecordedEvent], _ zone: TimeZone) -> [Evidence] {
        pairs(events).map { event, last in
            let (own, end) = outline(event, last)
            func squeezed(_ text: String) -> String {
                ShownText.lines(ShownText.line(text)).filter { !$0.isWhitespace }
            }
            return Evidence(last: last.number, start: squeezed(head(event, last, zone) + own), end: squeezed(end))
        }
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
            case .edition, .release: issued.append(DayEvents.entryWords(event))
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

    /// `09:15`
    static func time(_ instant: Instant, _ zone: TimeZone) -> String {
        let local = instant.local(in: zone)
        return [local.hour, local.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private func words(_ event: RecordedEvent, _ last: RecordedEvent) -> String {
        let (own, end) = DayEvents.outline(event, last)
        guard case .reading(let read, _) = last.content else { return own }
        return "\(own)\(names(read))\(end)"
    }

    /// What is said of an entry before and behind the names that the catalogue has of department, form and period.
    private static func outline(_ event: RecordedEvent, _ last: RecordedEvent) -> (own: String, end: String) {
        if case .reading(let read, _) = last.content {
            let isNew = event.number != last.number
            return ("\(isNew ? "nhận" : "đọc lại") \(read.path): ", read.stateWords)
        }
        return (entryWords(event), "")
    }

    private static func entryWords(_ event: RecordedEvent) -> String {
        switch event.content {
        case .receipt(let path): return "nhận \(path)"
        case .reading(let read, _): return "đọc lại \(read.path)"
        case .decisions(let added, let takenBack):
            return "danh sách xử lý: thêm \(added.count), bỏ \(takenBack.count)"
        case .catalogue(let digest): return "danh mục \(digest.prefix(12))"
        case .edition(let period, let number): return "phát hành kỳ \(period), bản lần \(number)"
        case .release(let period, let edition, let audience):
            return "xuất gói kỳ \(period), bản lần \(edition), cho \(audience.rawValue)"
        case .order(let period, let edition, let audience):
            return "thực hiện «xuất gói»: kỳ \(period), bản lần \(edition), cho \(audience.rawValue)"
        case .wording(let path): return "lời văn báo cáo của cán bộ: \(path)"
        }
    }

    /// `Công an tỉnh, biểu 03/AN, tháng 10 năm 2026: `; nothing where nothing is known.
    private func names(_ read: RecordedEvent.Read) -> String {
        let day = read.period.map(catalogue.organisation.calendar.lastDay(of:))
        let department = read.department.map { code in
            day.flatMap { catalogue.department(code, on: $0) }?.name(in: .vi) ?? code
        }
        let form = read.form.map { "biểu \(catalogue.form($0)?.number ?? $0)" }
        let whose = [department, form, read.period?.name(in: .vi)].compactMap(\.self)
        return whose.isEmpty ? "" : whose.joined(separator: ", ") + ": "
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
        state == .answered && answers == 0 ? RecordedEvent.Read.withoutReasons : state.words
    }

    fileprivate static let withoutReasons = "phiếu gửi trả lại, không có thuyết minh nào"
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
