/// How many letters must be put in, left out or changed to make one word of another.
package enum EditDistance {
    /// `nil` where it is more than `limit`.
    static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var previous = Array(0...right.count)
        var current = previous
        for (row, letter) in left.enumerated() {
            current[0] = row + 1
            var least = current[0]
            for (column, other) in right.enumerated() {
                current[column + 1] = min(
                    previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                least = min(least, current[column + 1])
            }
            guard least <= limit else { return nil }
            swap(&previous, &current)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }

    /// The few of `candidates` that are nearest, in their order; none that are far off.
    package static func nearest<Candidate>(
        to text: String, among candidates: [Candidate], count: Int = 3, within most: Int? = nil,
        by key: (Candidate) -> [String]
    ) -> [Candidate] {
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty, wanted.count <= 120 else { return [] }
        let limit = most ?? max(1, min(3, (wanted.count + 1) / 4))
        let measured = candidates.compactMap { candidate -> (Int, Candidate)? in
            let distances = key(candidate).compactMap { between(wanted, Array($0.utf8), atMost: limit) }
            return distances.min().map { ($0, candidate) }
        }
        let least = measured.map(\.0).min()
        return measured.filter { $0.0 == least }.prefix(count).map(\.1)
    }
}
