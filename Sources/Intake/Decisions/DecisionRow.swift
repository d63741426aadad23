import Domain
import Foundation

/// One line of the officer's decisions. What is wrong with it is collected, and then it is no decision.
struct DecisionRow {
    let header: DecisionsHeader
    let line: Int
    let spreadsheetRow: Int
    let cells: [String]
    let findings: FindingCollection

    /// The decision; `nil` where the line cannot be obeyed.
    func decision(under reader: DecisionContext) -> Decision? {
        let before = findings.count
        let at = required(.at).flatMap { instant($0, in: .at, reader.zone) }
        let period = text(.period).flatMap(period)
        let department = text(.department).flatMap { self.department($0, period, reader) }
        let form = text(.form).flatMap { self.form($0, reader) }
        let word = required(.action).flatMap(action)
        let path = path(for: word)
        let reason = text(.reason)
        if let word, word.needsReason, reason == nil {
            report(DecisionsReader.withoutReason, .reason, .withoutReason(word))
        }
        let action = word.flatMap { self.action($0, reader) }
        guard findings.count == before, let at, let action else { return nil }
        return Decision(
            at: at, period: period, department: department, form: form, path: path, action: action,
            reason: reason ?? "", approver: text(.approver) ?? "")
    }

    private func text(_ column: DecisionColumn) -> String? {
        guard let index = header.columns[column], index < cells.count, !cells[index].isEmpty else { return nil }
        return cells[index]
    }

    private func required(_ column: DecisionColumn) -> String? {
        if let text = text(column) { return text }
        report(DecisionsReader.emptyCell, column, .emptyCell(column))
        return nil
    }

    private func report(_ rule: RuleName, _ column: DecisionColumn, _ message: FindingText) {
        guard let index = header.columns[column] else { return }
        let position = Position(
            file: header.file, line: line, row: spreadsheetRow, column: index + 1, header: header.texts[index])
        findings.add(rule, at: position, value: text(column), message)
    }

    private func instant(_ text: String, in column: DecisionColumn, _ zone: TimeZone) -> Instant? {
        if let instant = DecisionTime.instant(text, in: zone) { return instant }
        report(DecisionsReader.badDate, column, .badTime(text))
        return nil
    }

    private func period(_ text: String) -> Period? {
        if let period = PeriodText.period(text, year: nil) { return period }
        report(DecisionsReader.unknownPeriod, .period, .unknownPeriod(text))
        return nil
    }

    private func department(_ text: String, _ period: Period?, _ reader: DecisionContext) -> String? {
        let days = period.map { reader.calendar.days(of: $0) }
        let found = reader.departments.match(text, during: days)
        if found.count == 1 { return found[0].code }
        let codes = Set(found.map(\.code)).sorted()
        if codes.count == 1 { return codes[0] }
        report(DecisionsReader.unknownDepartment, .department, .unknownDepartment(text, codes))
        return nil
    }

    private func form(_ text: String, _ reader: DecisionContext) -> String? {
        if let code = reader.formsByName[Folding.key(text)] { return code }
        report(DecisionsReader.unknownForm, .form, .unknownForm(text, reader.forms.map(\.code)))
        return nil
    }

    private func action(_ text: String) -> DecisionAction? {
        if let action = DecisionAction(text) { return action }
        report(DecisionsReader.unknownAction, .action, .unknownAction(text))
        return nil
    }

    private func action(_ word: DecisionAction, _ reader: DecisionContext) -> Decision.Action? {
        switch word {
        case .received:
            guard let value = requiredValue(word) else { return nil }
            return instant(value, in: .value, reader.zone).map { .received($0) }
        case .extend:
            guard let value = requiredValue(word) else { return nil }
            if let day = DecisionTime.day(value) { return .extend(day) }
            report(DecisionsReader.badDate, .value, .badDay(value))
            return nil
        case .exempt: return .exempt
        case .accept: return .accept
        case .replace: return .replace
        case .withdraw: return .withdraw
        case .close: return .close
        case .reopen:
            guard let value = text(.value) else { return .reopen(until: nil) }
            return end(value, reader.zone).map { .reopen(until: $0) }
        }
    }

    /// When a span ends that is given by its last day, or by a time.
    private func end(_ text: String, _ zone: TimeZone) -> Instant? {
        guard let day = DecisionTime.day(text) else { return instant(text, in: .value, zone) }
        return Instant(day: day.adding(days: 1), hour: 0, minute: 0, second: 0, in: zone)
    }

    private func requiredValue(_ word: DecisionAction) -> String? {
        if let value = text(.value) { return value }
        report(DecisionsReader.withoutValue, .value, .withoutValue(word))
        return nil
    }

