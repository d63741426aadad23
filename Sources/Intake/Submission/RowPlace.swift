import DelimitedText
import Domain

/// The day and the place of a row, and its codes.
extension TableReader {
    /// - Parameter saysFindings: Where the row's cells may have moved, only what is plain is taken, and nothing said.
    func readDates(_ block: borrowing RowBlock, _ row: Int, saysFindings: Bool) {
        for column in plan.dates {
            dates[column] = nil
            guard let field = shape.field(column) else { continue }
            let written = text(block, row, column)
            let definition = plan.form.columns[column]
            if written.isEmpty {
                guard saysFindings, definition.filled else { continue }
                fail(FilledCell.self) {
                    FilledCell.finding(at: position(block, row, field), header: header(column), isQuantity: false)
                }
                continue
            }
            guard let order = context.orders[column] else { continue }
            let day = DateText(written).day(in: order)
            dates[column] = day
            guard saysFindings else { continue }
            guard let day else {
                fail(DateCell.self) { DateCell.finding(at: position(block, row, field), value: written) }
                continue
            }
            guard column == plan.date else { continue }
            if day > context.days.upperBound {
                if context.followsCalendarMonth { continue }
                fail(DateNotLate.self) {
                    DateNotLate.finding(at: position(block, row, field), value: written, day: day, days: context.days)
                }
            } else if day < context.days.lowerBound {
                ask(DateNotEarly.self) {
                    DateNotEarly.finding(at: position(block, row, field), value: written, day: day, days: context.days)
                }
            }
        }
    }

    func readCodes(_ block: borrowing RowBlock, _ row: Int) {
        for (column, list) in plan.codes {
            codes[column] = nil
            guard let field = shape.field(column) else { continue }
            let written = text(block, row, column)
            if written.isEmpty {
                guard plan.form.columns[column].filled else { continue }
                fail(FilledCell.self) {
                    FilledCell.finding(at: position(block, row, field), header: header(column), isQuantity: false)
                }
                continue
            }
            let day = rowDay
            let match = knownCodes.value(column: column, day: day.number, written) {
                context.codes.match(written, list: list, on: day)
            }
            switch match {
            case .entry(let entry): codes[column] = entry.code
            case .notValid(let entry):
                fail(ValidCode.self) {
                    ValidCode.finding(at: position(block, row, field), value: written, entry: entry, day: day)
                }
            case .unknown(let nearest):
                fail(KnownCode.self) {
                    KnownCode.finding(
                        at: position(block, row, field), value: written, nearest: nearest,
                        known: context.codes.entries(of: list, on: day))
                }
            }
        }
    }

    /// The day on which the row's names must be valid.
    private var rowDay: Day {
        guard let column = plan.date, let day = dates[column] else { return context.days.upperBound }
        return day
    }

    func readPlace(_ block: borrowing RowBlock, _ row: Int, saysFindings: Bool) -> UnitKey? {
        guard map.has(plan.unitCode) || map.has(plan.unitName) else {
            // The header's finding says it for all rows.
            isFailed = true
            return nil
        }
        let (code, name) = shape.placeTexts(block, row)
        let isProvincial = code.isEmpty || code == context.province
        if isProvincial, !name.isEmpty, RowLabel(name) == .provincial {
            return provincial(block, row, saysFindings: saysFindings)
        }
        if let placeless = plan.placeless, code.isEmpty,
            isPlaceless(text(block, row, placeless.column), placeless)
        {
            return context.provinceKey
        }
        let days = plan.date.flatMap { dates[$0] }.map { $0...$0 } ?? context.days
        let match = knownPlaces.value(column: days.lowerBound.number, day: days.upperBound.number, code, name) {
            context.units.match(code: code, name: name, during: days, levels: plan.levels)
        }
        guard case .unit(let unit, let isRespelled) = match else {
            if saysFindings { say(match, block, row, days) }
            return nil
        }
        guard context.isInArea(unit) else {
            if saysFindings {
                let here = position(block, row, placeField(named: !name.isEmpty))
                fail(UnitInArea.self) { UnitInArea.finding(at: here, unit: unit, area: context.area) }
            }
            return saysFindings ? unit.key : nil
        }
        if saysFindings, isRespelled, respelled.insert(code + "|" + name).inserted {
            let here = position(block, row, placeField(named: !name.isEmpty))
            log.add(UnitSpelling.self) { UnitSpelling.finding(at: here, value: name.isEmpty ? code : name, unit: unit) }
        }
        return unit.key
    }

    private func provincial(_ block: borrowing RowBlock, _ row: Int, saysFindings: Bool) -> UnitKey {
        if saysFindings, let area = context.area, area.level != .province {
            let here = position(block, row, shape.field(plan.unitName))
            fail(UnitInArea.self) { UnitInArea.finding(at: here, unit: nil, area: area) }
        }
        return context.provinceKey
    }

    private func isPlaceless(_ written: String, _ placeless: (column: Int, codes: Set<String>)) -> Bool {
        guard case .code(let list) = plan.form.columns[placeless.column].kind,
            case .entry(let entry) = context.codes.match(written, list: list, on: rowDay)
        else { return placeless.codes.contains(written) }
        return placeless.codes.contains(entry.code)
    }

    private func placeField(named: Bool) -> Int? {
        let (first, second) = named ? (plan.unitName, plan.unitCode) : (plan.unitCode, plan.unitName)
        return shape.field(first) ?? shape.field(second)
    }

    private func say(_ match: UnitMatcher.Match, _ block: borrowing RowBlock, _ row: Int, _ days: ClosedRange<Day>) {
        let (code, name) = shape.placeTexts(block, row)
        let atCode = position(block, row, placeField(named: false))
        let atName = position(block, row, placeField(named: true))
        let levels = plan.levels
        switch match {
        case .unit: break
        case .missing: fail(PlacePresent.self) { PlacePresent.finding(at: atName) }
        case .unknownCode(let named):
            fail(KnownUnit.self) { KnownUnit.finding(at: atCode, code: code, named: named) }
        case .unknownName(let nearest):
            fail(KnownUnit.self) { KnownUnit.finding(at: atName, name: name, nearest: nearest, levels: levels) }
        case .ambiguous(let units):
            fail(ClearUnit.self) { ClearUnit.finding(at: atName, name: name, units: units, in: context.geography) }
        case .reusedCode(let units):
            fail(ClearUnit.self) { ClearUnit.finding(at: atCode, code: code, units: units) }
        case .disagree(let unit, let named):
            fail(CodeFitsName.self) {
                CodeFitsName.finding(at: atName, code: code, name: name, unit: unit, named: named)
            }
        case .notValid(let units):
            let here = name.isEmpty ? atCode : atName
            fail(ValidUnit.self) {
                ValidUnit.finding(
                    at: here, value: name.isEmpty ? code : name, units: units, days: days, in: context.geography)
            }
        case .wrongLevel(let unit):
            fail(UnitLevel.self) { UnitLevel.finding(at: name.isEmpty ? atCode : atName, unit: unit, levels: levels) }
        }
    }
}
