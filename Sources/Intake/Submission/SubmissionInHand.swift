import DelimitedText
import Domain

/// One file on its way to a reading. Each step says what it finds and whether the next may follow.
final class SubmissionInHand {
    let file: SourceFile
    let reader: SubmissionReader
    let path: PathWitness
    let document: DelimitedDocument
    private(set) var log = FindingLog()
    /// `nil` as long as nothing forbids to count the file.
    private(set) var state: Reading.State?
    /// `nil` for a file that is no text.
    let head: Head?
    let identity: Identification
    private(set) var survey: TableSurvey?
    private var clean: CleanRows?
    private(set) var shape: TableShape?
    private(set) var table: TableReader?
    /// Reasons of a return that was sent back.
    private(set) var answers: [Answer] = []
    /// `nil`: the file is no return sent back.
    let returned: ReturnLayout?
    private let tracing: RowTrace?

    /// - Parameter lying: The file's text, where it is read where it lies; then `file` has no bytes.
    init(
        _ file: SourceFile, reader: SubmissionReader, lying: DelimitedDocument? = nil, tracing: RowTrace? = nil
    ) {
        self.tracing = tracing
        self.file = file
        self.reader = reader
        path = PathWitness(file.path)
        document = lying ?? DelimitedDocument(file.bytes, witnesses: reader.words)
        let format = Self.otherFormat(document, path)
        let written = format == nil ? Head(document, file: file.path, index: reader.headers) : nil
        let layout = written.flatMap(ReturnLayout.init)
        head = layout.flatMap { written?.ofReturn($0) } ?? written
        returned = layout
        identity = Identification(path: path, head: head, reader: reader)
        if let format {
            if isProtectedWhole() { state = .wrongFormat }
            log.add(WrongFormat.self) { WrongFormat.finding(in: file.path, format: format) }
        } else if let head, let returned {
            takeAnswers(head, returned)
        } else if let head {
            run(head)
        }
    }

    var catalogue: Catalogue { reader.catalogue }

    var plan: FormPlan? { identity.form.map { reader.plans[$0] } }

    /// Rows that were read by their bytes alone.
    var cleanRowCount: Int { clean?.rowCount ?? 0 }

    private func run(_ head: Head) {
        surveyTable(head)
        guard isProtected(head) else { return }
        guard checkText(head) else { return }
        guard checkIdentity(head), let header = head.header, let plan, let shape, let map = shape.map, let survey,
            let context = context(survey)
        else {
            refuse()
            return
        }
        if !checkColumns(header, plan, map) { refuse() }
        checkStyles(survey, plan, context)
        let table = TableReader(
            context: context, shape: shape, plan: plan, map: map, survey: survey, log: log, trace: tracing)
        if let clean {
            table.take(clean)
        } else {
            document.forEachBlock { table.take($0) }
        }
        table.finish()
        log = table.log
        if plan.form.layout == .sheet { checkBlanks(table, plan, context) }
        if let overflow = table.tallies.overflow {
            refuse()
            let columns = plan.measures[overflow.measure].columns.map { plan.form.columns[$0].name }
            let unit =
                catalogue.geography.unit(overflow.unit).map { "\($0.fullName) (\($0.code))" } ?? overflow.unit.code
            log.add(SumFits.self) {
                SumFits.finding(in: file.path, column: columns.joined(separator: ", "), unit: unit)
            }
        }
        self.table = table
    }

    func refuse() { if state == nil { state = .refused } }

    /// Says why the file is not even kept.
    func forbid(_ rule: any Rule.Type, _ make: () -> Finding) {
        if state != .forbidden { log = FindingLog() }
        state = .forbidden
        log.add(rule, make)
    }

    func adopt(_ other: FindingLog) { log = other }

    func answer(_ answers: [Answer]) {
        self.answers = answers
        state = .answered
    }

    func note(_ rule: any Rule.Type, _ make: () -> Finding) { log.add(rule, make) }

    /// Says what forbids to count the file.
    func refuse(_ rule: any Rule.Type, _ make: () -> Finding) {
        refuse()
        log.add(rule, make)
    }

