import Domain

/// A typed table between the figures and every output format: nothing in it is drawn, and nothing is left to compute.
package struct Table: Hashable, Sendable {
    /// Unique in its report; names the CSV file and the link target: `dao-tao`.
    package let id: String
    /// At most 31 characters.
    package let sheetName: String
    /// `Phụ lục II`; `nil` for a table that is no annex.
    package let annex: String?
    package let title: String
    /// Lines under the title: period with first and last day, standing, unit.
    package internal(set) var subtitle: [String]
    package internal(set) var columns: [Column]
    package internal(set) var rows: [Row]
    /// Footnotes, in order.
    package internal(set) var notes: [String]
    package let charts: [Chart]
    /// For the office itself; left out of what is exported.
    package let isForOffice: Bool
    /// Printed on upright paper, whatever the number of its columns.
    package let isUpright: Bool
    /// What leads to other tables of the report, on the screen alone.
    package var links: [Link] = []
    /// Whether it goes on with the annex before it, and may stand below that.
    package var goesOn = false

    /// Words that lead to a table.
    package struct Link: Hashable, Sendable {
        package let words: String
        package let table: String

        package init(_ words: String, to table: String) {
            self.words = words
            self.table = table
        }
    }

    package init(
        id: String, sheetName: String, annex: String? = nil, title: String, subtitle: [String] = [], columns: [Column],
        rows: [Row], notes: [String] = [], charts: [Chart] = [], isForOffice: Bool = false, isUpright: Bool = false
    ) {
        self.id = id
        self.sheetName = sheetName
        self.annex = annex
        self.title = title
        self.subtitle = subtitle
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.charts = charts
        self.isForOffice = isForOffice
        self.isUpright = isUpright
    }

    /// One column; columns that begin with the same words share a merged header above.
    package struct Column: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// Names of places and indicators: left, the first frozen.
            case label
            /// Short text: centred.
            case code
            /// A word or two: centred, wrapped, no wider than they must be.
            case term
            /// Sentences: left, wrapped.
            case prose
            /// Where the reader writes: left, wrapped, wide; of how many characters at most, and what is said there.
            case entry(most: Int, hint: String)
            /// Numbers and marks: right.
            case number
        }

        /// From the widest heading to the narrowest; one element where nothing stands above.
        package let header: [String]
        package let kind: Kind

        package init(_ header: [String], kind: Kind) {
            self.header = header
            self.kind = kind
        }

        package init(_ header: String, kind: Kind) { self.init([header], kind: kind) }
    }

    /// One row of cells, as many as there are columns.
    package struct Row: Hashable, Sendable {
        package enum Style: Hashable, Sendable {
            /// The whole province.
            case total
            /// A heading over the rows below it.
            case group
            case plain
            /// A part of the row above (a commune of a district, a “Trong đó”): collapsible.
            case part
        }

        package let style: Style
        package let cells: [Cell]
        /// What hangs on cells as a note, by column: whoever rests the pointer there reads it.
        package let remarks: [Int: String]

        package init(_ style: Style = .plain, _ cells: [Cell], remarks: [Int: String] = [:]) {
            self.style = style
            self.cells = cells
            self.remarks = remarks
        }
    }

    /// What a cell holds.
    package enum Cell: Hashable, Sendable {
        case text(String)
        /// A number, or the mark of its absence.
        case figure(Figure, decimals: Int)
        /// A figure that is the sum of cells of its column in these rows of the table.
        case sum(Figure, decimals: Int, rows: [Int])
        /// A difference, drawn with its sign.
        case difference(Figure, decimals: Int)
        /// A percentage, its amount already times 100; signed where it is a change.
        case percentage(Figure, signed: Bool)
        case completeness(Completeness)
        case count(Int)
        case day(Day)
        /// Words that lead to another table of the report.
        case link(String, table: String)
        /// Words that lead to a row of another table of the report, in a workbook of plain data.
        case row(String, table: String, Int)
        /// The reader writes here; what stands there already, or nothing.
        case entry(String)
        /// Nothing belongs here (under a group heading).
        case blank
    }

    /// A chart of columns of this table, or of another of the report.
    package struct Chart: Hashable, Sendable {
        package enum Kind: Hashable, Sendable { case column, stackedColumn, bar, line }

        package enum Size: Hashable, Sendable {
            case whole
            /// Three stand side by side.
            case small
        }

        package let kind: Kind
        package let title: String
        /// Title of the axis of values, with its unit.
        package let valueTitle: String
        package let categoryTitle: String
        package let categoryColumn: Int
        /// Columns of numbers, each named by its words here.
        package let series: [Series]
        /// Rows of the table, in order.
        package let rows: [Int]
        package let alternativeText: String
        /// The column whose cells have bars beside the chart; `nil`: none.
        package let barColumn: Int?
        package var size = Size.whole
        /// The table whose cells it draws; `nil` for the one that it stands with.
        package var source: String?

        package struct Series: Hashable, Sendable {
            package let name: String
            package let column: Int

            package init(name: String, column: Int) {
                self.name = name
                self.column = column
            }
        }

        package init(
            kind: Kind, title: String, valueTitle: String, categoryTitle: String, categoryColumn: Int,
            series: [Series], rows: [Int], alternativeText: String, barColumn: Int? = nil
        ) {
            self.barColumn = barColumn
            self.kind = kind
            self.title = title
            self.valueTitle = valueTitle
            self.categoryTitle = categoryTitle
            self.categoryColumn = categoryColumn
            self.series = series
            self.rows = rows
            self.alternativeText = alternativeText
        }
    }
}

