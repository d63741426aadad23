import DelimitedText
import Domain
import FastRows

/// Leads the rows of a table through reading, judging and counting, and its total lines past them.
final class TableReader {
    private let table: TableInHand
    private var judge: RowJudge
    private var counter: RowCounter
    private var nothingOccurred: Position?
    private var reader: RowReader
    private var row: RowInHand
    private var totals: TotalsCheck
    private var districts: DistrictTotals
    private var sums: PlaceSums?
    private var isFirstRow = true
    /// Whether no row of data has been met yet.
    private var isAboveData = true
    private var knownLabels = NameCache<HeadWords>()
    private var headings: TableHeadings
    private var others = RowsOfOthers()
    /// Rows that repeat the header.
    private var headers = Repairs()
    private var faulty = MostlyFaulty.Count()

    init(_ table: TableInHand, log: FindingLog, trace: RowTrace?) {
        self.table = table
        judge = RowJudge(table, log: log)
        counter = RowCounter(table, trace: trace)
        reader = RowReader(table)
        row = RowInHand(columns: table.plan.form.columns.count)
        totals = TotalsCheck(columns: table.plan.form.columns.count)
        districts = DistrictTotals(table)
        sums = PlaceSums(table)
        headings = TableHeadings(table.shape, plan: table.plan, period: table.context.period)
    }

    /// Looks for districts whose communes have rows too, before any row is counted.
    func lookForDistricts(_ block: borrowing RowBlock) {
        for index in 0..<block.rowCount where table.holds(block.spreadsheetRow(of: index)) {
            if faulty.hasMostlyUnknownPlaces { return }
            let isFilled = table.plan.quantities.contains { column in
                guard let field = table.shape.field(column), field < block.fieldCount(index) else { return false }
                return !block.withBytes(index, field) { Glance($0).isBlank }
            }
            guard isFilled else { continue }
            reader.readSubject(block, index, &row)
            districts.noteFilled(row)
            faulty.notePlace(of: row)
        }
    }

    func take(_ block: borrowing RowBlock) {
        for index in 0..<block.rowCount where table.holds(block.spreadsheetRow(of: index)) { take(block, index) }
    }

    /// Takes the rows that are not clean with care, and what the clean ones come to as it stands.
    func take(_ clean: CleanRows) {
        var previous = table.shape.headerRow
        faulty.begin(clean: clean.rowCount)
        clean.forEachStretch { aside, stretch in
            var added = CleanRows.Sums(rows: 0, columns: stretch.sums.columns.map { _ in 0 })
            var marks = stretch.marks[...]
            for index in 0..<aside.rowCount {
                let number = aside.spreadsheetRow(of: index)
                if number > previous + 1 { isFirstRow = false }
                previous = number
                if let mark = marks.first, mark.row == index {
                    add(mark.sums, without: added, clean.plan)
                    added = mark.sums
                    marks = marks.dropFirst()
                }
                if table.holds(number) { take(aside, index) }
            }
            add(stretch.sums, without: added, clean.plan)
        }
        counter.addGroups(of: clean, table)
    }

    private func add(_ sums: CleanRows.Sums, without added: CleanRows.Sums, _ plan: CleanPlan) {
        guard sums.rows > added.rows else { return }
        var amounts = [Int64](repeating: 0, count: row.amounts.count)
        for (slot, column) in plan.quantities.enumerated() {
            amounts[column] = sums.columns[slot] - added.columns[slot]
        }
        totals.add(whole: amounts, rows: sums.rows - added.rows)
        counter.addRows(sums.rows - added.rows)
    }

    /// What all rows came to, and what was said of them.
    func finish() -> (rows: RowsInHand, log: FindingLog) {
        faulty.finish(at: row)
        if faulty.end == nil, !totals.isAlone { report(totals.finish(), reason: nil) }
        let rows = RowsInHand(
            table: table, counter: counter, nothingOccurred: nothingOccurred, districts: districts.compared(),
            sums: sums, repairs: reader.repairs.merging(headers), end: faulty.end, hasTotalAlone: totals.isAlone)
        return (rows, judge.log)
    }

