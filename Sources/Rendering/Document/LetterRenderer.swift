import Domain
import Reporting
import WordProcessing

/// Draws a report's text as a .docx: on the office's form, or into the copy in which an officer has written.
///
/// The same text, form and copy give the same bytes.
package struct LetterRenderer: Sendable {
    private let language: Language
    private let title: String
    private let author: String
    private let asOf: LocalTime

    package init(_ edition: ReportSet.LanguageEdition, asOf: LocalTime) {
        self.init(
            language: edition.language, title: edition.workbook.title, author: edition.workbook.author, asOf: asOf)
    }

    package init(language: Language, title: String, author: String, asOf: LocalTime) {
        self.language = language
        self.title = title
        self.author = author
        self.asOf = asOf
    }

    package func bytes(_ letter: Document, on paper: LetterPaper) throws -> [UInt8] {
        let layout = LetterLayout(letter)
        if let copy = Self.copy(paper) {
            return try packed(copy, with: try merge(into: copy, layout, paper).result().document)
        }
        // A form was looked at when it was put there; what an older version let pass is no reason to have no report.
        let own = paper.form.flatMap { try? LetterForm($0) }
        let form = try own ?? LetterForm(LetterForm.usual)
        let body = try markup(form.file, paper).body(layout)
        return try packed(form.file, with: form.file.document.replacing([(form.range, Array(body.utf8))]))
    }

    /// What the officer should know of her copy; `nil` where there is none.
    package func remarks(_ letter: Document, on paper: LetterPaper) throws -> WordingRemarks? {
        try Self.copy(paper).map { try merge(into: $0, LetterLayout(letter), paper).result().remarks }
    }

    /// The officer's copy; an empty document takes back what was written before.
    private static func copy(_ paper: LetterPaper) -> WordFile? {
        guard let copy = paper.wording.flatMap({ try? WordFile($0) }), !copy.isBlank else { return nil }
        return copy
    }

    private func merge(into copy: WordFile, _ layout: LetterLayout, _ paper: LetterPaper) throws -> WordingMerge {
        WordingMerge(copy: copy, layout: layout, figures: paper.figures, markup: try markup(copy, paper))
    }

    private func markup(_ file: WordFile, _ paper: LetterPaper) throws -> LetterMarkup {
        LetterMarkup(language: language, styles: try file.styles, titles: paper.titles)
    }

    /// With the text, and without anything on who saved the file that it was made from.
    private func packed(_ file: WordFile, with document: [UInt8]) throws -> [UInt8] {
        let properties = WordWriter.properties(title: title, author: author, time: time)
        let parts = file.parts.map { part in
            switch part.name {
            case file.main: WordFile.Part(name: part.name, bytes: document)
            case WordWriter.properties: properties
            case WordWriter.statistics: WordWriter.statisticsPart
            default: part
            }
        }
        return try WordWriter.zip(parts)
    }

    private var time: String { "\(asOf)Z" }
}
