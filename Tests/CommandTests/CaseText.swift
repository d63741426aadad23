import Foundation

/// The text of a golden case: sections, each under a line `=== NAME [VALUE]`, in their order, byte for byte.
///
/// A section ends with a line end, which belongs to its content; one that has none says so in a last line of its own.
struct CaseText {
    struct Section {
        let name: String
        /// What follows the name in the section's first line: a path, a number; may be empty.
        let value: String
        let content: Data
    }

    var sections: [Section] = []

    private static let mark = "=== "
    private static let unended = "\\ no line end"

    init() {}

    init(_ text: String) {
        var header: Substring?
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
        {
            if line.hasPrefix(CaseText.mark) {
                close(header, lines)
                header = line.dropFirst(CaseText.mark.count)
                lines = []
            } else {
                lines.append(line)
            }
        }
        close(header, lines)
    }

    private mutating func close(_ header: Substring?, _ lines: [Substring]) {
        guard let header else { return }
        let words = header.split(separator: " ", maxSplits: 1).map(String.init)
        var content = lines.map { "\($0)\n" }.joined()
        if lines.last == CaseText.unended[...] { content.removeLast(CaseText.unended.count + 2) }
        sections.append(Section(name: words[0], value: words.count > 1 ? words[1] : "", content: Data(content.utf8)))
    }

    /// Whether bytes can stand in such a text, and be read in an editor as what they are.
    static func canHold(_ bytes: Data) -> Bool {
        guard let text = String(data: bytes, encoding: .utf8), !bytes.contains(0x0D), !bytes.contains(0) else {
            return false
        }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return false }
        return !text.split(separator: "\n").contains { $0.hasPrefix(mark) || $0.hasPrefix(unended) }
    }

    mutating func add(_ name: String, _ value: String = "", _ content: Data = Data()) {
        sections.append(Section(name: name, value: value, content: content))
    }

    /// The content of the first section of a name.
    func content(_ name: String) -> Data? { sections.first { $0.name == name }?.content }

    func value(_ name: String) -> String? { sections.first { $0.name == name }?.value }

    /// The contents of all sections of a name, by their value.
    func files(_ name: String) -> [String: Data] {
        Dictionary(sections.filter { $0.name == name }.map { ($0.value, $0.content) }) { first, _ in first }
    }

    var bytes: Data {
        var bytes = Data()
        for section in sections {
            bytes += Data("\(CaseText.mark)\(section.name)\(section.value.isEmpty ? "" : " \(section.value)")\n".utf8)
            bytes += section.content
            if let last = section.content.last, last != 0x0A { bytes += Data("\n\(CaseText.unended)\n".utf8) }
        }
        return bytes
    }
}
