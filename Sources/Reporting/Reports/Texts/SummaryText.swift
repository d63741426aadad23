import Domain

/// The summary to read as it is: what is missing, what moved most, what is provisional; then the tables.
enum SummaryText {
    /// What leaves the office has nothing to settle.
    static func document(_ basis: Basis, _ language: Language) -> Document {
        let organisation = basis.organisation
        var blocks: [Document.Block] = [
            .title([
                organisation.agency[language],
                Words.title[language] + " " + basis.period.name(in: language).uppercased(),
                organisation.subject[language],
            ]),
            .paragraph(basis.periodLine(language)),
            .paragraph(basis.standingLine(language)),
            .heading(1, Words.completeness[language]),
        ]
        blocks.append(.list(completeness(basis, language)))
        blocks.append(.heading(1, Words.leading[language]))
        blocks.append(.list(Movements.leading(basis, language)))
        blocks.append(.heading(1, Words.movements[language]))
        blocks.append(.list(Movements.sentences(basis, language)))
        if basis.isForOffice {
            blocks.append(.heading(1, Words.confirm[language]))
            blocks.append(.list([confirmation(basis, language)]))
        }
        blocks.append(.heading(1, Words.province(basis)[language]))
        blocks.append(.table(provinceTable(basis, language)))
        for domain in basis.domains {
            let name = basis.domainName(domain, language).full
            blocks.append(.heading(1, name.uppercased()))
            blocks.append(.table(districtTable(basis, domain, language)))
        }
        blocks.append(.paragraph(organisation.districtNote[language]))
        return Document(blocks)
    }

    /// How many reports are in, and which are not.
    static func receivedAndMissing(_ basis: Basis, _ language: Language) -> [String] {
        var lines: [String] = []
        let counts = "\(basis.roll.received)/\(basis.roll.owed.count)"
        let late = basis.roll.entries.count { $0.isReceived && $0.isLate }
        lines.append(Words.received(counts, basis.says(.lateReports) ? late : 0)[language])
        guard basis.says(.missingReports) else { return lines }
        let missing = basis.roll.missing.map { entry in
            let form = basis.formLabel(entry.key, language)
            let name = "\(basis.shortName(entry.key.department, language)) \(form)"
            return basis.isForOffice ? "\(name) (\(entry.stateWords(language).lowercased()))" : name
        }
        if !missing.isEmpty {
            lines.append(Words.missing[language] + joined(missing, most: 12, of: Phrase.report, language) + ".")
        }
        return lines
    }

    private static func completeness(_ basis: Basis, _ language: Language) -> [String] {
        var lines = receivedAndMissing(basis, language) + [basis.leftOutNote(language)].compactMap(\.self)
        let indicators = basis.catalogue.indicators.filter { $0.partOf == nil }
        let provisional = basis.provisionalNames(indicators) { $0.shortName[language] }
        let revised = indicators.filter { basis.figure($0).standing == .revised }.map { $0.shortName[language] }
        for (words, names) in [
            (Phrase.lacking, provisional.lacking), (Phrase.uncounted, provisional.uncounted), (Words.revised, revised),
        ] where !names.isEmpty {
            lines.append(words[language] + joined(names, most: 15, of: Phrase.indicatorCounted, language) + ".")
        }
        lines += basis.standInNotes(language)
        let places = basis.index.districts.filter { place in
            indicators.contains { basis.figure($0, at: place).isProvisional }
        }
        if !places.isEmpty {
            let names = places.map { basis.placeName($0, language) }
            lines.append(Words.places[language] + joined(names, most: 5, of: Phrase.placeCounted, language) + ".")
        }
        return lines
    }

    private static func confirmation(_ basis: Basis, _ language: Language) -> String {
        let findings = basis.openFindings.filter(\.needsPerson)
        guard !findings.isEmpty else { return Words.nothing[language] }
        let errors = findings.count { $0.level == .error }
        return Words.open(errors, findings.count - errors)[language]
    }

