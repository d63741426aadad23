import Domain

/// The figures that moved, to read as they are: what moved first, then each submission that moved them, once.
package enum RevisedFiguresText {
    /// `nil` where there is no edition to compare with.
    package static func document(_ basis: Basis, _ language: Language) -> Document? {
        guard let changes = basis.changes, let earlier = basis.earlier else { return nil }
        var blocks: [Document.Block] = [
            .lines([
                RevisedFigures.title(earlier.number)[language], basis.periodLine(language),
                basis.standingLine(language),
            ])
        ]
        if changes.isEmpty { blocks.append(.paragraph(RevisedFigures.none(earlier.number)[language] + ".")) }
        var movers = Movers()
        if !changes.data.isEmpty {
            blocks.append(.table(table(changes.data, basis, earlier, &movers, language)))
            blocks.append(.lines([Words.movers[language]] + movers.lines(basis, language).map { "  \($0)" }))
        }
        if !changes.definitions.isEmpty {
            blocks.append(.paragraph(RevisedFigures.definitions(earlier.changedCatalogueFiles)[language]))
            blocks.append(.table(table(changes.definitions, basis, earlier, &movers, language)))
        }
        return Document(blocks)
    }

    private static func table(
        _ changes: [FigureChange], _ basis: Basis, _ earlier: EarlierEdition, _ movers: inout Movers,
        _ language: Language
    ) -> Table {
        let hasCauses = changes.contains { !$0.causes.isEmpty }
        let rows = changes.map { change in
            let cells = RevisedFigures.figures(change, basis, language)
            return Table.Row(.plain, hasCauses ? cells + [.text(movers.numbers(of: change))] : cells)
        }
        let columns = RevisedFigures.figureColumns(earlier.number, language)
        return Table(
            id: "thay-doi", sheetName: "", title: "",
            columns: hasCauses ? columns + [.init(Words.mover[language], kind: .code)] : columns, rows: rows)
    }
}

/// The submissions that moved figures, numbered as they come.
private struct Movers {
    private struct Key: Hashable {
        let department: String
        let month: Month
        let come: [Receipt]
        let gone: [Receipt]
    }

    private var order: [Key] = []
    private var causes: [Key: [FigureChange.Cause]] = [:]

    /// `[1][2]`
    mutating func numbers(of change: FigureChange) -> String {
        var words = ""
        for cause in change.causes {
            let key = Key(department: cause.department, month: cause.month, come: cause.come, gone: cause.gone)
            if causes[key] == nil { order.append(key) }
            causes[key, default: []].append(cause)
            words += "[\((order.firstIndex(of: key) ?? 0) + 1)]"
        }
        return words.isEmpty ? "–" : words
    }

    func lines(_ basis: Basis, _ language: Language) -> [String] {
        order.enumerated().map { position, key in
            let all = causes[key] ?? []
            let together = FigureChange.Cause(
                department: key.department, month: key.month, gone: key.gone, come: key.come, difference: nil,
                rows: all.flatMap(\.rows), supplements: all.reduce(into: []) { $0.formUnion($1.supplements) })
            let reasons = together.reasons.joined(separator: "; ")
            return "[\(position + 1)] \(RevisedFigures.cause(together, basis, language))"
                + (reasons.isEmpty ? "" : "; \(Words.reason[language]): \(reasons)")
        }
    }
}

private enum Words {
    static let mover = Bilingual(vi: "Do", en: "By")
    static let movers = Bilingual(vi: "Báo cáo làm thay đổi:", en: "Submissions that moved them:")
    static let reason = Bilingual(vi: "thuyết minh", en: "reason given")
}
