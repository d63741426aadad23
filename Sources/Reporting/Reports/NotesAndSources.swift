import Domain

/// Nguồn và ký hiệu: how indicators add and who counts them, what the marks mean, and whom to ask.
///
/// Indicators that add alike and are counted by the same departments share a row; a row for each is in the plain data.
enum NotesAndSources {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        var rows: [Table.Row] = [group(Words.indicators[language])]
        rows += alike(basis, language).map { indicators in
            Table.Row(
                .plain,
                [
                    .text(codes(indicators, basis)),
                    .text(indicators.map { $0.shortName[language] }.joined(separator: "; ")),
                    .text(manner(indicators[0], language)), .text(sources(indicators[0], basis, language)),
                ])
        }
        let alerts = AlertNotes(basis)
        if !alerts.isEmpty {
            rows.append(group(AlertNotes.heading[language]))
            rows += alerts.rows(language)
        }
        let methods = MethodNotes(basis)
        if !methods.isEmpty {
            rows.append(group(MethodNotes.heading[language]))
            rows += methods.rows(language)
        }
        return Table(
            id: "nguon-ky-hieu", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.scopeLine(language)],
            columns: [
                .init(Words.code[language], kind: .term),
                .init(Words.meaning[language], kind: .prose),
                .init(Words.kind[language], kind: .term),
                .init(Words.source[language], kind: .prose),
            ],
            rows: rows, notes: notes(basis, alerts.notes(language) + methods.notes(language), language),
            isForOffice: true)
    }

    private static func notes(_ basis: Basis, _ methods: [String], _ language: Language) -> [String] {
        var notes = basis.boundaryNotes(language) + basis.standInNotes(language) + methods
        let marks = Mark.allCases.map { "“\($0.text(in: language))” \($0.explanation(in: language))" }.joined(
            separator: "; ")
        notes.append(Words.marks[language] + marks + ".")
        if !OpenFindings.isNeeded(basis) { notes.append(OpenFindings.nothing[language] + ".") }
        if basis.sourceDifferences.isEmpty { notes.append(Words.noDifference[language]) }
        notes.append(Words.kinds[language])
        notes.append(Words.files[language])
        let contact = basis.organisation.contact?[language] ?? ""
        let date = basis.asOf.map { language.date($0.day(in: basis.organisation.timeZone)) } ?? "…"
        notes.append(Words.made(by: basis.organisation.agencyName, date, contact)[language])
        return notes
    }

    /// Indicators by how they add and who counts them, in the order of the first of each.
    private static func alike(_ basis: Basis, _ language: Language) -> [[Indicator]] {
        var order: [[String]: Int] = [:]
        return basis.catalogue.indicators.reduce(into: []) { groups, indicator in
            let isOwn = indicator.isRatio ? indicator.code : ""
            let key = [manner(indicator, language), sources(indicator, basis, language), isOwn]
            if let position = order[key] {
                groups[position].append(indicator)
            } else {
                order[key] = groups.count
                groups.append([indicator])
            }
        }
    }

    /// `DT01–DT07, DT09`: neighbours of the register in a run.
    private static func codes(_ indicators: [Indicator], _ basis: Basis) -> String {
        let place = Dictionary(
            basis.catalogue.indicators.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: min)
        var runs: [[Indicator]] = []
        for indicator in indicators {
            if let last = runs.last?.last, let before = place[last.code], place[indicator.code] == before + 1,
                last.domain == indicator.domain
            {
                runs[runs.count - 1].append(indicator)
            } else {
                runs.append([indicator])
            }
        }
        return runs.map { run in
            run.count > 2 ? "\(run[0].code)–\(run[run.count - 1].code)" : run.map(\.code).joined(separator: ", ")
        }.joined(separator: ", ")
    }

    private static func group(_ words: String) -> Table.Row {
        Table.Row(.group, [.text(words), .blank, .blank, .blank])
    }

    static func kind(_ indicator: Indicator, _ language: Language) -> String {
        let unit = indicator.unit[language]
        return switch indicator.kind {
        case .flow: Words.flow[language] + unit
        case .stock: Words.stock[language] + unit
        case .yearToDate: Words.yearToDate[language] + unit
        case .ratio(let numerator, let denominator, let factor):
            "\(Words.ratio[language])\(numerator) / \(denominator)" + (factor == 100 ? " (%)" : "")
        }
    }

    /// How it adds, without its unit.
    private static func manner(_ indicator: Indicator, _ language: Language) -> String {
        let words = kind(indicator, language)
        if indicator.isRatio { return words }
        let unit = "; \(indicator.unit[language])"
        return words.hasSuffix(unit) ? String(words.dropLast(unit.count)) : words
    }

    static func sources(_ indicator: Indicator, _ basis: Basis, _ language: Language) -> String {
        let day = basis.organisation.calendar.lastDay(of: basis.period)
        let sources = basis.catalogue.sources.filter {
            $0.indicator == indicator.code && $0.validity.contains(day)
        }
        func names(_ role: Source.Role) -> [String] {
            sources.filter { $0.role == role }.map { basis.shortName($0.department, language) }
        }
        let counting = names(.count)
        guard !counting.isEmpty else { return Words.computed[language] }
        let compared = names(.compare)
        let named = joined(compared, most: 4, of: Phrase.departmentCounted, language)
        let tail = compared.isEmpty ? "" : Words.comparedWith[language] + named
        return counting.joined(separator: "; ") + tail
    }
}

