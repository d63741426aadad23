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

    /// What the office calls it in its decisions.
    package var word: String {
        switch self {
        case .leadership: "lãnh đạo"
        case .partners: "phối hợp"
        case .public: "công khai"
        }
    }

    /// By its word, with or without diacritics, or its name in commands.
    package init?(written text: String) {
        let key = Folding.key(text)
        guard let found = Audience.allCases.first(where: { key == Folding.key($0.word) || key == $0.rawValue }) else {
            return nil
        }
        self = found
    }
}
