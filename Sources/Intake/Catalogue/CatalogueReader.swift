import Domain

/// Reads the catalogue and says everything that is wrong with it, all at once.
///
///     let (catalogue, findings) = CatalogueReader.read(files, digest: digest)
///
/// With any error there is no catalogue; queries and notes leave it usable.
package enum CatalogueReader {
    static let missingFile: RuleName = "missing-catalogue-file"
    static let unreadableText: RuleName = "unreadable-catalogue-text"
    static let missingColumn: RuleName = "missing-register-column"
    static let rowLength: RuleName = "register-row-length"
    static let emptyCell: RuleName = "empty-register-cell"
    static let badValue: RuleName = "bad-register-value"
    static let emptyValidity: RuleName = "empty-validity"
    static let badYaml: RuleName = "bad-yaml"
    static let missingSetting: RuleName = "missing-setting"
    static let badSetting: RuleName = "bad-setting"
    static let unknownSetting: RuleName = "unknown-setting"

    /// What is held across the registers, once they are read.
    static let rules: [any CatalogueRule.Type] = [
        EmptyRegister.self, DuplicateKey.self, OverlappingValidity.self,
        UnknownParent.self, UnknownDistrict.self, UnitWithoutChange.self, ChangeOfUnknownUnit.self,
        UnbalancedWeights.self,
        UnregisteredUnit.self, UnregisteredDepartment.self, UnknownSuccessor.self, UnregisteredForm.self,
        UnregisteredIndicator.self, UnregisteredDomain.self,
        IndicatorWithoutMeasure.self, UnknownRatioPart.self, UnknownWhole.self,
        UnknownFormColumn.self, WrongColumnType.self, UnknownCodeList.self, UnknownListCode.self,
        ColumnNameCollision.self, RegisterWithoutDate.self,
        SeveralCountingSources.self, SeveralYearToDateSources.self, IndicatorWithoutCountingSource.self,
        UnknownLetterFigure.self, UnknownPlanPart.self,
    ]

    /// - Parameters:
    ///   - files: The catalogue's files with paths such as `catalogue/units.csv`; others are left alone.
    ///   - digest: What the catalogue is to be known by; asked for when it has been read.
    package static func read(
        _ files: [SourceFile], digest: @autoclosure () -> String
    ) -> (catalogue: Catalogue?, findings: [Finding]) {
        let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let collection = FindingCollection()
        let draft = CatalogueDraft(byPath, collection)
        for rule in rules { rule.check(draft, collection) }
        let findings = collection.all.enumerated().sorted {
            ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }.map(\.element)
        guard !findings.contains(where: { $0.level == .error }), let organisation = draft.organisation else {
            return (nil, findings)
        }
        return (draft.catalogue(digest: digest(), organisation: organisation.value), findings)
    }
}
