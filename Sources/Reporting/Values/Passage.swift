/// A paragraph of a text, with the places in it that the program fills and the words between them that are anybody's.
package struct Passage: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case words(String)
        case sentence(Sentence)
    }

    /// What the program says, as a whole; an officer may write before and behind it.
    package struct Sentence: Hashable, Sendable {
        /// The same for the same sentence of every set.
        package let id: String
        package let parts: [Part]

        package init(id: String, parts: [Part]) {
            self.id = id
            self.parts = parts
        }

        package var text: String { parts.map(\.text).joined() }

        /// The sentence without its figures: while it is the same, only figures differ.
        package var shape: String {
            parts.map { part in
                switch part {
                case .words(let words): words
                case .figure(let figure): Sentence.place(figure.key)
                }
            }.joined()
        }

        /// What stands in a shape for a figure.
        package static func place(_ key: String) -> String { "{\(key)}" }
    }

    package enum Part: Hashable, Sendable {
        case words(String)
        case figure(NamedFigure)

        package var text: String {
            switch self {
            case .words(let words): words
            case .figure(let figure): figure.text
            }
        }
    }

    /// A figure as a sentence shows it, by the name of its place.
    package struct NamedFigure: Hashable, Sendable {
        package let key: String
        package let text: String

        package init(key: String, text: String) {
            self.key = key
            self.text = text
        }
    }

    package let pieces: [Piece]

    package init(_ pieces: [Piece]) { self.pieces = pieces }

    package var text: String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .sentence(let sentence): sentence.text
            }
        }.joined()
    }

    package var sentences: [Sentence] {
        pieces.compactMap { if case .sentence(let sentence) = $0 { sentence } else { nil } }
    }
}

/// What a report's text is written into: the office's form, and the officer's own words of before.
package struct LetterPaper: Hashable, Sendable {
    /// A .docx of the office's own; `nil`: the usual one.
    package let form: [UInt8]?
    /// The officer's copy of a draft, with her words in it; `nil`: there is none, or it is not for those who read this.
    package let wording: [UInt8]?
    /// By the names of their places, all figures of which such a copy may speak; empty where there is none.
    package let figures: [String: String]
    /// What the places are called, for who points at them.
    package let titles: [String: String]

    package static let plain = LetterPaper(form: nil, wording: nil, figures: [:], titles: [:])

    package init(form: [UInt8]?, wording: [UInt8]?, figures: [String: String], titles: [String: String]) {
        self.form = form
        self.wording = wording
        self.figures = figures
        self.titles = titles
    }
}
