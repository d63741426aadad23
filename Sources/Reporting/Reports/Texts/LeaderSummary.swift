import Domain

/// Trang tóm tắt: the page that a leader opens.
struct LeaderSummary {
    private let basis: Basis
    private let language: Language
    private let sentences: Sentences

    /// So many sentences stand on the page, and so many decisions that wait are told.
    private static let sentencesMost = 5
    private static let decisionsMost = 5
    /// Cells of places that the page holds; with more, those of the months are left out.
    private static let cellsMost = 16_000

    init(_ basis: Basis, _ language: Language) {
        self.basis = basis
        self.language = language
        sentences = Sentences(basis: basis, language: language)
    }

    var page: LeaderPage {
        let organisation = basis.organisation
        let indicators = indicators
        let spans = spans(of: indicators.count)
        let places = places(for: indicators.count)
        let communes = basis.index.communeCodes
        let map = basis.catalogue.map.flatMap { $0.isOf(communes) && holdsAll(places) ? $0 : nil }
        let isOtherMap = basis.catalogue.map != nil && map == nil && holdsAll(places)
        return LeaderPage(
            language: language, level: basis.level, agency: organisation.agency[language],
            title: Words.title(basis.period)[language], subject: organisation.subject[language],
            lines: [basis.periodLine(language), basis.standingLine(language)], sentences: mainSentences,
            cautions: cautions(indicators), items: indicators.map { item($0, spans, places) },
            months: basis.monthsOfYear().map { Words.month($0.number)[language] }, year: basis.period.year,
            spans: spans.map(\.name), places: places.map(place), map: map,
            mapNote: isOtherMap ? Words.otherMap[language] : nil, decisions: basis.isForOffice ? decisions : nil,
            missing: basis.says(.missingReports) ? [basis.missingReports(language) ?? Words.allIn[language]] : nil,
            notes: notes(map) + (holdsAll(places) ? [] : [Words.areasOnly(basis.period)[language]]))
    }

    private var indicators: [Indicator] { basis.leadingIndicators }
    /// The period, the year to date, and for those who are given all figures each month of the year: packages give figures of
    /// places over the spans that were weighed, and no others.
    private func spans(of indicatorCount: Int) -> [(name: String, period: Period)] {
        let period = basis.period
        var spans = [(name: capitalised(period.name(in: language)), period: period)]
        if period.yearToDate != period {
            spans.append((Words.cumulative(period)[language], period.yearToDate))
        }
        let isGivenAll = basis.isForOffice || (basis.mask == nil && basis.audience?.audience == .leadership)
        let months = basis.monthsOfYear().map { Period($0) }.filter { $0 != period && $0 != period.yearToDate }
        let cells = (spans.count + months.count) * indicatorCount * basis.index.places.count
        guard isGivenAll, cells <= LeaderSummary.cellsMost else { return spans }
        return spans + months.map { (name: capitalised($0.name(in: language)), period: $0) }
    }

    /// The places that the page gives figures of: with more than it can hold, none of the communes.
    private func places(for indicatorCount: Int) -> [Int] {
        let all = basis.index.places.indices
        guard indicatorCount * all.count > LeaderSummary.cellsMost else { return Array(all) }
        return all.filter { !basis.index.places[$0].isCommune }
    }

    private func holdsAll(_ places: [Int]) -> Bool { places.count == basis.index.places.count }

    /// The first sentence of each part of the office's text, else the leading figure of each domain.
    private var mainSentences: [String] {
        let sections = basis.catalogue.letter.sections.prefix(LeaderSummary.sentencesMost)
        let written = sections.compactMap { section in
            section.sentences.lazy.compactMap(sentences.said).first.map { "\(section.heading[language]): \($0)" }
        }
        return written.isEmpty
            ? Array(Movements.leading(basis, language).prefix(LeaderSummary.sentencesMost)) : written
    }

    private func cautions(_ indicators: [Indicator]) -> [String] {
        let provisional = basis.provisionalNames(indicators) { $0.shortName[language] }
        return [(Phrase.lacking, provisional.lacking), (Phrase.uncounted, provisional.uncounted)].compactMap {
            words, names in names.isEmpty ? nil : words[language] + names.joined(separator: "; ") + "."
        }
    }

    private func item(
        _ indicator: Indicator, _ spans: [(name: String, period: Period)], _ places: [Int]
    ) -> LeaderPage.Item {
        let figure = basis.figure(indicator)
        let cumulative = basis.cumulative(indicator)
        func months(_ lastYear: Bool) -> [Figure] {
            basis.monthsOfYear(lastYear: lastYear).map { basis.figure(indicator, over: Period($0)) }
        }
        let target = basis.target(indicator, unit: basis.organisation.province)
        return LeaderPage.Item(
            code: indicator.code, name: indicator.name[language], shortName: indicator.shortName[language],
            unit: sentences.unit(indicator, isOne: false), unitOfOne: indicator.unit[language],
            isRatio: indicator.isRatio, isFlow: indicator.isFlow,
            decimals: indicator.decimals, figure: figure,
            cumulative: cumulative, targetShare: target.map { Comparison.share(cumulative, of: $0) },
            change: basis.comparesYears && (figure.amount != nil || figure.absence == .suppressed)
                ? sentences.change(indicator, at: PlaceIndex.province) : nil,
            monthly: months(false), monthlyBefore: basis.comparesYears ? months(true) : [],
            places: spans.map { span in
                places.map { basis.figure(indicator, at: $0, over: span.period) }
            })
    }

