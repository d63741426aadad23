/// A native chart, which draws the cells it points at.
package struct Chart: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case column, columnStacked, columnStackedPercent
        case bar, barStacked, barStackedPercent
        case line, pie, doughnut
    }

    package enum Legend: Hashable, Sendable { case none, top, right, bottom }

    package enum Labels: Hashable, Sendable { case none, values, percentages }

    /// One set of values.
    package struct Series: Hashable, Sendable {
        package var name: String
        package var categories: SheetRange
        package var values: SheetRange
        package var colour: Colour?
        /// What the categories and the values are, for viewers that show a chart without working it out; `nil`: no value there.
        package var cachedCategories: [String] = []
        package var cachedValues: [Double?] = []
        /// Positions of values that are drawn hollow.
        package var hollowPoints: Set<Int> = []
        /// Colours of single columns, bars or slices, from the first; `nil` keeps the series' own.
        package var pointColours: [Colour?] = []
        package var labels = Labels.none
        /// Whether a line is dashed, to tell it from the others in grey print.
        package var isDashed = false
        /// Whether each value of a line has a mark.
        package var hasMarkers = false

        package init(_ name: String, categories: SheetRange, values: SheetRange, colour: Colour? = nil) {
            self.name = name
            self.categories = categories
            self.values = values
            self.colour = colour
        }
    }

    package var kind: Kind
    package var title: String
    package var series: [Series]
    /// What the categories are.
    package var categoryTitle = ""
    /// What the values are, with their unit.
    package var valueTitle = ""
    package var valueFormat = "#,##0"
    /// Where the axis of values begins; by default the reader decides.
    package var valueMinimum: Double?
    package var legend = Legend.bottom
    /// Pixels.
    package var width = 480
    package var height = 288
    /// The space between columns, in percent of a column's width.
    package var gap: Int?
    /// The hole of a doughnut, in percent.
    package var holeSize: Int?
    /// Whether categories run from the top down, as a table's rows do. For bars.
    package var readsDownward = false
    /// What a person who does not see the chart is told.
    package var alternativeText: String
    /// Points, of everything but the title.
    package var fontSize = 9.0
    package var titleFontSize = 11.0

    package init(_ kind: Kind, title: String, alternativeText: String, series: [Series]) {
        self.kind = kind
        self.title = title
        self.alternativeText = alternativeText
        self.series = series
    }
}
