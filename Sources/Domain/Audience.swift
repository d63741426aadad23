/// Whom a package is made for.
package enum Audience: String, Hashable, Sendable, CaseIterable {
    case leadership, partners, `public`

    /// The audiences whose packages those of this one may have seen as well.
    ///
    /// What is public is known to all, and what the partners hold is taken as known to the public: a figure that is safe
    /// from those who know more is safe from those who know less.
    package var knows: [Audience] {
        switch self {
        case .leadership: Audience.allCases
        case .partners, .public: [.partners, .public]
        }
    }
}
