import SheetReading

/// What is known of a sheet beside its rows.
struct SheetFacts {
    let name: String
    let isHidden: Bool
    let marks: SheetMarks
    /// Rows that are hidden and hold something.
    let hiddenRows: [ClosedRange<Int>]
    /// Cells that are struck through, or that nobody sees.
    let looks: CellLooks
    /// Merged cells of words that stand for rows below their first.
    let filledDown: [SheetMarks.Range]
    /// Sheets of the same workbook that are no submission, where this one is the first that is.
    let leftOut: [LeftOut]

    struct LeftOut {
        let name: String
        /// How many of its first rows look like rows of this sheet's table: they name a place and have figures in the same
        /// columns.
        let rowsOfTable: Int
    }
}

/// Cells of figures that were merged: nobody can say to which row or column their number belongs.
struct MergedFigures {
    /// By field, in the order of their first rows.
    private var ranges: [Int: [SheetMarks.Range]] = [:]
    let isEmpty: Bool

    /// Merged cells that begin in a column of figures, below the header.
    init(_ facts: SheetFacts?, shape: TableShape) {
        for range in facts?.marks.merged ?? [] where range.rows.lowerBound > shape.headerRow {
            let first = range.columns.lowerBound - 1
            guard first < shape.roles.count, case .quantity = shape.roles[first] else { continue }
            for field in first...min(range.columns.upperBound - 1, shape.roles.count - 1) {
                if case .quantity = shape.roles[field] { ranges[field, default: []].append(range) }
            }
        }
        for field in ranges.keys { ranges[field]?.sort { $0.rows.lowerBound < $1.rows.lowerBound } }
        isEmpty = ranges.isEmpty
    }

    /// The merged cells that a cell is one of; merged cells never overlap.
    func range(row: Int, field: Int) -> SheetMarks.Range? {
        guard let ranges = ranges[field] else { return nil }
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].rows.lowerBound <= row { low = middle + 1 } else { high = middle }
        }
        guard low > 0, ranges[low - 1].rows.contains(row) else { return nil }
        return ranges[low - 1]
    }
}
