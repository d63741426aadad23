import Domain

/// What a leader opens: three sentences, the main figures with their months, the communes, what waits and what is missing.
///
/// A typed page between the figures and the file that draws it: nothing in it is left to compute.
package struct LeaderPage: Hashable, Sendable {
    package let language: Language
    /// What the whole is: a province or the nation.
    package let level: OfficeLevel
    /// What every page of a package bears; `nil` in the office's own set.
    package private(set) var notice: String?
    package let agency: String
    package let title: String
    package let subject: String
    /// Period with its days, then standing and completeness.
    package internal(set) var lines: [String]
    /// The whole province in a few sentences, the first of them its main figure.
    package let sentences: [String]
    /// Which of the figures are provisional, and why.
    package let cautions: [String]
    package let items: [Item]
    /// The months of the year that the lines show.
    package let months: [String]
    package let year: Int
    /// The spans that the figures of places are given for; the first is the period.
    package let spans: [String]
    package let places: [Place]
    /// Outlines of exactly these communes; `nil`: there is no map, or it is of others.
    package let map: CommuneMap?
    /// Why there is no map, where the office has one.
    package let mapNote: String?
    /// What waits for a decision; `nil`: nobody outside the office is told.
    package let decisions: [String]?
    /// Who has not reported; `nil`: those whom the page is for are not told.
    package let missing: [String]?
    package private(set) var notes: [String]

    /// An indicator on the page.
    package struct Item: Hashable, Sendable {
        package let code: String
        package let name: String
        package let shortName: String
        package let unit: String
        /// The unit behind the number one.
        package let unitOfOne: String
        package let isRatio: Bool
        package let isFlow: Bool
        package let decimals: Int
        package let figure: Figure
        package let cumulative: Figure
        /// Of the year's target, in hundredths; `nil`: none was laid down.
        package let targetShare: Figure?
        /// What it has become since last year, in words; `nil` where nothing of last year is held.
        package let change: String?
        package let monthly: [Figure]
        /// The same months of the year before; empty where nothing of it is held.
        package let monthlyBefore: [Figure]
        /// By span, then by place.
        package let places: [[Figure]]
    }

    package struct Place: Hashable, Sendable {
        package enum Level: Hashable, Sendable { case province, placeless, district, commune }

        package let level: Level
        package let name: String
        /// A commune's code, which is that of its outline.
        package let code: String
        /// The area that a commune lies in.
        package let district: String?
        package let isBorder: Bool
    }

    /// With what every page of a package bears.
    func bearing(_ notice: String) -> LeaderPage {
        var page = self
        page.notice = notice
        return page
    }

    /// With one more note at its foot.
    func ending(with note: String) -> LeaderPage {
        var page = self
        page.notes.append(note)
        return page
    }
}