    private static func provinceTable(_ basis: Basis, _ language: Language) -> Table {
        var rows: [Table.Row] = []
        for domain in basis.domains {
            rows.append(
                Table.Row(.group, [.text(basis.domainName(domain, language).full)] + Array(repeating: .blank, count: 6))
            )
            for indicator in basis.catalogue.indicators(domain: domain) {
                let figure = basis.figure(indicator)
                let comparison = basis.comparison(figure, with: basis.lastYear(indicator))
                rows.append(
                    Table.Row(
                        indicator.partOf == nil ? .plain : .part,
                        [
                            .text(indicator.shortName[language]), .text(indicator.unit[language]),
                            .figure(figure, decimals: indicator.decimals),
                            .figure(comparison.base, decimals: indicator.decimals),
                            .difference(comparison.difference, decimals: indicator.decimals),
                            .percentage(comparison.percentage, signed: true),
                            .figure(basis.cumulative(indicator), decimals: indicator.decimals),
                        ]))
            }
        }
        let table = Table(
            id: "toan-tinh", sheetName: Words.province(basis)[language], title: "",
            columns: [
                .init(Phrase.indicator[language], kind: .label),
                .init(Phrase.unitOfMeasure[language], kind: .code),
                .init(Phrase.thisPeriod[language], kind: .number),
                .init(Phrase.lastYear[language], kind: .number),
                .init(Phrase.difference[language], kind: .number),
                .init(Phrase.percent[language], kind: .number),
                .init(Phrase.cumulative[language], kind: .number),
            ],
            rows: rows)
        return basis.comparesYears ? table : table.dropping([3, 4, 5])
    }

    private static func districtTable(_ basis: Basis, _ domain: String, _ language: Language) -> Table {
        let indicators = basis.catalogue.indicators(domain: domain).filter { $0.partOf == nil }
        let places = [PlaceIndex.province, PlaceIndex.placeless] + basis.index.districts
        let rows = places.map { place in
            Table.Row(
                place == PlaceIndex.province ? .total : .plain,
                [.text(basis.placeName(place, language))]
                    + indicators.map { .figure(basis.figure($0, at: place), decimals: $0.decimals) })
        }
        return Table(
            id: "dia-ban-\(domain)", sheetName: domain, title: "",
            columns: [.init(Phrase.place[language], kind: .label)]
                + indicators.map { .init($0.shortName[language], kind: .number) },
            rows: rows)
    }
}

private enum Words {
    static let title = Bilingual(vi: "TỔNG HỢP SỐ LIỆU", en: "SUMMARY OF")
    static let completeness = Bilingual(vi: "TÌNH HÌNH GỬI BÁO CÁO", en: "REPORTS")
    static let leading = Bilingual(vi: "SỐ LIỆU CHÍNH", en: "MAIN FIGURES")
    static let revised = Bilingual(
        vi: "Số liệu đã điều chỉnh so với bản tổng hợp trước: ", en: "Revised since the edition before: ")
    static let places = Bilingual(vi: "Địa bàn có số liệu sơ bộ: ", en: "Areas with provisional figures: ")
    static let movements = Bilingual(
        vi: "THAY ĐỔI NHIỀU SO VỚI CÙNG KỲ (MÔ TẢ SỐ LIỆU, KHÔNG PHẢI ĐÁNH GIÁ)",
        en: "WHAT DIFFERS MOST FROM LAST YEAR (A DESCRIPTION, NOT A FINDING)")
    static let confirm = Bilingual(vi: "NỘI DUNG CẦN XÁC NHẬN", en: "TO BE SETTLED")
    static func province(_ basis: Basis) -> Bilingual {
        let whole = basis.level.whole
        return Bilingual(vi: "SỐ LIỆU \(whole.vi.uppercased())", en: whole.en.uppercased())
    }

    static let missing = Bilingual(vi: "Chưa có: ", en: "Not in: ")
    static let nothing = Bilingual(vi: "Không có nội dung nào chờ xử lý.", en: "Nothing is open.")

    static func received(_ counts: String, _ late: Int) -> Bilingual {
        Bilingual(
            vi: "Đã nhận \(counts) báo cáo"
                + (late > 0 ? ", trong đó \(Language.vi.officialCount(late)) báo cáo gửi chậm." : "."),
            en: "\(counts) reports received" + (late > 0 ? ", \(late) of them late." : "."))
    }

    static func open(_ errors: Int, _ queries: Int) -> Bilingual {
        Bilingual(
            vi:
                "\(Language.vi.officialCount(errors)) lỗi đề nghị sửa, \(Language.vi.officialCount(queries)) nội dung cần xác nhận "
                + "(xem trang “Cần xác nhận” của tệp Excel).",
            en: "Errors to correct: \(errors); queries to confirm: \(queries) (sheet “To be settled” of the workbook).")
    }
}
