import Domain

/// An indicator of the whole province by the codes of one list, as far as its sources keep them apart.
struct CodedSums {
    /// Sum by code; what came without a code is not among them.
    private(set) var sums: [String: Quantity] = [:]

    init(_ indicator: Indicator, list: String, over months: [Month], _ state: EarlierEdition.State) {
        let catalogue = state.evidence.catalogue
        let columns = Set(
            catalogue.forms.flatMap(\.columns).filter { $0.kind == .code(list) }.map(\.id))
        for month in months {
            let sources = state.cube.sources(of: month, state.evidence, state.slices)
            for contribution in sources.counting(indicator) where contribution.enters(indicator, over: months) {
                contribution.readings.forEachCounted(of: contribution.measures) { row, codes in
                    guard let code = CodedSums.code(in: codes, columns: columns),
                        let sum = (sums[code] ?? .zero).adding(row.sum)
                    else { return }
                    sums[code] = sum
                }
            }
        }
    }

    /// The code that a tally is kept apart by: `chuong_trinh=ct1719`, several with `;` between.
    static func code(in codes: String, columns: Set<String>) -> String? {
        for pair in codes.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, columns.contains(String(parts[0])) { return String(parts[1]) }
        }
        return nil
    }
}
