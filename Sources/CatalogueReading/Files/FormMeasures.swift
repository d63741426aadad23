import Domain

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
