import Domain

/// Số liệu: every figure of the period as one plain table, a row for each indicator and place.
package enum TidyFigures {
    /// The columns that together name a row: indicator, place, level.
    package static let keyColumns = [1, 4, 6]

    /// The sheet of figures, and where it would be too long, beside it the table of all: the sheet then ends with the areas.
    static func table(
        _ basis: Basis, _ language: Language,
        where isIncluded: @escaping @Sendable (Indicator, PlaceIndex.Place) -> Bool = { _, _ in true }
    ) -> (sheet: Table, all: LongTable?) {
        let indicators = basis.catalogue.indicators
        let isLong = basis.isLong
        let places = PlaceWords(basis, language)
        let rows = ParallelMap.map(indicators) { indicator in
            self.rows(indicator, places, basis) { isIncluded(indicator, $0) && !(isLong && $0.isCommune) }
        }.flatMap(\.self)
        let sheet = table(
            basis, language, rows: rows, notes: isLong ? [Words.communesElsewhere(basis.period)[language]] : [])
        guard isLong else { return (sheet, nil) }
        let all = LongTable(table(basis, language, rows: [], notes: []), parts: indicators.count) { part in
            self.rows(indicators[part], places, basis) { isIncluded(indicators[part], $0) }
        }
        return (sheet, all)
    }

    private static func rows(
        _ indicator: Indicator, _ places: PlaceWords, _ basis: Basis, where isIncluded: (PlaceIndex.Place) -> Bool
    ) -> [Table.Row] {
        basis.index.places.indices.filter { isIncluded(basis.index.places[$0]) }
            .map { row(indicator, place: $0, places, basis) }
    }

    /// What stands in the row of each place, the same in those of all indicators.
    private struct PlaceWords: Sendable {
        let language: Language
        let period: String
        let codes: [String]
        let names: [String]
        let levels: [String]

        init(_ basis: Basis, _ language: Language) {
            self.language = language
            period = basis.period.description
            codes = basis.index.places.map { $0.code(in: basis.catalogue) }
            names = basis.index.places.indices.map { basis.placeName($0, language) }
            levels = basis.index.places.map { level($0, basis.level)[language] }
        }
    }

    private static func table(_ basis: Basis, _ language: Language, rows: [Table.Row], notes: [String]) -> Table {
        Table(
            id: "so-lieu", sheetName: Words.sheet[language], title: Words.title[language],
            subtitle: [basis.scopeLine(language)],
            columns: [
                .init(Words.period[language], kind: .code),
                .init(Words.code[language], kind: .code),
                .init(Phrase.indicator[language], kind: .label),
                .init(Phrase.unitOfMeasure[language], kind: .code),
                .init(Words.placeCode[language], kind: .code),
                .init(Phrase.place[language], kind: .label),
                .init(Words.level[language], kind: .code),
                .init(Phrase.thisPeriod[language], kind: .number),
                .init(Words.state[language], kind: .code),
                .init(Words.received[language], kind: .number),
                .init(Words.owed[language], kind: .number),
            ]
                + spans(language).flatMap { name, state in
                    [Table.Column(name, kind: .number), Table.Column(state, kind: .code)]
                } + (basis.isForOffice ? [.init(Words.otherForm[language], kind: .prose)] : []),
            rows: rows, notes: notes)
    }

    /// One row for each submission owed.
    static func submissions(_ basis: Basis, _ language: Language) -> Table {
        let context = TableContext(language: language, annexNumber: nil, domain: nil, plan: [])
        let table = SubmissionStatus.table(basis, context)
        return Table(
            id: table.id, sheetName: table.sheetName, title: table.title,
            subtitle: [basis.scopeLine(language)], columns: table.columns,
            rows: table.rows, notes: table.notes)
    }

    /// One row for each indicator: what it is, how it adds and who counts it.
    static func indicators(_ basis: Basis, _ language: Language) -> Table {
        Table(
            id: "chi-tieu", sheetName: Words.indicators[language], title: Words.indicatorsTitle[language],
            subtitle: [basis.periodLine(language)],
            columns: [
                .init(Words.code[language], kind: .code),
                .init(Phrase.indicator[language], kind: .label),
                .init(Words.domain[language], kind: .prose),
                .init(Words.kind[language], kind: .prose),
                .init(Words.source[language], kind: .prose),
            ],
            rows: basis.catalogue.indicators.map { indicator in
                Table.Row(
                    .plain,
                    [
                        .text(indicator.code), .text(indicator.name[language]),
                        .text(basis.domainName(indicator.domain, language).full),
                        .text(NotesAndSources.kind(indicator, language)),
                        .text(NotesAndSources.sources(indicator, basis, language)),
                    ])
            })
    }

    /// For the office, a figure taken from another form says which department's and which form it is.
    private static func row(
        _ indicator: Indicator, place: Int, _ places: PlaceWords, _ basis: Basis
    ) -> Table.Row {
        let (language, decimals) = (places.language, indicator.decimals)
        let figure = basis.figure(indicator, at: place)
        let completeness = figure.completeness ?? Completeness(received: 0, owed: 0)
        var cells: [Table.Cell] = []
        cells.reserveCapacity(20)
        cells += [
            .text(places.period), .text(indicator.code), .text(indicator.name[language]),
            .text(indicator.unit[language]), .text(places.codes[place]), .text(places.names[place]),
            .text(places.levels[place]), .figure(figure, decimals: decimals), .text(figure.state[language]),
            .count(completeness.received), .count(completeness.owed),
        ]
        for other in [
            basis.previous(indicator, at: place), basis.lastYear(indicator, at: place),
            basis.cumulative(indicator, at: place), basis.cumulativeLastYear(indicator, at: place),
        ] {
            cells.append(.figure(other, decimals: decimals))
            cells.append(.text(other.state[language]))
        }
        if basis.isForOffice { cells.append(.text(standIn(indicator, place, basis, language))) }
        return Table.Row(.plain, cells)
    }

    /// The spans beside the period, each with the heading of its state.
    private static func spans(_ language: Language) -> [(name: String, state: String)] {
        [Phrase.previousPeriod, Phrase.lastYear, Phrase.cumulative, Phrase.cumulativeLastYear].map { span in
            (span[language], Words.stateOf(span)[language])
        }
    }

    /// Which other forms a figure was taken from; a word where it was from none, for no cell is blank.
    private static func standIn(_ indicator: Indicator, _ place: Int, _ basis: Basis, _ language: Language) -> String {
        let words = basis.standInWords(indicator, at: place, language)
        return words.isEmpty ? Words.fromNone[language] : words
    }

    private static func level(_ place: PlaceIndex.Place, _ office: OfficeLevel) -> Bilingual {
        switch place {
        case .province: office.levelOfWhole
        case .placeless: office.levelOfPlaceless
        case .district: office.levelOfArea
        case .commune: Bilingual(vi: "xã", en: "commune")
        }
    }
}

