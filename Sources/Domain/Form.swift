/// The columns that a department fills, its measures, and the checks within a row.
package struct Form: Hashable, Sendable {
    package enum Layout: String, Hashable, Sendable, CaseIterable {
        /// A row for each place, a column for each measure.
        case sheet
        /// Place, indicator, value.
        case list
        /// A row for each class, session or case.
        case register
    }

    package enum Places: String, Hashable, Sendable, CaseIterable { case commune, district, both }

    /// `02-tt`: as it stands in file names.
    package let code: String
    /// `02/TT`: as it is printed.
    package let number: String
    package let title: Bilingual
    package let domain: String
    package let layout: Layout
    package let places: Places
    /// The column that decides the period of a register's row.
    package let dateColumn: String?
    package let placeless: Placeless?
    package let columns: [Column]
    package let measures: [Measure]
    package let checks: [RowCheck]
    /// Columns that together may occur once in a register; empty: none.
    package let key: [String]
    /// By what `check` tells its totals apart: `district`, `month`, code columns; empty: not at all.
    package let totals: [String]
    /// What the report's text says of its indicators, where the office's own text says nothing.
    package let sentences: [LetterPlan.Sentence]

    package static let totalsByDistrict = "district"
    package static let totalsByMonth = "month"

    package init(
        code: String, number: String, title: Bilingual, domain: String, layout: Layout, places: Places,
        dateColumn: String?, placeless: Placeless?, columns: [Column], measures: [Measure], checks: [RowCheck],
        key: [String], totals: [String] = [], sentences: [LetterPlan.Sentence] = []
    ) {
        self.code = code
        self.number = number
        self.title = title
        self.domain = domain
        self.layout = layout
        self.places = places
        self.dateColumn = dateColumn
        self.placeless = placeless
        self.columns = columns
        self.measures = measures
        self.checks = checks
        self.key = key
        self.totals = totals
        self.sentences = sentences
    }

    package func column(_ id: String) -> Column? { columns.first { $0.id == id } }

    package func measure(_ code: String) -> Measure? { measures.first { $0.code == code } }

    /// Rows of a register whose code in `column` is one of `codes` need no place.
    package struct Placeless: Hashable, Sendable {
        package let column: String
        package let codes: [String]

        package init(column: String, codes: [String]) {
            self.column = column
            self.codes = codes
        }
    }

    /// One column of a form.
    package struct Column: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// Numbering, ignored.
            case ordinal
            case unitCode, unitName
            /// A whole number, not negative.
            case count
            /// A number with at most this many decimals, not negative.
            case decimal(Int)
            case date
            /// A code of this list.
            case code(String)
            case text
            /// Answers a query of its row (Thuyết minh).
            case reason
        }

        package let id: String
        package let name: String
        package let nameEnglish: String
        package let kind: Kind
        package let aliases: [String]
        /// The header must hold it.
        package let required: Bool
        /// Every row needs a value.
        package let filled: Bool
        /// The largest plausible value; larger is a query.
        package let bound: Quantity?

        package init(
            id: String, name: String, nameEnglish: String, kind: Kind, aliases: [String], required: Bool, filled: Bool,
            bound: Quantity?
        ) {
            self.id = id
            self.name = name
            self.nameEnglish = nameEnglish
            self.kind = kind
            self.aliases = aliases
            self.required = required
            self.filled = filled
            self.bound = bound
        }

        /// Whether its cells are quantities.
        package var isQuantity: Bool {
            switch kind {
            case .count, .decimal: true
            default: false
            }
        }
    }
}

/// What is tallied: columns of a form, of all rows or of a selection of them.
package struct Measure: Hashable, Sendable {
    package let code: String
    /// Added together; empty: the number of rows.
    package let columns: [String]
    /// Column → codes of which a row must have one.
    package let selection: [String: [String]]
    /// Code columns by which tallies are kept apart.
    package let by: [String]

    package init(code: String, columns: [String], selection: [String: [String]], by: [String]) {
        self.code = code
        self.columns = columns
        self.selection = selection
        self.by = by
    }
}

/// A check of columns against each other within a row.
package struct RowCheck: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case atMost(part: String, whole: String)
        /// Where the first is zero, so is the second.
        case zeroTogether(first: String, second: String)
        /// pending = before + arising − settled
        case follows(before: String, arising: String, settled: String, pending: String)
        /// total = the sum of its parts
        case addsUp(total: String, parts: [String])
        /// Dates in order.
        case before(first: String, second: String)
    }

    package let kind: Kind
    package let level: Finding.Level

    package init(kind: Kind, level: Finding.Level) {
        self.kind = kind
        self.level = level
    }
}