    private func path(for word: DecisionAction?) -> String? {
        guard let written = text(.path) else {
            if let word, word.needsPath { report(DecisionsReader.withoutFile, .path, .withoutFile(word)) }
            return nil
        }
        if let path = SubmissionPath.normalised(written) { return path }
        report(DecisionsReader.badPath, .path, .badPath(written))
        return nil
    }
}

extension FindingText {
    fileprivate static func emptyCell(_ column: DecisionColumn) -> Self {
        Self(
            vi: "cột “\(column.name)” bỏ trống", en: "column “\(column.name)” is empty",
            remedy: ("Điền ô này.", "Fill the cell."))
    }

    fileprivate static func badTime(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là ngày, giờ", en: "“\(text)” is not a date and time",
            expected: ("dd/MM/yyyy hoặc dd/MM/yyyy HH:mm", "dd/MM/yyyy or dd/MM/yyyy HH:mm"),
            remedy: (
                "Ghi ngày trước, tháng sau, ví dụ 20/10/2026 16:30.", "Write the day first, as in 20/10/2026 16:30."
            ))
    }

    fileprivate static func badDay(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là một ngày", en: "“\(text)” is not a day",
            expected: ("dd/MM/yyyy", "dd/MM/yyyy"),
            remedy: (
                "Ghi ngày cuối cùng được gửi, không ghi giờ, ví dụ 20/10/2026.",
                "Write the last day to send, without a time, as in 20/10/2026."
            ))
    }

    fileprivate static func unknownPeriod(_ text: String) -> Self {
        Self(
            vi: "không có kỳ báo cáo “\(text)”", en: "there is no period “\(text)”",
            expected: ("ví dụ 2026-10, 2026-Q3, 2026", "such as 2026-10, 2026-Q3, 2026"),
            remedy: (
                "Ghi kỳ như tên thư mục, ví dụ 2026-10; trong Excel, định dạng cột là Văn bản. Để trống là mọi kỳ.",
                "Write it as its folder is named, such as 2026-10, in a column that Excel takes for text. Empty: all."
            ))
    }

    fileprivate static func unknownDepartment(_ text: String, _ candidates: [String]) -> Self {
        let list = candidates.joined(separator: ", ")
        let isUnknown = candidates.isEmpty
        return Self(
            vi: isUnknown ? "không có đơn vị “\(text)”" : "“\(text)” có thể là nhiều đơn vị: \(list)",
            en: isUnknown ? "there is no department “\(text)”" : "“\(text)” may be several departments: \(list)",
            remedy: (
                "Ghi mã đơn vị trong departments.csv; để trống là mọi đơn vị.",
                "Write a code of departments.csv; empty means all."
            ))
    }

    fileprivate static func unknownForm(_ text: String, _ forms: [String]) -> Self {
        let list = forms.joined(separator: ", ")
        return Self(
            vi: "không có biểu “\(text)”", en: "there is no form “\(text)”",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Ghi mã biểu; để trống là mọi biểu.", "Write a form's code; empty means all."))
    }

    fileprivate static func unknownAction(_ text: String) -> Self {
        let list = DecisionAction.allCases.map(\.word).joined(separator: ", ")
        return Self(
            vi: "không có việc “\(text)”", en: "there is no action “\(text)”",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Ghi một trong: \(list).", "Write one of: \(list)."))
    }

    fileprivate static func withoutReason(_ action: DecisionAction) -> Self {
        Self(
            vi: "“\(action.word)” không có lý do", en: "“\(action.word)” has no reason",
            remedy: ("Ghi lý do vào cột “Lý do”.", "Give it in the column “Lý do”."))
    }

    fileprivate static func withoutValue(_ action: DecisionAction) -> Self {
        Self(
            vi: "“\(action.word)” không có ngày ở cột “Giá trị”", en: "“\(action.word)” has no date in “Giá trị”",
            expected: action == .extend
                ? ("dd/MM/yyyy", "dd/MM/yyyy") : ("dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm"),
            remedy: ("Ghi ngày vào cột “Giá trị”.", "Write the date in the column “Giá trị”."))
    }

    fileprivate static func withoutFile(_ action: DecisionAction) -> Self {
        Self(
            vi: "“\(action.word)” không nêu tệp", en: "“\(action.word)” names no file",
            expected: ("ví dụ 2026-10/CAT-03-an.csv", "such as 2026-10/CAT-03-an.csv"),
            remedy: (
                "Ghi đường dẫn của tệp trong thư mục submissions vào cột “Tệp”.",
                "Write the file's path below submissions in the column “Tệp”."
            ))
    }

    fileprivate static func badPath(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là đường dẫn trong thư mục submissions",
            en: "“\(text)” is not a path below submissions",
            expected: ("ví dụ 2026-10/CAT-03-an.csv", "such as 2026-10/CAT-03-an.csv"),
            remedy: ("Ghi thư mục kỳ và tên tệp.", "Write the period's folder and the file's name."))
    }
}
