extension DecisionsReader {
    /// The header of a list of decisions that has none yet.
    package static var header: [String] { DecisionColumn.allCases.map(\.name) }
}
