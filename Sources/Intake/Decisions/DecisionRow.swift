import Domain
import KeptLists

/// One line of the officer's decisions. What is wrong with it is collected, and then it is no decision.
struct DecisionRow {
    let header: DecisionsHeader
    let line: Int
    let spreadsheetRow: Int
    let cells: [String]
    let time: DecisionTime
    let findings: FindingCollection
    let respellings: Respellings

    /// The decision; `nil` where the line cannot be obeyed.
    func decision(under reader: DecisionContext) -> Decision? {
        let before = findings.count
        let at = required(.at).flatMap { instant($0, in: .at) }
        let period = text(.period).flatMap(period)
        let department = text(.department).flatMap { self.department($0, period, reader) }
        let form = text(.form).flatMap { self.form($0, reader) }
        let word = required(.action).flatMap(action)
        let path = path(for: word)
        let reason = text(.reason)
        if let word, word.needsReason, reason == nil {
            report(DecisionWithoutReason.self, .reason, .withoutReason(word))
        }
        if let word, word.isOrder { checkOrder(word) }
        let action = word.flatMap { self.action($0) }
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
        report(EmptyDecisionCell.self, column, .emptyCell(column.name))
        return nil
    }

    private func report(_ rule: any Rule.Type, _ column: DecisionColumn, _ message: FindingText) {
        guard header.columns[column] != nil else { return }
        let position = header.position(of: column, line: line, row: spreadsheetRow)
        findings.add(rule, at: position, value: text(column), message)
    }

    private func instant(_ text: String, in column: DecisionColumn) -> Instant? {
        guard let read = time.read(text) else {
            report(BadDecisionDate.self, column, .badTime(text))
            return nil
        }
        if read.isRespelled { note(text, as: read.written, in: column) }
        return time.instant(read)
    }

    private func note(_ written: String, as meant: String, in column: DecisionColumn) {
        respellings.note(written, as: meant, at: header.position(of: column, line: line, row: spreadsheetRow))
    }

    private func period(_ text: String) -> Period? {
        let reading = DecisionPeriod.reading(text)
        switch reading {
        case .period(let period): return period
        case .respelled(let period):
            note(text, as: period.description, in: .period)
            return period
        case .either, .serial, .nothing:
            report(UnknownDecisionPeriod.self, .period, .unknownPeriod(text, reading))
            return nil
        }
    }

    private func department(_ text: String, _ period: Period?, _ reader: DecisionContext) -> String? {
        let days = period.map { reader.calendar.days(of: $0) }
        let named = reader.departments.match(text, during: days)
        let found = named.isEmpty ? reader.departments.match(listed(text), during: days) : named
        if found.count == 1 { return found[0].code }
        let codes = Set(found.map(\.code)).sorted()
        if codes.count == 1 { return codes[0] }
        report(UnknownDecisionDepartment.self, .department, .unknownDepartment(text, codes))
        return nil
    }

    private func form(_ text: String, _ reader: DecisionContext) -> String? {
        if let code = reader.formsByName[Folding.key(listed(text))] { return code }
        report(UnknownDecisionForm.self, .form, .unknownForm(text, reader.forms.map(\.code)))
        return nil
    }

    /// `CAT` of `CAT – Công an tỉnh`, as the lists of the workbook have it.
    private func listed(_ text: String) -> String {
        guard text.holds(DecisionsReader.listMark) else { return text }
        return text.range(of: DecisionsReader.listMark).map { String(text[..<$0.lowerBound]) } ?? text
    }

    private func action(_ text: String) -> DecisionAction? {
        if let action = DecisionAction(text) { return action }
        report(UnknownDecisionAction.self, .action, .unknownAction(text))
        return nil
    }

