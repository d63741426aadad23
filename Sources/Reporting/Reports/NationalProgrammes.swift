import Domain

/// Chương trình mục tiêu quốc gia: what was done under each dated code of a list, and what names none.
enum NationalProgrammes {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let list = context.entry.list ?? ""
        let indicators = context.entry.indicators.compactMap(basis.catalogue.indicator).filter(\.isFlow)
        let columns = indicators.map { Column($0, list: list, basis) }
        let entries = self.entries(basis, list, columns)
        let parts = Array(1..<entries.count + 2)
        var rows = [
            Table.Row(
                .total, [.text(Words.total[language])] + columns.flatMap { $0.totals(parts: parts) })
        ]
        rows += entries.map { entry in
            Table.Row(.plain, [.text(name(entry, language))] + columns.flatMap { $0.cells(entry) })
        }
        rows.append(Table.Row(.plain, [.text(Words.without[language])] + columns.flatMap { $0.rest }))
        return Table(
            id: "chuong-trinh-mtqg", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: [.init(Words.programme[language], kind: .label)]
                + indicators.flatMap { indicator -> [Table.Column] in
                    let group = indicator.headed(language)
                    return [Phrase.thisPeriod, Phrase.cumulative, Phrase.cumulativeLastYear].map {
                        .init([group, $0[language]], kind: .number)
                    }
                },
            rows: rows, notes: [Words.note[language]])
    }

    /// What each programme brought in the period, where it is known and more than nothing, and what names none.
    static func parts(
        of indicator: Indicator, list: String, _ basis: Basis, _ language: Language
    ) -> [(name: String, figure: Figure)] {
        let column = Column(indicator, list: list, basis)
        let programmes = entries(basis, list, [column]).compactMap { entry in
            column.cells(entry).first?.figure.map { (name: entry.name[language], figure: $0) }
        }
        guard programmes.contains(where: { $0.figure.amount?.isZero == false }) else { return [] }
        let rest = column.rest.first?.figure.map { [(name: Words.restOfAll[language], figure: $0)] } ?? []
        return (programmes + rest).filter { $0.figure.amount?.isZero == false }
    }

    /// Those in force in the year to date, and those that any figure of the table names.
    private static func entries(_ basis: Basis, _ list: String, _ columns: [Column]) -> [CodeEntry] {
        let days = basis.organisation.calendar.days(of: basis.period.yearToDate)
        let named = Set(columns.flatMap(\.codes))
        var seen: Set<String> = []
        return basis.catalogue.codes.filter {
            $0.list == list && ($0.validity.touches(days) || named.contains($0.code)) && seen.insert($0.code).inserted
        }
    }

    /// One indicator over three spans.
    private struct Column {
        private let basis: Basis
        private let decimals: Int
        private let isProtected: Bool
        private let spans: [Span]

        private struct Span {
            let days: ClosedRange<Day>
            let now: Sums
            /// What the edition before printed; `nil` where there is none to compare with.
            let before: Sums?
        }

        init(_ indicator: Indicator, list: String, _ basis: Basis) {
            self.basis = basis
            decimals = indicator.decimals
            isProtected = basis.isProtected(indicator.measures)
            let periods = [basis.period, basis.period.yearToDate, basis.period.sameLastYear.yearToDate]
            spans = periods.map { span in
                func sums(_ total: Figure, _ state: EarlierEdition.State) -> Sums {
                    let own = state.evidence.catalogue.indicator(indicator.code)
                    let coded = own.map { CodedSums($0, list: list, over: span.months, state).sums } ?? [:]
                    return Sums(total: total, byCode: coded)
                }
                let before = basis.published(indicator, at: PlaceIndex.province, over: span)
                return Span(
                    days: basis.organisation.calendar.days(of: span),
                    now: sums(basis.figure(indicator, over: span), basis.state),
                    before: basis.earlier.flatMap { earlier in before.map { sums($0, earlier.issued) } })
            }
        }

        var codes: [String] { spans.flatMap(\.now.byCode.keys) }

        func totals(parts: [Int]) -> [Table.Cell] {
            spans.map { .sum($0.now.total, decimals: decimals, rows: parts) }
        }

        /// What a programme brought; `x` in a span in which it was not in force.
        func cells(_ entry: CodeEntry) -> [Table.Cell] {
            spans.map { span in
                guard span.now.byCode[entry.code] != nil || entry.validity.touches(span.days) else {
                    return .figure(Figure(.absent(.notApplicable)), decimals: decimals)
                }
                return cell(span) { $0.part(entry.code) }
            }
        }

        /// What is left of the total, so that the parts add up to it.
        var rest: [Table.Cell] { spans.map { cell($0, \.rest) } }

        private func cell(_ span: Span, _ part: (Sums) -> Figure) -> Table.Cell {
            let figure = part(span.now)
            if figure.amount != nil, isProtected { return .figure(Figure(.absent(.suppressed)), decimals: decimals) }
            return .figure(basis.marked(figure, was: span.before.map(part), decimals: decimals), decimals: decimals)
        }
    }

    /// A total with the parts of it that name a code.
    private struct Sums {
        let total: Figure
        let byCode: [String: Quantity]

        func part(_ code: String) -> Figure { part(byCode[code] ?? .zero) }

        var rest: Figure { part(byCode.values.reduce(total.quantity ?? .zero) { $0.subtracting($1) ?? $0 }) }

        private func part(_ amount: Quantity) -> Figure {
            switch total.content {
            case .absent(let absence): Figure(.absent(absence))
            case .known(_, let standing): Figure(.known(.quantity(amount), standing))
            }
        }
    }

    private static func name(_ entry: CodeEntry, _ language: Language) -> String {
        guard let last = entry.validity.to?.adding(days: -1) else { return entry.name[language] }
        return entry.name[language] + (language == .vi ? " (đến " : " (to ") + language.date(last) + ")"
    }
}

