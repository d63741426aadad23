import Domain

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
