import Domain

/// `audiences.yaml`: what each audience is given. Without the file, or where it leaves one out, that is the figures alone.
enum AudiencesFile {
    static let path = "catalogue/audiences.yaml"

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Located<[AudiencePlan]>? {
        guard files[path] != nil else {
            findings.add(MissingCatalogueFile.self, .query, at: Position(file: path), .withoutAudiences(path))
            return nil
        }
        guard let root = YamlFile.root(path, files: files, findings: findings) else { return nil }
        root.allow(Audience.allCases.map(\.rawValue))
        var parts: [String: Position] = [:]
        let plans = Audience.allCases.compactMap { audience in
            root.child(audience.rawValue).flatMap { plan($0, audience, &parts) }
        }
        return Located(plans, at: root.position, isSound: true, parts: parts)
    }

    private static func plan(
        _ node: YamlNode, _ audience: Audience, _ parts: inout [String: Position]
    ) -> AudiencePlan? {
        guard node.isMapping else { return node.bad(.wrongType(("mark, tables, …", "mark, tables, …"))) }
        node.allow(["mark", "tables", "data", "texts", "statements", "files", "protection"])
        for part in node.pairs { parts["\(audience.rawValue).\(part.name)"] = part.node.position }
        let tables = Set(node.texts("tables"))
        let data: Set<AudiencePlan.Data> = choices(node, "data")
        let statements: Set<AudiencePlan.Statement> = choices(node, "statements")
        let named = [
            ("tables", tables), ("data", Set(data.map(\.rawValue))), ("statements", Set(statements.map(\.rawValue))),
        ]
        for (part, names) in named {
            for name in names.sorted() where !AudiencePlan.mayLeave(name, to: audience) {
                node.findings.add(
                    AudiencePart.self, at: parts["\(audience.rawValue).\(part)"] ?? node.position, value: name,
                    .staysInOffice(name, audience))
            }
        }
        return AudiencePlan(
            audience: audience, mark: node.bilingual("mark") ?? audience.usualMark, tables: tables, data: data,
            texts: choices(node, "texts"), statements: statements, files: choices(node, "files"),
            smallCounts: node.child("protection")?.choice(AudiencePlan.SmallCounts.self) ?? .suppress)
    }

    private static func choices<Choice>(_ node: YamlNode, _ name: String) -> Set<Choice>
    where Choice: RawRepresentable & CaseIterable & Hashable, Choice.RawValue == String {
        Set(node.list(name).compactMap { $0.choice(Choice.self) })
    }
}

extension FindingText {
    fileprivate static func withoutAudiences(_ path: String) -> Self {
        Self(
            vi: "không có tệp “\(path)”: gói xuất ra ngoài cơ quan chỉ có số liệu",
            en: "there is no file “\(path)”: what leaves the office is the figures alone",
            remedy: (
                "Chép tệp mẫu inputs/catalogue/audiences.yaml rồi sửa theo quy định của cơ quan.",
                "Copy the sample's inputs/catalogue/audiences.yaml, and make it say what the office has laid down."
            ))
    }
}
