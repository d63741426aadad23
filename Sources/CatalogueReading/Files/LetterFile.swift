import Domain

/// `reports/bao-cao.yaml`: the sentences of the report's text. Without it the text has none.
enum LetterFile {
    static let path = ReportPlanFiles.folder + "bao-cao.yaml"
    /// The document that the text is written into, in the catalogue's folder.
    static let form = "mau/bao-cao.docx"

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Located<LetterPlan>? {
        guard files[path] != nil, let root = YamlFile.root(path, files: files, findings: findings) else { return nil }
        root.allow(["code", "sections", "shortcomings", "silent"])
        var parts: [String: Position] = [:]
        let sections = root.list("sections").enumerated().compactMap { index, node -> LetterPlan.Section? in
            node.allow(["heading", "sentences"])
            let sentences = sentences(node.required("sentences")?.list() ?? [], "sections.\(index)", &parts)
            return node.bilingual("heading").map { LetterPlan.Section(heading: $0, sentences: sentences) }
        }
        let shortcomings = sentences(root.list("shortcomings"), "shortcomings", &parts)
        if let silent = root.child("silent") { parts["silent"] = silent.position }
        return Located(
            LetterPlan(sections: sections, shortcomings: shortcomings, silent: root.texts("silent")),
            at: root.position, isSound: true, parts: parts)
    }

    private static func sentences(
        _ nodes: [YamlNode], _ part: String, _ parts: inout [String: Position]
    ) -> [LetterPlan.Sentence] {
        var sentences: [LetterPlan.Sentence] = []
        for node in nodes {
            guard let sentence = sentence(node) else { continue }
            parts["\(part).\(sentences.count)"] = node.position
            sentences.append(sentence)
        }
        return sentences
    }

    /// A sentence with places for figures, here and in a form's file.
    static func sentence(_ node: YamlNode) -> LetterPlan.Sentence? {
        node.allow(["vi", "en", "none"])
        return node.text("vi").map { text in
            LetterPlan.Sentence(
                text: Bilingual(vi: text, en: node.optionalText("en") ?? text),
                none: node.child("none").flatMap { $0.bilingual() })
        }
    }
}