/// A mark that tables print, as Vietnamese tables do, and the words that explain it.
package enum Mark: String, Hashable, Sendable, CaseIterable {
    case zero = "-"
    case notCollected = "..."
    case notReported = "CB"
    case notApplicable = "x"
    case suppressed = "(bm)"
    case notComparable = "KSS"
    case provisional = "(sb)"
    case revised = "(đc)"

    /// What tables of the language print: `(sb)`, and `(p)` in English.
    package func text(in language: Language) -> String {
        switch self {
        case .zero: rawValue
        case .notCollected: Absence.notCollected.mark(in: language)
        case .notReported: Absence.notReported.mark(in: language)
        case .notApplicable: Absence.notApplicable.mark(in: language)
        case .suppressed: Absence.suppressed.mark(in: language)
        case .notComparable: Absence.notComparable.mark(in: language)
        case .provisional: language == .vi ? rawValue : "(p)"
        case .revised: language == .vi ? rawValue : "(r)"
        }
    }

    package func explanation(in language: Language) -> String { words[language] }

    private var words: Bilingual {
        switch self {
        case .zero: Bilingual(vi: "không phát sinh (bằng 0)", en: "none (zero)")
        case .notCollected: Bilingual(vi: "có phát sinh nhưng chưa thu thập được", en: "occurred, but not counted")
        case .notReported: Bilingual(vi: "chưa báo cáo", en: "not reported")
        case .notApplicable: Bilingual(vi: "không áp dụng, không tính được", en: "not applicable")
        case .suppressed: Bilingual(vi: "số liệu được bảo mật", en: "confidential, not shown")
        case .notComparable:
            Bilingual(
                vi: "không so sánh được: một kỳ chưa đủ số liệu, hoặc khác địa giới",
                en: "not comparable: one side is incomplete, or boundaries differ")
        case .provisional:
            Bilingual(
                vi: "số liệu sơ bộ: chưa đủ báo cáo, hoặc còn dòng, ô, tệp chưa được tính",
                en: "provisional: reports are missing, or rows, cells or files are not counted")
        case .revised: Bilingual(vi: "số liệu đã điều chỉnh", en: "revised")
        }
    }
}

extension Table {
    /// The marks that its cells print, in the order of the legend.
    package var marks: [Mark] { markSet.marks }

    package var markSet: MarkSet { rows.reduce(into: []) { $0.formUnion($1.markSet) } }
}

extension Table.Row {
    /// The marks that its cells print.
    package var markSet: MarkSet { cells.reduce(into: []) { $0.formUnion($1.markSet) } }
}

extension Table.Cell {
    /// Its words, if it is a text.
    package var words: String? { if case .text(let text) = self { text } else { nil } }

    /// The figure behind the cell, if it is one.
    package var figure: Figure? {
        switch self {
        case .figure(let figure, _), .sum(let figure, _, _), .difference(let figure, _), .percentage(let figure, _):
            figure
        default: nil
        }
    }

    /// The marks that it prints.
    package var markSet: MarkSet {
        guard let figure else { return [] }
        switch figure.content {
        case .absent(let absence): return MarkSet(absence)
        case .known(let amount, let standing):
            var marks: MarkSet = []
            if amount.isZero, case .figure = self { marks.insert(.zero) }
            if amount.isZero, case .sum = self { marks.insert(.zero) }
            if standing == .provisional { marks.insert(.provisional) }
            if standing == .revised { marks.insert(.revised) }
            return marks
        }
    }
}

extension Amount {
    package var isZero: Bool {
        switch self {
        case .quantity(let quantity): quantity.isZero
        case .ratio(let numerator, _, _): numerator.isZero
        }
    }
}
