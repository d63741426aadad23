import Domain
import Reporting

/// The CSV files of a package as its descriptor names them.
struct PackageResources {
    private let package: ReleasePackage
    private let files: [String: SetFile]

    init(_ package: ReleasePackage, files: [SetFile]) {
        self.package = package
        self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var all: [DataPackageDescriptor.Resource] {
        package.editions.flatMap(figures) + [sdmx, dhis2].compactMap(\.self)
    }

    /// The figures twice, as plain CSV and as Excel opens it.
    private func figures(_ edition: ReleasePackage.LanguageEdition) -> [DataPackageDescriptor.Resource] {
        guard let table = edition.figures else { return [] }
        let names = PackageFileNames(package, edition.language)
        let ending = edition.language == .vi ? "" : "-\(edition.language.rawValue)"
        let fields = table.columns.enumerated().map { index, column in
            DataPackageDescriptor.Field(name: column.joinedHeader, kind: kind(of: index, in: table))
        }
        let key = TidyFigures.keyColumns.map { table.columns[$0].joinedHeader }
        return [
            (names.figures, "so-lieu\(ending)", DataPackageDescriptor.Resource.Dialect.plain),
            (names.figuresForExcel, "so-lieu-excel\(ending)", .excel),
        ].compactMap { name, resource, dialect in
            files[name].map { file in
                DataPackageDescriptor.Resource(
                    name: resource, title: table.title, file: file, dialect: dialect, fields: fields, primaryKey: key,
                    missingValues: [""] + Absence.allCases.map { $0.mark(in: edition.language) })
            }
        }
    }

    private func kind(of column: Int, in table: Table) -> DataPackageDescriptor.Field.Kind {
        guard table.columns[column].kind == .number else { return .string }
        let isCount = table.rows.allSatisfy { row in
            if case .count = row.cells[column] { true } else { false }
        }
        return isCount ? .integer : .number
    }

    private var sdmx: DataPackageDescriptor.Resource? {
        files[PackageFileNames(package).sdmx].map { file in
            let kinds: [String: DataPackageDescriptor.Field.Kind] = [
                "OBS_VALUE": .number, "DECIMALS": .integer, "EDITION": .integer,
                "OBS_STATUS": .oneOf(["A", "L", "M", "O", "P", "Q"]),
                "CONF_STATUS": .oneOf(["C", "F", "N"]),
            ]
            return DataPackageDescriptor.Resource(
                name: "sdmx", title: "SDMX-CSV 2.0", file: file, dialect: .plain,
                fields: SDMXCSV.columns.map { .init(name: $0, kind: kinds[$0] ?? .string) },
                primaryKey: ["REF_AREA", "INDICATOR", "TIME_PERIOD"], missingValues: [""])
        }
    }

    private var dhis2: DataPackageDescriptor.Resource? {
        files[PackageFileNames(package).dhis2].map { file in
            let kinds: [String: DataPackageDescriptor.Field.Kind] = ["value": .number, "followup": .boolean]
            return DataPackageDescriptor.Resource(
                name: "dhis2", title: "DHIS2 dataValueSets", file: file, dialect: .plain,
                fields: DHIS2CSV.columns.map { .init(name: $0, kind: kinds[$0] ?? .string) },
                primaryKey: ["dataelement", "period", "orgunit"], missingValues: [""])
        }
    }
}
