/// Fills pages with rows from the top, and says before which rows a new page begins.
///
/// Every page but the first begins with the repeated rows. A block of rows that belong together is not torn unless it is
/// taller than a page, and the last page does not hold a row or two alone.
struct PageFilling {
    /// Rows with which a page begins, from the second page on.
    let breaks: [Int]
    /// The points that are used of the last page.
    let used: Double

    var pageCount: Int { breaks.count + 1 }

    /// The least rows on the last page that are not folded away, and the least part of it that they fill: notes are rows, too,
    /// and a row or two above them are no page.
    private static let leastRows = 7
    private static let leastPart = 0.4

    /// - Parameters:
    ///   - heights: Of the rows in points, 0 for those that are folded away.
    ///   - repeated: What a page after the first begins with, in points.
    ///   - page: The points of a page.
    ///   - blocks: Rows that belong together; they may overlap.
    init(heights: [Double], repeated: Double, page: Double, keepingTogether blocks: [ClosedRange<Int>]) {
        let starts = PageFilling.starts(of: blocks, rowCount: heights.count)
        var breaks: [Int] = []
        var used = 0.0
        var hasRows = false
        func turn(before row: Int) {
            breaks.append(row)
            used = repeated
            hasRows = false
        }
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1] : heights.count
            let height = heights[start..<end].reduce(0, +)
            if hasRows, used + height > page, height <= page - repeated { turn(before: start) }
            for row in start..<end where heights[row] > 0 {
                if hasRows, used + heights[row] > page { turn(before: row) }
                used += heights[row]
                hasRows = true
            }
        }
        if let last = breaks.last {
            let fair = PageFilling.fairer(last, after: breaks.dropLast().last ?? 0, starts, heights, page - repeated)
            used += heights[fair..<last].reduce(0, +)
            breaks[breaks.count - 1] = fair
        }
        self.breaks = breaks
        self.used = used
    }

    /// The first rows of what is not torn: blocks, and rows between them.
    private static func starts(of blocks: [ClosedRange<Int>], rowCount: Int) -> [Int] {
        var isInside = [Bool](repeating: false, count: rowCount)
        for block in blocks where block.lowerBound >= 0 && block.upperBound < rowCount {
            for row in block.dropFirst() { isInside[row] = true }
        }
        return (0..<rowCount).filter { !isInside[$0] }
    }

    /// The beginning of the last page, moved up until the page is worth turning to.
    private static func fairer(
        _ last: Int, after previous: Int, _ starts: [Int], _ heights: [Double], _ room: Double
    ) -> Int {
        func shown(_ rows: Range<Int>) -> Int { heights[rows].count { $0 > 0 } }
        func isThin(_ begin: Int) -> Bool {
            let rows = begin..<heights.count
            return shown(rows) < leastRows || heights[rows].reduce(0, +) < room * leastPart
        }
        var begin = last
        while isThin(begin), let above = starts.last(where: { $0 < begin }),
            above > previous, shown(previous..<above) > 2 * leastRows
        {
            begin = above
        }
        return begin
    }
}
