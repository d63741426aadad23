import Domain

/// The summary to read as it is: what is missing, what moved most, what is provisional; then the tables.
enum SummaryText {
    /// - Parameter isForOffice: False for what leaves the office, which has nothing to settle.
    static func document(_ basis: Basis, _ language: Language, isForOffice: Bool = true) -> Document {
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
        blocks.append(.heading(1, Words.movements[language]))
        blocks.append(.list(Movements.sentences(basis, language)))
        if isForOffice {
            blocks.append(.heading(1, Words.confirm[language]))
            blocks.append(.list([confirmation(basis, language)]))
        }
        blocks.append(.heading(1, Words.province[language]))
        blocks.append(.table(provinceTable(basis, language)))
        for domain in basis.domains {
            let name = basis.domainName(domain, language).full
            blocks.append(.heading(1, name.uppercased()))
            blocks.append(.table(districtTable(basis, domain, language)))
        }
        blocks.append(.paragraph(organisation.districtNote[language]))
        return Document(blocks)
    }

    private static func completeness(_ basis: Basis, _ language: Language) -> [String] {
        let provisional = basis.catalogue.indicators.filter { $0.partOf == nil && basis.figure($0).isProvisional }
        guard !provisional.isEmpty else { return receivedAndMissing(basis, language) }
        return receivedAndMissing(basis, language) + [
            Words.provisional[language] + joined(provisional.map { $0.shortName[language] }, most: 40, language) + "."
        ]
    }

    /// How many reports are in, and which are not.
    static func receivedAndMissing(_ basis: Basis, _ language: Language) -> [String] {
        var lines: [String] = []
        let counts = "\(basis.roll.received)/\(basis.roll.owed.count)"
        let late = basis.roll.entries.count { $0.isReceived && $0.isLate }
        lines.append(Words.received(counts, late)[language])
        let missing = basis.roll.missing.map { entry in
            let form = basis.formLabel(entry.key, language)
            return
                "\(basis.shortName(entry.key.department, language)) \(form) (\(entry.stateWords(language).lowercased()))"
        }
        if !missing.isEmpty { lines.append(Words.missing[language] + joined(missing, most: 15, language) + ".") }
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
                let comparison = Comparison(figure, with: basis.lastYear(indicator))
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
        return Table(
            id: "toan-tinh", sheetName: Words.province[language], title: "",
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

/// The districts whose figures moved most against last year.
enum Movements {
    /// At most five sentences, over flows whose base is large enough and whose reports are complete on both sides.
    static func sentences(_ basis: Basis, _ language: Language) -> [String] {
        struct Movement {
            let indicator: Indicator
            let place: Int
            let magnitude: Int64
        }
        var movements: [Movement] = []
        for indicator in basis.catalogue.indicators where indicator.isFlow && indicator.partOf == nil {
            for place in basis.index.districts {
                let comparison = Comparison(
                    basis.figure(indicator, at: place), with: basis.lastYear(indicator, at: place))
                guard let percentage = comparison.percentage.amount, let base = comparison.base.quantity,
                    base.thousandths >= Int64(basis.organisation.thresholds.movedBase) * 1_000
                else { continue }
                let magnitude = abs(percentage.rounded(decimals: 1))
                if magnitude > 0 {
                    movements.append(Movement(indicator: indicator, place: place, magnitude: magnitude))
                }
            }
        }
        let ranked = movements.enumerated().sorted {
            ($1.element.magnitude, $0.offset) < ($0.element.magnitude, $1.offset)
        }
        guard !ranked.isEmpty else { return [Words.noMovement[language]] }
        let sentences = Sentences(basis: basis, language: language)
        return ranked.prefix(5).map { item in
            let movement = item.element
            let figure = basis.figure(movement.indicator, at: movement.place)
            let name = movement.indicator.name[language]
            return "\(basis.placeName(movement.place, language)), \(name.prefix(1).lowercased() + name.dropFirst()): "
                + "\(sentences.counted(figure, movement.indicator)), "
                + sentences.change(movement.indicator, at: movement.place) + "."
        }
    }
}

private enum Words {
    static let title = Bilingual(vi: "TỔNG HỢP SỐ LIỆU", en: "SUMMARY OF")
    static let completeness = Bilingual(vi: "TÌNH HÌNH GỬI BÁO CÁO", en: "REPORTS")
    static let movements = Bilingual(vi: "BIẾN ĐỘNG LỚN NHẤT SO VỚI CÙNG KỲ", en: "WHAT MOVED MOST")
    static let confirm = Bilingual(vi: "NỘI DUNG CẦN XÁC NHẬN", en: "TO BE SETTLED")
    static let province = Bilingual(vi: "SỐ LIỆU TOÀN TỈNH", en: "WHOLE PROVINCE")
    static let missing = Bilingual(vi: "Chưa có: ", en: "Not in: ")
    static let provisional = Bilingual(vi: "Số liệu sơ bộ (chưa đủ báo cáo): ", en: "Provisional (reports missing): ")
    static let nothing = Bilingual(vi: "Không có nội dung nào chờ xử lý.", en: "Nothing is open.")
    static let noMovement = Bilingual(
        vi: "Chưa có số liệu so sánh đủ điều kiện (hai kỳ đủ báo cáo, kỳ gốc đủ lớn).",
        en: "Nothing to compare: both periods must be complete and the base large enough.")

    static func received(_ counts: String, _ late: Int) -> Bilingual {
        Bilingual(
            vi: "Đã nhận \(counts) báo cáo" + (late > 0 ? ", trong đó \(late) báo cáo gửi chậm." : "."),
            en: "\(counts) reports received" + (late > 0 ? ", \(late) of them late." : "."))
    }

    static func open(_ errors: Int, _ queries: Int) -> Bilingual {
        Bilingual(
            vi: "\(errors) lỗi đề nghị sửa, \(queries) nội dung cần xác nhận (xem trang «Cần xác nhận» của tệp Excel).",
            en: "\(errors) errors to correct, \(queries) queries to confirm (sheet «To be settled» of the workbook).")
    }
}
