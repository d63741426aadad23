import DelimitedText
import Domain

/// Reads the rows of a table against its form: what is right is added up, what is wrong is said.
final class TableReader {
    let context: ReadingContext
    let shape: TableShape
    let plan: FormPlan
    let map: ColumnMap
    let survey: TableSurvey
    let measures: [(place: Int, plan: FormPlan.MeasurePlan)]

    var log: FindingLog
    var tallies = TallyBook()
    var totals: TotalsCheck
    var rowsRead = 0
    var rowsCounted = 0
    var refusedPlaces: Set<UnitKey> = []
    var refusedRowsWithoutPlace = 0
    /// Codes of the units that have a row.
    var listed: Set<String> = []
    var hasEmptyCell = false
    /// The row that says so.
    var nothingOccurred: Position?

    /// The row in hand.
    var cells: [QuantityCell]
    var amounts: [Int64?]
    var dates: [Day?]
    var codes: [String?]
    var isFailed = false
    var reason: String?

    /// Where each key was first seen.
    var seen: [String: Position] = [:]
    var respelled: Set<String> = []
    var knownPlaces = NameCache<PlaceReading>()
    var knownCodes = NameCache<CodeReading>()
    var knownDates = NameCache<DateReading>()
    var knownCells = NameCache<CellReading>()
    /// What the rows of a sheet say, to tell a district's own row from one that adds up its communes.
    var sheetRows: [SheetRow] = []
    /// Districts whose own row was taken out again.
    var withdrawn: Set<UnitKey> = []
    /// `nil` unless the form asks for totals.
    var breakdown: Breakdown?
    /// `nil` unless the rows behind the tallies are asked for.
    var trace: RowTrace?

    private let doubtsByRow: [Int: [Doubt]]
    private let width: Int
    private var isFirstRow = true

    init(
        context: ReadingContext, shape: TableShape, plan: FormPlan, map: ColumnMap, survey: TableSurvey,
        log: FindingLog, trace: RowTrace?
    ) {
        self.context = context
        self.shape = shape
        self.plan = plan
        self.map = map
        self.survey = survey
        self.log = log
        self.trace = trace
        measures = plan.measures.enumerated().filter { entry in
            map.measures(of: plan).contains { $0.code == entry.element.code }
        }.map { ($0.offset, $0.element) }
        let count = plan.form.columns.count
        totals = TotalsCheck(columns: count)
        cells = [QuantityCell](repeating: .absent, count: count)
        amounts = [Int64?](repeating: 0, count: count)
        dates = [Day?](repeating: nil, count: count)
        codes = [String?](repeating: nil, count: count)
        doubtsByRow = Dictionary(grouping: survey.doubts, by: \.row)
        width = survey.width
        breakdown = plan.totals.isAsked ? Breakdown(plan, context.geography) : nil
    }

    func take(_ block: borrowing RowBlock) {
        for row in 0..<block.rowCount {
            let number = block.spreadsheetRow(of: row)
            guard number > shape.headerRow, number < survey.footerStart else { continue }
            take(block, row)
        }
    }

    /// Takes the rows that are not clean with care, and what the clean ones come to as it stands.
    func take(_ clean: CleanRows) {
        var previous = shape.headerRow
        clean.forEachStretch { aside, stretch in
            var added = CleanRows.Sums(rows: 0, columns: stretch.sums.columns.map { _ in 0 })
            var marks = stretch.marks[...]
            for row in 0..<aside.rowCount {
                let number = aside.spreadsheetRow(of: row)
                if number > previous + 1 { isFirstRow = false }
                previous = number
                if let mark = marks.first, mark.row == row {
                    add(mark.sums, without: added, clean.plan)
                    added = mark.sums
                    marks = marks.dropFirst()
                }
                guard number > shape.headerRow, number < survey.footerStart else { continue }
                take(aside, row)
            }
            add(stretch.sums, without: added, clean.plan)
        }
        addGroups(of: clean)
    }

    private func add(_ sums: CleanRows.Sums, without added: CleanRows.Sums, _ plan: CleanPlan) {
        guard sums.rows > added.rows else { return }
        var amounts = [Int64](repeating: 0, count: amounts.count)
        for (slot, column) in plan.quantities.enumerated() {
            amounts[column] = sums.columns[slot] - added.columns[slot]
        }
        totals.add(whole: amounts, rows: sums.rows - added.rows)
        rowsRead += sums.rows - added.rows
        rowsCounted += sums.rows - added.rows
    }

    /// Nothing occurred at all: there is the line that says so, and no row.
    var isNilReport: Bool { nothingOccurred != nil && rowsRead == 0 }

    func finish() {
        report(totals.finish())
        checkDistricts()
        if let position = nothingOccurred, rowsRead > 0 {
            log.add(NothingBesideRows.self) { NothingBesideRows.finding(at: position, rows: rowsRead) }
        }
    }

