/// A language of messages and reports.
package enum Language: String, Hashable, Sendable, CaseIterable { case vi, en }

/// The same words in both languages.
package struct Bilingual: Hashable, Codable, Sendable {
    package let vi: String
    package let en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    package subscript(language: Language) -> String { language == .vi ? vi : en }

    package func map(_ transform: (String) -> String) -> Bilingual { Bilingual(vi: transform(vi), en: transform(en)) }
}
