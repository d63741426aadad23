import Domain

/// `forms/*.yaml`: the forms that departments fill, a file each.
enum FormFiles {
    static let folder = "catalogue/forms/"

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Register<Form> {
        YamlFile.register(of: folder, files, findings, form)
    }

    private static func form(_ root: YamlNode) -> Located<Form>? {
        let before = root.findings.all.filter { $0.level == .error }.count
        root.allow([
            "code", "number", "title", "domain", "layout", "places", "date", "placeless", "columns", "measures",
            "checks", "key", "totals", "sentences",
        ])
        var parts = Dictionary(root.pairs.map { ($0.name, $0.node.position) }, uniquingKeysWith: { first, _ in first })
        func located<Part>(_ name: String, _ read: (YamlNode) -> Part?) -> [Part] {
            var found: [Part] = []
            for node in root.list(name) {
                guard let part = read(node) else { continue }
                parts["\(name).\(found.count)"] = node.position
                found.append(part)
            }
            return found
        }
        let layout = root.choice("layout", Form.Layout.self) ?? .sheet
        if root.required("columns") == nil || root.required("measures") == nil { return nil }
        let code = root.text("code")
        let form = Form(
            code: code ?? "", number: root.text("number") ?? "",
            title: root.bilingual("title") ?? Bilingual(vi: "", en: ""),
            domain: root.text("domain") ?? "", layout: layout,
            places: root.choice("places", Form.Places.self) ?? .both, dateColumn: root.optionalText("date"),
            placeless: root.child("placeless").flatMap(placeless), columns: located("columns", FormColumns.column),
            measures: located("measures", FormMeasures.measure), checks: located("checks", FormChecks.check),
            key: root.texts("key"), totals: root.texts("totals"),
            sentences: located("sentences", LetterFile.sentence))
        let isSound = root.findings.all.filter { $0.level == .error }.count == before
        return code.map { _ in Located(form, at: root.position, isSound: isSound, parts: parts) }
    }

    private static func placeless(_ node: YamlNode) -> Form.Placeless? {
        node.allow(["column", "codes"])
        return node.text("column").map { Form.Placeless(column: $0, codes: node.texts("codes")) }
    }
}

/// One column in a form's file.
enum FormColumns {
    private enum TypeWord: String, CaseIterable {
        case ordinal
        case unitCode = "unit_code"
        case unitName = "unit_name"
        case count, decimal, date, code, text, reason
    }

    static func column(_ node: YamlNode) -> Form.Column? {
        node.allow([
            "id", "name", "name_en", "type", "list", "decimals", "aliases", "required", "filled", "bound",
        ])
        let kind = kind(of: node)
        let name = node.text("name")
        let bound = node.child("bound")?.whole(in: 0...1_000_000_000_000)
        guard let id = node.text("id") else { return nil }
        return Form.Column(
            id: id, name: name ?? "", nameEnglish: node.optionalText("name_en") ?? name ?? "", kind: kind ?? .text,
            aliases: node.texts("aliases"), required: node.flag("required"), filled: node.flag("filled"),
            bound: bound.flatMap { Quantity(whole: $0) })
    }

    private static func kind(of node: YamlNode) -> Form.Column.Kind? {
        switch node.choice("type", TypeWord.self) {
        case .ordinal: .ordinal
        case .unitCode: .unitCode
        case .unitName: .unitName
        case .count: .count
        case .decimal: node.required("decimals")?.whole(in: 1...3).map { .decimal($0) }
        case .date: .date
        case .code: node.text("list").map { .code($0) }
        case .text: .text
        case .reason: .reason
        case nil: nil
        }
    }
}

/// One measure in a form's file.
enum FormMeasures {
    static func measure(_ node: YamlNode) -> Measure? {
        node.allow(["code", "columns", "where", "by"])
        var selection: [String: [String]] = [:]
        for (column, codes) in node.child("where")?.pairs ?? [] {
            selection[column] = codes.list().compactMap { $0.text() }
        }
        let columns = node.required("columns")?.list().compactMap { $0.text() }
        guard let code = node.text("code"), let columns else { return nil }
        return Measure(code: code, columns: columns, selection: selection, by: node.texts("by"))
    }
}

/// One check within a row in a form's file.
enum FormChecks {
    private enum Kind: String, CaseIterable {
        case atMost = "at_most"
        case zeroTogether = "zero_together"
        case addsUp = "adds_up"
        case follows, before

        var parts: [String] {
            switch self {
            case .atMost: ["part", "whole"]
            case .zeroTogether, .before: ["first", "second"]
            case .follows: ["before", "arising", "settled", "pending"]
            case .addsUp: ["total"]
            }
        }
    }

    static func check(_ node: YamlNode) -> RowCheck? {
        guard let kind = node.choice("kind", Kind.self) else { return nil }
        node.allow(["kind", "level"] + kind.parts + (kind == .addsUp ? ["parts"] : []))
        let columns = kind.parts.map { node.text($0) }
        let added = kind == .addsUp ? node.required("parts")?.list().compactMap { $0.text() } ?? [] : []
        let level = node.choice("level", Finding.Level.self)
        guard !columns.contains(nil), let level else { return nil }
        let parts = columns.compactMap { $0 }
        let check: RowCheck.Kind =
            switch kind {
            case .atMost: .atMost(part: parts[0], whole: parts[1])
            case .zeroTogether: .zeroTogether(first: parts[0], second: parts[1])
            case .addsUp: .addsUp(total: parts[0], parts: added)
            case .before: .before(first: parts[0], second: parts[1])
            case .follows: .follows(before: parts[0], arising: parts[1], settled: parts[2], pending: parts[3])
            }
        return RowCheck(kind: check, level: level)
    }
}
