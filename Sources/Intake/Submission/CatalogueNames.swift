import DelimitedText
import Domain

/// What the catalogue calls things, as files may write them: worked out once, for the first file that asks, and then for any
/// number of files, on several threads.
struct CatalogueNames: Sendable {
    let catalogue: Catalogue
    let units: UnitMatcher
    let eras: NameEras
    let plans: [FormPlan]
    private let departmentMatcher: OnDemand<DepartmentMatcher>
    private let codeMatcher: OnDemand<CodeMatcher>
    private let headerIndex: OnDemand<HeaderIndex>
    private let namesOfMeasures: OnDemand<[String: String]>
    private let witnesses: OnDemand<Witnesses>
    let placeNames: PlaceNames

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        units = UnitMatcher(catalogue.geography)
        eras = NameEras((catalogue.geography.units.map(\.validity) + catalogue.codes.map(\.validity)))
        plans = catalogue.forms.map(FormPlan.init)
        placeNames = PlaceNames(catalogue.geography)
        departmentMatcher = OnDemand { DepartmentMatcher(catalogue.departments) }
        codeMatcher = OnDemand { CodeMatcher(catalogue.codes) }
        headerIndex = OnDemand { HeaderIndex(catalogue.forms) }
        namesOfMeasures = OnDemand { Self.measureNames(catalogue) }
        witnesses = OnDemand {
            Witnesses(catalogue.forms.flatMap { $0.columns.map(\.name) } + catalogue.geography.units.map(\.fullName))
        }
    }

    var departments: DepartmentMatcher { departmentMatcher.value }
    var codes: CodeMatcher { codeMatcher.value }
    var headers: HeaderIndex { headerIndex.value }
    /// What the rows of a list may call a measure, by folded name.
    var measureNames: [String: String] { namesOfMeasures.value }
    /// What stands in such files: headers, and the names of units. They tell encodings apart.
    var words: Witnesses { witnesses.value }

    private static func measureNames(_ catalogue: Catalogue) -> [String: String] {
        var names: [String: String] = [:]
        for indicator in catalogue.indicators where indicator.measures.count == 1 {
            for name in [indicator.code, indicator.name.vi, indicator.name.en, indicator.shortName.vi] {
                names[Folding.key(name)] = indicator.measures[0]
            }
        }
        for measure in catalogue.forms.flatMap(\.measures) { names[Folding.key(measure.code)] = measure.code }
        return names
    }
}
