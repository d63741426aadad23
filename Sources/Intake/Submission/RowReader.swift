import DelimitedText
import Domain
import SheetReading

/// Understands the cells of a row. It says nothing of what is wrong: rules do.
///
/// The file is long because a row is read in one pass: each kind of cell has a memory of what was met before, and all of them
/// note repairs in one place, which nobody else may touch.
struct RowReader {
    private let table: TableInHand
    private var knownPlaces = NameCache<PlaceReading>()
    private var knownCodes = NameCache<CodeReading>()
    private var knownDates = NameCache<DateReading>()
    private var knownCells = NameCache<CellReading>()
    /// What was read although it is written otherwise; each spelling once, when it is met first.
    private(set) var repairs = Repairs()
    /// Whether of rows whose place is unknown nothing more need be known.
    var passesUnknown = false
    /// Rows whose place was looked for among the register's and is none of them.
    private var unknownRows = RowSet()
    /// Merged cells that hold something.
    private var filledMerged: Set<SheetMarks.Range> = []

    /// What the cells of a row's place say.
    private enum PlaceReading {
        /// One that there is nothing to say about.
        case unit(UnitKey)
        case unallotted(UnitKey)
        case provincial
        indirect case other(UnitMatcher.Match, hasCode: Bool)
    }

    init(_ table: TableInHand) { self.table = table }

    mutating func read(_ block: borrowing RowBlock, _ index: Int, into row: inout RowInHand) {
        row.begin(index, at: table.position(block, index), fieldCount: block.fieldCount(index))
        if !table.doubtsByRow.isEmpty { row.doubts = table.doubtsByRow[row.position.row] ?? [] }
        row.mayHaveMoved = !row.doubts.isEmpty || table.isMoved(row)
        let reason = table.text(block, index, table.plan.reason)
        row.reason = reason.isEmpty ? nil : reason
        readDates(block, &row)
        readPlace(block, &row)
        guard !row.mayHaveMoved else {
            for column in row.amounts.indices { row.amounts[column] = nil }
            return
        }
        readCodes(block, &row)
        readQuantities(block, &row)
        readListMeasure(block, &row)
    }

    /// The place of a row, and what it counts in a list; nothing else is read.
    mutating func readSubject(_ block: borrowing RowBlock, _ index: Int, _ row: inout RowInHand) {
        row.begin(index, at: table.position(block, index), fieldCount: block.fieldCount(index))
        row.mayHaveMoved = table.isMoved(row)
        readPlace(block, &row)
        if row.isOfUnknownPlace, table.plan.placeless == nil { unknownRows.insert(row.position.row) }
        readListMeasure(block, &row)
    }

    // MARK: Day and place

    private mutating func readDates(_ block: borrowing RowBlock, _ row: inout RowInHand) {
        let table = table
        for column in table.plan.dates where table.map.has(column) {
            var (withoutYear, isNew): (String?, Bool) = (nil, false)
            row.dates[column] = knownDates.value(column, table.shape.written(block, row.index, column)) {
                let written = table.text(block, row.index, column)
                guard !written.isEmpty else { return .blank }
                isNew = true
                guard let order = table.context.orders[column] else { return .unsettled }
                let text = DateText(written)
                guard case .yearless = text else { return text.day(in: order).map { .day($0) } ?? .unreadable }
                let resolved = text.resolved(
                    in: ReadingContext.window(table.context.days, isDeciding: column == table.plan.date))
                if case .yearless = resolved { return .withoutYear }
                withoutYear = written
                return resolved.day(in: order).map { .day($0) } ?? .unreadable
            }
            if isNew, let day = row.day(column) {
                repairs.noteLetters(
                    table.text(block, row.index, column), as: Language.vi.date(day), at: table.position(row, column))
            }
            if let withoutYear, let day = row.day(column) {
                repairs.note(
                    .dateWithoutYear, withoutYear, as: Language.vi.date(day), at: table.position(row, column))
            }
        }
    }