    private func place(_ index: Int) -> LeaderPage.Place {
        let unit = basis.index.unit(index)
        let level: LeaderPage.Place.Level =
            switch basis.index.places[index] {
            case .province: .province
            case .placeless: .placeless
            case .district: .district
            case .commune: .commune
            }
        return LeaderPage.Place(
            level: level, name: basis.placeName(index, language), code: unit?.code ?? "",
            district: basis.index.district(ofCommune: index).map { basis.placeName($0, language) },
            isBorder: level == .commune && unit?.border == true)
    }

    /// What is held, by whom and why, with what would become of the province's figures; then what is open in files.
    private var decisions: [String] {
        let held = basis.awaitedDecisions.map { awaited in
            let reading = awaited.reading
            let department = reading.department.map { basis.shortName($0, language) } ?? ""
            let form = reading.form.map { basis.catalogue.form($0)?.number ?? $0 } ?? ""
            let why = awaited.doubts.map { $0.message[language] }.joined(separator: "; ")
            let moves = awaited.moves.prefix(3).map { move in
                let words = move.words(language)
                return "\(move.indicator.shortName[language]) \(words.now) → \(words.taken)"
            }
            let name = [department, form].filter { !$0.isEmpty }.joined(separator: ", ")
            return "\(name): \(why)"
                + (moves.isEmpty ? "." : Words.ifTaken(moves.joined(separator: "; "), basis.level)[language])
        }
        var lines = Array(held.prefix(LeaderSummary.decisionsMost))
        if held.count > lines.count { lines.append(Words.furtherHeld(held.count - lines.count)[language]) }
        let open = basis.openFindings.filter(\.needsPerson)
        let errors = open.count { $0.level == .error }
        if !open.isEmpty { lines.append(Words.open(errors, open.count - errors)[language]) }
        return lines.isEmpty ? [Words.nothingWaits[language]] : lines
    }

    private func notes(_ map: CommuneMap?) -> [String] {
        var notes = [basis.leftOutNote(language)].compactMap(\.self) + basis.standInNotes(language)
        let district = basis.organisation.districtNote[language]
        if !district.isEmpty { notes.append(district) }
        if let map, !map.source.isEmpty { notes.append(Words.mapSource(map.source)[language]) }
        return notes
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension PlaceIndex {
    /// The codes of the communes, which on one day are those of no other.
    fileprivate var communeCodes: [String] {
        places.compactMap { if case .commune(let key) = $0 { key.code } else { nil } }
    }
}

private enum Words {
    static let allIn = Bilingual(vi: "Đã nhận đủ báo cáo.", en: "All reports are in.")
    static let nothingWaits = Bilingual(vi: "Không có việc nào chờ quyết định.", en: "Nothing waits for a decision.")
    static let otherMap = Bilingual(
        vi: "Bản đồ của cơ quan không khớp với các xã, phường của kỳ này nên không vẽ; số liệu từng xã ở bảng dưới.",
        en: "The office's map is not of the communes of this period, so none is drawn; their figures are in the table.")

    static func areasOnly(_ period: Period) -> Bilingual {
        Bilingual(
            vi: "Trang này dừng ở địa bàn; số liệu từng xã, phường ở tệp so-lieu-\(period).csv.",
            en: "This page ends with the areas; figures of communes are in the CSV file of figures.")
    }

    static func title(_ period: Period) -> Bilingual {
        Bilingual(vi: "Tóm tắt \(period.name(in: .vi))", en: "Summary of \(period.name(in: .en))")
    }

    static func cumulative(_ period: Period) -> Bilingual {
        Bilingual(
            vi: "Lũy kế từ đầu năm \(period.year)", en: "Year to date, \(period.year)")
    }

    static func month(_ number: Int) -> Bilingual { Bilingual(vi: "Tháng \(number)", en: "Month \(number)") }

    static func ifTaken(_ moves: String, _ level: OfficeLevel) -> Bilingual {
        Bilingual(
            vi: "; nếu nhận thì \(level.wholeInText.vi): \(moves).",
            en: "; if taken, the \(level.whole.en.lowercased()): \(moves).")
    }

    static func furtherHeld(_ count: Int) -> Bilingual {
        Bilingual(
            vi: "Và \(Language.vi.officialCount(count)) tệp khác giữ lại (tệp viec-can-quyet.csv).",
            en: "And \(count) more held files (viec-can-quyet.csv).")
    }

    static func open(_ errors: Int, _ queries: Int) -> Bilingual {
        Bilingual(
            vi:
                "Số liệu các đơn vị đã gửi: \(Language.vi.officialCount(errors)) lỗi đề nghị sửa, "
                + "\(Language.vi.officialCount(queries)) nội dung cần xác nhận.",
            en: "In what departments sent, errors to correct: \(errors); queries to confirm: \(queries).")
    }

    static func mapSource(_ source: String) -> Bilingual {
        Bilingual(vi: "Ranh giới trên bản đồ: \(source).", en: "Outlines of the map: \(source).")
    }
}

extension Basis {
    /// What the leader's page shows: what the plan names, else the summary's table; less what an audience is not given at all.
    var leadingIndicators: [Indicator] {
        let summary = plan.tables.first { $0.table == "tom-tat" }?.indicators ?? []
        let named = plan.page.isEmpty ? summary : plan.page
        let chosen =
            named.isEmpty ? catalogue.indicators.filter { $0.partOf == nil } : named.compactMap(catalogue.indicator)
        return Array(chosen.filter { mask?.leftOut[$0.code] == nil }.prefix(ReportPlan.pageMost))
    }
}
