/// What a finding says in both languages: what is wrong, what was expected, what to do.
package struct FindingText: Sendable {
    package let text: Bilingual
    package let expected: Bilingual?
    package let remedy: Bilingual

    package init(_ text: Bilingual, expected: Bilingual? = nil, remedy: Bilingual) {
        self.text = text
        self.expected = expected
        self.remedy = remedy
    }

    /// - Parameters:
    ///   - remedy: What to do, in Vietnamese and in English.
    ///   - expected: Likewise what would have been right.
    package init(
        vi: String, en: String, expected: (vi: String, en: String)? = nil, remedy: (vi: String, en: String)
    ) {
        self.init(
            Bilingual(vi: vi, en: en), expected: expected.map { Bilingual(vi: $0.vi, en: $0.en) },
            remedy: Bilingual(vi: remedy.vi, en: remedy.en))
    }
}

extension Collection where Element: CustomStringConvertible {
    /// The first of the rows or cells that a finding is about, parted by commas; `…` stands for the others.
    package func listed(most: Int) -> String {
        prefix(most).map(\.description).joined(separator: ", ") + (count > most ? "…" : "")
    }
}
