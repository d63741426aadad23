import Domain

/// Tests compare names with what they must be; the program has them from its rules alone.
extension RuleName: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init(stored: value) }
}