    private mutating func readPlace(_ block: borrowing RowBlock, _ row: inout RowInHand) {
        let table = table
        let (plan, context) = (table.plan, table.context)
        guard table.hasPlace else { return }
        if passesUnknown, unknownRows.contains(row.position.row) {
            row.match = .unknownCode([])
            return
        }
        let rowDay = row.day(plan.date)
        let days = rowDay.map { $0...$0 } ?? context.days
        var isNew = false
        let reading = knownPlaces.value(
            rowDay.map { context.eras.index(of: $0) } ?? -1, table.shape.written(block, row.index, plan.unitCode),
            table.shape.written(block, row.index, plan.unitName)
        ) {
            isNew = true
            return Self.placeReading(table.shape.placeTexts(block, row.index), days, table)
        }
        defer { if isNew { noteRepairs(ofPlaceIn: row, table.shape.placeTexts(block, row.index)) } }
        switch reading {
        case .unit(let key): row.unit = key
        case .unallotted(let key):
            row.unit = key
            row.isUnallotted = true
        case .provincial:
            row.unit = context.provinceKey
            row.isProvincial = true
        case .other(let match, let hasCode):
            if let placeless = plan.placeless, !hasCode, isPlaceless(block, row, placeless) {
                row.unit = context.provinceKey
                return
            }
            row.match = match
            guard case .unit(let unit, _) = match, !row.mayHaveMoved || context.isInArea(unit) else { return }
            row.unit = unit.key
        }
    }

    private mutating func noteRepairs(ofPlaceIn row: RowInHand, _ texts: (code: String, name: String)) {
        guard let unit = row.unit, !row.isProvincial else { return }
        let named = table.context.geography.unit(unit)?.fullName ?? unit.code
        repairs.noteLetters(texts.name, as: named, at: table.placePosition(row, named: true))
        if HiddenMark.removed(from: texts.code).trimmedCell == unit.code {
            repairs.noteLetters(texts.code, as: unit.code, at: table.placePosition(row, named: false))
        } else if !texts.code.isEmpty {
            repairs.note(.code, texts.code, as: unit.code, at: table.placePosition(row, named: false))
        }
    }

    private static func placeReading(
        _ texts: (code: String, name: String), _ days: ClosedRange<Day>, _ table: TableInHand
    ) -> PlaceReading {
        let (code, name) = texts
        let (plan, context) = (table.plan, table.context)
        if code.isEmpty || code == context.province, !name.isEmpty, RowLabel(name) == .provincial {
            return .provincial
        }
        if let district = UnallottedName.district(in: name), plan.levels.contains(.district) {
            let match = context.units.match(code: code, name: district, during: days, levels: [.district])
            guard case .unit(let unit, _) = match, context.isInArea(unit) else {
                return .other(match, hasCode: !code.isEmpty)
            }
            return .unallotted(unit.key)
        }
        let match = context.units.match(code: code, name: name, during: days, levels: plan.levels)
        if !code.isEmpty || plan.placeless == nil, case .unit(let unit, isRespelled: false) = match,
            context.isInArea(unit)
        {
            return .unit(unit.key)
        }
        return .other(match, hasCode: !code.isEmpty)
    }

    private func isPlaceless(
        _ block: borrowing RowBlock, _ row: RowInHand, _ placeless: (column: Int, codes: Set<String>)
    ) -> Bool {
        let written = table.text(block, row.index, placeless.column)
        guard case .code(let list) = table.plan.form.columns[placeless.column].kind,
            case .entry(let entry) = table.context.codes.match(written, list: list, on: table.day(of: row))
        else { return placeless.codes.contains(written) }
        return placeless.codes.contains(entry.code)
    }

    // MARK: Codes and numbers

    private mutating func readCodes(_ block: borrowing RowBlock, _ row: inout RowInHand) {
        let table = table
        for (column, list) in table.plan.codes where table.map.has(column) {
            let day = table.day(of: row)
            let key = column << 32 | table.context.eras.index(of: day)
            var found: (written: String, entry: CodeEntry)?
            row.codes[column] = knownCodes.value(key, table.shape.written(block, row.index, column)) {
                let written = table.text(block, row.index, column)
                if written.isEmpty { return .blank }
                let match = table.context.codes.match(written, list: list, on: day)
                guard case .entry(let entry) = match else { return .other(match) }
                found = (written, entry)
                return .code(entry.code)
            }
            if let found {
                repairs.noteLetters(found.written, as: found.entry.name.vi, at: table.position(row, column))
            }
        }
    }

