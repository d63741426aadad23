import Domain
import Yams

/// A YAML file of the catalogue, parsed with the position of every node.
enum YamlFile {
    /// The root of a file; `nil`, with a finding, where it is not there or is no YAML.
    static func root(_ path: String, files: [String: SourceFile], findings: FindingCollection) -> YamlNode? {
        let whole = Position(file: path)
        guard let file = files[path] else {
            findings.add(CatalogueReader.missingFile, at: whole, .missingFile(path))
            return nil
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            findings.add(CatalogueReader.unreadableText, at: whole, .notUTF8)
            return nil
        }
        do {
            let content = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
            guard let node = try compose(content), node.mapping != nil else {
                findings.add(CatalogueReader.badYaml, at: whole, .notAMapping)
                return nil
            }
            return YamlNode(node, path: path, at: Position(file: path, line: 1, row: 1, column: 1), findings)
        } catch let error as YamlError {
            let (mark, problem) = place(of: error)
            let position = Position(file: path, line: mark?.line ?? 0, row: mark?.line ?? 0, column: mark?.column)
            findings.add(CatalogueReader.badYaml, at: position, .badYaml(problem))
        } catch {
            findings.add(CatalogueReader.badYaml, at: whole, .badYaml("\(error)"))
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

extension FindingText {
    fileprivate static let notUTF8 = Self(
        vi: "tệp không phải là UTF-8", en: "the file is not UTF-8", expected: ("UTF-8", "UTF-8"),
        remedy: ("Lưu lại tệp dạng UTF-8.", "Save the file as UTF-8."))

    fileprivate static let notAMapping = Self(
        vi: "tệp không có các mục dạng “tên: giá trị”", en: "the file has no entries “name: value”",
        remedy: (
            "Xem tệp mẫu cùng loại trong thư mục danh mục và viết theo mẫu đó.",
            "Follow another file of its kind in the catalogue."
        ))

    fileprivate static func badYaml(_ problem: String) -> Self {
        Self(
            vi: "tệp sai cú pháp YAML (\(problem))", en: "the file is no YAML (\(problem))",
            remedy: (
                "Kiểm tra thụt lề, dấu hai chấm, ngoặc và tên mục viết hai lần ở gần dòng này.",
                "Look near this line for indentation, colons, brackets and a name written twice."
            ))
    }
}
