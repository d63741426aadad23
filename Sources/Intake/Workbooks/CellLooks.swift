import Domain
import SheetReading

/// Which cells of a sheet look as if they were not meant to count, by rows.
struct CellLooks {
    /// Fields of a row, from 0; those far to the right are one.
    struct Fields: Hashable {
        private var bits: UInt64 = 0

        private static let last = 63

        mutating func insert(_ field: Int) { bits |= 1 << UInt64(min(field, Self.last)) }

        func contains(_ field: Int) -> Bool { bits & 1 << UInt64(min(field, Self.last)) != 0 }

        var isEmpty: Bool { bits == 0 }
    }

    /// Rows one below the other that look alike.
    private struct Stretch {
        let first: Int32
        var last: Int32
        let fields: Fields
    }

    /// What one look is found in.
    struct Places {
        private var stretches: [Stretch] = []

        var isEmpty: Bool { stretches.isEmpty }

        fileprivate mutating func note(_ row: Int, _ fields: Fields) {
            guard !fields.isEmpty else { return }
            let number = Int32(truncatingIfNeeded: row)
            if let end = stretches.last, end.last + 1 == number, end.fields == fields {
                stretches[stretches.count - 1].last = number
            } else {
                stretches.append(Stretch(first: number, last: number, fields: fields))
            }
        }

        /// The fields of a row that look so.
        func fields(of row: Int) -> Fields {
            var (low, high) = (0, stretches.count)
            while low < high {
                let middle = (low + high) / 2
                if Int(stretches[middle].first) <= row { low = middle + 1 } else { high = middle }
            }
            guard low > 0, row <= Int(stretches[low - 1].last) else { return Fields() }
            return stretches[low - 1].fields
        }

        /// Rows of a table that look so somewhere, with where they do.
        func rows(within table: Range<Int>) -> [(rows: ClosedRange<Int>, fields: Fields)] {
            stretches.compactMap { stretch in
                let rows = max(Int(stretch.first), table.lowerBound)..<min(Int(stretch.last) + 1, table.upperBound)
                return rows.isEmpty ? nil : (rows.lowerBound...rows.upperBound - 1, stretch.fields)
            }
        }
    }

    private(set) var struck = Places()
    private(set) var unseen = Places()

    /// - Parameter row: The next that holds something.
    mutating func note(_ row: SheetRow) {
        var (struckFields, unseenFields) = (Fields(), Fields())
        var isPlain = true
        for cell in row.cells where !cell.look.isEmpty {
            isPlain = false
            if cell.look.contains(.struck) { struckFields.insert(cell.column - 1) }
            if cell.look.contains(.unseen) { unseenFields.insert(cell.column - 1) }
        }
        guard !isPlain else { return }
        struck.note(row.number, struckFields)
        unseen.note(row.number, unseenFields)
    }
}