    private func take(_ block: borrowing RowBlock, _ index: Int) {
        if faulty.end != nil { return }
        let fieldCount = block.fieldCount(index)
        let isBlank = (0..<fieldCount).allSatisfy { block.withBytes(index, $0) { Glance($0).isBlank } }
        if isBlank { return }
        if table.isHeader(block, index) {
            headers.note(.header, "", as: "", at: table.position(block, index))
            // Its numbering may come with it.
            isFirstRow = true
            return
        }
        if others.haveBegun || isHeading(block, index) {
            if others.haveBegun { pass(block, index) }
            return
        }
        defer { isFirstRow = false }
        // On every page, where it begins with a letter: no place is called «A».
        let mayNumber = isFirstRow || block.withBytes(index, 0) { $0.count <= 3 && $0.contains(UInt8(ascii: "A")) }
        if mayNumber, NumberingRow.isNumbering((0..<fieldCount).map { block.text(index, $0) }) { return }
        if isAboveData, UnitsRow.isOne((0..<fieldCount).map { block.text(index, $0) }, under: table) { return }
        if !table.groupRows.isEmpty, table.groupRows.contains(block.spreadsheetRow(of: index)) {
            report(totals.groupHeading(declared(block, index)), reason: reason(block, index))
            return
        }
        let label = table.shape.label(block, index, &knownLabels)
        // «Tổng Quỳnh Nhai» leaves out what kind of area it is; «Cộng …» adds up what stands above it, whatever it is called.
        if label == nil || label == .grandTotal, districts.hasParts,
            let area = RowLabel.areaOfTotal(table.shape.placeTexts(block, index).name),
            takeTotal(of: area, block, index)
        {
            return
        }
        switch label {
        case .grandTotal: report(totals.grandTotal(declared(block, index)), reason: reason(block, index))
        case .areaTotal(let area) where takeTotal(of: area, block, index): break
        case .groupTotal, .areaTotal: report(totals.groupTotal(declared(block, index)), reason: reason(block, index))
        case .comparison where !namesPlace(block, index): noteComparison(block, index)
        case .nothingOccurred where isAlone(block, index): nothingOccurred = table.position(block, index)
        default: takeData(block, index)
        }
    }

    /// Whether the row is the header again in other words, or begins another table.
    private func isHeading(_ block: borrowing RowBlock, _ index: Int) -> Bool {
        guard let found = headings.find(block, index) else { return false }
        let here = table.position(block, index)
        switch found {
        case .samePeriod: break
        case .sameHeader: headers.note(.header, "", as: "", at: here)
        case .otherFigures(let words): others.begin(.figures, words, at: here)
        case .partners(let words): others.begin(.partners, words, at: here)
        case .otherHeader(let words): others.begin(.header, words, at: here, &judge)
        case .otherPeriod(let words): others.begin(.figures, words, at: here, &judge)
        }
        return true
    }

    /// A row of another table: its place has figures that are not known.
    private func pass(_ block: borrowing RowBlock, _ index: Int) {
        guard table.shape.label(block, index, &knownLabels) == nil, table.shape.hasIdentity(block, index) else {
            return
        }
        reader.read(block, index, into: &row)
        if row.unit != nil || table.hasFigure(block, index) { others.sayPending(&judge) }
        guard row.unit != nil else { return }
        row.isRefused = true
        counter.count(row, block)
    }

    /// A district's total is held against its communes, wherever it stands; says whether it is one.
    private func takeTotal(of area: String, _ block: borrowing RowBlock, _ index: Int) -> Bool {
        guard districts.hasParts else { return false }
        let context = table.context
        let named = context.units.units(named: area, during: context.days).filter { $0.level == .district }
        guard named.count == 1 else { return false }
        reader.read(block, index, into: &row)
        if !row.mayHaveMoved { districts.take(row, of: named[0]) }
        sayUncalculated(block, index)
        return true
    }

    /// A place whose name begins like the words of a comparison, or a row with a code.
    private func namesPlace(_ block: borrowing RowBlock, _ index: Int) -> Bool {
        let (code, name) = table.shape.placeTexts(block, index)
        return !code.isEmpty && !name.isEmpty
            || !table.context.units.units(named: name, during: table.context.days).isEmpty
    }

    private func noteComparison(_ block: borrowing RowBlock, _ index: Int) {
        judge.say(ComparisonRow.self) {
            let cells = (0..<block.fieldCount(index)).map { block.text(index, $0).trimmedCell }
            let field = cells.firstIndex { $0.contains(where: \.isLetter) } ?? 0
            return ComparisonRow.finding(at: table.position(block, index, field), label: cells[field])
        }
    }

