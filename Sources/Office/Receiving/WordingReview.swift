import Domain
import Rendering
import Reporting

/// What the officer should know of her words in a report's text, once the figures of now are in it.
enum WordingReview {
    static func findings(_ set: ReportSet) throws -> [Finding] {
        try set.editions.flatMap { edition in
            let renderer = LetterRenderer(edition, asOf: set.asOf)
            guard let remarks = try renderer.remarks(edition.letter, on: edition.paper) else { return [Finding]() }
            let file = WordingFolder.name(set.period, edition.language)
            return WordingPlaces.findings(remarks, in: file) + WordingDiffers.findings(remarks, in: file)
        }
    }
}
