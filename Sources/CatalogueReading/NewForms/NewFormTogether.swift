import Domain

/// What a column of a new form is beside others: a ratio of two, a part of one, counted in some rows, checked against some.
extension NewFormColumns {
    mutating func takeRatio(_ index: Int) {
        let sides = [NewFormPart.numerator, .denominator].map { part -> String? in
            let written = text(part, index)
            if written.isEmpty {
                say(index, part, .sideless(text(.name, index), part))
                return nil
            }
            if let figure = figures[Folding.key(written)] { return figure.indicator }
            let known = indicators.map(\.code) + catalogue.indicators.filter { !$0.isRatio }.map(\.code)
            if let code = known.first(where: { $0 == written.uppercased() }) { return code }
            say(index, part, .noFigureCalled(written))
            return nil
        }
        guard let numerator = sides[0], let denominator = sides[1] else { return }
        add(
            index, kind: .ratio(numerator: numerator, denominator: denominator, factor: 100), decimals: 1, forms: [],
            bound: nil)
    }

    mutating func takePart(_ index: Int) {
        let written = text(.partOf, index)
        guard !written.isEmpty, let part = figures[Folding.key(text(.name, index))] else { return }
        guard let whole = figures[Folding.key(written)], whole.column != part.column else {
            if wholeOf(index) == nil || figures[Folding.key(written)]?.column == part.column {
                say(index, .partOf, .noFigureCalled(written))
            }
            return
        }
        let columnIDs = Set(formColumns.map(\.id))
        guard columnIDs.isSuperset(of: [part.column, whole.column]) else { return }
        checks.append(RowCheck(kind: .atMost(part: part.column, whole: whole.column), level: .error))
    }

    /// Which rows its figure counts, and what is checked in a row.
    mutating func takeRelations(_ index: Int) {
        let (rows, check) = (text(.rows, index), text(.check, index))
        if !rows.isEmpty {
            switch relations.selection(rows) {
            case .fault(let fault): say(index, .rows, fault)
            case .value(let selection):
                guard let place = measurePlaces[index], measures.indices.contains(place) else {
                    return say(index, .rows, .noFigureCalled(text(.name, index)))
                }
                let own = measures[place]
                measures[place] = Measure(code: own.code, columns: own.columns, selection: selection, by: own.by)
            }
        }
        guard !check.isEmpty, !NewFormJudge.isNothing(check) else { return }
        switch relations.checks(check, of: text(.name, index)) {
        case .fault(let fault): say(index, .check, fault)
        case .value(let said): checks += said.filter { !checks.contains($0) }
        }
    }
}
