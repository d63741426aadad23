import Domain

/// `forms/*.yaml`: the forms that departments fill, a file each.
enum FormFiles {
    static let folder = "catalogue/forms/"

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Register<Form> {
        let paths = files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }.sorted()
        if paths.isEmpty {
            findings.add(MissingCatalogueFile.self, at: Position(file: folder), .missingFile(folder + "*.yaml"))
        }
        let roots = paths.compactMap { YamlFile.root($0, files: files, findings: findings) }
        let forms = roots.compactMap(form)
        return Register(forms, isKnown: !paths.isEmpty && forms.count == paths.count)
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
