import Domain

/// `reports/*.yaml`: which tables a kind of report has. The report's text is another matter (`LetterFile`).
enum ReportPlanFiles {
    static let folder = "catalogue/reports/"

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Register<ReportPlan> {
        YamlFile.register(of: folder, without: LetterFile.path, files, findings, plan)
    }

    private static func plan(_ root: YamlNode) -> Located<ReportPlan>? {
        root.allow(["code", "page", "tables"])
        var parts: [String: Position] = [:]
        let code = root.text("code")
        var tables: [ReportPlan.Entry] = []
        for node in root.required("tables")?.list() ?? [] {
            guard let entry = entry(node) else { continue }
            parts["tables.\(tables.count)"] = node.position
            tables.append(entry)
        }
        let page = page(root, &parts)
        return code.map {
            Located(ReportPlan(code: $0, tables: tables, page: page), at: root.position, isSound: true, parts: parts)
        }
    }

    /// The indicators of the leader's page, as many as fit on it.
    private static func page(_ root: YamlNode, _ parts: inout [String: Position]) -> [String] {
        guard let node = root.child("page") else { return [] }
        parts["page"] = node.position
        let codes = node.list().compactMap { $0.text() }
        guard codes.count <= ReportPlan.pageMost else { return node.bad(.fullPage(codes.count)) ?? [] }
        return codes
    }

    /// The name of a table, `{name: domain}`, or `{name: {…}}` with what the table is told.
    private static func entry(_ node: YamlNode) -> ReportPlan.Entry? {
        guard node.isMapping else { return node.text().map { ReportPlan.Entry(table: $0) } }
        guard node.pairs.count == 1, let pair = node.pairs.first else { return node.bad(.severalTables) }
        let told = pair.node
        guard told.isMapping else { return told.text().map { ReportPlan.Entry(table: pair.name, domain: $0) } }
        told.allow(["domain", "indicators", "rates", "list", "activities", "chart", "on_time"])
        return ReportPlan.Entry(
            table: pair.name, domain: told.optionalText("domain"), indicators: told.texts("indicators"),
            rates: told.texts("rates"), list: told.optionalText("list"),
            activities: told.list("activities").compactMap(activity), chart: told.optionalText("chart"),
            onTime: told.child("on_time")?.whole(in: 0...100))
    }

    private static func activity(_ node: YamlNode) -> ReportPlan.Activity? {
        node.allow(["name", "led", "joined"])
        return node.bilingual("name").map {
            ReportPlan.Activity(name: $0, led: node.texts("led"), joined: node.texts("joined"))
        }
    }
}

extension FindingText {
    fileprivate static func fullPage(_ count: Int) -> Self {
        Self(
            vi: "trang tóm tắt có \(count) chỉ tiêu", en: "the leader's page has \(count) indicators",
            expected: ("không quá \(ReportPlan.pageMost) chỉ tiêu", "at most \(ReportPlan.pageMost)"),
            remedy: ("Chọn lại những chỉ tiêu chính.", "Choose the main ones."))
    }

    fileprivate static let severalTables = Self(
        vi: "mỗi dòng chỉ ghi một bảng", en: "a line holds one table",
        expected: (
            "tên bảng, {tên bảng: lĩnh vực} hoặc {tên bảng: {…}}", "a table's name, {table: domain} or {table: {…}}"
        ),
        remedy: ("Tách thành nhiều dòng.", "Make it several lines."))
}
