import Domain

/// What the text of the report says of areas, of the border and of the national programmes, from the figures of the annexes.
struct LetterCommentary {
    let basis: Basis
    let language: Language

    private static let placesNamed = 3
    private static let placesWithout = 4

    /// What there is to say under a section: its indicators' domain decides.
    func sentences(of section: LetterPlan.Section) -> [String] {
        let codes = Set(section.sentences.flatMap(\.slots).map(\.indicator))
        let indicators = basis.catalogue.indicators.filter { codes.contains($0.code) }
        let domains = Set(indicators.map(\.domain))
        return domains.sorted().flatMap { domain in
            [basis.leadFlow(domain).flatMap(places), border(domain), programmes(domain)].compactMap(\.self)
        }
    }

    /// `Theo địa bàn, số buổi tuyên truyền nhiều nhất là Mai Sơn (63 buổi), Thuận Châu (50 buổi); không phát sinh ở Bắc Yên.`; nothing where the figure
    /// of an area is not known: another might then be the largest.
    private func places(_ indicator: Indicator) -> String? {
        let figures = basis.index.districts.map { (place: $0, figure: basis.figure(indicator, at: $0)) }
        guard figures.count > 1, figures.allSatisfy({ $0.figure.quantity != nil }) else { return nil }
        let ranked = figures.enumerated().sorted { one, other in
            let (a, b) = (one.element.figure.quantity ?? .zero, other.element.figure.quantity ?? .zero)
            return (b.thousandths, one.offset) < (a.thousandths, other.offset)
        }.map(\.element).filter { $0.figure.amount?.isZero == false }
        guard !ranked.isEmpty else { return nil }
        let sentences = Sentences(basis: basis, language: language)
        let named = ranked.prefix(LetterCommentary.placesNamed).map { item in
            "\(basis.placeName(item.place, language)) (\(sentences.counted(item.figure, indicator)))"
        }
        // Where reports are missing a zero is only what has been told so far.
        let without = figures.filter { $0.figure.amount?.isZero == true && !$0.figure.isProvisional }.map {
            basis.placeName($0.place, language)
        }
        let rest = joined(
            without, most: LetterCommentary.placesWithout, of: Phrase.placeCounted, language)
        let name = indicator.name[language]
        return Words.places(
            name.prefix(1).lowercased() + name.dropFirst(), named.joined(separator: ", "),
            without: without.isEmpty ? "" : rest)[language]
    }

    /// `Tại 12 xã biên giới có 12 vụ ma túy (chiếm 13,0% toàn tỉnh), 03 hộ di cư (chiếm 37,5% toàn tỉnh).`
    private func border(_ domain: String) -> String? {
        guard let entry = basis.plan.tables.first(where: { $0.table == "bien-gioi" }) else { return nil }
        let indicators = entry.indicators.compactMap(basis.catalogue.indicator).filter {
            $0.domain == domain && !$0.isRatio
        }
        let communes = BorderCommunes.communes(basis)
        guard !indicators.isEmpty, !communes.isEmpty else { return nil }
        let said = indicators.compactMap { indicator -> String? in
            let total = BorderCommunes.total(communes, indicator, over: basis.period, basis)
            guard let amount = total.amount, !amount.isZero else { return nil }
            let share = BorderCommunes.share(communes, indicator, over: basis.period, basis)
            let part = share.amount.map { Words.part(language.amount($0, decimals: 1), basis.level)[language] } ?? ""
            return named(total, indicator) + part
        }
        return said.isEmpty ? nil : Words.border(communes.count, said.joined(separator: ", "))[language]
    }

    /// `12 vụ ma túy`, `16 vụ tệ nạn xã hội`.
    private func named(_ figure: Figure, _ indicator: Indicator) -> String {
        let sentences = Sentences(basis: basis, language: language)
        let name = indicator.shortName[language]
        let lowered = name.prefix(1).lowercased() + name.dropFirst()
        guard language == .vi else { return "\(lowered): \(sentences.counted(figure, indicator))" }
        let unit = indicator.unit.vi
        let rest = lowered.hasPrefix(unit.lowercased()) ? String(lowered.dropFirst(unit.count)) : " " + lowered
        return sentences.counted(figure, indicator) + rest
    }

    /// `Theo chương trình, nguồn kinh phí: Giảm nghèo bền vững 12 lớp; không ghi chương trình 30 lớp.`
    private func programmes(_ domain: String) -> String? {
        guard let entry = basis.plan.tables.first(where: { $0.table == "chuong-trinh-mtqg" }),
            let indicator = entry.indicators.compactMap(basis.catalogue.indicator).first(where: \.isFlow),
            indicator.domain == domain
        else { return nil }
        let sentences = Sentences(basis: basis, language: language)
        let parts = NationalProgrammes.parts(of: indicator, list: entry.list ?? "", basis, language)
        guard !parts.isEmpty else { return nil }
        let said = parts.map { "\($0.name): \(sentences.counted($0.figure, indicator))" }
        return Words.programmes(said.joined(separator: "; "))[language]
    }
}

extension Basis {
    /// The turns of boundaries within the period, and what they made of the communes; empty where there was none.
    func boundaryNotes(_ language: Language) -> [String] {
        let days = organisation.calendar.days(of: period)
        var notes: [String] = []
        var day = days.upperBound
        while let turn = catalogue.geography.turn(before: day), turn > days.lowerBound {
            let counts = [turn.adding(days: -1), turn].map { catalogue.geography.units(.commune, on: $0).count }
            if counts[0] != counts[1] {
                notes.insert(
                    Words.turn(language.date(turn), from: counts[0], to: counts[1], level)[language], at: 0)
            }
            day = turn.adding(days: -1)
        }
        return notes
    }
}

private enum Words {
    static func places(_ what: String, _ named: String, without: String) -> Bilingual {
        Bilingual(
            vi: "Theo địa bàn, \(what) nhiều nhất là \(named)"
                + (without.isEmpty ? "." : "; không phát sinh ở \(without)."),
            en: "By area, \(what): most in \(named)" + (without.isEmpty ? "." : "; none in \(without)."))
    }

    static func part(_ percent: String, _ level: OfficeLevel) -> Bilingual {
        let whole = level.wholeInText
        return Bilingual(vi: " (chiếm \(percent)% \(whole.vi))", en: " (\(percent)% of \(whole.en))")
    }

    static func border(_ count: Int, _ said: String) -> Bilingual {
        Bilingual(
            vi: "Tại \(Language.vi.officialCount(count)) xã biên giới có \(said).",
            en: "In the \(count) border communes: \(said).")
    }

    static func programmes(_ said: String) -> Bilingual {
        Bilingual(vi: "Theo chương trình, nguồn kinh phí: \(said).", en: "By programme and source of funds: \(said).")
    }

    static func turn(_ day: String, from: Int, to: Int, _ level: OfficeLevel) -> Bilingual {
        let whole = level.wholeInText
        return Bilingual(
            vi:
                "Từ ngày \(day), \(whole.vi) có \(to) đơn vị hành chính cấp xã (trước đó là \(from)); số liệu trước ngày này được tính "
                + "về địa giới mới.",
            en:
                "From \(day) \(whole.en) has \(to) communes and wards (\(from) before); figures of the time before are given on "
                + "the new boundaries.")
    }
}
