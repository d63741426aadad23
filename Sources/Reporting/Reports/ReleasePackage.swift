import Domain

/// All that leaves the office in one package, before it is drawn.
package struct ReleasePackage: Hashable, Sendable {
    package let period: Period
    package let firstDay: Day
    package let lastDay: Day
    package let edition: Int
    package let plan: AudiencePlan
    package let detail: Release.Detail
    /// What every page bears: `LƯU HÀNH NỘI BỘ – Bản gửi lãnh đạo`.
    package let notice: Bilingual
    package let title: Bilingual
    package let agency: Bilingual
    /// Short name of the office in Latin letters: `SDTTG`.
    package let agencyCode: String
    /// Newest time of receipt that counts; the workbooks' created time.
    package let asOf: LocalTime
    package let asOfInstant: Instant?
    package let catalogueDigest: String
    package let programVersion: String
    /// One of each language.
    package let editions: [LanguageEdition]
    package let observations: [Observation]
    /// How many of the observations are suppressed.
    package let suppressedCount: Int

    /// What exists once in each language.
    package struct LanguageEdition: Hashable, Sendable {
        package let language: Language
        package let workbook: Report
        package let data: Report
        /// `nil`: the audience is not given it; the same of the others.
        package let digest: Document?
        package let summary: Document?
        package let letter: Document?
        /// What the letter is written into as a document.
        package let paper: LetterPaper
        package var page: LeaderPage? = nil

        /// The table of all figures, where it is given.
        package var figures: Table? { data.tables.first { $0.id == AudiencePlan.Data.figures.rawValue } }
    }

    package var audience: Audience { plan.audience }

    /// The name of the package's folder and zip.
    package var name: String { Release.name(period: period, edition: edition, audience: audience) }
}