extension Figure {
    /// The state in words, one of a fixed set.
    package var state: Bilingual {
        switch content {
        case .known(_, .reported): Bilingual(vi: "chính thức", en: "reported")
        case .known(_, .provisional): Bilingual(vi: "sơ bộ", en: "provisional")
        case .known(_, .revised): Bilingual(vi: "điều chỉnh", en: "revised")
        case .absent(.notReported): Bilingual(vi: "chưa báo cáo", en: "not reported")
        case .absent(.notCollected): Bilingual(vi: "chưa thu thập", en: "not collected")
        case .absent(.notApplicable): Bilingual(vi: "không áp dụng", en: "not applicable")
        case .absent(.suppressed): Bilingual(vi: "bảo mật", en: "suppressed")
        case .absent(.notComparable): Bilingual(vi: "không so sánh được", en: "not comparable")
        }
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Số liệu", en: "Figures")
    static let title = Bilingual(vi: "Số liệu theo chỉ tiêu và địa bàn", en: "Figures by indicator and area")
    static let indicators = Bilingual(vi: "Chỉ tiêu", en: "Indicators")
    static let indicatorsTitle = Bilingual(
        vi: "Chỉ tiêu, cách tính và nguồn tính", en: "Indicators, how they add and who counts them")
    static let domain = Bilingual(vi: "Lĩnh vực", en: "Domain")
    static let kind = Bilingual(vi: "Cách tính, đơn vị tính", en: "How it adds, unit")
    static let source = Bilingual(vi: "Nguồn tính", en: "Counted by")
    static let period = Bilingual(vi: "Kỳ", en: "Period")
    static let code = Bilingual(vi: "Mã chỉ tiêu", en: "Indicator code")
    static let placeCode = Bilingual(vi: "Mã địa bàn", en: "Area code")
    static let level = Bilingual(vi: "Cấp", en: "Level")
    static let state = Bilingual(vi: "Tình trạng", en: "State")
    static func stateOf(_ span: Bilingual) -> Bilingual {
        Bilingual(vi: "Tình trạng \(span.vi.lowercased())", en: "State, \(span.en.lowercased())")
    }

    static func communesElsewhere(_ period: Period) -> Bilingual {
        Bilingual(
            vi: "Số liệu từng xã, phường ở tệp so-lieu-\(period).csv: nhiều dòng quá để mở bằng bảng tính.",
            en: "Figures of communes are in the CSV file of figures: too many rows for a sheet to be opened with ease.")
    }

    static let received = Bilingual(vi: "Báo cáo đã nhận", en: "Reports received")
    static let otherForm = Bilingual(vi: "Lấy từ biểu khác", en: "From another form")
    static let fromNone = Bilingual(vi: "không", en: "no")
    static let owed = Bilingual(vi: "Báo cáo phải gửi", en: "Reports owed")
}
