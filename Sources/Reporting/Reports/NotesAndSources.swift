import Domain

/// Nguồn và ký hiệu: how indicators add and who counts them, what the marks mean, and whom to ask.
///
/// Indicators that add alike and are counted by the same departments share a row; a row for each is in the plain data.
enum NotesAndSources {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let alike = alike(basis, language)
        var manners: [Manner] = []
        for indicators in alike where !manners.contains(Manner(indicators[0])) { manners.append(Manner(indicators[0])) }
        let rows = manners.flatMap { manner in
            [group(manner.words[language])]
                + alike.filter { Manner($0[0]) == manner }.map { row($0, basis, language) }
        }
        return Table(
            id: "nguon-ky-hieu", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.scopeLine(language)],
            columns: [
                .init(Words.code[language], kind: .term),
                .init(Words.meaning[language], kind: .prose),
                .init(Words.source[language], kind: .prose),
            ],
            rows: rows, notes: notes(basis, language), isForOffice: true)
    }

    private static func notes(_ basis: Basis, _ language: Language) -> [String] {
        var notes = basis.boundaryNotes(language) + basis.standInNotes(language)
        notes.append(MethodNotes.percentages(basis, language))
        let marks = Mark.allCases.map { "“\($0.text(in: language))” \($0.explanation(in: language))" }.joined(
            separator: "; ")
        notes.append(Words.marks[language] + marks + ".")
        return notes + settled(basis, language)
            + [Words.kinds[language], Words.files(data(basis, language))[language], made(basis, language)]
    }

    /// What is said below the table of all indicators, where the plan has no sheet of sources: whose figures these are, how they
    /// add, and where sources and methods of each indicator are.
    static func brief(_ basis: Basis, _ language: Language) -> [String] {
        let sources = basis.domains.map { domain in
            let indicators = basis.catalogue.indicators(domain: domain)
            let counted = Set(indicators.flatMap { departments(of: $0, .count, basis) })
            let named = basis.catalogue.departments.map(\.code).filter(counted.contains)
            var seen: Set<String> = []
            let names = named.filter { seen.insert($0).inserted }.map { basis.shortName($0, language) }
            return "\(basis.domainName(domain, language).full): \(names.joined(separator: "; "))"
        }
        return basis.boundaryNotes(language)
            + ["\(Words.sources[language])\(sources.joined(separator: ". ")). \(Words.kinds[language])"]
            + settled(basis, language)
            + ["\(Words.where(data(basis, language))[language]) \(made(basis, language))"]
    }

    /// What there is nothing of.
    private static func settled(_ basis: Basis, _ language: Language) -> [String] {
        (OpenFindings.isNeeded(basis) ? [] : [OpenFindings.nothing[language] + "."])
            + (basis.sourceDifferences.isEmpty ? [Words.noDifference[language]] : [])
    }

    private static func data(_ basis: Basis, _ language: Language) -> String {
        "so-lieu-\(basis.period)\(language == .vi ? "" : "-\(language.rawValue)").xlsx"
    }

    private static func made(_ basis: Basis, _ language: Language) -> String {
        let contact = basis.organisation.contact?[language] ?? ""
        let date = basis.asOf.map { language.date($0.day(in: basis.organisation.timeZone)) } ?? "…"
        return Words.made(by: basis.organisation.agencyName, date, contact)[language]
    }

    /// How an indicator adds over time.
    private enum Manner: Hashable {
        case flow, stock, yearToDate, ratio

        init(_ indicator: Indicator) {
            self =
                switch indicator.kind {
                case .flow: .flow
                case .stock: .stock
                case .yearToDate: .yearToDate
                case .ratio: .ratio
                }
        }

        var words: Bilingual {
            switch self {
            case .flow: Words.flows
            case .stock: Words.stocks
            case .yearToDate: Words.yearsToDate
            case .ratio: Words.ratios
            }
        }
    }

    /// Indicators by how they add and who counts them, in the order of the first of each.
    private static func alike(_ basis: Basis, _ language: Language) -> [[Indicator]] {
        var order: [[String]: Int] = [:]
        return basis.catalogue.indicators.reduce(into: []) { groups, indicator in
            let isOwn = indicator.isRatio ? indicator.code : ""
            let key = [Manner(indicator).words[language], sources(indicator, basis, language), isOwn]
            if let position = order[key] {
                groups[position].append(indicator)
            } else {
                order[key] = groups.count
                groups.append([indicator])
            }
        }
    }

    private static func row(_ indicators: [Indicator], _ basis: Basis, _ language: Language) -> Table.Row {
        var source = sources(indicators[0], basis, language)
        if case .ratio(let above, let below, let factor) = indicators[0].kind {
            source = "\(above) / \(below)" + (factor == 100 ? " (%)" : "")
        }
        return Table.Row(
            .plain,
            [
                .text(codes(indicators, basis)),
                .text(indicators.map { $0.shortName[language] }.joined(separator: "; ")), .text(source),
            ])
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
        Table.Row(.group, [.text(words), .blank, .blank])
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

    static func sources(_ indicator: Indicator, _ basis: Basis, _ language: Language) -> String {
        func names(_ role: Source.Role) -> [String] {
            departments(of: indicator, role, basis).map { basis.shortName($0, language) }
        }
        let counting = names(.count)
        guard !counting.isEmpty else { return Words.computed[language] }
        let compared = names(.compare)
        let named = joined(compared, most: 4, of: Phrase.departmentCounted, language)
        let tail = compared.isEmpty ? "" : Words.comparedWith[language] + named
        return counting.joined(separator: "; ") + tail
    }
}