    /// What the file is if it is no CSV, by its content, else by its name.
    private static func otherFormat(_ document: DelimitedDocument, _ path: PathWitness) -> FileFormat? {
        let doubted = document.doubts.first { $0.kind == .notText }
        return doubted.map { FileFormat.recognised($0.sample) } ?? FileFormat.named(path.fileExtension)
    }

    private func surveyTable(_ head: Head) {
        let shape: TableShape
        if let header = head.header, let form = identity.form, let plan {
            shape = TableShape(header: header, plan: plan, map: ColumnMap(header, form: form, plan: plan))
        } else {
            shape = TableShape(header: head.header)
        }
        let days = identity.period.map { catalogue.organisation.calendar.days(of: $0) }
        self.shape = shape
        clean = cleanRows(shape)
        let persons = personsSurvey(shape)
        var survey = TableSurvey(
            document, table: shape, units: reader.units, days: days, persons: persons, clean: clean)
        if clean != nil, !confirms(survey, shape) {
            clean = nil
            survey = TableSurvey(document, table: shape, units: reader.units, days: days, persons: persons)
        }
        self.survey = survey
    }

    /// The rows in which nothing is to be said, added up; `nil` where every row is to be read with care.
    private func cleanRows(_ shape: TableShape) -> CleanRows? {
        guard tracing == nil, let plan, let map = shape.map, let period = identity.period, identity.conflicts.isEmpty,
            identity.department != nil
        else { return nil }
        let context = CleanContext(
            period: period, days: catalogue.organisation.calendar.days(of: period),
            calendar: catalogue.organisation.calendar, province: catalogue.organisation.province,
            area: area(of: plan.form, period), geography: catalogue.geography, matcher: reader.units,
            codes: reader.codes, levels: plan.levels, hasPlaceless: plan.placeless != nil)
        return CleanPlan(context, shape: shape, plan: plan, map: map).flatMap {
            CleanRows(document, plan: $0, shape: shape)
        }
    }

    /// Whether the whole file bears out what clean rows were taken for: so many cells, and dates with the day first.
    private func confirms(_ survey: TableSurvey, _ shape: TableShape) -> Bool {
        survey.width == shape.headerFields && survey.dates.values.allSatisfy { $0.order == .dayFirst }
    }

    /// The unit that the department reports on.
    private func area(of form: Form, _ period: Period) -> Unit? {
        let lastDay = catalogue.organisation.calendar.lastDay(of: period)
        guard let code = obligations(of: form, period).first?.area else { return nil }
        return catalogue.geography.unit(code: code, on: lastDay) ?? catalogue.geography.units(code: code).last
    }

    func position(_ spot: TableSurvey.Spot) -> Position {
        let headers = head?.header?.texts ?? []
        return Position(
            file: file.path, line: spot.line, row: spot.row, column: spot.field + 1,
            header: spot.field < headers.count ? headers[spot.field] : nil)
    }

    private func context(_ survey: TableSurvey) -> ReadingContext? {
        guard let period = identity.period, let plan else { return nil }
        let calendar = catalogue.organisation.calendar
        let fallback: NumberNotation =
            document.dialect.delimiter == Dialect.comma && survey.notations.isEmpty ? .pointDecimal : .commaDecimal
        return ReadingContext(
            file: file.path, period: period, days: calendar.days(of: period), calendar: calendar,
            notation: survey.notations.count == 1 ? survey.notations.keys.first ?? fallback : fallback,
            hasTwoNotations: survey.notations.count > 1, orders: survey.dates.compactMapValues(\.order),
            followsCalendarMonth: followsCalendarMonth(survey, plan, period), province: catalogue.organisation.province,
            area: area(of: plan.form, period),
            geography: catalogue.geography, units: reader.units, codes: reader.codes, eras: reader.eras,
            measureNames: reader.measureNames)
    }

    private func followsCalendarMonth(_ survey: TableSurvey, _ plan: FormPlan, _ period: Period) -> Bool {
        guard catalogue.organisation.calendar == .decree09, let column = plan.date, let dates = survey.dates[column],
            let order = dates.order
        else { return false }
        return dates.followsCalendarMonth(of: period, order)
    }
}
