import DelimitedText

/// Finds the rows whose cells are called like the columns of a form.
struct HeaderFinder {
    let header: TableHeader?

    /// Fewer known columns are an accident.
    private static let leastColumns = 2
    /// A row with fewer cells is a line above the header, not the upper row of it.
    private static let leastGroups = 3
    /// A row's number, and code and name of its place, stand first.
    private static let placeColumns = 3
    /// With so many the header is found, but for a second and third row of it.
    private static let plentyColumns = 4

    init(rows: [Row], index: HeaderIndex) {
        var best: TableHeader?
        for last in rows.indices {
            if let best, Self.score(best) >= Self.plentyColumns, last > best.rows.lowerBound + 2 { break }
            for height in 1...3 where last - height + 1 >= 0 {
                let block = last - height + 1...last
                guard height == 1 || Self.isHeading(rows[block.upperBound], under: rows[block.lowerBound]),
                    let found = Self.header(rows, block, index)
                else { continue }
                if Self.score(found) > (best.map(Self.score) ?? Self.leastColumns - 1) { best = found }
            }
        }
        header = best.map { Self.withLowerRow($0, rows, index) }
    }

    /// With the row below it, which says more of columns of figures and nothing of a place: «Kế hoạch», «Thực hiện» under one
    /// merged cell, or units in brackets.
    private static func withLowerRow(_ header: TableHeader, _ rows: [Row], _ index: HeaderIndex) -> TableHeader {
        let last = header.rows.upperBound + 1
        let known = header.columns.indices.filter { !header.columns[$0].isEmpty }
        guard known.count > placeColumns, last < rows.count, isHeading(rows[last], under: rows[last - 1]),
            rows[last].fields.count(where: { !$0.trimmedCell.isEmpty }) > 1,
            known.prefix(placeColumns).allSatisfy({ rows[last].fields.cell($0).isEmpty }),
            let taller = Self.header(rows, header.rows.lowerBound...last, index), score(taller) >= score(header)
        else { return header }
        return taller
    }

    private static func score(_ header: TableHeader) -> Int { header.scores.values.max() ?? 0 }

    /// A second row of a header has words only, and some of them under cells that were merged.
    private static func isHeading(_ lower: Row, under upper: Row) -> Bool {
        let filled = lower.fields.filter { !$0.trimmedCell.isEmpty }
        guard !filled.isEmpty, upper.fields.count(where: { !$0.trimmedCell.isEmpty }) >= leastGroups else {
            return false
        }
        return filled.allSatisfy { $0.unicodeScalars.contains(where: \.properties.isAlphabetic) }
    }

    private static func header(_ rows: [Row], _ block: ClosedRange<Int>, _ index: HeaderIndex) -> TableHeader? {
        let width = block.map { rows[$0].fields.count }.max() ?? 0
        let texts = block.map { place in (0..<width).map { rows[place].fields.cell($0) } }
        var names: [String] = []
        var columns: [[HeaderIndex.Column]] = []
        var group = [String](repeating: "", count: texts.count)
        for column in 0..<width {
            let stack = texts.map { $0[column] }
            // A merged cell keeps its words in its first column; they go on while the cells below are filled.
            for level in stack.indices {
                let goesOn = stack[level].isEmpty && stack[(level + 1)...].contains { !$0.isEmpty }
                if !goesOn { group[level] = stack[level] }
            }
            let (name, matches) = name(of: group, own: stack, index)
            names.append(name)
            columns.append(matches)
        }
        var scores: [Int: Set<Int>] = [:]
        for match in columns.joined() { scores[match.form, default: []].insert(match.column) }
        guard !scores.isEmpty else { return nil }
        let first = rows[block.upperBound]
        return TableHeader(
            rows: block, line: first.line, spreadsheetRow: first.spreadsheetRow, texts: names, columns: columns,
            scores: scores.mapValues(\.count))
    }

    /// The words of a column, and what they mean: all of them, else the lower ones, else the upper ones alone.
    private static func name(
        of group: [String], own: [String], _ index: HeaderIndex
    ) -> (String, [HeaderIndex.Column]) {
        let words = group.filter { !$0.isEmpty }
        let full = words.joined(separator: " ")
        guard words.count > 1 else { return (full, index.columns(headed: full)) }
        var candidates = [full]
        for start in 1..<words.count { candidates.append(words[start...].joined(separator: " ")) }
        candidates.append(words[0])
        for candidate in candidates {
            let matches = index.columns(headed: candidate)
            if !matches.isEmpty { return (full, matches) }
        }
        return (full, [])
    }
}

extension [String] {
    /// A cell without blanks around; empty where the row is too short.
    func cell(_ index: Int) -> String { index < count ? self[index].trimmedCell : "" }
}
