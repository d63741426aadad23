import Domain

/// Something that holds in every good submission, and what is said where it does not.
///
/// One rule is one file in `Rules/`, with its messages at its foot, and stands in `RuleList`.
protocol Rule: SendableMetatype {
    static var name: RuleName { get }
    /// For `tonghop explain`: what the rule means, an example, what to do.
    static var page: Bilingual { get }
}

extension Rule {
    static func finding(
        _ level: Finding.Level, at position: Position, value: String? = nil, _ message: Bilingual,
        expected: Bilingual? = nil, remedy: Bilingual
    ) -> Finding {
        Finding(
            rule: name, level: level, position: position, value: value.map(kept), message: message, expected: expected,
            remedy: remedy)
    }

    /// As written, but for what no reader would read to its end.
    private static func kept(_ value: String) -> String { value.utf8.count <= 400 ? value : value.prefix(200) + "…" }
}

/// A rule as it is explained to people.
package struct RulePage: Hashable, Sendable {
    package let name: RuleName
    package let text: Bilingual
}
