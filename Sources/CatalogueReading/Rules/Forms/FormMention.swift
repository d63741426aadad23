import Domain

/// A place in a form's file that names a column, and what type of column it needs.
struct FormMention {
    enum Need { case quantity, code, date, any }

    let column: String
    /// The path of the place, as `Located` knows it.
    let part: String
    let need: Need

    static func all(in form: Form) -> [FormMention] {
        var mentions: [FormMention] = []
        func add(_ columns: [String], _ part: String, _ need: Need) {
            mentions += columns.map { FormMention(column: $0, part: part, need: need) }
        }
        add(form.dateColumn.map { [$0] } ?? [], "date", .date)
        add(form.placeless.map { [$0.column] } ?? [], "placeless", .code)
        add(form.key, "key", .any)
        for (index, measure) in form.measures.enumerated() {
            add(measure.columns, "measures.\(index)", .quantity)
            add(measure.selection.keys.sorted() + measure.by, "measures.\(index)", .code)
        }
        for (index, check) in form.checks.enumerated() {
            switch check.kind {
            case .atMost(let part, let whole): add([part, whole], "checks.\(index)", .quantity)
            case .zeroTogether(let first, let second): add([first, second], "checks.\(index)", .quantity)
            case .follows(let before, let arising, let settled, let pending):
                add([before, arising, settled, pending], "checks.\(index)", .quantity)
            case .addsUp(let total, let parts): add([total] + parts, "checks.\(index)", .quantity)
            case .before(let first, let second): add([first, second], "checks.\(index)", .date)
            }
        }
        return mentions
    }

    func suits(_ kind: Form.Column.Kind) -> Bool {
        switch (need, kind) {
        case (.any, _), (.quantity, .count), (.quantity, .decimal), (.code, .code), (.date, .date): true
        default: false
        }
    }
}
