/// Something that holds in good data, and what is said where it does not.
///
/// One rule is one file, with its messages at its foot. What it says can be explained, for its page comes with it.
package protocol Rule: SendableMetatype {
    /// What stands in brackets behind its findings: `unknown-unit`.
    static var code: String { get }
    /// For `tonghop explain`: what the rule means, an example, what to do.
    static var page: Bilingual { get }
}

extension Rule {
    package static var name: RuleName { RuleName(of: Self.self) }

    package static func finding(
        _ level: Finding.Level, at position: Position, value: String? = nil, _ message: Bilingual,
        expected: Bilingual? = nil, remedy: Bilingual, holds: Bool = false
    ) -> Finding {
        Finding(
            rule: self, level: level, position: position, value: value.map(kept), message: message, expected: expected,
            remedy: remedy, holds: holds)
    }

    /// Of a file as a whole, or of what lies where one should.
    package static func finding(
        _ level: Finding.Level, ofFile path: String, _ message: Bilingual, expected: Bilingual? = nil,
        remedy: Bilingual
    ) -> Finding {
        finding(level, at: Position(file: path), value: path, message, expected: expected, remedy: remedy)
    }

    /// As written, but for what no reader would read to its end.
    private static func kept(_ value: String) -> String { value.utf8.count <= 400 ? value : value.prefix(200) + "…" }
}
