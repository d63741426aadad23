import Domain

/// What waits for the office in a period, on a day: what it is to decide, whom to remind, who is not due yet.
struct DayTasks: Codable, Hashable {
    let period: String
    let sections: [Section]

    struct Section: Codable, Hashable {
        let title: String
        let lines: [String]
        /// Which file says more.
        let open: String?
    }

    /// A page is read at a glance: so many lines of a list at most.
    private static let linesMax = 12

    init(_ period: Period, _ summary: RunSummary, today: Day, calendar: PeriodCalendar) {
        self.period = period.description
        let folder = "\(period)\\\(PeriodFolder.draftName)"
        var sections: [Section] = []
        func add(_ title: String, _ lines: [String], _ file: String?) {
            guard !lines.isEmpty else { return }
            sections.append(
                Section(title: title, lines: DayTasks.cut(lines), open: file.map { "\(folder)\\\($0)" }))
        }
        add("Chờ quyết định: tệp giữ lại, chưa tính (\(summary.held.count))", summary.held, "viec-can-quyet.csv")
        let due = summary.due(on: today)
        add("Quá hạn hoặc phải gửi lại, cần đôn đốc (\(due.count) báo cáo)", DayTasks.owing(due), "don-doc.txt")
        if summary.errors + summary.queries > 0 {
            add(
                "Chờ đơn vị: \(summary.errors) lỗi, \(summary.queries) nội dung cần xác nhận",
                ["Gửi phiếu cho đơn vị, nếu chưa gửi."], "phieu-phan-hoi")
        }
        let notDue = summary.notDue(on: today)
        let first = calendar.firstDay(of: period)
        if today < first {
            add(
                "Kỳ bắt đầu từ ngày \(Language.vi.date(first)): chưa phải đôn đốc ai", ["Chưa có việc gì phải làm."],
                nil)
        } else if let deadline = notDue.map(\.deadline).min() {
            add(
                "Chưa đến hạn, chưa phải đôn đốc (\(notDue.count) báo cáo; hạn \(Language.vi.date(deadline)))",
                DayTasks.owing(notDue), nil)
        }
        self.sections = sections
    }

    /// `Sở Tư pháp: 02/TT, 04/LỚP; hạn 16/10/2026`
    private static func owing(_ missing: [RunSummary.Missing]) -> [String] {
        var order: [String] = []
        var forms: [String: [RunSummary.Missing]] = [:]
        for entry in missing {
            if forms[entry.department.vi] == nil { order.append(entry.department.vi) }
            forms[entry.department.vi, default: []].append(entry)
        }
        return order.map { department in
            let entries = forms[department] ?? []
            let names = entries.map { $0.isUnsent ? $0.form.vi : "\($0.form.vi) (\($0.state.vi))" }
            let days = Set(entries.map(\.deadline)).sorted().map(Language.vi.date).joined(separator: ", ")
            return "\(department): \(names.joined(separator: ", ")); hạn \(days)"
        }
    }

    /// The first of them, and how many more there are.
    static func cut(_ lines: [String], to most: Int = linesMax) -> [String] {
        guard lines.count > most else { return lines }
        return lines.prefix(most - 1) + ["và \(lines.count - most + 1) mục khác"]
    }
}
