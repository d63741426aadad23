import Domain

/// What is said of how columns of a new form hang together: which rows an indicator counts, and what is checked in a row.
///
/// Columns are named as they are headed, without regard to capitals and diacritics.
struct NewFormRelations {
    /// Columns of numbers, of dates and of code lists in the form, by their folded name.
    private var numbers: [String: String] = [:]
    private var dates: [String: String] = [:]
    private var lists: [String: (column: String, list: String)] = [:]
    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    mutating func note(_ column: Form.Column, headed name: String) {
        let key = Folding.key(name)
        switch column.kind {
        case .count, .decimal: numbers[key] = column.id
        case .date: dates[key] = column.id
        case .code(let list): lists[key] = (column.id, list)
        default: break
        }
    }

    func number(headed name: String) -> String? { numbers[Folding.key(name)] }

    /// What is said, or what is wrong with it.
    enum Outcome<Value> {
        case value(Value)
        case fault(FindingText)
    }

    /// `Loại vụ việc = Ma túy, Tệ nạn; Vai trò = Chủ trì`.
    func selection(_ text: String) -> Outcome<[String: [String]]> {
        var selection: [String: [String]] = [:]
        for condition in Self.parts(text, ";") {
            let sides = Self.parts(condition, "=")
            guard sides.count == 2, let list = lists[Folding.key(sides[0])] else {
                return .fault(.noListCalled(sides.first ?? condition))
            }
            let entries = catalogue.codes.filter { $0.list == list.list }
            var codes: [String] = []
            for written in Self.parts(sides[1], ",") {
                let key = Folding.key(written)
                let found = entries.first { entry in
                    ([entry.code, entry.name.vi, entry.name.en] + entry.aliases).contains { Folding.key($0) == key }
                }
                guard let found else {
                    let names = entries.map(\.name)
                    return .fault(
                        .notOneOf(
                            written, vi: names.map(\.vi).joined(separator: ", "),
                            en: names.map { $0.en.isEmpty ? $0.vi : $0.en }.joined(separator: ", ")))
                }
                if !codes.contains(found.code) { codes.append(found.code) }
            }
            selection[list.column, default: []] += codes
        }
        return .value(selection)
    }

    /// `không quá Số hộ; bằng Hộ nghèo + Hộ cận nghèo`, of the column headed so.
    func checks(_ text: String, of name: String) -> Outcome<[RowCheck]> {
        var checks: [RowCheck] = []
        for written in Self.parts(text, ";") {
            switch check(written, of: name) {
            case .value(let kind): checks.append(RowCheck(kind: kind, level: .error))
            case .fault(let fault): return .fault(fault)
            }
        }
        return .value(checks)
    }

    private func check(_ written: String, of name: String) -> Outcome<RowCheck.Kind> {
        if let other = Self.rest(of: written, behind: ["không trước", "not before"]) {
            guard let own = dates[Folding.key(name)] else { return .fault(.uncheckable(name)) }
            guard let first = dates[Folding.key(other)], first != own else { return .fault(.noDateCalled(other)) }
            return .value(.before(first: first, second: own))
        }
        guard let own = number(headed: name) else { return .fault(.uncheckable(name)) }
        func column(_ other: String) -> String? { number(headed: other).flatMap { $0 == own ? nil : $0 } }
        if let other = Self.rest(of: written, behind: ["không quá", "at most"]) {
            return column(other).map { .value(.atMost(part: own, whole: $0)) } ?? .fault(.noFigureCalled(other))
        }
        if let other = Self.rest(of: written, behind: ["bằng 0 khi", "zero with"]) {
            return column(other).map { .value(.zeroTogether(first: $0, second: own)) } ?? .fault(.noFigureCalled(other))
        }
        guard let sum = Self.rest(of: written, behind: ["bằng", "equals"]) else { return .fault(.noCheck(written)) }
        let terms = Self.terms(sum)
        var columns: [String] = []
        for term in terms {
            guard let found = column(term.name) else { return .fault(.noFigureCalled(term.name)) }
            columns.append(found)
        }
        guard Set(columns).count == columns.count else { return .fault(.noCheck(written)) }
        switch terms.map(\.isTaken) {
        case [false, false, true]:
            return .value(.follows(before: columns[0], arising: columns[1], settled: columns[2], pending: own))
        case let signs where signs.count > 1 && !signs.contains(true):
            return .value(.addsUp(total: own, parts: columns))
        default: return .fault(.noCheck(written))
        }
    }

    /// The texts between a sign, without blanks around; none of them is empty.
    private static func parts(_ text: String, _ sign: Character) -> [String] {
        text.split(separator: sign).map { String($0).cleanCell }.filter { !$0.isEmpty }
    }

    /// What stands behind some words; `nil` where the text does not begin with them.
    private static func rest(of text: String, behind leads: [String]) -> String? {
        let words = text.split(separator: " ")
        for lead in leads {
            let count = lead.split(separator: " ").count
            guard words.count > count, Folding.key(words.prefix(count).joined(separator: " ")) == Folding.key(lead)
            else { continue }
            return words.dropFirst(count).joined(separator: " ")
        }
        return nil
    }

    /// The names between signs that have blanks around, with whether each is taken away.
    private static func terms(_ sum: String) -> [(name: String, isTaken: Bool)] {
        var terms: [(name: String, isTaken: Bool)] = []
        var (name, isTaken): ([Substring], Bool) = ([], false)
        for word in sum.split(separator: " ") {
            guard ["+", "-", "−", "–"].contains(word) else {
                name.append(word)
                continue
            }
            terms.append((name.joined(separator: " "), isTaken))
            (name, isTaken) = ([], word != "+")
        }
        return terms + [(name.joined(separator: " "), isTaken)]
    }
}

extension FindingText {
    fileprivate static func noListCalled(_ written: String) -> Self {
        Self(
            vi: "“\(written)” không phải một cột loại danh mục của biểu",
            en: "“\(written)” is no column of a code list",
            expected: (NewFormPart.rows.hint.vi, NewFormPart.rows.hint.en),
            remedy: (
                "Ghi tên cột có Loại là “danh mục MÃ”, dấu =, rồi các giá trị.",
                "Write the name of a column of kind “list CODE”, =, and the values."
            ))
    }

    fileprivate static func noDateCalled(_ written: String) -> Self {
        Self(
            vi: "“\(written)” không phải một cột ngày khác của biểu", en: "“\(written)” is no other column of dates",
            remedy: ("Ghi đúng tên một cột ngày của biểu.", "Write the name of a column of dates."))
    }

    fileprivate static func uncheckable(_ name: String) -> Self {
        Self(
            vi: "“\(name)” không phải cột số (hoặc cột ngày, với “không trước”) nên không kiểm tra được",
            en: "“\(name)” is no column of numbers (or of dates, for “not before”), and cannot be checked",
            remedy: ("Để trống ô Kiểm tra của dòng này.", "Leave its check empty."))
    }

    fileprivate static func noCheck(_ written: String) -> Self {
        Self(
            vi: "không hiểu phép kiểm tra “\(written)”", en: "the check “\(written)” is none that is known",
            expected: (NewFormPart.check.hint.vi, NewFormPart.check.hint.en),
            remedy: (
                "Ghi một trong các dạng đã nêu, tên cột như ở Tên cột, dấu + và - có dấu cách hai bên.",
                "Write one of the forms named, with columns as they are headed, and blanks around + and -."
            ))
    }
}
