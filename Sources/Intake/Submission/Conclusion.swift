import DelimitedText
import Domain

/// What a file came to.
extension SubmissionInHand {
    func reading(of receipt: Receipt) -> Reading {
        let state = finalState
        let isCounted = state == .accepted || state == .partial
        let period = identity.period
        var tallies: Tallies = []
        if isCounted, let rows, let period {
            tallies = rows.counter.tallies.tallies(
                codes: rows.table.plan.measures.map(\.code), month: period.last)
        }
        return Reading(
            receipt: receipt, catalogueDigest: catalogue.digest, department: identity.department?.code,
            form: returned == nil ? plan?.form.code : nil, period: period, part: identity.part,
            sequence: identity.sequence, state: state,
            unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: (rows?.counter.refusedPlaces ?? []).sorted(),
            refusedRowsWithoutPlace: rows?.counter.refusedRowsWithoutPlace ?? 0, rowsRead: rows?.counter.rowsRead ?? 0,
            rowsCounted: isCounted ? rows?.counter.rowsCounted ?? 0 : 0, findings: findings, answers: answers)
    }

    var findings: [Finding] { verdict.log.sorted(file: file.path) }

    var isCounted: Bool { finalState == .accepted || finalState == .partial }

    private var finalState: Reading.State {
        if let state = verdict.state { return state }
        guard let rows = rows?.counter else { return .refused }
        if rows.rowsRead > 0, rows.rowsCounted == 0 { return .refused }
        return rows.rowsCounted < rows.rowsRead || rows.hasRefusedCell || verdict.log.hasErrors ? .partial : .accepted
    }

    private var measures: [String] {
        guard let table = rows?.table else { return [] }
        return table.plan.form.layout == .list ? table.plan.measures.map(\.code) : table.measures.map(\.plan.code)
    }

    /// A register lists what there was; a sheet says what its blanks mean, or that nothing occurred at all.
    private var unlisted: Reading.Unlisted {
        guard let table = rows?.table else { return identity.unlisted ?? .notReported }
        if table.plan.form.layout == .register || rows?.isNilReport == true { return .zero }
        guard identity.isSupplement else { return identity.unlisted ?? .notReported }
        return identity.unlisted == .zero ? .standsBlankIsZero : .stands
    }

    func inspection() -> Inspection {
        Inspection(
            path: file.path, encoding: document.encoding, dialect: document.dialect,
            headerRow: head?.header?.spreadsheetRow,
            headers: head?.header?.texts ?? [], department: identity.department?.code, form: plan?.form.code,
            period: identity.period, numbers: numberStyle, dates: dateStyles, state: finalState, findings: findings,
            rows: verdict.state == .wrongFormat ? [] : document.rows(), leftOut: leftOut)
    }

    private func position(_ spot: TableSurvey.Spot) -> Position {
        spot.position(in: file.path, headers: head?.header?.texts ?? [])
    }

    private var numberStyle: Inspection.Style<NumberNotation>? {
        guard let survey, survey.notations.count == 1, let (notation, spot) = survey.notations.first else { return nil }
        return Inspection.Style(value: notation, proof: position(spot), text: spot.text)
    }

    private var dateStyles: [Inspection.Style<Inspection.DateOrder>] {
        guard let survey, let plan else { return [] }
        return plan.dates.compactMap { column in
            guard let dates = survey.dates[column], let order = dates.order, let spot = dates.proofs[order] else {
                return nil
            }
            let value: Inspection.DateOrder = order == .dayFirst ? .dayFirst : .monthFirst
            return Inspection.Style(value: value, proof: position(spot), text: spot.text)
        }
    }

    /// Spreadsheet rows that are not rows of the table: above its header, and below its end.
    private var leftOut: [ClosedRange<Int>] {
        guard let header = head?.header, let survey, let last = document.rows().last?.spreadsheetRow else { return [] }
        var ranges: [ClosedRange<Int>] = []
        let first = header.spreadsheetRow - header.rows.count + 1
        if first > 1 { ranges.append(1...first - 1) }
        if survey.footerStart <= last { ranges.append(survey.footerStart...last) }
        return ranges
    }
}
