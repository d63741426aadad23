import Domain

/// Finds the entries of code lists by code, name or alias.
struct CodeMatcher: Sendable {
    enum Match: Equatable {
        case entry(CodeEntry)
        /// In the list, but not on this day.
        case notValid(CodeEntry)
        /// None of the list; which come nearest is worked out for those that are shown.
        case unknown
    }

    /// Bytes; what is longer is no name.
    private static let longestName = 400

    /// The entries of a list by what they are called: as written, with diacritics, without.
    private struct Names {
        var written: [ExactText: [CodeEntry]] = [:]
        var exact: [ExactText: [CodeEntry]] = [:]
        var plain: [ExactText: [CodeEntry]] = [:]
    }

    private let names: [String: Names]
    private let lists: [String: [CodeEntry]]

    init(_ entries: [CodeEntry]) {
        var lists: [String: [CodeEntry]] = [:]
        for entry in entries { lists[entry.list, default: []].append(entry) }
        self.lists = lists
        names = lists.mapValues { entries in
            var names = Names()
            for entry in entries {
                let written = Set(([entry.code, entry.name.vi] + entry.aliases).map { ExactText($0) })
                for name in written { names.written[name, default: []].append(entry) }
                for key in Set(written.map { ExactText(Folding.exact($0.text)) }) {
                    names.exact[key, default: []].append(entry)
                }
                for key in Set(written.map { ExactText(Folding.key($0.text)) }) {
                    names.plain[key, default: []].append(entry)
                }
            }
            return names
        }
    }

    func match(_ text: String, list: String, on day: Day) -> Match {
        var past: CodeEntry?
        guard text.utf8.count <= Self.longestName else { return .unknown }
        for step in 0..<3 {
            let found =
                switch step {
                case 0: names[list]?.written[ExactText(text)]
                case 1: names[list]?.exact[ExactText(Folding.exact(text))]
                default: names[list]?.plain[ExactText(Folding.key(text))]
                }
            guard let found else { continue }
            let valid = found.filter { $0.validity.contains(day) }
            if valid.count == 1 { return .entry(valid[0]) }
            if valid.isEmpty { past = past ?? found.first }
        }
        if let past { return .notValid(past) }
        if let parted = HiddenMark.parted(text) { return match(parted.trimmedCell, list: list, on: day) }
        return .unknown
    }

    /// The entries that are spelled most like a text that is none of them.
    func nearest(to text: String, list: String, on day: Day) -> [CodeEntry] {
        guard text.utf8.count <= Self.longestName else { return [] }
        let text = HiddenMark.parted(text)?.trimmedCell ?? text
        return EditDistance.nearest(to: Folding.key(text), among: entries(of: list, on: day)) {
            [Folding.key($0.code), Folding.key($0.name.vi)]
        }
    }

    /// In the order of the register.
    func entries(of list: String) -> [CodeEntry] { lists[list] ?? [] }

    func entries(of list: String, on day: Day) -> [CodeEntry] {
        (lists[list] ?? []).filter { $0.validity.contains(day) }
    }
}
