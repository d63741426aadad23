import Domain
import FastRows

/// How the columns of a register are compiled for the reading of its clean rows.
extension CleanPlan {
    private static let erasMax = 64

    /// The rules of rows that a clean row never breaks, for what would break them makes a row unclean (`CleanRowReader`), or
    /// that the plan brings with it: bounds, checks of columns. A form whose columns add up and a sheet in which something is struck
    /// through have no plan. Where `RuleList` has another rule, every row is read with care.
    static let rulesOfCleanRows: [any RowRule.Type] = [
        ReasonInWords.self, ReasonLength.self, PersonInReason.self, DecodableBytes.self, NoNulBytes.self,
        QuotedCells.self, RowLength.self, DateCell.self, DateNotLate.self, DateNotEarly.self, UnitInArea.self,
        UnitSpelling.self, PlacePresent.self, KnownUnit.self, ClearUnit.self, CodeFitsName.self, ValidUnit.self,
        UnitLevel.self, KnownCode.self, ValidCode.self, FilledCell.self, SpreadsheetError.self,
        ScientificNotation.self, NumberAsDate.self, NumberCell.self, NumberFits.self, MergedFigure.self,
        WholeNumber.self, FewDecimals.self, NotNegative.self, WithinBound.self, KnownMeasure.self,
        PartAtMostWhole.self, ZeroTogether.self, StockFollows.self, ColumnsAddUp.self, DatesInOrder.self,
        DuplicateRow.self, StruckThrough.self,
    ]

    /// Of these rules those that nothing in the reading of clean rows speaks for.
    static func unspokenFor(_ rules: [any RowRule.Type]) -> [String] {
        let known = Set(rulesOfCleanRows.map { ObjectIdentifier($0) })
        return rules.filter { !known.contains(ObjectIdentifier($0)) }.map { $0.code }
    }

    private static let mayReadClean = unspokenFor(RuleList.rowRules).isEmpty

    /// `nil` where every row needs care.
    init?(_ context: CleanContext, shape: TableShape, plan: FormPlan, map: ColumnMap) {
        guard Self.mayReadClean, plan.form.layout == .register, plan.key.isEmpty, let mainColumn = plan.date,
            let dateField = map.fields[mainColumn], map.has(plan.unitCode) || map.has(plan.unitName),
            map.duplicates.isEmpty, let eras = Self.eras(context, lists: Set(plan.codes.map(\.list)))
        else { return nil }
        let columns = Self.columns(context, plan, map, mainColumn)
        var checks: [Check] = []
        for check in plan.checks where check.columns.allSatisfy(map.has) {
            guard let compiled = Self.check(check, columns) else { return nil }
            checks.append(compiled)
        }
        let months = plan.totals.isByMonth ? context.period.monthCount : 1
        let firstYear = context.days.lowerBound.year - 10
        let years = context.days.upperBound.year + 2 - firstYear
        self.init(
            names: Names(place: context.unit, code: context.code),
            layout: Layout(
                headerRow: shape.headerRow, width: shape.headerFields, dateField: dateField,
                reasonMost: ReasonLength.most),
            days: Days(
                months: months, firstMonth: context.period.first, firstYear: firstYear, years: years,
                ofPeriod: Self.dayValues(
                    from: firstYear, years: years, within: context.days, context, eras, hasMonths: months > 1),
                ofLife: Self.dayValues(
                    from: firstYear, years: years, within: nil, context, [], hasMonths: false), eras: eras),
            columns: columns.columns, fields: Self.fields(shape, plan, map, columns), checks: checks)
    }

    /// The columns of a form that the file has, by their slots.
    private struct Slots {
        let quantities: [Int]
        let dates: [Int]
        let codes: [(column: Int, list: String)]
        let columns: Columns
    }

    private static func columns(
        _ context: CleanContext, _ plan: FormPlan, _ map: ColumnMap, _ mainColumn: Int
    ) -> Slots {
        let quantities = plan.quantities.filter { map.has($0) }
        let dates = plan.dates.filter { map.has($0) }
        let codes = plan.codes.filter { map.has($0.column) }
        let kept = Set(
            plan.measures.flatMap { $0.selection.map(\.column) + $0.by.map(\.column) } + plan.totals.codes)
        let keptCodes = codes.enumerated().filter { kept.contains($0.element.column) }.map { slot, code in
            (slot: slot, values: context.entries(of: code.list).count + 1)
        }
        let filled = Set(plan.form.columns.indices.filter { plan.form.columns[$0].filled })
        return Slots(
            quantities: quantities, dates: dates, codes: codes,
            columns: Columns(
                quantities: quantities, dates: dates, codes: codes, keptCodes: keptCodes,
                mainDate: dates.firstIndex(of: mainColumn) ?? 0, filled: filled))
    }