extension Reading.State {
    package var words: Bilingual {
        switch self {
        case .accepted: Bilingual(vi: "đã tiếp nhận", en: "accepted")
        case .partial: Bilingual(vi: "tiếp nhận một phần", en: "accepted in part")
        case .refused: Bilingual(vi: "chưa tiếp nhận", en: "refused")
        case .wrongFormat: Bilingual(vi: "chưa đúng định dạng", en: "wrong format")
        case .forbidden: Bilingual(vi: "không được lưu giữ", en: "may not be kept")
        case .answered: Bilingual(vi: "phiếu đã thuyết minh", en: "return sent back")
        }
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Nguồn và ký hiệu", en: "Sources and marks")
    static let title = Bilingual(vi: "Nguồn số liệu, cách tính và ký hiệu", en: "Sources, definitions and marks")
    static let indicators = Bilingual(vi: "Chỉ tiêu", en: "Indicators")
    static let marks = Bilingual(vi: "Ký hiệu: ", en: "Marks: ")
    static let kinds = Bilingual(
        vi: "Chỉ tiêu “cuối kỳ” và lũy kế lấy số liệu tháng cuối của kỳ; tỷ lệ được tính lại từ tổng số, không cộng.",
        en: "Figures “at end of period” and year to date are those of the last month; ratios are divided afresh.")
    static let noDifference = Bilingual(
        vi: "Các nguồn đối chiếu không có số liệu nào khác số liệu tổng hợp.",
        en: "No source that is compared differs from what is counted.")
    static let files = Bilingual(
        vi: "Danh sách tệp đã tính, mã SHA-256 của từng tệp và của danh mục: tệp manifest.json đi cùng.",
        en: "The files that count, with the SHA-256 of each and of the catalogue: manifest.json beside this workbook.")

    static func made(by agency: Bilingual, _ date: String, _ contact: String) -> Bilingual {
        Bilingual(
            vi: "Cơ quan lập: \(agency.vi); số liệu nhận đến ngày \(date)."
                + (contact.isEmpty ? "" : " Liên hệ: \(contact)."),
            en: "Made by the \(agency.en); data received up to \(date)."
                + (contact.isEmpty ? "" : " Contact: \(contact)."))
    }

    static let code = Bilingual(vi: "Mã", en: "Code")
    static let meaning = Bilingual(vi: "Nội dung", en: "Meaning")
    static let kind = Bilingual(vi: "Cách tính", en: "How it adds")
    static let source = Bilingual(vi: "Nguồn tính", en: "Counted by")
    static let flow = Bilingual(vi: "cộng dồn theo tháng; ", en: "flow, summed; ")
    static let stock = Bilingual(vi: "thời điểm cuối kỳ; ", en: "stock, end of period; ")
    static let yearToDate = Bilingual(vi: "lũy kế từ đầu năm, không cộng; ", en: "year to date, not summed; ")
    static let ratio = Bilingual(vi: "tỷ lệ, tính lại từ tổng số: ", en: "ratio of sums: ")
    static let computed = Bilingual(vi: "tính từ các chỉ tiêu khác", en: "computed from other indicators")
    static let comparedWith = Bilingual(vi: "; đối chiếu: ", en: "; compared: ")
}
