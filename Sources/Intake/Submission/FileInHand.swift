import DelimitedText
import Domain

/// A file as the rules see it that judge it whole: its bytes, its first rows, whose it is, its table, and what that came to.
struct FileInHand {
    let path: String
    /// What stands in it, or in its name, and must not be kept.
    let forbidden: ForbiddenContent
    let names: CatalogueNames
    let document: DelimitedDocument
    let head: Head
    let identity: Identification
    /// `nil` for a return, which has no table of figures.
    let shape: TableShape?
    let survey: TableSurvey?
    /// `nil` where form or period are not known.
    var context: ReadingContext?
    /// `nil`: the file is no workbook.
    let sheet: SheetFacts?
    /// What keeps a province's package from being counted; empty for all else.
    let packageFaults: [PackageFile.Fault]
    /// `nil` until the rows have been read.
    var rows: RowsInHand?

    var catalogue: Catalogue { names.catalogue }

    var plan: FormPlan? { identity.form.map { names.plans[$0] } }

    /// What its bytes leave in doubt.
    var doubts: [Doubt] { document.doubts + (survey?.doubts ?? []) }

    var hasFatalDoubt: Bool { doubts.contains(where: \.isFatal) }

    /// The whole file.
    var position: Position { Position(file: path) }

    func position(_ doubt: Doubt) -> Position {
        Position(file: path, line: doubt.line, row: doubt.row, column: doubt.column)
    }

    func position(_ spot: TableSurvey.Spot) -> Position {
        spot.position(in: path, headers: head.header?.texts ?? [])
    }

    /// The header, or one cell of it.
    func position(_ header: TableHeader, _ field: Int? = nil) -> Position {
        Position(
            file: path, line: header.line, row: header.spreadsheetRow, column: field.map { $0 + 1 },
            header: field.map { header.texts[$0] })
    }

    /// What the department, or who carries on its work on the period's last day, owes in the period.
    func obligations(of form: Form?) -> [Obligation] {
        guard let period = identity.period else { return [] }
        return identity.obligations(of: form, period, catalogue)
    }
}

/// What the rows of a table came to.
struct RowsInHand {
    let table: TableInHand
    let counter: RowCounter
    /// The row that says that nothing occurred.
    let nothingOccurred: Position?
    /// Districts' own rows beside those of their communes.
    let districts: [DistrictTotals.Compared]
    /// What each place has; `nil` for a register.
    let sums: PlaceSums?
    /// What was read although it is written otherwise.
    let repairs: Repairs
    /// The row behind which nothing was read any further: most of those before it are faulty.
    let end: Position?

    /// There is a total with figures, and no row that it adds up.
    let hasTotalAlone: Bool

    /// Nothing occurred at all: there is the line that says so, and no row.
    var isNilReport: Bool { nothingOccurred != nil && counter.rowsRead == 0 }

    /// A form of places in which nothing at all was filled in.
    var isEmptyForm: Bool {
        table.plan.form.layout != .register && counter.rowsRead > 0 && !counter.hasFilledCell
    }
}

extension Identification {
    /// What the department, or who carries on its work on the period's last day, owes in the period.
    func obligations(of form: Form?, _ period: Period, _ catalogue: Catalogue) -> [Obligation] {
        guard let department else { return [] }
        let days = catalogue.organisation.calendar.days(of: period)
        let codes = [department.code, catalogue.successor(of: department.code, on: days.upperBound)]
        return catalogue.obligations.filter { obligation in
            codes.contains(obligation.department) && obligation.validity.touches(days)
                && (form.map { $0.code == obligation.form } ?? true)
        }
    }
}

extension FileInHand {
    /// When the dates fall that decide the period of a register's rows.
    var spread: DateSurvey.Spread? {
        guard let column = plan?.date, let dates = survey?.dates[column] else { return nil }
        return dates.order.map { dates.spread($0) }
    }
}