    private func action(_ word: DecisionAction) -> Decision.Action? {
        switch word {
        case .received:
            guard let value = requiredValue(word) else { return nil }
            return instant(value, in: .value).map { .received($0) }
        case .extend: return requiredValue(word).flatMap(day).map { .extend($0) }
        case .exempt: return .exempt
        case .accept: return .accept
        case .replace: return .replace
        case .withdraw: return .withdraw
        case .close: return .close
        case .reopen:
            guard let value = text(.value) else { return .reopen(until: nil) }
            return end(value).map { .reopen(until: $0) }
        case .approve: return requiredValue(word).flatMap(code).map { .approve($0) }
        case .issue: return requiredValue(word).flatMap(code).map { .issue($0) }
        case .export: return requiredValue(word).flatMap(audience).map { .export($0) }
        }
    }

    /// It speaks of a period as a whole.
    private func checkOrder(_ word: DecisionAction) {
        if text(.period) == nil { report(BadOrder.self, .period, .orderWithoutPeriod(word)) }
        for column in [DecisionColumn.department, .form, .path] where text(column) != nil {
            report(BadOrder.self, column, .orderOfPart(word, column))
        }
    }

    private func code(_ text: String) -> DraftCode? {
        if let code = DraftCode(written: text) { return code }
        report(BadOrder.self, .value, .badCode(text))
        return nil
    }

    private func audience(_ text: String) -> Audience? {
        if let audience = Audience(written: text) { return audience }
        report(BadOrder.self, .value, .unknownAudience(text))
        return nil
    }

    private func day(_ text: String) -> Day? {
        guard let read = time.read(text), read.clock == nil else {
            report(BadDecisionDate.self, .value, .badDay(text))
            return nil
        }
        if read.isRespelled { note(text, as: Language.vi.date(read.day), in: .value) }
        return read.day
    }

    /// When a span ends that is given by its last day, or by a time.
    private func end(_ text: String) -> Instant? {
        guard let read = time.read(text), read.clock == nil else { return instant(text, in: .value) }
        if read.isRespelled { note(text, as: Language.vi.date(read.day), in: .value) }
        return Instant(day: read.day.adding(days: 1), hour: 0, minute: 0, second: 0, in: time.zone)
    }

    private func requiredValue(_ word: DecisionAction) -> String? {
        if let value = text(.value) { return value }
        report(DecisionWithoutValue.self, .value, .withoutValue(word))
        return nil
    }

    /// A folder of submissions is named as a period is; a spreadsheet, or who replaces words in it, may rewrite that too.
    private func path(for word: DecisionAction?) -> String? {
        guard let written = text(.path) else {
            if let word, word.needsPath { report(DecisionWithoutFile.self, .path, .withoutFile(word)) }
            return nil
        }
        if let path = SubmissionPath.normalised(written) {
            guard let folder = path.split(separator: "/").first, Period(folder) == nil,
                case .respelled(let period) = DecisionPeriod.reading(String(folder))
            else { return path }
            note(String(folder), as: period.description, in: .path)
            return period.description + path.dropFirst(folder.count)
        }
        report(BadDecisionPath.self, .path, .badPath(written))
        return nil
    }
}

/// The path of a submission as receipts have it: below `submissions/`, with `/`.
enum SubmissionPath {
    /// Undoes backslashes and a `submissions/` in front; `nil` where nothing is left or it leads elsewhere.
    static func normalised(_ text: String) -> String? {
        if isNormal(text.utf8) { return text }
        let path = text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\", with: "/") : text
        var parts = path.split(separator: "/").filter { $0 != "." }
        if let folder = parts.lastIndex(of: "submissions"), folder < parts.count - 1 {
            parts.removeFirst(folder + 1)
        }
        return parts.isEmpty || parts.contains("..") ? nil : parts.joined(separator: "/")
    }

    /// Whether each part stands for itself: none is empty, begins with a point, or is the folder of submissions.
    private static func isNormal(_ path: String.UTF8View) -> Bool {
        path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, first != UInt8(ascii: ".") else { return false }
            return !part.contains(UInt8(ascii: "\\")) && !part.elementsEqual("submissions".utf8)
        }
    }
}