/// An indicator of the whole province by the codes of one list, as far as its sources keep them apart.
struct CodedSums {
    /// Sum by code; what came without a code is not among them.
    private(set) var sums: [String: Quantity] = [:]

    init(_ indicator: Indicator, list: String, over months: [Month], _ state: EarlierEdition.State) {
        let catalogue = state.evidence.catalogue
        let columns = Set(
            catalogue.forms.flatMap(\.columns).filter { $0.kind == .code(list) }.map(\.id))
        for month in months {
            let sources = state.cube.sources(of: month, state.evidence, state.slices)
            for contribution in sources.counting(indicator) where contribution.enters(indicator, over: months) {
                contribution.readings.forEachCounted(of: contribution.measures) { row, codes in
                    guard let code = CodedSums.code(in: codes, columns: columns),
                        let sum = (sums[code] ?? .zero).adding(row.sum)
                    else { return }
                    sums[code] = sum
                }
            }
        }
    }

    /// The code that a tally is kept apart by: `chuong_trinh=ct1719`, several with `;` between.
    static func code(in codes: String, columns: Set<String>) -> String? {
        for pair in codes.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, columns.contains(String(parts[0])) { return String(parts[1]) }
        }
        return nil
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Chương trình MTQG", en: "National programmes")
    static let title = Bilingual(
        vi: "Kết quả theo chương trình mục tiêu quốc gia và nguồn kinh phí",
        en: "Results by national target programme and source of funds")
    static let programme = Bilingual(vi: "Chương trình, nguồn kinh phí", en: "Programme, source of funds")
    static let total = Bilingual(vi: "Cộng", en: "Total")
    static let without = Bilingual(vi: "Không ghi chương trình", en: "No programme named")
    static let restOfAll = Bilingual(vi: "không ghi chương trình", en: "no programme named")
    static let note = Bilingual(
        vi: "Chương trình chỉ ghi ở danh sách lớp; số liệu của biểu tổng hợp nằm ở dòng “Không ghi chương trình”.",
        en: "Only registers name a programme; what comes in sheets is under “No programme named”.")
}