    private mutating func readQuantities(_ block: borrowing RowBlock, _ row: inout RowInHand) {
        let table = table
        for column in table.plan.quantities {
            guard let field = table.shape.field(column) else { continue }
            row.amounts[column] = 0
            if !table.merged.isEmpty, let range = table.merged.range(row: row.position.row, field: field) {
                takeMerged(range, field, column, block, &row)
                continue
            }
            if field < row.fieldCount, let whole = block.withBytes(row.index, field, Self.wholeNumber) {
                Self.take(Quantity(thousandths: whole * 1_000), column, &row)
                continue
            }
            var isNew = false
            let reading = knownCells.value(0, table.shape.written(block, row.index, column)) {
                isNew = true
                return CellReading(
                    table.text(block, row.index, column),
                    isSettled: field < row.fieldCount && block.isSettled(row.index, field))
            }
            if isNew, field < row.fieldCount {
                noteRepairs(of: reading, block.text(row.index, field).trimmedCell, at: column, row)
            }
            switch reading {
            case .empty: row.cells[column] = .empty
            case .zero: row.cells[column] = .zero
            case .uncollected: row.cells[column] = .uncollected
            case .number(let number): take(number, column, &row)
            case .fault(let fault): Self.refuse(.words(fault), column, &row)
            }
        }
    }

    private mutating func noteRepairs(of reading: CellReading, _ written: String, at column: Int, _ row: RowInHand) {
        switch reading {
        case .empty where !written.isEmpty:
            repairs.note(.emptyInWords, written, as: "", at: table.position(row, column))
        case .uncollected where CellReading.isAwaited(written):
            repairs.note(.awaited, written, as: "...", at: table.position(row, column))
        case .number where HiddenMark.stand(in: written):
            let number = HiddenMark.removed(from: written)
            repairs.note(.hiddenMarks, number, as: number, at: table.position(row, column))
        case .number, .zero:
            let number = CellReading.withoutTextMark(written)
            if number != written { repairs.note(.textNumber, written, as: number, at: table.position(row, column)) }
        default: break
        }
    }

    /// A merged cell counts in none of its rows and columns; one that is empty is as empty as they are.
    private mutating func takeMerged(
        _ range: SheetMarks.Range, _ field: Int, _ column: Int, _ block: borrowing RowBlock, _ row: inout RowInHand
    ) {
        let isFirst = row.position.row == range.rows.lowerBound && field == range.columns.lowerBound - 1
        let isBlank = field >= row.fieldCount || block.withBytes(row.index, field) { Glance($0).isBlank }
        if isFirst, !isBlank { filledMerged.insert(range) }
        guard filledMerged.contains(range) else { return row.cells[column] = .empty }
        row.cells[column] = .fault
        row.amounts[column] = nil
        // One finding for them all.
        if isFirst { row.faults.append(RowInHand.Fault(column: column, kind: .merged)) }
    }

    /// Digits alone, which need no more than this.
    private static func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
        var number: Int64 = 0
        for byte in bytes {
            let digit = byte &- 0x30
            guard digit < 10 else { return nil }
            number = number &* 10 &+ Int64(digit)
        }
        return number
    }

    private static func take(_ quantity: Quantity, _ column: Int, _ row: inout RowInHand) {
        row.cells[column] = quantity.isZero ? .zero : .number(quantity)
        row.amounts[column] = quantity.thousandths
    }

    private static func refuse(_ kind: RowInHand.Fault.Kind, _ column: Int, _ row: inout RowInHand) {
        row.cells[column] = .fault
        row.amounts[column] = nil
        row.faults.append(RowInHand.Fault(column: column, kind: kind))
    }

    private func take(_ number: NumberText, _ column: Int, _ row: inout RowInHand) {
        if table.context.hasTwoNotations, number.evidence != .none {
            row.cells[column] = .fault
            row.amounts[column] = nil
            return
        }
        switch number.value(in: table.context.notation) {
        case nil: Self.refuse(.unreadable, column, &row)
        case .tooLarge: Self.refuse(.tooLarge, column, &row)
        case .tooManyDecimals: Self.refuse(.tooManyDecimals, column, &row)
        case .quantity(let quantity, let decimals):
            if number.isBracketed, !quantity.isZero {
                Self.refuse(.words(.text), column, &row)
            } else if number.isNegative, !quantity.isZero {
                Self.refuse(.negative, column, &row)
                row.amounts[column] = -quantity.thousandths
            } else if decimals > table.plan.decimals(column) {
                Self.refuse(.tooManyDecimals, column, &row)
                row.amounts[column] = quantity.thousandths
            } else {
                Self.take(quantity, column, &row)
            }
        }
    }

    /// By the words of a list's first column of words.
    private func readListMeasure(_ block: borrowing RowBlock, _ row: inout RowInHand) {
        guard let column = table.plan.subject,
            let code = table.context.measureNames[Folding.key(table.text(block, row.index, column))],
            let place = table.plan.measures.firstIndex(where: { $0.code == code })
        else { return }
        row.listMeasure = (place, code)
    }
}
