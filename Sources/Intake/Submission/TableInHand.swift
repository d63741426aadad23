import DelimitedText
import Domain

/// What the rows of one table are read, judged and counted against: settled before the first of them.
final class TableInHand {
    /// The comparisons of a row, by kind; those whose columns the file has.
    struct Checks {
        private(set) var atMost: [FormPlan.CheckPlan] = []
        private(set) var zeroTogether: [FormPlan.CheckPlan] = []
        private(set) var follows: [FormPlan.CheckPlan] = []
        private(set) var addsUp: [FormPlan.CheckPlan] = []
        private(set) var before: [FormPlan.CheckPlan] = []

        init(_ checks: [FormPlan.CheckPlan], _ map: ColumnMap) {
            for check in checks where check.columns.allSatisfy(map.has) {
                switch check.kind {
                case .atMost: atMost.append(check)
                case .zeroTogether: zeroTogether.append(check)
                case .follows: follows.append(check)
                case .addsUp: addsUp.append(check)
                case .before: before.append(check)
                }
            }
        }
    }

    let context: ReadingContext
    let shape: TableShape
    let plan: FormPlan
    let map: ColumnMap
    /// The number of cells that a row must have.
    let width: Int
    /// The first row below the table.
    let footerStart: Int
    /// Rows that only head a group of rows and add them up.
    let groupRows: Set<Int>
    let doubtsByRow: [Int: [Doubt]]
    /// The measures whose columns are all there, each with its place in the form.
    let measures: [(place: Int, plan: FormPlan.MeasurePlan)]
    let checks: Checks
    /// Columns that every row needs.
    let filled: [Int]
    let bounds: [(column: Int, bound: Quantity)]
    /// States of one territory under another name, by the state that ended within the period.
    let laterNames: [UnitKey: UnitKey]
    let merged: MergedFigures
    /// `nil`: the table is none of a workbook.
    let looks: CellLooks?
    /// Cells of a sheet stand where they stand, however many a row has.
    let isSheet: Bool
    /// The rows of the header, and the lines above it by their first words.
    private let headerRows: [Row]
    private let linesAbove: [String: [Row]]
    /// A field of figures, in which a row of the header has words.
    private let headerProbe: Int?
    /// What each row of the header says there.
    private let probeKeys: Set<String>

    init(
        context: ReadingContext, shape: TableShape, plan: FormPlan, map: ColumnMap, survey: TableSurvey, head: Head,
        merged: MergedFigures, looks: CellLooks?
    ) {
        self.merged = merged
        self.looks = looks
        isSheet = survey.isSheet
        self.context = context
        let headerRows = head.header.map { Array(head.rows[$0.rows]) } ?? []
        self.headerRows = headerRows
        linesAbove = Dictionary(
            grouping: head.rows.prefix(head.header?.rows.lowerBound ?? 0).filter { $0.firstWords != nil }
        ) { $0.firstWords ?? "" }
        let probe = plan.quantities.lazy.compactMap { shape.field($0) }.first
        headerProbe = probe
        probeKeys = Set(probe.map { field in headerRows.map { Folding.key($0.fields.cell(field)) } } ?? [])
        self.shape = shape
        self.plan = plan
        self.map = map
        width = survey.width
        footerStart = survey.footerStart
        groupRows = survey.groupRows
        doubtsByRow = Dictionary(grouping: survey.doubts, by: \.row)
        measures = plan.measures.enumerated().filter { entry in
            map.measures(of: plan).contains { $0.code == entry.element.code }
        }.map { ($0.offset, $0.element) }
        checks = Checks(plan.checks, map)
        let columns = plan.form.columns
        filled = columns.indices.filter { columns[$0].filled && map.has($0) }
        bounds = plan.quantities.compactMap { column in
            map.has(column) ? columns[column].bound.map { (column, $0) } : nil
        }
        laterNames = context.geography.laterNames(within: context.days)
    }

    /// Whether the header says where a row's place stands.
    var hasPlace: Bool { map.has(plan.unitCode) || map.has(plan.unitName) }

    /// Whether the cells of a row may stand in other columns than their own.
    func isMoved(_ row: RowInHand) -> Bool { !isSheet && row.fieldCount != width }

    /// Rows of the table, without its header and what stands below.
    func holds(_ row: Int) -> Bool { row > shape.headerRow && row < footerStart }

    /// Whether a number stands in any of a row's columns of figures.
    func hasFigure(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        plan.quantities.contains { column in
            guard let field = shape.field(column), field < block.fieldCount(row) else { return false }
            return block.withBytes(row, field) { Glance($0).digits > 0 }
        }
    }

    /// The place under the last name that it had in the period.
    func territory(of unit: UnitKey) -> UnitKey { laterNames.isEmpty ? unit : laterNames[unit] ?? unit }

