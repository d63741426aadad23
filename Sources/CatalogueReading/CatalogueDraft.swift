import Domain

/// The catalogue as read, before its registers are held against each other.
struct CatalogueDraft {
    let units: Register<Unit>
    let changes: Register<UnitChange>
    let departments: Register<Department>
    let obligations: Register<Obligation>
    let indicators: Register<Indicator>
    let sources: Register<Source>
    let codes: Register<CodeEntry>
    let programmes: Register<Programme>
    let targets: Register<Target>
    let populations: Register<Population>
    let holidays: Register<Holiday>
    let openPoints: Register<OpenPoint>
    /// `nil` where its file is not complete.
    let organisation: Located<Organisation>?
    let forms: Register<Form>
    let checks: Register<IndicatorCheck>
    let reports: Register<ReportPlan>
    /// `nil` where there is no such file.
    let letter: Located<LetterPlan>?
    /// As its bytes; whoever writes documents says whether it is one.
    let letterForm: [UInt8]?
    /// `nil` where there is no such file.
    let audiences: Located<[AudiencePlan]>?
    /// `nil` where there is none that can be drawn.
    let map: CommuneMap?

    let unitsByCode: [String: [Located<Unit>]]
    let departmentsByCode: [String: [Located<Department>]]
    let indicatorsByCode: [String: [Located<Indicator>]]
    let formsByCode: [String: [Located<Form>]]
    let codesByList: [String: [Located<CodeEntry>]]
    let countingSources: CountingSources

    init(_ files: [String: SourceFile], _ findings: FindingCollection) {
        let settings = Meanwhile { CatalogueSettings(files) }
        let map = Meanwhile {
            let found = FindingCollection()
            return (map: MapFile.read(files, found), findings: found.all)
        }
        units = UnitsRegister.read(files, findings)
        changes = UnitChangesRegister.read(files, findings)
        departments = DepartmentsRegister.read(files, findings)
        indicators = IndicatorsRegister.read(files, findings)
        codes = CodesRegister.read(files, findings)
        programmes = ProgrammesRegister.read(files, findings)
        targets = TargetsRegister.read(files, findings)
        populations = PopulationsRegister.read(files, findings)
        holidays = HolidaysRegister.read(files, findings)
        openPoints = OpenPointsRegister.readIfThere(files, findings)
        let read = settings.value
        (organisation, forms, checks) = (read.organisation, read.forms, read.checks)
        (reports, letter, audiences) = (read.reports, read.letter, read.audiences)
        letterForm = files["catalogue/\(LetterFile.form)"]?.bytes
        findings.add(read.findings)
        if AssignmentMatrix.stands(in: files, findings) {
            (obligations, sources) = AssignmentMatrix.read(
                files, departments: departments, forms: forms, indicators: indicators, findings)
        } else {
            obligations = ObligationsRegister.read(files, findings)
            sources = SourcesRegister.read(files, findings)
        }
        self.map = map.value.map
        findings.add(map.value.findings)
        unitsByCode = units.grouped { $0.code }
        departmentsByCode = departments.grouped { $0.code }
        indicatorsByCode = indicators.grouped { $0.code }
        formsByCode = forms.grouped { $0.code }
        codesByList = codes.grouped { $0.list }
        countingSources = CountingSources(sources, departmentsByCode)
    }

    /// Whether a unit bears a code on a day, as far as they could be read, of which something holds.
    func hasUnit(_ code: String, on day: Day, where holds: (Unit) -> Bool = { _ in true }) -> Bool {
        (unitsByCode[code] ?? []).contains { $0.value.validity.contains(day) && holds($0.value) }
    }

    /// An office without words of its own has none made for it.
    private func completed(_ letter: LetterPlan) -> LetterPlan {
        let domains = (codesByList[CodesRegister.domains] ?? []).map { ($0.value.code, $0.value.name) }
        return letter.completed(
            by: forms.values, indicators.values, headings: Dictionary(domains, uniquingKeysWith: { $1 }))
    }

    func catalogue(digest: String, organisation: Organisation) -> Catalogue {
        let days = holidays.values
        return Catalogue(
            digest: digest, organisation: organisation,
            geography: Geography(units: units.values, changes: changes.values), departments: departments.values,
            obligations: obligations.values, indicators: indicators.values, sources: sources.values,
            codes: codes.values, programmes: programmes.values, targets: targets.values,
            workCalendar: WorkCalendar(
                holidays: Set(days.filter { $0.kind == .holiday }.map(\.day)),
                makeUpDays: Set(days.filter { $0.kind == .makeUp }.map(\.day))),
            forms: forms.values, checks: checks.values, reports: reports.values,
            letter: letter.map { completed($0.value) } ?? .empty, letterForm: letterForm,
            populations: populations.values,
            audiences: audiences?.value ?? [], map: map)
    }
}

extension Validity {
    /// The first and the last day; where it is open, a day before and after all data.
    var ends: [Day] {
        [from ?? Day(number: -1_000_000_000), to?.adding(days: -1) ?? Day(number: 1_000_000_000)]
    }

    /// The days that both have, if any.
    func intersection(_ other: Validity) -> Validity? {
        guard overlaps(other) else { return nil }
        return Validity(
            from: [from, other.from].compactMap { $0 }.max(), to: [to, other.to].compactMap { $0 }.min())
    }
}

/// The catalogue's YAML files as read, with what is wrong with them.
///
/// They share nothing with the registers until both are read, so either may be read first, or both at once.
struct CatalogueSettings {
    /// `nil` where its file is not complete.
    let organisation: Located<Organisation>?
    let forms: Register<Form>
    let checks: Register<IndicatorCheck>
    let reports: Register<ReportPlan>
    /// `nil` where there is no such file.
    let letter: Located<LetterPlan>?
    /// `nil` where there is no such file.
    let audiences: Located<[AudiencePlan]>?
    let findings: [Finding]

    init(_ files: [String: SourceFile]) {
        let findings = FindingCollection()
        organisation = OrganisationFile.read(files, findings)
        forms = FormFiles.read(files, findings)
        checks = ChecksFile.read(files, findings)
        reports = ReportPlanFiles.read(files, findings)
        letter = LetterFile.read(files, findings)
        audiences = AudiencesFile.read(files, findings)
        self.findings = findings.all
    }
}