    /// Says that cells of a total line hold formulas without their values, or errors.
    private func sayUncalculated(_ block: borrowing RowBlock, _ index: Int) {
        var cells: [(field: Int, text: String)] = []
        for column in table.plan.quantities {
            guard let field = table.shape.field(column), field < block.fieldCount(index),
                block.withBytes(index, field, { $0.first == UInt8(ascii: "=") || $0.first == UInt8(ascii: "#") }),
                case .fault(let fault) = CellReading(block.text(index, field)),
                fault == .formula || fault == .spreadsheetError
            else { continue }
            cells.append((field, block.text(index, field).trimmedCell))
        }
        guard let first = cells.first else { return }
        judge.say(UncalculatedTotal.self) {
            let row = block.spreadsheetRow(of: index)
            return UncalculatedTotal.finding(
                at: table.position(block, index, first.field), value: first.text,
                cells: cells.map { Position.letters($0.field + 1) + "\(row)" })
        }
    }

    private func takeData(_ block: borrowing RowBlock, _ index: Int) {
        isAboveData = false
        // Which place it is not need no more be said.
        reader.passesUnknown = judge.log.count(of: KnownUnit.self) >= FindingLog.keptPerRule
        reader.read(block, index, into: &row)
        if districts.isTotal(row) {
            // Of a row whose cells may have moved no number is compared.
            if row.mayHaveMoved {
                judge.judge(&row, block)
            } else {
                row.reason = reason(block, index)
                sayUncalculated(block, index)
                guard !districts.take(row) else { return }
                judge.say(FileSize.self) {
                    FileSize.finding(at: row.position, moreKeysThan: DistrictTotals.rowsMax)
                }
            }
            return
        }
        if isUnnamedTotal(block, index) { return }
        judge.judge(&row, block)
        totals.add(row.amounts, isRepeated: row.isRepeated)
        districts.add(row)
        sums?.add(row, block)
        counter.count(row, block)
        faulty.note(row)
    }

    /// A row of no place that has exactly what the rows above it add up to is their total, whatever it is called.
    private func isUnnamedTotal(_ block: borrowing RowBlock, _ index: Int) -> Bool {
        guard row.unit == nil, !row.mayHaveMoved, row.faults.isEmpty, let match = row.match else { return false }
        // What comes near to a name is looked for last, for it costs most.
        guard let rows = totals.sum(row.written(table.plan.quantities)), table.isNoPlace(match) else { return false }
        let declared = declared(block, index)
        report(rows.isAll ? totals.grandTotal(declared) : totals.groupTotal(declared), reason: reason(block, index))
        judge.say(SumOfOthers.self) {
            let texts = table.placeTexts(block, row)
            return SumOfOthers.finding(
                at: row.position, unnamed: texts.name.isEmpty ? texts.code : texts.name, rows: rows.count)
        }
        return true
    }

    private func isAlone(_ block: borrowing RowBlock, _ row: Int) -> Bool {
        let filled = (0..<block.fieldCount(row)).count { !block.withBytes(row, $0) { Glance($0).isBlank } }
        return filled <= 2
    }

    /// What is said of a total line; nothing that names a person.
    private func reason(_ block: borrowing RowBlock, _ index: Int) -> String? {
        guard let reason = ReasonLength.usable(table.text(block, index, table.plan.reason)) else { return nil }
        guard PersonInReason.isIn(reason) else { return reason }
        let field = table.shape.field(table.plan.reason)
        judge.say(PersonInReason.self) { PersonInReason.finding(at: table.position(block, index, field)) }
        return nil
    }

    /// The numbers of a total line.
    private func declared(_ block: borrowing RowBlock, _ row: Int) -> [TotalsCheck.Declared] {
        sayUncalculated(block, row)
        return table.plan.quantities.compactMap { TotalsCheck.Declared(block, row, column: $0, table) }
    }

    private func report(_ differences: [TotalsCheck.Difference], reason: String?) {
        let lines = Dictionary(grouping: differences) { $0.declared.position.row }
        for (_, line) in lines.sorted(by: { $0.key < $1.key }) {
            judge.log.add(DeclaredTotal.self, reason: reason) {
                DeclaredTotal.finding(line, hasReasons: table.plan.reason != nil)
            }
        }
    }
}
