extension CatalogueReader {
    /// The registers that are CSV files, below the catalogue's folder, each with its columns.
    package static var registers: [(name: String, columns: [String])] {
        let kinds: [any RegisterKind.Type] = [
            UnitsRegister.self, UnitChangesRegister.self, DepartmentsRegister.self, ObligationsRegister.self,
            IndicatorsRegister.self, SourcesRegister.self, CodesRegister.self, ProgrammesRegister.self,
            TargetsRegister.self, PopulationsRegister.self, HolidaysRegister.self,
        ]
        return kinds.map { (String($0.path.dropFirst("catalogue/".count)), $0.columns) }
    }
}
