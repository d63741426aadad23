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
            report(DecisionWithoutReason.self, .reason, .withoutReason(word))
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
        report(EmptyDecisionCell.self, column, .emptyCell(column))
        return nil
    }

    private func report(_ rule: any Rule.Type, _ column: DecisionColumn, _ message: FindingText) {
        guard header.columns[column] != nil else { return }
        let position = header.position(of: column, line: line, row: spreadsheetRow)
        findings.add(rule, at: position, value: text(column), message)
    }

    private func instant(_ text: String, in column: DecisionColumn, _ zone: TimeZone) -> Instant? {
        if let instant = DecisionTime.instant(text, in: zone) { return instant }
        report(BadDecisionDate.self, column, .badTime(text))
        return nil
    }

    private func period(_ text: String) -> Period? {
        if let period = PeriodText.period(text, year: nil) { return period }
        report(UnknownDecisionPeriod.self, .period, .unknownPeriod(text))
        return nil
    }

    private func department(_ text: String, _ period: Period?, _ reader: DecisionContext) -> String? {
        let days = period.map { reader.calendar.days(of: $0) }
        let found = reader.departments.match(text, during: days)
        if found.count == 1 { return found[0].code }
        let codes = Set(found.map(\.code)).sorted()
        if codes.count == 1 { return codes[0] }
        report(UnknownDecisionDepartment.self, .department, .unknownDepartment(text, codes))
        return nil
    }

    private func form(_ text: String, _ reader: DecisionContext) -> String? {
        if let code = reader.formsByName[Folding.key(text)] { return code }
        report(UnknownDecisionForm.self, .form, .unknownForm(text, reader.forms.map(\.code)))
        return nil
    }

    private func action(_ text: String) -> DecisionAction? {
        if let action = DecisionAction(text) { return action }
        report(UnknownDecisionAction.self, .action, .unknownAction(text))
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
            report(BadDecisionDate.self, .value, .badDay(value))
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
        report(DecisionWithoutValue.self, .value, .withoutValue(word))
        return nil
    }

    private func path(for word: DecisionAction?) -> String? {
        guard let written = text(.path) else {
            if let word, word.needsPath { report(DecisionWithoutFile.self, .path, .withoutFile(word)) }
            return nil
        }
        if let path = SubmissionPath.normalised(written) { return path }
        report(BadDecisionPath.self, .path, .badPath(written))
        return nil
    }
}
