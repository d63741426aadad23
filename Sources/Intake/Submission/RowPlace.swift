import DelimitedText
import Domain

/// The day and the place of a row, and its codes.
extension TableReader {
    /// - Parameter saysFindings: Where the row's cells may have moved, only what is plain is taken, and nothing said.
    func readDates(_ block: borrowing RowBlock, _ row: Int, saysFindings: Bool) {
        for column in plan.dates {
            dates[column] = nil
            guard let field = shape.field(column) else { continue }
            let reading = knownDates.value(column, shape.written(block, row, column)) {
                let written = text(block, row, column)
                guard !written.isEmpty else { return .blank }
                return .day(context.orders[column].map { DateText(written).day(in: $0) })
            }
            guard case .day(let settled) = reading else {
                guard saysFindings, plan.form.columns[column].filled else { continue }
                fail(FilledCell.self) {
                    FilledCell.finding(at: position(block, row, field), header: header(column), isQuantity: false)
                }
                continue
            }
            guard let day = settled else { continue }
            dates[column] = day
            guard saysFindings else { continue }
            guard let day else {
                fail(DateCell.self) {
                    DateCell.finding(at: position(block, row, field), value: text(block, row, column))
                }
                continue
            }
            guard column == plan.date else { continue }
            if day > context.days.upperBound {
                if context.followsCalendarMonth { continue }
                fail(DateNotLate.self) {
                    DateNotLate.finding(
                        at: position(block, row, field), value: text(block, row, column), day: day, days: context.days)
                }
            } else if day < context.days.lowerBound {
                ask(DateNotEarly.self) {
                    DateNotEarly.finding(
                        at: position(block, row, field), value: text(block, row, column), day: day, days: context.days)
                }
            }
        }
    }

