import DelimitedText
import Domain
import FastRows

/// One file on its way to a reading: it is surveyed, put to the rules stage by stage, and its rows are counted.
final class SubmissionInHand {
    let file: SourceFile
    let names: CatalogueNames
    let path: PathWitness
    let document: DelimitedDocument
    /// `nil` for a file that is no text.
    let head: Head?
    let identity: Identification
    private(set) var verdict = FileVerdict()
    private(set) var survey: TableSurvey?
    private(set) var shape: TableShape?
    /// What its rows came to; `nil` where none could be read.
    private(set) var rows: RowsInHand?
    /// Reasons of a return that was sent back.
    private(set) var answers: [Answer] = []
    /// `nil`: the file is no return sent back.
    let returned: ReturnLayout?
    private var clean: CleanRows?
    private let tracing: RowTrace?
    /// `nil`: the file is no workbook.
    let sheet: SheetFacts?
    /// `nil`: the file is no province's package.
    private let package: PackageInHand?
    /// Its bytes as they lie need no look: all that is packed in them was looked through.
    let isLookedThrough: Bool

    /// - Parameters:
    ///   - streamed: The file's text, where it is read where it lies; then `file` has no bytes.
    ///   - format: What the file is, where that is known and it is not read.
    init(
        _ file: SourceFile, names: CatalogueNames, streamed: DelimitedDocument? = nil, tracing: RowTrace? = nil,
        sheet: SheetFacts? = nil, package: PackageInHand? = nil, format known: FileFormat? = nil,
        isLookedThrough: Bool = false
    ) {
        self.tracing = tracing
        self.isLookedThrough = isLookedThrough
        self.sheet = sheet
        self.file = file
        self.names = names
        path = PathWitness(file.path)
        self.package = package
        document = streamed ?? package?.document ?? DelimitedDocument(file.bytes, witnesses: names.words)
        let format = known ?? Self.otherFormat(document, path)
        let written = format == nil ? Head(document, file: file.path, index: names.headers) : nil
        let layout = written.flatMap(ReturnLayout.init)
        head = layout.flatMap { written?.ofReturn($0) } ?? package.flatMap { written?.said(by: $0.entries) } ?? written
        returned = layout
        identity = Identification(path: path, head: head, names: names)
        if let format {
            verdict.judge(inHand(.empty, forbiddenContent()), .protection)
            let finding = { WrongFormat.finding(in: file.path, format: format) }
            // Nobody knows what would be kept.
            if format == .sealedArchive {
                verdict.forbid(WrongFormat.self, finding)
            } else {
                verdict.putAside(WrongFormat.self, finding)
            }
        } else if let head, let returned {
            answers = ReturnInHand(inHand(head, forbiddenContent(returned)), returned, &verdict).answers
        } else if let head {
            run(head)
        }
    }

    var catalogue: Catalogue { names.catalogue }

    /// Says first what kind of file it is that must not be kept: what to do follows from that.
    func name(_ format: FileFormat, in file: String) {
        verdict.say(WrongFormat.self) { WrongFormat.finding(in: file, format: format) }
    }

    /// Whether it must not even be kept.
    var isForbidden: Bool { verdict.state == .forbidden }

    var plan: FormPlan? { identity.form.map { names.plans[$0] } }

    /// Rows that were read by their bytes alone.
    var cleanRowCount: Int { clean?.rowCount ?? 0 }

    /// What the file is if it is no CSV, by its content, else by its name.
    private static func otherFormat(_ document: DelimitedDocument, _ path: PathWitness) -> FileFormat? {
        guard !document.dialect.isOfSheet else { return nil }
        let doubted = document.doubts.first { $0.kind == .notText }
        if let doubted { return FileFormat.recognised(doubted.sample, named: path.fileExtension) }
        // Rows of text under the name of a workbook are rows all the same.
        return FileFormat.named(path.fileExtension).flatMap { $0 == .workbook ? nil : $0 }
    }

    /// The file as its rules see it.
    private func inHand(_ head: Head, _ forbidden: ForbiddenContent) -> FileInHand {
        FileInHand(
            path: file.path, forbidden: forbidden, names: names, document: document, head: head,
            identity: identity, shape: shape, survey: survey, context: survey.flatMap(context), sheet: sheet,
            packageFaults: package?.faults ?? [])
    }

