/// The sentences of the report's text, by section: words of the office with places for figures.
///
/// `{DT01}` is the figure with its unit, `{DT01 change}` its change against the same period last year, `{DT01 cumulative}` the
/// figure since the start of the year, `{DT01 target}` the share of the year's target, `{AN09 before}` the figure of the period
/// before, of a stock what it was when the period began; `{TT01 busiest}` the part of the three busiest months of the year,
/// `{TT01 even}` the range in which chance alone would leave it: where it is within that range, or without six months of data,
/// the sentence is left out.
package struct LetterPlan: Hashable, Sendable {
    package let sections: [Section]
    /// Sentences under «Tồn tại, hạn chế».
    package let shortcomings: [Sentence]
    /// Codes of indicators of which the text is not to speak.
    package let silent: [String]

    package static let empty = LetterPlan(sections: [], shortcomings: [])

    package init(sections: [Section], shortcomings: [Sentence], silent: [String] = []) {
        self.sections = sections
        self.shortcomings = shortcomings
        self.silent = silent
    }

    package struct Section: Hashable, Sendable {
        package let heading: Bilingual
        package let sentences: [Sentence]

        package init(heading: Bilingual, sentences: [Sentence]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    package struct Sentence: Hashable, Sendable {
        package let text: Bilingual
        /// Said instead where the first figure is zero.
        package let none: Bilingual?

        package init(text: Bilingual, none: Bilingual?) {
            self.text = text
            self.none = none
        }

        /// What stands between braces, in order.
        package var slots: [Slot] { Slot.all(in: text.vi) }
    }

    /// A place for a figure.
    package struct Slot: Hashable, Sendable {
        package enum Aspect: String, Hashable, Sendable, CaseIterable {
            case figure, change, cumulative, target, before
            /// Part of the three busiest months of the year, and the range that chance alone gives it.
            case busiest, even
        }

        package let indicator: String
        package let aspect: Aspect

        package init(indicator: String, aspect: Aspect) {
            self.indicator = indicator
            self.aspect = aspect
        }

        /// Reads `DT01` or `DT01 change`.
        package init?(_ text: some StringProtocol) {
            let words = text.split(separator: " ")
            guard let indicator = words.first, words.count <= 2 else { return nil }
            guard words.count == 2 else {
                self.init(indicator: String(indicator), aspect: .figure)
                return
            }
            guard let aspect = Aspect(rawValue: String(words[1])) else { return nil }
            self.init(indicator: String(indicator), aspect: aspect)
        }

        /// The slots of a text; what cannot be read is left out.
        package static func all(in text: String) -> [Slot] {
            text.split(separator: "{").dropFirst().compactMap { piece in
                piece.firstIndex(of: "}").flatMap { Slot(piece[..<$0]) }
            }
        }
    }
}