    func readCodes(_ block: borrowing RowBlock, _ row: Int) {
        for (column, list) in plan.codes {
            codes[column] = nil
            guard let field = shape.field(column) else { continue }
            let day = rowDay
            let key = column << 32 | context.eras.index(of: day)
            let found = knownCodes.value(key, shape.written(block, row, column)) {
                let written = text(block, row, column)
                if written.isEmpty { return .blank }
                let match = context.codes.match(written, list: list, on: day)
                if case .entry(let entry) = match { return .code(entry.code) }
                return .other(match)
            }
            switch found {
            case .code(let code): codes[column] = code
            case .blank:
                guard plan.form.columns[column].filled else { continue }
                fail(FilledCell.self) {
                    FilledCell.finding(at: position(block, row, field), header: header(column), isQuantity: false)
                }
            case .other(.entry(let entry)): codes[column] = entry.code
            case .other(.notValid(let entry)):
                fail(ValidCode.self) {
                    ValidCode.finding(
                        at: position(block, row, field), value: text(block, row, column), entry: entry, day: day)
                }
            case .other(.unknown(let nearest)):
                fail(KnownCode.self) {
                    KnownCode.finding(
                        at: position(block, row, field), value: text(block, row, column), nearest: nearest,
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
        let rowDay = plan.date.flatMap { dates[$0] }
        let days = rowDay.map { $0...$0 } ?? context.days
        let reading = knownPlaces.value(
            rowDay.map { context.eras.index(of: $0) } ?? -1, shape.written(block, row, plan.unitCode),
            shape.written(block, row, plan.unitName)
        ) {
            let (code, name) = shape.placeTexts(block, row)
            let isProvincial = code.isEmpty || code == context.province
            if isProvincial, !name.isEmpty, RowLabel(name) == .provincial { return .provincial }
            let match = context.units.match(code: code, name: name, during: days, levels: plan.levels)
            if !code.isEmpty || plan.placeless == nil, case .unit(let unit, isRespelled: false) = match,
                context.isInArea(unit)
            {
                return .unit(unit.key)
            }
            return .other(match, hasCode: !code.isEmpty)
        }
        let (match, hasCode): (UnitMatcher.Match, Bool)
        switch reading {
        case .unit(let key): return key
        case .provincial: return provincial(block, row, saysFindings: saysFindings)
        case .other(let other, let isCoded): (match, hasCode) = (other, isCoded)
        }
        if let placeless = plan.placeless, !hasCode, isPlaceless(text(block, row, placeless.column), placeless) {
            return context.provinceKey
        }
        guard case .unit(let unit, let isRespelled) = match else {
            if saysFindings { say(match, block, row, days) }
            return nil
        }
        guard context.isInArea(unit) else {
            if saysFindings {
                fail(UnitInArea.self) {
                    let isNamed = !shape.placeTexts(block, row).name.isEmpty
                    return UnitInArea.finding(
                        at: position(block, row, placeField(named: isNamed)), unit: unit, area: context.area)
                }
            }
            return saysFindings ? unit.key : nil
        }
        if saysFindings, isRespelled { noteSpelling(of: unit, block, row) }
        return unit.key
    }

    private func noteSpelling(of unit: Unit, _ block: borrowing RowBlock, _ row: Int) {
        let (code, name) = shape.placeTexts(block, row)
        guard respelled.insert(code + "|" + name).inserted else { return }
        let here = position(block, row, placeField(named: !name.isEmpty))
        log.add(UnitSpelling.self) { UnitSpelling.finding(at: here, value: name.isEmpty ? code : name, unit: unit) }
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
        let rule: any Rule.Type
        switch match {
        case .unit: return
        case .missing: rule = PlacePresent.self
        case .unknownCode, .unknownName: rule = KnownUnit.self
        case .ambiguous, .reusedCode: rule = ClearUnit.self
        case .disagree: rule = CodeFitsName.self
        case .notValid: rule = ValidUnit.self
        case .wrongLevel: rule = UnitLevel.self
        }
        fail(rule) { finding(of: match, block, row, days) }
    }

    /// Only for a finding that is kept.
    private func finding(
        of match: UnitMatcher.Match, _ block: borrowing RowBlock, _ row: Int, _ days: ClosedRange<Day>
    ) -> Finding {
        let (code, name) = shape.placeTexts(block, row)
        let atCode = position(block, row, placeField(named: false))
        let atName = position(block, row, placeField(named: true))
        let levels = plan.levels
        switch match {
        case .unit, .missing: return PlacePresent.finding(at: atName)
        case .unknownCode(let named): return KnownUnit.finding(at: atCode, code: code, named: named)
        case .unknownName(let nearest):
            return KnownUnit.finding(at: atName, name: name, nearest: nearest, levels: levels)
        case .ambiguous(let units):
            return ClearUnit.finding(at: atName, name: name, units: units, in: context.geography)
        case .reusedCode(let units): return ClearUnit.finding(at: atCode, code: code, units: units)
        case .disagree(let unit, let named):
            return CodeFitsName.finding(at: atName, code: code, name: name, unit: unit, named: named)
        case .notValid(let units):
            return ValidUnit.finding(
                at: name.isEmpty ? atCode : atName, value: name.isEmpty ? code : name, units: units, days: days,
                in: context.geography)
        case .wrongLevel(let unit):
            return UnitLevel.finding(at: name.isEmpty ? atCode : atName, unit: unit, levels: levels)
        }
    }
}

/// What the cells of a row's place say.
enum PlaceReading {
    /// One that there is nothing to say about.
    case unit(UnitKey)
    /// `Cấp tỉnh (không phân theo xã)`
    case provincial
    indirect case other(UnitMatcher.Match, hasCode: Bool)
}

/// What the cell of a code says.
enum CodeReading {
    case blank
    case code(String)
    indirect case other(CodeMatcher.Match)
}

/// What the cell of a date says.
enum DateReading {
    case blank
    /// Outer `nil`: the order of day and month is not settled; inner: no day.
    case day(Day??)
}