    private static func fields(
        _ shape: TableShape, _ plan: FormPlan, _ map: ColumnMap, _ slots: Slots
    ) -> [Field] {
        var fields = (0..<shape.headerFields).map { Field($0, role: .unknown, slot: $0, isFilled: false, bound: .max) }
        for (index, column) in plan.form.columns.enumerated() {
            guard let field = map.fields[index] else { continue }
            let (role, slot): (Field.Role, Int?) =
                switch column.kind {
                case .ordinal, .text: (.text, 0)
                case .reason: (.reason, 0)
                case .unitCode: (.unitCode, 0)
                case .unitName: (.unitName, 0)
                case .date: (.date, slots.dates.firstIndex(of: index))
                case .code: (.code, slots.codes.firstIndex { $0.column == index })
                case .count, .decimal: (.quantity, slots.quantities.firstIndex(of: index))
                }
            // Of several columns for the place's name, the form's first counts.
            let isSecond = role == .unitCode && index != plan.unitCode || role == .unitName && index != plan.unitName
            fields[field] = Field(
                field, role: isSecond ? .text : role, slot: slot ?? 0, isFilled: column.filled,
                bound: column.bound.map { $0.thousandths / 1_000 } ?? .max)
        }
        return fields
    }

    private static func check(_ check: FormPlan.CheckPlan, _ slots: Slots) -> Check? {
        let columns = check.kind.isOfDates ? slots.dates : slots.quantities
        let places = check.columns.compactMap { columns.firstIndex(of: $0) }
        guard places.count == check.columns.count, let first = places.first, places.count >= 2 else { return nil }
        func slot(_ place: Int) -> Int { place < places.count ? places[place] : first }
        let kind: Check.Kind
        switch check.kind {
        case .atMost: kind = .atMost
        case .zeroTogether: kind = .zeroTogether
        case .follows: kind = .follows
        case .before: kind = .before
        // However many columns it has: rows are read with care.
        case .addsUp: return nil
        }
        return Check(kind: kind, slots: (first, slot(1), slot(2), slot(3)))
    }

    /// The first day of each stretch of the period in which every name means the same; `nil`: too many.
    private static func eras(_ context: CleanContext, lists: Set<String>) -> [Day]? {
        let validities =
            context.units.map(\.validity) + lists.flatMap { context.entries(of: $0).map(\.validity) }
        let changes = Set(validities.flatMap { [$0.from, $0.to].compactMap { $0 } }).filter {
            context.days.lowerBound < $0 && $0 <= context.days.upperBound
        }
        return changes.count < erasMax ? [context.days.lowerBound] + changes.sorted() : nil
    }

    private static func dayValues(
        from firstYear: Int, years: Int, within days: ClosedRange<Day>?, _ context: CleanContext, _ eras: [Day],
        hasMonths: Bool
    ) -> [DayValue] {
        var values = [DayValue](repeating: DayValue(), count: years * daysOfYear)
        for year in 0..<years {
            for month in 1...12 {
                for dayOfMonth in 1...31 {
                    guard let day = Day(year: firstYear + year, month: month, day: dayOfMonth),
                        days?.contains(day) ?? true
                    else { continue }
                    let place = year * daysOfYear + (month - 1) * 31 + dayOfMonth - 1
                    let monthOfPeriod =
                        hasMonths ? context.calendar.month(containing: day).index - context.period.first.index : 0
                    values[place] = DayValue(
                        number: Int32(truncatingIfNeeded: day.number),
                        era: UInt8(truncatingIfNeeded: (eras.lastIndex { $0 <= day }) ?? 0),
                        month: UInt8(truncatingIfNeeded: monthOfPeriod))
                }
            }
        }
        return values
    }
}

extension RowCheck.Kind {
    fileprivate var isOfDates: Bool {
        if case .before = self { true } else { false }
    }
}
