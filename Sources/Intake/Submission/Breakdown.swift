import Domain

/// What a file adds up to by district, month and codes, as its form asks for it.
struct Breakdown {
    private struct Key: Hashable {
        let district: String
        let month: Int
        let codes: [String]
    }

    private let plan: FormPlan.TotalsPlan
    private let geography: Geography
    private let measureCount: Int
    private var sums: [Key: [Int64]] = [:]

    init(_ plan: FormPlan, _ geography: Geography) {
        self.plan = plan.totals
        self.geography = geography
        measureCount = plan.measures.count
    }

    /// - Parameter added: Sums, each with the place of its measure.
    mutating func add(
        _ added: [(measure: Int, sum: Quantity)], place: UnitKey, month: Month, codes: [Int: String]
    ) {
        guard !added.isEmpty else { return }
        let district = plan.isByDistrict ? geography.unit(place)?.district ?? place.code : ""
        let key = Key(
            district: district, month: plan.isByMonth ? month.index : 0, codes: plan.codes.map { codes[$0] ?? "" })
        Self.add(added, to: &sums[key, default: [Int64](repeating: 0, count: measureCount)])
    }

    /// A sum that does not fit is a finding of the tallies.
    private static func add(_ added: [(measure: Int, sum: Quantity)], to sums: inout [Int64]) {
        for (measure, sum) in added { sums[measure] &+= sum.thousandths }
    }

    /// In the order of districts, months and codes.
    var totals: [SubmissionTotal] {
        sums.sorted {
            ($0.key.district, $0.key.month) != ($1.key.district, $1.key.month)
                ? ($0.key.district, $0.key.month) < ($1.key.district, $1.key.month)
                : $0.key.codes.lexicographicallyPrecedes($1.key.codes)
        }.map { key, sums in
            SubmissionTotal(
                district: plan.isByDistrict ? key.district : nil,
                month: plan.isByMonth ? Month(index: key.month) : nil, codes: key.codes,
                sums: sums.map { Quantity(thousandths: $0) })
        }
    }
}

/// What the rows of one district, month and choice of codes come to.
package struct SubmissionTotal: Sendable {
    package let district: String?
    package let month: Month?
    /// Of the columns that the form names for its totals.
    package let codes: [String]
    /// In the order of the form's measures.
    package let sums: [Quantity]
}
