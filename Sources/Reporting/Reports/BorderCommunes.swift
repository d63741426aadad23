import Domain

/// Xã biên giới: the communes on the border apart, against last year, and what part of the province they are.
enum BorderCommunes {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let indicators = context.entry.indicators.compactMap(basis.catalogue.indicator).filter { !$0.isRatio }
        let communes = communes(basis)
        let parts = Array(1..<1 + communes.count)
        let sums = indicators.map { indicator in
            Pair(basis) { total(communes, indicator, over: $0, basis) }
        }
        let province = indicators.map { indicator in Pair(basis) { basis.figure(indicator, over: $0) } }
        var rows = [
            Table.Row(
                .total,
                [.text(Words.border(communes.count)[language])]
                    + zip(indicators, sums).flatMap { $1.cells(decimals: $0.decimals, parts: parts) })
        ]
        rows += communes.map { commune in
            Table.Row(
                .plain,
                [.text(basis.placeName(commune, language))]
                    + indicators.flatMap { indicator in
                        Pair(basis) { basis.figure(indicator, at: commune, over: $0) }
                            .cells(decimals: indicator.decimals, parts: [])
                    })
        }
        rows.append(
            Table.Row(
                .plain,
                [.text(basis.level.whole[language])]
                    + zip(indicators, province).flatMap { $1.cells(decimals: $0.decimals, parts: []) }))
        rows.append(
            Table.Row(
                .plain,
                [.text(Words.share[language])]
                    + indicators.flatMap { indicator in
                        Pair(basis) { share(communes, indicator, over: $0, basis) }.cells(decimals: 1, parts: [])
                    }))
        let table = Table(
            id: "bien-gioi", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: columns(basis, indicators, language), rows: rows,
            notes: [Words.note(language.date(basis.index.day))[language]])
        let compared = basis.comparesYears ? [] : indicators.indices.flatMap { [3 * $0 + 2, 3 * $0 + 3] }
        return table.dropping(Set(compared)).droppingChangesThatNobodyHas(language)
    }

    static func communes(_ basis: Basis) -> [Int] {
        basis.index.districts.flatMap { basis.index.communes[$0] ?? [] }
            .filter { basis.index.unit($0)?.border == true }
    }

    /// A figure and that of the same period last year.
    private struct Pair {
        let now: Figure
        let then: Figure
        private let comparison: Comparison

        init(_ basis: Basis, _ figure: (Period) -> Figure) {
            now = figure(basis.period)
            then = figure(basis.period.sameLastYear)
            comparison = basis.comparison(now, with: then)
        }

        func cells(decimals: Int, parts: [Int]) -> [Table.Cell] {
            func cell(_ figure: Figure) -> Table.Cell {
                parts.isEmpty
                    ? .figure(figure, decimals: decimals) : .sum(figure, decimals: decimals, rows: parts)
            }
            return [cell(now), cell(then), .difference(comparison.difference, decimals: decimals)]
        }
    }

    private static func columns(_ basis: Basis, _ indicators: [Indicator], _ language: Language) -> [Table.Column] {
        let then = Words.lastYear(basis.period.year - 1)
        return [.init(Words.commune[language], kind: .label)]
            + indicators.flatMap { indicator -> [Table.Column] in
                let group = indicator.headed(language)
                return [Phrase.thisPeriod[language], then[language], Phrase.difference[language]]
                    .map { .init([group, $0], kind: .number) }
            }
    }

    static func total(
        _ communes: [Int], _ indicator: Indicator, over span: Period, _ basis: Basis
    ) -> Figure {
        func total(_ figures: [Figure]) -> Figure { Figure.sum(figures) ?? Figure(.absent(.notApplicable)) }
        let before = communes.compactMap { basis.published(indicator, at: $0, over: span) }
        return basis.marked(
            total(communes.map { basis.figure(indicator, at: $0, over: span) }),
            was: basis.earlier == nil ? nil : total(before), decimals: indicator.decimals)
    }

    /// The part of the province's figure that is the border's, in hundredths.
    static func share(
        _ communes: [Int], _ indicator: Indicator, over span: Period, _ basis: Basis
    ) -> Figure {
        func share(_ part: Figure, of whole: Figure) -> Figure {
            guard let amount = whole.quantity else { return Figure(.absent(whole.absence ?? .notApplicable)) }
            // As of any percentage, a small base says nothing.
            guard amount.thousandths >= Int64(basis.organisation.thresholds.percentageBase) * 1_000 else {
                return Figure(.absent(.notApplicable))
            }
            let share = Comparison.share(part, of: amount)
            guard let known = share.amount, whole.isProvisional else { return share }
            return Figure(.known(known, .provisional))
        }
        let before = basis.published(indicator, at: PlaceIndex.province, over: span).map { whole in
            let parts = communes.compactMap { basis.published(indicator, at: $0, over: span) }
            return share(Figure.sum(parts) ?? Figure(.absent(.notApplicable)), of: whole)
        }
        return basis.marked(
            share(total(communes, indicator, over: span, basis), of: basis.figure(indicator, over: span)), was: before,
            decimals: 1)
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Xã biên giới", en: "Border communes")
    static let title = Bilingual(
        vi: "Tình hình an ninh trật tự các xã biên giới", en: "Security in the border communes")
    static let commune = Bilingual(vi: "Xã biên giới", en: "Border commune")
    static let share = Bilingual(vi: "Tỷ trọng các xã biên giới (%)", en: "Share of the border communes (%)")

    static func border(_ count: Int) -> Bilingual {
        Bilingual(vi: "Cộng \(Language.vi.officialCount(count)) xã biên giới", en: "The \(count) border communes")
    }

    static func lastYear(_ year: Int) -> Bilingual {
        Bilingual(vi: "Cùng kỳ \(year)", en: "Same period \(year)")
    }

    static func note(_ day: String) -> Bilingual {
        Bilingual(
            vi:
                "Xã biên giới theo địa giới ngày \(day); số cùng kỳ năm trước tính lại theo địa giới đó, KSS là xã nhận địa bàn "
                + "chia tách không rõ phần. Tăng, giảm của tỷ trọng tính bằng điểm phần trăm.",
            en:
                "Border communes as of \(day); last year's figures are on the same boundaries, n/c where a commune received an "
                + "unknown part of another. Changes of the share are in percentage points.")
    }
}
