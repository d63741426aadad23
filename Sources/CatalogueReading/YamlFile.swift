import Domain
import Yams

/// A YAML file of the catalogue, parsed with the position of every node.
enum YamlFile {
    /// What the files of a folder say, each read by itself; a finding where there is none at all. It is known whole where every
    /// file could be read.
    ///
    /// - Parameter other: A file of the folder that says something else.
    static func register<Value>(
        of folder: String, without other: String? = nil, _ files: [String: SourceFile], _ findings: FindingCollection,
        _ read: (YamlNode) -> Located<Value>?
    ) -> Register<Value> {
        let paths = files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") && $0 != other }.sorted()
        if paths.isEmpty {
            findings.add(MissingCatalogueFile.self, at: Position(file: folder), .missingFile(folder + "*.yaml"))
        }
        // All are parsed before any is understood.
        let roots = paths.compactMap { root($0, files: files, findings: findings) }
        let values = roots.compactMap(read)
        return Register(values, isKnown: !paths.isEmpty && values.count == paths.count)
    }

    /// The root of a file; `nil`, with a finding, where it is not there or is no YAML.
    static func root(_ path: String, files: [String: SourceFile], findings: FindingCollection) -> YamlNode? {
        let whole = Position(file: path)
        guard let file = files[path] else {
            findings.add(MissingCatalogueFile.self, at: whole, .missingFile(path))
            return nil
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            findings.add(UnreadableCatalogueText.self, at: whole, .notUTF8)
            return nil
        }
        do {
            let content = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
            guard let node = try compose(content), node.mapping != nil else {
                findings.add(BadYaml.self, at: whole, .notAMapping)
                return nil
            }
            return YamlNode(node, path: path, at: Position(file: path, line: 1, row: 1, column: 1), findings)
        } catch let error as YamlError {
            let (mark, problem) = place(of: error)
            let position = Position(file: path, line: mark?.line ?? 0, row: mark?.line ?? 0, column: mark?.column)
            findings.add(BadYaml.self, at: position, .badYaml(problem))
        } catch {
            findings.add(BadYaml.self, at: whole, .badYaml("\(error)"))
        }
        return nil
    }

    /// Values are read as texts, whatever they look like; only whether two keys are the same depends on what their
    /// tags say, so tags are worked out where the text has some, or where keys have the same text.
    private static func compose(_ text: String) throws -> Node? {
        do {
            let hasTags = text.utf8.contains(UInt8(ascii: "!"))
            return try Yams.compose(yaml: text, hasTags ? .default : .basic, .default, .utf8)
        } catch YamlError.duplicatedKeysInMapping {
            return try Yams.compose(yaml: text, .default, .default, .utf8)
        }
    }

    private static func place(of error: YamlError) -> (mark: Mark?, problem: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark, problem)
        case .duplicatedKeysInMapping(let keys, let context):
            (context.mark, "duplicate key: " + keys.sorted().joined(separator: ", "))
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
            (nil, problem)
        case .no, .memory, .dataCouldNotBeDecoded: (nil, "unreadable")
        }
    }
}
