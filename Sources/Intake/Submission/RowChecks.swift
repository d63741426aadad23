import DelimitedText
import Domain

/// The checks of a row's columns against each other and of rows against rows, and the counting.
extension TableReader {
    struct SheetRow {
        let unit: UnitKey
        let position: Position
        let amounts: [Int64?]
    }

    func checkRow(_ block: borrowing RowBlock, _ row: Int) {
        for check in plan.checks where check.columns.allSatisfy(map.has) {
            let field = shape.field(check.columns[0])
            switch check.kind {
            case .atMost:
                guard let part = cells[check.columns[0]].amount, let whole = cells[check.columns[1]].amount,
                    !PartAtMostWhole.holds(part: part, whole: whole)
                else { continue }
                say(PartAtMostWhole.self, check.level) {
                    PartAtMostWhole.finding(
                        check.level, at: position(block, row, field), part: part, whole: whole,
                        headers: check.columns.map(header))
                }
            case .zeroTogether:
                guard let first = cells[check.columns[0]].amount, let second = cells[check.columns[1]].amount,
                    !ZeroTogether.holds(first: first, second: second)
                else { continue }
                say(ZeroTogether.self, check.level) {
                    ZeroTogether.finding(
                        check.level, at: position(block, row, shape.field(check.columns[1])), second: second,
                        headers: check.columns.map(header))
                }
            case .follows:
                let values = check.columns.compactMap { cells[$0].amount }
                guard values.count == 4, !StockFollows.holds(values) else { continue }
                say(StockFollows.self, check.level) {
                    StockFollows.finding(
                        check.level, at: position(block, row, shape.field(check.columns[3])), values: values,
                        headers: check.columns.map(header))
                }
            case .before:
                guard let first = dates[check.columns[0]], let second = dates[check.columns[1]], second < first else {
                    continue
                }
                say(DatesInOrder.self, check.level) {
                    DatesInOrder.finding(
                        check.level, at: position(block, row, field), first: first, second: second,
                        headers: check.columns.map(header))
                }
            }
        }
    }

    /// So many keys are remembered: some 200 bytes each.
    private static var keysMax: Int { 200_000 }

    /// A sheet has one row for each place, a register one for each key; says whether this one repeats another.
    func checkRepetition(_ block: borrowing RowBlock, _ row: Int, place: UnitKey?) -> Bool {
        guard let place else { return false }
        let here = position(block, row)
        let key: String
        switch plan.form.layout {
        case .sheet:
            key = place.description
        case .register:
            // A row whose day or code could not be read repeats none; that is said already.
            let isRead = plan.key.allSatisfy { column in
                switch plan.form.columns[column].kind {
                case .date: dates[column] != nil
                case .code: codes[column] != nil || text(block, row, column).isEmpty
                default: true
                }
            }
            guard !plan.key.isEmpty, isRead else { return false }
            let parts = plan.key.map { column in
                switch plan.form.columns[column].kind {
                case .unitCode, .unitName: place.description
                case .date: dates[column].map { "\($0)" } ?? ""
                case .code: codes[column] ?? ""
                default: Folding.exact(text(block, row, column))
                }
            }
            key = parts.joined(separator: "\u{1F}")
        case .list: key = place.description + "\u{1F}" + (listMeasure(block, row)?.code ?? "")
        }
        guard let earlier = seen[key] else {
            // Of a place's rows only the first is kept, so that memory grows with the places.
            if plan.form.layout == .sheet { sheetRows.append(SheetRow(unit: place, position: here, amounts: amounts)) }
            // Without its key a row cannot be told from one that repeats it, so it is not counted.
            guard seen.count < Self.keysMax else {
                fail(FileSize.self) { FileSize.finding(at: here, moreKeysThan: Self.keysMax) }
                return false
            }
            seen[key] = (Int32(truncatingIfNeeded: here.line), Int32(truncatingIfNeeded: here.row))
            return false
        }
        fail(DuplicateRow.self) {
            let earlier = Position(file: context.file, line: Int(earlier.line), row: Int(earlier.row))
            return DuplicateRow.finding(at: here, earlier: earlier, plan.form.layout)
        }
        return true
    }

