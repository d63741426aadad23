import Domain

/// Reads the catalogue and says everything that is wrong with it, all at once.
///
///     let (catalogue, findings) = CatalogueReader.read(files, digest: digest)
///
/// With any error there is no catalogue; queries and notes leave it usable.
package enum CatalogueReader {
    /// What each file is held to while it is read.
    static let fileRules: [any Rule.Type] = [
        MissingCatalogueFile.self, UnreadableCatalogueText.self, MissingRegisterColumn.self,
        RegisterRowLength.self, EmptyRegisterCell.self, BadRegisterValue.self,
        EmptyValidity.self, BadYaml.self, MissingSetting.self,
        BadSetting.self, UnknownSetting.self, SavedBySpreadsheet.self, StruckRegister.self, BadMap.self,
        NewFormAnswer.self,
    ]

    /// What is held across the registers, once they are read.
    static let registerRules: [any CatalogueRule.Type] = [
        EmptyRegister.self, DuplicateKey.self, OverlappingValidity.self,
        UnknownParent.self, UnknownDistrict.self, UnitWithoutChange.self, ChangeOfUnknownUnit.self,
        UnbalancedWeights.self,
        UnregisteredUnit.self, UnregisteredDepartment.self, UnknownSuccessor.self, UnregisteredForm.self,
        UnregisteredIndicator.self, UnregisteredDomain.self,
        IndicatorWithoutMeasure.self, UnknownRatioPart.self, UnknownWhole.self,
        UnknownFormColumn.self, WrongColumnType.self, UnknownCodeList.self, UnknownListCode.self,
        ColumnNameCollision.self, RegisterWithoutDate.self,
        SeveralCountingSources.self, SeveralYearToDateSources.self, IndicatorWithoutCountingSource.self,
        UnknownLetterFigure.self, UnknownPlanPart.self, AudiencePart.self, UnknownMapUnit.self,
        UnsettledOpenPoint.self,
    ]

    package static let rules: [any Rule.Type] = fileRules + registerRules

    /// The document that the report's text is written into: the one file of the catalogue that is neither register nor setting.
    package static let letterForm = LetterFile.form

    /// The map's file: a catalogue is whole without it.
    package static let map = MapFile.name

    /// Of a map that is there and cannot be read.
    package static func unreadMap(_ reason: Bilingual) -> Finding {
        let found = FindingCollection()
        found.add(BadMap.self, .query, at: Position(file: MapFile.path), .unreadMap(reason))
        return found.all[0]
    }

    /// - Parameters:
    ///   - files: The catalogue's files with paths such as `catalogue/units.csv`; others are left alone.
    ///   - digest: What the catalogue is to be known by; asked for when it has been read.
    package static func read(
        _ files: [SourceFile], digest: @autoclosure () -> String
    ) -> (catalogue: Catalogue?, findings: [Finding]) {
        let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let collection = FindingCollection()
        let draft = CatalogueDraft(byPath, collection)
        let rewritten = collection.all.filter { $0.rule == SavedBySpreadsheet.name }
        // All else would follow from it.
        if !rewritten.isEmpty { return (nil, rewritten.sorted { $0.position < $1.position }) }
        for rule in registerRules { rule.check(draft, collection) }
        let findings = collection.all.enumerated().sorted {
            ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }.map(\.element)
        guard !findings.contains(where: { $0.level == .error }), let organisation = draft.organisation else {
            return (nil, findings)
        }
        return (draft.catalogue(digest: digest(), organisation: organisation.value), findings)
    }
}

extension CatalogueReader {
    /// The registers that are CSV files, below the catalogue's folder, each with its columns.
    package static var registers: [(name: String, columns: [String])] {
        let kinds: [any RegisterKind.Type] = [
            UnitsRegister.self, UnitChangesRegister.self, DepartmentsRegister.self, ObligationsRegister.self,
            IndicatorsRegister.self, SourcesRegister.self, CodesRegister.self, ProgrammesRegister.self,
            TargetsRegister.self, PopulationsRegister.self, HolidaysRegister.self,
        ]
        return kinds.map(named)
    }

    /// Registers that an office may be without.
    package static var optionalRegisters: [(name: String, columns: [String])] { [named(OpenPointsRegister.self)] }

    private static func named(_ kind: any RegisterKind.Type) -> (name: String, columns: [String]) {
        (String(kind.path.dropFirst("catalogue/".count)), kind.columns)
    }
}
