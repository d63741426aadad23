import Domain

/// Rows that somebody seems to have filled by drawing a cell or a row down.
enum FilledCells {
    struct Found {
        /// The column of which each number is the one above it and as much more or less; `nil`: each row says the same.
        let column: Int?
        let first: PlaceSums.Entry
        let last: PlaceSums.Entry
        let rows: Int
    }

    /// Rows on end, which hardly anything but drawing down makes; counts of a month are small, so that a few rows may be alike.
    private static let rowsLeast = 8
    /// Numbers of a row, zeros aside: of fewer, all places may have the same.
    private static let numbersLeast = 3
    /// Of them those that nobody plans: a meeting of 50 may be held in every place.
    private static let oddLeast = 2

    private static func isOdd(_ thousandths: Int64?) -> Bool {
        thousandths.map { $0 > 1_000 && !$0.isMultiple(of: 5_000) } ?? false
    }

    /// - Parameter entries: Of a sheet, in the order of the table.
    static func found(in entries: [PlaceSums.Entry], columns: [Int]) -> [Found] {
        let alike = runs(entries) { one, next in
            let numbers = columns.map { one.amounts[$0].thousandths }
            guard numbers.count(where: { $0 ?? 0 != 0 }) >= numbersLeast, numbers.count(where: isOdd) >= oddLeast,
                numbers == columns.map({ next.amounts[$0].thousandths })
            else { return nil }
            return 0
        }
        let drawn = columns.flatMap { column in
            runs(entries) { one, next in
                guard let number = one.amounts[column].thousandths, let after = next.amounts[column].thousandths,
                    after != number
                else { return nil }
                return after - number
            }.map { Found(column: column, first: $0.first, last: $0.last, rows: $0.rows) }
        }
        return alike.map { Found(column: nil, first: $0.first, last: $0.last, rows: $0.rows) } + drawn
    }

    /// Rows on end of which each comes from the one above by the same step.
    private static func runs(
        _ entries: [PlaceSums.Entry], step: (PlaceSums.Entry, PlaceSums.Entry) -> Int64?
    ) -> [(first: PlaceSums.Entry, last: PlaceSums.Entry, rows: Int)] {
        var found: [(first: PlaceSums.Entry, last: PlaceSums.Entry, rows: Int)] = []
        var (start, current): (Int, Int64?) = (0, nil)
        func close(at end: Int) {
            if current != nil, end - start >= rowsLeast {
                found.append((entries[start], entries[end - 1], end - start))
            }
        }
        for next in entries.indices.dropFirst() {
            let taken = step(entries[next - 1], entries[next])
            if taken != current {
                close(at: next)
                (start, current) = (next - 1, taken)
            }
        }
        close(at: entries.count)
        return found
    }
}