    /// A district's own row beside rows of its communes says the same twice if it is their sum; then it is not counted.
    func checkDistricts() {
        guard plan.form.layout == .sheet else { return }
        let rows = sheetRows.compactMap { row in context.geography.unit(row.unit).map { (unit: $0, row: row) } }
        for (district, row) in rows where district.level == .district {
            let parts = rows.filter { $0.unit.level == .commune && $0.unit.district == district.code }.map(\.row)
            guard !parts.isEmpty else { continue }
            let isSum = plan.quantities.allSatisfy { column in
                var sum: Int64 = 0
                for part in parts {
                    guard let amount = part.amounts[column] else { return false }
                    let (next, overflow) = sum.addingReportingOverflow(amount)
                    guard !overflow else { return false }
                    sum = next
                }
                return row.amounts[column] == sum
            }
            let isNothing = plan.quantities.allSatisfy { row.amounts[$0] == 0 }
            guard !isNothing else { continue }
            if isSum {
                tallies.remove(row.unit)
                withdrawn.insert(row.unit)
                if refusedPlaces.insert(row.unit).inserted { rowsCounted -= 1 }
            }
            log.add(DistrictApart.self) {
                DistrictApart.finding(at: row.position, district: district, communes: parts.count, isSum: isSum)
            }
        }
    }

    /// What the row of a list counts, by the words of its first column of words.
    func listMeasure(_ block: borrowing RowBlock, _ row: Int) -> (place: Int, code: String)? {
        guard let column = listColumn, let code = context.measureNames[Folding.key(text(block, row, column))],
            let place = plan.measures.firstIndex(where: { $0.code == code })
        else { return nil }
        return (place, code)
    }

    private var listColumn: Int? {
        plan.form.columns.firstIndex {
            switch $0.kind {
            case .text, .code: true
            default: false
            }
        }
    }

    /// The measure of a list's row is one of the form.
    func checkListMeasure(_ block: borrowing RowBlock, _ row: Int) {
        guard plan.form.layout == .list, listMeasure(block, row) == nil else { return }
        let field = shape.field(listColumn)
        fail(KnownMeasure.self) {
            KnownMeasure.finding(at: position(block, row, field), value: text(block, row, listColumn))
        }
    }

    /// Whether the row's codes are among those that the measure selects.
    func takes(_ measure: FormPlan.MeasurePlan) -> Bool {
        measure.selection.allSatisfy { selection in
            codes[selection.column].map(selection.codes.contains) ?? false
        }
    }

    func count(place: UnitKey, _ block: borrowing RowBlock, _ row: Int) {
        if plan.form.layout == .list {
            guard let measure = listMeasure(block, row), let column = plan.quantities.first else { return }
            tallies.add([cells[column]], to: measure.place, unit: place, codes: "")
            return
        }
        for (index, measure) in measures where takes(measure) {
            let kept = measure.by.map { "\($0.id)=\(codes[$0.column] ?? "")" }.joined(separator: ";")
            tallies.add(measure.columns.map { cells[$0] }, to: index, unit: place, codes: kept)
            breakDown(measure, index, place)
        }
    }

    private func breakDown(_ measure: FormPlan.MeasurePlan, _ index: Int, _ place: UnitKey) {
        guard breakdown != nil else { return }
        let amounts = measure.columns.compactMap { cells[$0].amount?.thousandths }
        let sum = measure.columns.isEmpty ? 1_000 : amounts.reduce(0, &+)
        let day = plan.date.flatMap { dates[$0] } ?? context.days.upperBound
        var named: [Int: String] = [:]
        for column in plan.totals.codes { named[column] = codes[column] }
        breakdown?.add(
            [(index, Quantity(thousandths: sum))], place: place, month: context.calendar.month(containing: day),
            codes: named)
    }
}
