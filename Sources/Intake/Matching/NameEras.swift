import Domain

/// The stretches of time in which every name of the registers means the same, so that what was found for one day holds
/// for all days of its stretch.
struct NameEras: Sendable {
    /// Days on which some name begins or ends to be valid.
    private let changes: [Day]

    init(_ validities: some Sequence<Validity>) {
        changes = Set(validities.flatMap { [$0.from, $0.to].compactMap(\.self) }).sorted()
    }

    /// The number of a day's stretch, from 0.
    func index(of day: Day) -> Int {
        var (lower, upper) = (0, changes.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if changes[middle] <= day { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
