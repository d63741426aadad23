import Domain

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
