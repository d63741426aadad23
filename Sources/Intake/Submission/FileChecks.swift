import DelimitedText
import Domain

/// The checks of a file as a whole.
extension SubmissionInHand {
    /// What the bytes left in doubt. The rows among it are refused one by one when they are read.
    func checkText(_ head: Head) -> Bool {
        let doubts = document.doubts + (survey?.doubts ?? [])
        for doubt in doubts where doubt.isFatal || doubt.kind == .singleColumn {
            let isHarmless = doubt.kind == .singleColumn && head.header != nil
            if !isHarmless { refuse(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file.path) } }
        }
        let isPlain = document.encoding == .utf8 || document.encoding == .utf8WithMark
        if !isPlain || document.decision.font != nil {
            note(DetectedEncoding.self) { DetectedEncoding.finding(in: file.path, decision: document.decision) }
        }
        // Which rows are doubtful is no longer known then.
        for doubt in doubts where doubt.further > 0 && !doubt.isFatal {
            refuse(DoubtedRow.rule(doubt)) { DoubtedRow.finding(doubt, in: file.path) }
        }
        guard !doubts.contains(where: \.isFatal) else { return false }
        let header = head.header?.spreadsheetRow ?? Int.max
        let end = survey?.footerStart ?? 0
        for doubt in doubts where doubt.kind != .singleColumn && (doubt.row <= header || doubt.row >= end) {
            // Below the table people sign: nothing of it is quoted.
            let shown = doubt.row >= end ? doubt.withoutSample : doubt
            note(DoubtedRow.rule(doubt)) { DoubtedRow.finding(shown, in: file.path, level: .query) }
        }
        return true
    }

    /// Whether the witnesses agree; one finding says where they part.
    func checkWitnesses() -> Bool {
        guard identity.conflicts.isEmpty else {
            refuse(WitnessesDisagree.self) { WitnessesDisagree.finding(in: file.path, identity.conflicts, catalogue) }
            return false
        }
        for entry in identity.unread {
            note(UnreadWitness.self) {
                UnreadWitness.finding(at: entry.position, label: entry.label, value: entry.value)
            }
        }
        return true
    }

    /// Whose it is and of which period: a file that does not say so is refused.
    func checkOwner() {
        if identity.period == nil { refuse(KnownPeriod.self) { KnownPeriod.finding(in: file.path) } }
        if identity.department == nil {
            refuse(KnownDepartment.self) {
                KnownDepartment.finding(in: file.path, candidates: identity.departmentsOpen)
            }
        }
    }

    /// Whose it is, of which form and period.
    func checkIdentity(_ head: Head) -> Bool {
        guard checkWitnesses() else { return false }
        if head.header == nil {
            guard !document.doubts.contains(where: { $0.kind == .singleColumn }) else { return false }
            refuse(HeaderFound.self) { HeaderFound.finding(in: file.path, form: plan?.form, forms: catalogue.forms) }
        } else if plan == nil {
            refuse(KnownForm.self) {
                KnownForm.finding(in: file.path, forms: head.header?.forms.map { catalogue.forms[$0] } ?? [])
            }
        }
        checkOwner()
        guard let plan, let department = identity.department, let period = identity.period else { return false }
        checkObligation(plan.form, department, period)
        checkNamedDays(head, period)
        return head.header != nil
    }

    private func checkObligation(_ form: Form, _ department: Department, _ period: Period) {
        let owed = obligations(of: form, period)
        guard !owed.isEmpty else {
            let others = obligations(of: nil, period).compactMap { catalogue.form($0.form) }
            refuse(OwedForm.self) { OwedForm.finding(in: file.path, department, form, owed: others) }
            return
        }
        let isDue = owed.contains { obligation in
            let months = obligation.every.months
            return period.monthCount == months || period.monthCount == 1 && period.last.number.isMultiple(of: months)
        }
        if !isDue {
            refuse(OwedFrequency.self) { OwedFrequency.finding(in: file.path, form, period, every: owed[0].every) }
        }
    }

    /// What the department, or who carries on its work on the period's last day, owes in the period.
    func obligations(of form: Form?, _ period: Period) -> [Obligation] {
        guard let department = identity.department else { return [] }
        let days = catalogue.organisation.calendar.days(of: period)
        let codes = [department.code, catalogue.successor(of: department.code, on: days.upperBound)]
        return catalogue.obligations.filter { obligation in
            codes.contains(obligation.department) && obligation.validity.touches(days)
                && (form.map { $0.code == obligation.form } ?? true)
        }
    }

    /// The days in brackets behind the period are the period's.
    private func checkNamedDays(_ head: Head, _ period: Period) {
        let days = catalogue.organisation.calendar.days(of: period)
        for entry in head.entries where entry.key == .period {
            guard let named = PeriodText.days(entry.value), named != days else { continue }
            note(CalendarMonth.self) { CalendarMonth.finding(at: entry.position, value: entry.value, days: days) }
        }
    }

    /// - Returns: Whether the file may be counted with these columns.
    func checkColumns(_ header: TableHeader, _ plan: FormPlan, _ map: ColumnMap) -> Bool {
        var isGood = true
        func here(_ field: Int?) -> Position {
            Position(
                file: file.path, line: header.line, row: header.spreadsheetRow, column: field.map { $0 + 1 },
                header: field.map { header.texts[$0] })
        }
        let missing = plan.form.columns.indices.filter { plan.form.columns[$0].required && map.fields[$0] == nil }
        let hasMeasures = !map.measures(of: plan).isEmpty || plan.form.layout == .list
        if !missing.isEmpty || !hasMeasures {
            isGood = false
            note(RequiredColumns.self) {
                RequiredColumns.finding(
                    at: here(nil), columns: missing.map { plan.form.columns[$0].name }, hasMeasures: hasMeasures,
                    form: plan.form)
            }
        }
        for (column, fields) in map.duplicates {
            isGood = false
            note(DistinctColumns.self) {
                DistinctColumns.finding(
                    at: here(fields.last), name: plan.form.columns[column].name, fields: fields.map { $0 + 1 })
            }
        }
        for field in map.unknown {
            let text = header.texts[field]
            if text.isEmpty {
                guard survey?.filledUnknown.contains(field) == true else { continue }
                note(KnownColumn.self) { KnownColumn.unnamed(at: here(field)) }
            } else {
                let near = identity.form.flatMap { reader.headers.nearest(to: text, in: $0) }
                    .flatMap { map.fields[$0] == nil ? plan.form.columns[$0].name : nil }
                note(KnownColumn.self) { KnownColumn.finding(at: here(field), header: text, nearest: near) }
            }
        }
        return isGood
    }

    /// How numbers and dates are written throughout the file.
    func checkStyles(_ survey: TableSurvey, _ plan: FormPlan, _ context: ReadingContext) {
        if let comma = survey.notations[.commaDecimal], let point = survey.notations[.pointDecimal] {
            refuse(OneNotation.self) {
                OneNotation.finding(position(comma), comma.text, position(point), point.text)
            }
        }
        for column in plan.dates {
            guard let dates = survey.dates[column] else { continue }
            guard let order = dates.order else {
                refuse(OneDateOrder.self) {
                    OneDateOrder.finding(
                        first: dates.proofs[.dayFirst].map { (position($0), $0.text) },
                        second: dates.proofs[.monthFirst].map { (position($0), $0.text) },
                        ambiguous: dates.ambiguous.map { (position($0), $0.text) })
                }
                continue
            }
            guard column == plan.date, context.followsCalendarMonth else { continue }
            let spread = dates.spread(order)
            refuse(CalendarMonth.self) {
                CalendarMonth.finding(
                    in: Position(file: file.path), first: spread.first, last: spread.last, late: spread.late,
                    days: context.days)
            }
        }
    }

    /// What empty cells and places without a row mean must be said where there are any.
    func checkBlanks(_ table: TableReader, _ plan: FormPlan, _ context: ReadingContext) {
        guard identity.unlisted == nil, !table.isNilReport, state == nil else { return }
        let unlisted = unlistedPlaces(table, context)
        guard table.hasEmptyCell || unlisted > 0 else { return }
        note(BlanksStated.self) {
            BlanksStated.finding(in: file.path, hasEmptyCell: table.hasEmptyCell, unlisted: unlisted)
        }
    }

    /// Places of the department's area without a row: communes, or districts where only districts have rows.
    private func unlistedPlaces(_ table: TableReader, _ context: ReadingContext) -> Int {
        let geography = context.geography
        let day = context.days.upperBound
        let communes = geography.units(.commune, on: day).filter(context.isInArea)
        let districts = geography.units(.district, on: day).filter(context.isInArea)
        let named = districts.count { table.listed.contains($0.code) }
        let isByDistrict =
            table.plan.levels.contains(.district) && named > 0
            && !communes.contains { table.listed.contains($0.code) }
        let places = isByDistrict || !table.plan.levels.contains(.commune) ? districts : communes
        return places.count { commune in
            !table.listed.contains(commune.code) && !(commune.district.map { table.listed.contains($0) } ?? false)
        }
    }
}