    private func take(_ block: borrowing RowBlock, _ row: Int) {
        let fieldCount = block.fieldCount(row)
        let isBlank = (0..<fieldCount).allSatisfy { block.withBytes(row, $0) { Glance($0).isBlank } }
        if isBlank { return }
        defer { isFirstRow = false }
        if isFirstRow, NumberingRow.isNumbering((0..<fieldCount).map { block.text(row, $0) }) { return }
        reason = readReason(block, row)
        if !survey.groupRows.isEmpty, survey.groupRows.contains(block.spreadsheetRow(of: row)) {
            report(totals.groupHeading(declared(block, row)))
            return
        }
        switch shape.label(block, row) {
        case .grandTotal: report(totals.grandTotal(declared(block, row)))
        case .groupTotal: report(totals.groupTotal(declared(block, row)))
        case .nothingOccurred where isAlone(block, row): nothingOccurred = position(block, row)
        default: takeData(block, row)
        }
    }

    private func takeData(_ block: borrowing RowBlock, _ row: Int) {
        rowsRead += 1
        isFailed = false
        let here = position(block, row)
        let fieldCount = block.fieldCount(row)
        if !doubtsByRow.isEmpty {
            for doubt in doubtsByRow[here.row] ?? [] {
                fail(DoubtedRow.rule(doubt)) { DoubtedRow.finding(doubt, in: context.file) }
            }
        }
        if fieldCount != width {
            fail(RowLength.self) { RowLength.finding(at: here, cells: fieldCount, expected: width) }
        }
        let hasRightLength = !isFailed
        readDates(block, row, saysFindings: hasRightLength)
        let place = readPlace(block, row, saysFindings: hasRightLength)
        if hasRightLength {
            readCodes(block, row)
            readQuantities(block, row)
            checkListMeasure(block, row)
            checkRow(block, row)
            totals.add(amounts, isRepeated: checkRepetition(block, row, place: place))
        } else {
            totals.add(amounts.map { _ in nil }, isRepeated: false)
        }
        if let place { listed.insert(place.code) }
        guard !isFailed, let place else {
            if let place { refusedPlaces.insert(place) } else { refusedRowsWithoutPlace += 1 }
            trace?.refuse(here, unit: place)
            return
        }
        rowsCounted += 1
        count(place: place, block, row)
        trace?.count(self, place: place, block, row)
    }

    func fail(_ rule: any Rule.Type, _ make: () -> Finding) {
        isFailed = true
        log.add(rule, make)
    }

    func ask(_ rule: any Rule.Type, _ make: () -> Finding) { log.add(rule, reason: reason, make) }

    /// Says a finding of either level.
    func say(_ rule: any Rule.Type, _ level: Finding.Level, _ make: () -> Finding) {
        level == .error ? fail(rule, make) : ask(rule, make)
    }

    func position(_ block: borrowing RowBlock, _ row: Int, _ field: Int? = nil) -> Position {
        Position(
            file: context.file, line: block.line(of: row), row: block.spreadsheetRow(of: row),
            column: field.map { $0 + 1 }, header: field.flatMap { $0 < map.headers.count ? map.headers[$0] : nil })
    }

    /// A field of the row, trimmed; empty where the file has no such column or the row ends before it.
    func text(_ block: borrowing RowBlock, _ row: Int, _ column: Int?) -> String {
        guard let field = shape.field(column), field < block.fieldCount(row) else { return "" }
        return block.text(row, field).trimmedCell
    }

    private func isAlone(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        let filled = (0..<block.fieldCount(row)).count { !block.withBytes(row, $0) { Glance($0).isBlank } }
        return filled <= 2
    }

    private func readReason(_ block: borrowing RowBlock, _ row: Int) -> String? {
        let text = text(block, row, plan.reason)
        guard !text.isEmpty else { return nil }
        guard text.count <= ReasonLength.most else {
            let field = shape.field(plan.reason)
            log.add(ReasonLength.self) { ReasonLength.finding(at: position(block, row, field), length: text.count) }
            return nil
        }
        guard !PersonInReason.isIn(text) else {
            let field = shape.field(plan.reason)
            log.add(PersonInReason.self) { PersonInReason.finding(at: position(block, row, field)) }
            return nil
        }
        return text.shownOnOneLine
    }

    /// The numbers of a total line.
    private func declared(_ block: borrowing RowBlock, _ row: Int) -> [TotalsCheck.Declared] {
        plan.quantities.compactMap { column in
            guard let field = shape.field(column), field < block.fieldCount(row) else { return nil }
            let amount: Quantity
            switch CellReading(block.text(row, field)) {
            case .zero: amount = .zero
            case .number(let number):
                guard !number.isNegative, case .quantity(let quantity, _)? = number.value(in: context.notation) else {
                    return nil
                }
                amount = quantity
            case .empty, .uncollected, .fault: return nil
            }
            return TotalsCheck.Declared(column: column, amount: amount, position: position(block, row, field))
        }
    }

    private func report(_ differences: [TotalsCheck.Difference]) {
        let lines = Dictionary(grouping: differences) { $0.declared.position.row }
        for (_, line) in lines.sorted(by: { $0.key < $1.key }) {
            ask(DeclaredTotal.self) { DeclaredTotal.finding(line) }
        }
    }
}
