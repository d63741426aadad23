import Domain

/// Nguồn và ký hiệu: what each indicator is, who counts it, and from which files this report was made.
enum NotesAndSources {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        var rows: [Table.Row] = [group(Words.indicators[language])]
        rows += basis.catalogue.indicators.map { indicator in
            Table.Row(
                .plain,
                [
                    .text(indicator.code), .text(indicator.name[language]), .text(kind(indicator, language)),
                    .text(sources(indicator, basis, language)),
                ])
        }
        rows.append(group(Words.marks[language]))
        rows += Mark.allCases.map {
            Table.Row(.plain, [.text($0.rawValue), .text($0.explanation(in: language)), .text("–"), .text("–")])
        }
        let alerts = AlertNotes(basis)
        if !alerts.isEmpty {
            rows.append(group(AlertNotes.heading[language]))
            rows += alerts.rows(language)
        }
        rows.append(group(Words.files[language]))
        rows += basis.readings.map { reading in
            Table.Row(
                .plain,
                [
                    .day(basis.received(reading.receipt)), .text(reading.receipt.path),
                    .text(basis.words(reading)[language]), .text(String(reading.receipt.sha256.prefix(16))),
                ])
        }
        return Table(
            id: "nguon-ky-hieu", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.periodLine(language), basis.standingLine(language)],
            columns: [
                .init(Words.code[language], kind: .code),
                .init(Words.meaning[language], kind: .prose),
                .init(Words.kind[language], kind: .prose),
                .init(Words.source[language], kind: .prose),
            ],
            rows: rows,
            notes: basis.standInNotes(language) + alerts.notes(language) + [
                Words.catalogue[language] + String(basis.catalogue.digest.prefix(16))
            ],
            isForOffice: true)
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
        let tail = compared.isEmpty ? "" : Words.comparedWith[language] + joined(compared, most: 6, language)
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
    static let marks = Bilingual(vi: "Ký hiệu", en: "Marks")
    static let files = Bilingual(
        vi: "Tệp đã nhận trong kỳ (ngày nhận, tệp, tình trạng, mã SHA-256 rút gọn)",
        en: "Files received in the period (day, file, state, SHA-256 abridged)")
    static let code = Bilingual(vi: "Mã", en: "Code")
    static let meaning = Bilingual(vi: "Nội dung", en: "Meaning")
    static let kind = Bilingual(vi: "Cách tính, đơn vị tính", en: "How it adds, unit")
    static let source = Bilingual(vi: "Nguồn tính", en: "Counted by")
    static let flow = Bilingual(vi: "cộng dồn theo tháng; ", en: "flow, summed; ")
    static let stock = Bilingual(vi: "thời điểm cuối kỳ; ", en: "stock, end of period; ")
    static let yearToDate = Bilingual(vi: "lũy kế từ đầu năm, không cộng; ", en: "year to date, not summed; ")
    static let ratio = Bilingual(vi: "tỷ lệ, tính lại từ tổng số: ", en: "ratio of sums: ")
    static let computed = Bilingual(vi: "tính từ các chỉ tiêu khác", en: "computed from other indicators")
    static let comparedWith = Bilingual(vi: "; đối chiếu: ", en: "; compared: ")
    static let catalogue = Bilingual(vi: "Danh mục (SHA-256 rút gọn): ", en: "Catalogue (SHA-256 abridged): ")
}
