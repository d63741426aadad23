import Domain

/// One check within a row in a form's file.
enum FormChecks {
    private enum Kind: String, CaseIterable {
        case atMost = "at_most"
        case zeroTogether = "zero_together"
        case addsUp = "adds_up"
        case follows, before

        var parts: [String] {
            switch self {
            case .atMost: ["part", "whole"]
            case .zeroTogether, .before: ["first", "second"]
            case .follows: ["before", "arising", "settled", "pending"]
            case .addsUp: ["total"]
            }
        }
    }

    static func check(_ node: YamlNode) -> RowCheck? {
        guard let kind = node.choice("kind", Kind.self) else { return nil }
        node.allow(["kind", "level"] + kind.parts + (kind == .addsUp ? ["parts"] : []))
        let columns = kind.parts.map { node.text($0) }
        let added = kind == .addsUp ? node.required("parts")?.list().compactMap { $0.text() } ?? [] : []
        let level = node.choice("level", Finding.Level.self)
        guard !columns.contains(nil), let level else { return nil }
        let parts = columns.compactMap { $0 }
        let check: RowCheck.Kind =
            switch kind {
            case .atMost: .atMost(part: parts[0], whole: parts[1])
            case .zeroTogether: .zeroTogether(first: parts[0], second: parts[1])
            case .addsUp: .addsUp(total: parts[0], parts: added)
            case .before: .before(first: parts[0], second: parts[1])
            case .follows: .follows(before: parts[0], arising: parts[1], settled: parts[2], pending: parts[3])
            }
        return RowCheck(kind: check, level: level)
    }
}