extension NotesAndSources {
    private static func departments(of indicator: Indicator, _ role: Source.Role, _ basis: Basis) -> [String] {
        let day = basis.organisation.calendar.lastDay(of: basis.period)
        return basis.catalogue.sources.filter {
            $0.indicator == indicator.code && $0.validity.contains(day) && $0.role == role
        }.map(\.department)
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
    static let marks = Bilingual(vi: "Ký hiệu: ", en: "Marks: ")
    static let kinds = Bilingual(
        vi: "Chỉ tiêu “cuối kỳ” và lũy kế lấy số liệu tháng cuối của kỳ; tỷ lệ được tính lại từ tổng số, không cộng.",
        en: "Figures “at end of period” and year to date are those of the last month; ratios are divided afresh.")
    static let noDifference = Bilingual(
        vi: "Các nguồn đối chiếu không có số liệu nào khác số liệu tổng hợp.",
        en: "No source that is compared differs from what is counted.")
    static let sources = Bilingual(vi: "Nguồn: ", en: "Sources: ")

    static func `where`(_ data: String) -> Bilingual {
        Bilingual(
            vi:
                "Nguồn của từng chỉ tiêu, phương pháp cảnh báo, so sánh và các số để tính lại: tệp \(data); tệp đã tính "
                + "và mã SHA-256: manifest.json.",
            en: "Sources of each indicator, methods and the numbers to work them out again: \(data); files that count "
                + "and their SHA-256: manifest.json.")
    }

    static func files(_ data: String) -> Bilingual {
        Bilingual(
            vi: "Phương pháp cảnh báo, so sánh và các số để tính lại: trang “Phương pháp” của tệp \(data). Danh sách "
                + "tệp đã tính, mã SHA-256 của từng tệp và của danh mục: tệp manifest.json đi cùng.",
            en: "How alerts and comparisons are worked out, with the numbers to do it again: the sheet “Methods” of "
                + "\(data). The files that count, with the SHA-256 of each and of the catalogue: manifest.json "
                + "beside this workbook.")
    }

    static func made(by agency: Bilingual, _ date: String, _ contact: String) -> Bilingual {
        Bilingual(
            vi: "Cơ quan lập: \(agency.vi); số liệu nhận đến ngày \(date)."
                + (contact.isEmpty ? "" : " Liên hệ: \(contact)."),
            en: "Made by the \(agency.en); data received up to \(date)."
                + (contact.isEmpty ? "" : " Contact: \(contact)."))
    }

    static let code = Bilingual(vi: "Mã", en: "Code")
    static let meaning = Bilingual(vi: "Chỉ tiêu", en: "Indicator")
    static let source = Bilingual(vi: "Nguồn tính", en: "Counted by")
    static let flows = Bilingual(vi: "Cộng dồn theo tháng", en: "Flows, added up over months")
    static let stocks = Bilingual(vi: "Thời điểm cuối kỳ", en: "Stocks, at the end of the period")
    static let yearsToDate = Bilingual(vi: "Lũy kế từ đầu năm, không cộng", en: "Year to date, not added up")
    static let ratios = Bilingual(vi: "Tỷ lệ, tính lại từ tổng số", en: "Ratios of sums")
    static let flow = Bilingual(vi: "cộng dồn theo tháng; ", en: "flow, summed; ")
    static let stock = Bilingual(vi: "thời điểm cuối kỳ; ", en: "stock, end of period; ")
    static let yearToDate = Bilingual(vi: "lũy kế từ đầu năm, không cộng; ", en: "year to date, not summed; ")
    static let ratio = Bilingual(vi: "tỷ lệ, tính lại từ tổng số: ", en: "ratio of sums: ")
    static let computed = Bilingual(vi: "tính từ các chỉ tiêu khác", en: "computed from other indicators")
    static let comparedWith = Bilingual(vi: "; đối chiếu: ", en: "; compared: ")
}
