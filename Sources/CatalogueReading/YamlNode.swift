import Domain
import KeptLists
import Yams

/// A node of a YAML file. Its parts are taken by name and type, and what is wrong with them is collected.
struct YamlNode {
    let path: String
    let position: Position
    let findings: FindingCollection
    private let content: Content

    private enum Content {
        case scalar(String)
        case list(Node.Sequence)
        case mapping([Part])
        case nothing
    }

    private struct Part {
        /// `nil`: a key that is no single value.
        let name: String?
        let mark: Mark?
        let value: Node
    }

    init(_ node: Node, path: String, at position: Position, _ findings: FindingCollection) {
        self.path = path
        self.position = position
        self.findings = findings
        content =
            switch node {
            case .scalar(let scalar): .scalar(scalar.string)
            case .sequence(let sequence): .list(sequence)
            case .mapping(let mapping):
                .mapping(mapping.map { Part(name: $0.key.scalar?.string, mark: $0.key.mark, value: $0.value) })
            case .alias: .nothing
            }
    }

    private var parts: [Part] {
        if case .mapping(let parts) = content { parts } else { [] }
    }

    private func wrapped(_ node: Node, header: String?) -> YamlNode {
        YamlNode(node, path: path, at: place(node.mark, header: header), findings)
    }

    private func place(_ mark: Mark?, header: String?) -> Position {
        let line = mark?.line ?? position.line
        return Position(file: path, line: line, row: line, column: mark?.column, header: header)
    }

    /// The part of this name; `nil` where there is none or nothing stands behind it.
    func child(_ name: String) -> YamlNode? {
        guard let found = parts.first(where: { $0.name == name })?.value else { return nil }
        if case .scalar(let scalar) = found, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) {
            return nil
        }
        return wrapped(found, header: name)
    }

    /// Reports a part that is missing.
    func required(_ name: String) -> YamlNode? {
        if let child = child(name) { return child }
        findings.add(MissingSetting.self, at: position, .missing(name))
        return nil
    }

    /// Reports names that mean nothing: most are misspelt.
    func allow(_ names: [String]) {
        for part in parts {
            let name = part.name ?? ""
            guard !names.contains(name) else { continue }
            findings.add(
                UnknownSetting.self, .query, at: place(part.mark, header: nil), value: name,
                .unknown(name, names))
        }
    }

    /// The names and parts in the order of the file.
    var pairs: [(name: String, node: YamlNode)] {
        parts.compactMap { part in part.name.map { ($0, wrapped(part.value, header: $0)) } }
    }

    var isMapping: Bool {
        if case .mapping = content { true } else { false }
    }

    private var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// A single value as text, composed (NFC).
    func text() -> String? {
        guard let scalar else { return bad(.wrongType(("một giá trị", "a single value"))) }
        return scalar.cleanCell
    }

    func text(_ name: String) -> String? { required(name)?.text() }

    func optionalText(_ name: String) -> String? { child(name)?.text() }

    func whole(in range: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        guard let number = Int(text), range.contains(number) else {
            return bad(.badWhole(text, range), value: text)
        }
        return number
    }

    /// `true` or `false`; false where it is missing.
    func flag(_ name: String) -> Bool {
        guard let child = child(name) else { return false }
        switch child.text() {
        case "true": return true
        case "false": return false
        case let other?: return child.bad(.badChoice(other, ["true", "false"]), value: other) ?? false
        case nil: return false
        }
    }

    func choice<Choice>(_ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let text = text() else { return nil }
        return Choice(rawValue: text) ?? bad(.badChoice(text, Choice.allCases.map(\.rawValue)), value: text)
    }

    func choice<Choice>(_ name: String, _ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        required(name)?.choice(type)
    }

    /// The parts of a list.
    func list() -> [YamlNode] {
        guard case .list(let sequence) = content else {
            return bad(.wrongType(("một danh sách", "a list"))) ?? []
        }
        return sequence.map { wrapped($0, header: position.header) }
    }

    /// The parts of a list; none where it is missing.
    func list(_ name: String) -> [YamlNode] { child(name)?.list() ?? [] }

    func texts(_ name: String) -> [String] { list(name).compactMap { $0.text() } }

    /// `{vi: …, en: …}`; without English, the Vietnamese words stand for it.
    func bilingual() -> Bilingual? {
        guard isMapping else { return bad(.wrongType(("{vi: …, en: …}", "{vi: …, en: …}"))) }
        allow(Language.allCases.map(\.rawValue))
        return text("vi").map { Bilingual(vi: $0, en: optionalText("en") ?? $0) }
    }

    func bilingual(_ name: String) -> Bilingual? { required(name)?.bilingual() }

    /// Reports a value that cannot be one of its kind.
    func bad<Value>(_ message: FindingText, value: String? = nil) -> Value? {
        findings.add(BadSetting.self, at: position, value: value ?? scalar, message)
        return nil
    }
}
