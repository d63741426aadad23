import Domain

extension NewForm {
    /// The form's file, with every text in quotes.
    package var yaml: String {
        var lines = [
            "# Biểu lập bằng “tonghop template --new-form”. Sửa được; sau khi sửa chạy: tonghop check --catalogue",
            "code: \(form.code)", "number: \(quoted(form.number))",
            "title: {vi: \(quoted(form.title.vi)), en: \(quoted(form.title.en))}", "domain: \(form.domain)",
            "layout: \(form.layout.rawValue)", "places: \(form.places.rawValue)",
        ]
        if let date = form.dateColumn { lines.append("date: \(date)") }
        lines.append("columns:")
        lines += form.columns.map { "  - {\(entry($0))}" }
        lines.append("measures:")
        lines += form.measures.map(entry)
        let checks = form.checks.map { "  - {\(entry($0.kind)), level: \($0.level.rawValue)}" }
        if !checks.isEmpty { lines += ["checks:"] + checks }
        if !form.sentences.isEmpty { lines += ["sentences:"] + form.sentences.flatMap(sentence) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ column: Form.Column) -> String {
        var parts = ["id: \(column.id)", "name: \(quoted(column.name))", "name_en: \(quoted(column.nameEnglish))"]
        switch column.kind {
        case .ordinal: parts.append("type: ordinal")
        case .unitCode: parts.append("type: unit_code")
        case .unitName: parts.append("type: unit_name")
        case .count: parts.append("type: count")
        case .decimal(let decimals): parts.append("type: decimal, decimals: \(decimals)")
        case .date: parts.append("type: date")
        case .code(let list): parts.append("type: code, list: \(list)")
        case .text: parts.append("type: text")
        case .reason: parts.append("type: reason")
        }
        if column.required { parts.append("required: true") }
        if column.filled { parts.append("filled: true") }
        if let bound = column.bound { parts.append("bound: \(bound.thousandths / 1_000)") }
        if !column.aliases.isEmpty {
            parts.append("aliases: [\(column.aliases.map(quoted).joined(separator: ", "))]")
        }
        return parts.joined(separator: ", ")
    }

    private func entry(_ measure: Measure) -> String {
        let selection = measure.selection.sorted { $0.key < $1.key }.map { column, codes in
            "\(column): [\(codes.map(quoted).joined(separator: ", "))]"
        }
        let rows = selection.isEmpty ? "" : ", where: {\(selection.joined(separator: ", "))}"
        return "  - {code: \(measure.code), columns: [\(measure.columns.joined(separator: ", "))]\(rows)}"
    }

    private func entry(_ check: RowCheck.Kind) -> String {
        switch check {
        case .atMost(let part, let whole): "kind: at_most, part: \(part), whole: \(whole)"
        case .zeroTogether(let first, let second): "kind: zero_together, first: \(first), second: \(second)"
        case .before(let first, let second): "kind: before, first: \(first), second: \(second)"
        case .addsUp(let total, let parts): "kind: adds_up, total: \(total), parts: [\(parts.joined(separator: ", "))]"
        case .follows(let before, let arising, let settled, let pending):
            "kind: follows, before: \(before), arising: \(arising), settled: \(settled), pending: \(pending)"
        }
    }

    private func sentence(_ sentence: LetterPlan.Sentence) -> [String] {
        let none = sentence.none.map { ["    none: {vi: \(quoted($0.vi)), en: \(quoted($0.en))}"] } ?? []
        return ["  - vi: \(quoted(sentence.text.vi))", "    en: \(quoted(sentence.text.en))"] + none
    }

    /// A text in double quotes, as YAML has them.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension Indicator {
    /// Its line of `indicators.csv`, by the names of the columns.
    package var cells: [String: String] {
        var cells = [
            "code": code, "domain": domain, "name_vi": name.vi, "name_en": name.en, "unit_vi": unit.vi,
            "unit_en": unit.en, "numerator": measures.joined(separator: " "), "decimals": "\(decimals)",
            "better": better.rawValue, "forms": forms.joined(separator: " "),
            "bound": bound.map { "\($0.thousandths / 1_000)" } ?? "", "sensitive": isSensitive ? "1" : "0",
            "part_of": partOf ?? "", "short_vi": shortName.vi, "short_en": shortName.en,
        ]
        switch kind {
        case .flow: cells["kind"] = "flow"
        case .stock: cells["kind"] = "stock"
        case .yearToDate: cells["kind"] = "ytd"
        case .ratio(let numerator, let denominator, let factor):
            cells["kind"] = "ratio"
            cells["numerator"] = numerator
            cells["denominator"] = denominator
            cells["factor"] = "\(factor)"
        }
        return cells
    }
}

extension Obligation {
    /// Its line of `obligations.csv`.
    package var cells: [String: String] {
        [
            "department": department, "form": form, "every": every.rawValue, "area": area,
            "valid_from": validity.from?.description ?? "", "valid_to": validity.to?.description ?? "",
        ]
    }
}

extension Source {
    /// Its line of `sources.csv`.
    package var cells: [String: String] {
        [
            "indicator": indicator, "department": department, "role": role.rawValue,
            "valid_from": validity.from?.description ?? "", "valid_to": validity.to?.description ?? "",
            "reason": reason,
        ]
    }
}

extension CodeEntry {
    /// Its line of `codes.csv`.
    package var cells: [String: String] {
        ["list": list, "code": code, "name_vi": name.vi, "name_en": name.en]
    }
}
