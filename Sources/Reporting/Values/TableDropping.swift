import Domain

extension Table {
    /// The same with one more note.
    func adding(note: String) -> Table {
        var table = Table(
            id: id, sheetName: sheetName, annex: annex, title: title, subtitle: subtitle, columns: columns, rows: rows,
            notes: notes + [note], charts: charts, isForOffice: isForOffice, isUpright: isUpright)
        (table.links, table.goesOn) = (links, goesOn)
        return table
    }

    /// The same with a sentence at the end of its last note, or of its first.
    func adding(sentence: String, toFirst isFirst: Bool = false) -> Table {
        guard let position = isFirst ? notes.indices.first : notes.indices.last else { return adding(note: sentence) }
        var table = self
        table.notes[position] += " " + sentence
        return table
    }

    /// The same with sums as plain figures: those of rounded figures are not what their parts add up to.
    var withoutSums: Table {
        Table(
            id: id, sheetName: sheetName, annex: annex, title: title, subtitle: subtitle, columns: columns,
            rows: rows.map { row in
                Row(
                    row.style,
                    row.cells.map { cell in
                        if case .sum(let figure, let decimals, _) = cell {
                            .figure(figure, decimals: decimals)
                        } else {
                            cell
                        }
                    }, remarks: row.remarks)
            }, notes: notes, charts: charts, isForOffice: isForOffice, isUpright: isUpright)
    }

    /// The same without columns of changes that no row has a number in, and with a note of which these are.
    func droppingChangesThatNobodyHas(_ language: Language) -> Table {
        let bare = columns.indices.filter { column in
            var isOfChanges = false
            for row in rows {
                switch row.cells[column] {
                case .difference(let figure, _), .percentage(let figure, signed: true):
                    guard let absence = figure.absence, [.notComparable, .notApplicable].contains(absence) else {
                        return false
                    }
                    isOfChanges = true
                case .blank: continue
                default: return false
                }
            }
            return isOfChanges
        }
        guard !bare.isEmpty else { return self }
        let over = bare.map { columns[$0].header.first ?? "" }
        let named = over.enumerated().filter { over.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        return dropping(Set(bare)).adding(note: Words.withoutChanges(named.joined(separator: "; "))[language])
    }

    /// The same without some columns; charts of the table go on drawing the others.
    func dropping(_ dropped: Set<Int>) -> Table {
        guard !dropped.isEmpty else { return self }
        let kept = columns.indices.filter { !dropped.contains($0) }
        let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
        let rows = rows.map { row in
            Row(
                row.style, kept.filter(row.cells.indices.contains).map { row.cells[$0] },
                remarks: Dictionary(
                    uniqueKeysWithValues: row.remarks.compactMap { column, text in place[column].map { ($0, text) } }))
        }
        let charts = charts.compactMap { $0.source == nil ? $0.moved(to: place) : $0 }
        var table = Table(
            id: id, sheetName: sheetName, annex: annex, title: title, subtitle: subtitle,
            columns: kept.map { columns[$0] }, rows: rows, notes: notes, charts: charts, isForOffice: isForOffice,
            isUpright: isUpright)
        (table.links, table.goesOn) = (links, goesOn)
        return table
    }
}

extension Table.Chart {
    /// The same over columns that have moved; `nil` where none is left.
    fileprivate func moved(to place: [Int: Int]) -> Table.Chart? {
        let series = series.compactMap { one in place[one.column].map { Series(name: one.name, column: $0) } }
        guard !series.isEmpty, let category = place[categoryColumn] else { return nil }
        var moved = Table.Chart(
            kind: kind, title: title, valueTitle: valueTitle, categoryTitle: categoryTitle, categoryColumn: category,
            series: series, rows: rows, alternativeText: alternativeText, barColumn: barColumn.flatMap { place[$0] })
        moved.size = size
        return moved
    }
}

private enum Words {
    static func withoutChanges(_ columns: String) -> Bilingual {
        Bilingual(
            vi: "Không ghi mức tăng, giảm vì một kỳ chưa đủ số liệu hoặc khác địa giới: \(columns).",
            en: "No change is given where one side is incomplete, or boundaries differ: \(columns).")
    }
}