    private func run(_ head: Head) {
        let forbidden = forbiddenContent(head, surveyTable(head))
        var file = inHand(head, forbidden)
        for stage in [.protection, .text, .witnesses, .form, .owner, .obligation] as [FileStage] {
            verdict.judge(file, stage)
            if verdict.isOver { return verdict.refuse() }
        }
        guard let context = file.context, let plan, let shape, let map = shape.map, let survey,
            identity.department != nil
        else { return verdict.refuse() }
        verdict.judge(file, .table)
        let table = TableInHand(
            context: context, shape: shape, plan: plan, map: map, survey: survey, head: head,
            merged: MergedFigures(sheet, shape: shape), looks: sheet?.looks)
        file.rows = read(table)
        rows = file.rows
        verdict.judge(file, .rows)
    }

    /// Leads the rows through reading, judging and counting.
    private func read(_ table: TableInHand) -> RowsInHand {
        let reader = TableReader(table, log: verdict.log, trace: tracing)
        if let clean {
            reader.take(clean)
        } else {
            if DistrictTotals.mayOccur(in: table.plan) { document.forEachBlock { reader.lookForDistricts($0) } }
            document.forEachBlock { reader.take($0) }
        }
        let (rows, log) = reader.finish()
        verdict.adopt(log)
        return rows
    }

    private func surveyTable(_ head: Head) -> TableSurvey {
        let shape: TableShape
        if let header = head.header, let form = identity.form, let plan {
            shape = TableShape(
                header: header, plan: plan, map: ColumnMap(header, form: form, plan: plan, period: identity.period))
        } else {
            shape = TableShape(header: head.header)
        }
        let days = identity.period.map { catalogue.organisation.calendar.days(of: $0) }
        self.shape = shape
        let persons = personsSurvey(shape)
        clean = persons.looksAtAllRows ? nil : cleanRows(shape)
        var survey = TableSurvey(
            document, table: shape, units: names.units, period: identity.period, days: days, persons: persons,
            clean: clean)
        if clean != nil, !confirms(survey, shape) {
            clean = nil
            survey = TableSurvey(
                document, table: shape, units: names.units, period: identity.period, days: days, persons: persons)
        }
        self.survey = survey
        return survey
    }

    /// The rows in which nothing is to be said, added up; `nil` where every row is to be read with care.
    private func cleanRows(_ shape: TableShape) -> CleanRows? {
        guard tracing == nil, MergedFigures(sheet, shape: shape).isEmpty, sheet?.looks.struck.isEmpty ?? true, let plan,
            let map = shape.map,
            let period = identity.period, identity.conflicts.isEmpty, identity.department != nil
        else { return nil }
        let context = CleanContext(
            period: period, days: catalogue.organisation.calendar.days(of: period),
            calendar: catalogue.organisation.calendar, province: catalogue.organisation.province,
            area: area(of: plan.form, period), geography: catalogue.geography, matcher: names.units,
            codes: names.codes, levels: plan.levels, hasPlaceless: plan.placeless != nil)
        return CleanPlan(context, shape: shape, plan: plan, map: map).flatMap {
            CleanRows(document, plan: $0)
        }
    }

    /// Whether the whole file bears out what clean rows were taken for: so many cells, and dates with the day first.
    private func confirms(_ survey: TableSurvey, _ shape: TableShape) -> Bool {
        survey.width == shape.headerFields && !survey.hasOtherFigures
            && survey.dates.values.allSatisfy { $0.order == .dayFirst }
    }

    /// The unit that the department reports on.
    private func area(of form: Form, _ period: Period) -> Unit? {
        let lastDay = catalogue.organisation.calendar.lastDay(of: period)
        guard let code = identity.obligations(of: form, period, catalogue).first?.area else { return nil }
        return catalogue.geography.unit(code: code, on: lastDay) ?? catalogue.geography.units(code: code).last
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
            dates: registerDates(survey, plan, period),
            blanksAreZero: plan.form.layout == .sheet && identity.unlisted == .zero,
            province: catalogue.organisation.province,
            area: area(of: plan.form, period),
            geography: catalogue.geography, units: names.units, codes: names.codes, eras: names.eras,
            measureNames: names.measureNames)
    }

    private func registerDates(_ survey: TableSurvey, _ plan: FormPlan, _ period: Period) -> RegisterDates {
        guard let column = plan.date, let dates = survey.dates[column], let order = dates.order else {
            return .ofPeriod
        }
        return RegisterDates(dates, order, period, catalogue.organisation.calendar)
    }
}
