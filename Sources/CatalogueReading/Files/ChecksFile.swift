import Domain

/// `checks.yaml`: checks across indicators.
enum ChecksFile {
    static let path = "catalogue/checks.yaml"

    private enum Kind: String, CaseIterable {
        case atMost = "at_most"
        case likelyAtMost = "likely_at_most"
        case zeroTogether = "zero_together"
        case follows
        case neverFalls = "never_falls"
        case outOfLine = "out_of_line"

        var parts: [String] {
            switch self {
            case .atMost, .likelyAtMost: ["part", "whole"]
            case .zeroTogether: ["first", "second"]
            case .follows: ["pending", "arising", "settled"]
            case .neverFalls, .outOfLine: ["indicator"]
            }
        }
    }

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> Register<IndicatorCheck> {
        guard let root = YamlFile.root(path, files: files, findings: findings) else {
            return Register([], isKnown: false)
        }
        root.allow(["checks"])
        return Register(root.list("checks").compactMap(check), isKnown: true)
    }

    private static func check(_ node: YamlNode) -> Located<IndicatorCheck>? {
        guard let kind = node.choice("kind", Kind.self) else { return nil }
        node.allow(["kind"] + kind.parts)
        let codes = kind.parts.map { node.text($0) }
        guard !codes.contains(nil) else { return nil }
        let parts = codes.compactMap { $0 }
        let check: IndicatorCheck =
            switch kind {
            case .atMost: .atMost(part: parts[0], whole: parts[1])
            case .likelyAtMost: .likelyAtMost(part: parts[0], whole: parts[1])
            case .zeroTogether: .zeroTogether(first: parts[0], second: parts[1])
            case .follows: .follows(pending: parts[0], arising: parts[1], settled: parts[2])
            case .neverFalls: .neverFalls(parts[0])
            case .outOfLine: .outOfLine(parts[0])
            }
        return Located(check, at: node.position, isSound: true, parts: [:])
    }
}

extension IndicatorCheck {
    /// The codes of the indicators that it names.
    var indicators: [String] {
        switch self {
        case .atMost(let part, let whole), .likelyAtMost(let part, let whole): [part, whole]
        case .zeroTogether(let first, let second): [first, second]
        case .follows(let pending, let arising, let settled): [pending, arising, settled]
        case .neverFalls(let indicator), .outOfLine(let indicator): [indicator]
        }
    }
}