    /// Whether a row repeats one of the header, or a line above it, cell by cell.
    func isHeader(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        let count = block.fieldCount(row)
        // In nearly all rows a figure stands where the header has words.
        if let headerProbe, headerProbe < count, block.withBytes(row, headerProbe, Self.beginsWithLetter) {
            guard probeKeys.contains(Folding.key(block.text(row, headerProbe))) else { return false }
            let cells = (0..<count).map { Folding.key(block.text(row, $0)) }
            guard cells.count(where: { !$0.isEmpty }) > 1 else { return false }
            return headerRows.contains { header in
                cells.enumerated().allSatisfy { field, cell in
                    cell.isEmpty || cell == Folding.key(header.fields.cell(field))
                }
            }
        }
        // And nearly all begin with a number, or a place that is no line above.
        guard count > 0, !linesAbove.isEmpty, block.withBytes(row, 0, Self.beginsWithLetter),
            let lines = linesAbove[block.text(row, 0).trimmedCell]
        else { return false }
        return lines.contains { line in
            (0..<max(count, line.fields.count)).allSatisfy { field in
                (field < count ? block.text(row, field).trimmedCell : "") == line.fields.cell(field)
            }
        }
    }

    private static func beginsWithLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { (bytes.first ?? 0) >= 0x41 }

    func position(_ block: borrowing RowBlock, _ row: Int, _ field: Int? = nil) -> Position {
        Position(
            file: context.file, line: block.line(of: row), row: block.spreadsheetRow(of: row),
            column: field.map { $0 + 1 }, header: field.flatMap { $0 < map.headers.count ? map.headers[$0] : nil })
    }

    /// The cell of a column.
    func position(_ row: RowInHand, _ column: Int?) -> Position {
        let field = shape.field(column)
        return Position(
            file: context.file, line: row.position.line, row: row.position.row, column: field.map { $0 + 1 },
            header: field.flatMap { $0 < map.headers.count ? map.headers[$0] : nil })
    }

    /// The cell that names the place, or the one that bears its code.
    func placePosition(_ row: RowInHand, named: Bool) -> Position {
        let (first, second) = named ? (plan.unitName, plan.unitCode) : (plan.unitCode, plan.unitName)
        return position(row, map.has(first) ? first : second)
    }

    /// Whether a row is about no commune, and about none that somebody may have misspelled.
    func isNoPlace(_ match: UnitMatcher.Match) -> Bool {
        switch match {
        case .missing: true
        case .wrongLevel(let unit): unit.level == .province
        case .unknownName(let unknown): unknown.coded == nil && context.units.nearest(to: unknown).isEmpty
        default: false
        }
    }

    /// A field of the row, trimmed; empty where the file has no such column or the row ends before it.
    func text(_ block: borrowing RowBlock, _ row: Int, _ column: Int?) -> String {
        guard let field = shape.field(column), field < block.fieldCount(row) else { return "" }
        return block.text(row, field).cellOfScript
    }

    /// Code and name of the row's place, trimmed.
    func placeTexts(_ block: borrowing RowBlock, _ row: RowInHand) -> (code: String, name: String) {
        shape.placeTexts(block, row.index)
    }

    /// As the file heads the column, else as the form does.
    func header(_ column: Int) -> String {
        shape.field(column).map { map.headers[$0].trimmedCell } ?? plan.form.columns[column].name
    }

    /// The day on which the row's names must be valid.
    func day(of row: RowInHand) -> Day { row.day(plan.date) ?? context.days.upperBound }

    /// What a comparison takes a cell for: where blanks are stated to be zero, a blank is.
    func amount(_ row: RowInHand, _ column: Int) -> Quantity? {
        if context.blanksAreZero, row.cells[column] == .empty { return .zero }
        return row.cells[column].amount
    }
}

extension Row {
    /// What stands in its first cell; `nil` where nothing does.
    fileprivate var firstWords: String? {
        let text = fields.cell(0)
        return text.isEmpty ? nil : text
    }
}

extension Geography {
    /// Units that ended within days and went on, with the same territory, under another name or type: by the key that
    /// ended, the last key of those days.
    fileprivate func laterNames(within days: ClosedRange<Day>) -> [UnitKey: UnitKey] {
        var later: [UnitKey: UnitKey] = [:]
        for change in changes where days.lowerBound < change.date && change.date <= days.upperBound {
            guard change.kind == .renamed || change.kind == .retyped, let from = change.from, let to = change.to,
                changes.count(where: { $0.date == change.date && ($0.from == from || $0.to == to) }) == 1,
                let old = unit(code: from, on: change.date.adding(days: -1)), let new = unit(code: to, on: change.date)
            else { continue }
            later[old.key] = new.key
        }
        for (old, new) in later {
            var last = new
            var steps = 0
            while let next = later[last], steps < later.count {
                last = next
                steps += 1
            }
            later[old] = last
        }
        return later
    }
}
