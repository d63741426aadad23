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
