import Domain

/// Finds the entries of code lists by code, name or alias.
struct CodeMatcher: Sendable {
    enum Match: Equatable {
        case entry(CodeEntry)
        /// In the list, but not on this day.
        case notValid(CodeEntry)
        case unknown(nearest: [CodeEntry])
    }

    /// Bytes; what is longer is no name.
    private static let longestName = 400

    /// Entries by list and what they are called: as written, with diacritics, without.
    private let written: [String: [[UInt8]: [CodeEntry]]]
    private let exact: [String: [String: [CodeEntry]]]
    private let plain: [String: [String: [CodeEntry]]]
    private let lists: [String: [CodeEntry]]

    init(_ entries: [CodeEntry]) {
        var written: [String: [[UInt8]: [CodeEntry]]] = [:]
        var exact: [String: [String: [CodeEntry]]] = [:]
        var plain: [String: [String: [CodeEntry]]] = [:]
        for entry in entries {
            let names = Set([entry.code, entry.name.vi] + entry.aliases)
            for name in names { written[entry.list, default: [:]][Array(name.utf8), default: []].append(entry) }
            for key in Set(names.map { Folding.exact($0) }) {
                exact[entry.list, default: [:]][key, default: []].append(entry)
            }
            for key in Set(names.map { FoldedKey.of($0) }) {
                plain[entry.list, default: [:]][key, default: []].append(entry)
            }
        }
        self.written = written
        self.exact = exact
        self.plain = plain
        lists = Dictionary(grouping: entries, by: \.list)
    }

    func match(_ text: String, list: String, on day: Day) -> Match {
        var past: CodeEntry?
        guard text.utf8.count <= Self.longestName else { return .unknown(nearest: []) }
        for step in 0..<3 {
            let found =
                switch step {
                case 0: written[list]?[Array(text.utf8)]
                case 1: exact[list]?[Folding.exact(text)]
                default: plain[list]?[FoldedKey.of(text)]
                }
            guard let found else { continue }
            let valid = found.filter { $0.validity.contains(day) }
            if valid.count == 1 { return .entry(valid[0]) }
            if valid.isEmpty { past = past ?? found.first }
        }
        if let past { return .notValid(past) }
        let candidates = entries(of: list, on: day)
        return .unknown(
            nearest: EditDistance.nearest(to: FoldedKey.of(text), among: candidates) {
                [FoldedKey.of($0.code), FoldedKey.of($0.name.vi)]
            })
    }

    /// In the order of the register.
    func entries(of list: String) -> [CodeEntry] { lists[list] ?? [] }

    func entries(of list: String, on day: Day) -> [CodeEntry] {
        (lists[list] ?? []).filter { $0.validity.contains(day) }
    }
}
