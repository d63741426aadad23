import Domain

/// Chương trình phối hợp: the signed programmes with who leads, who takes part, and what was or is to be held.
enum CoordinationProgrammes {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let day = basis.index.day
        let programmes = basis.catalogue.programmes.filter { $0.validity.contains(day) }
        var rows = programmes.map { row($0, on: day, basis, language) }
        if rows.isEmpty {
            rows = [Table.Row(.plain, [.text(Words.none[language])] + Array(repeating: .text("–"), count: 6))]
        }
        let year = basis.period.year
        return Table(
            id: "chuong-trinh-phoi-hop", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: [
                .init(Words.programme[language], kind: .label),
                .init(Words.number[language], kind: .term),
                .init(Words.lead[language], kind: .term),
                .init(Words.partners[language], kind: .prose),
                .init(Words.plan(year)[language], kind: .prose),
                .init(Words.interim(year)[language], kind: .prose),
                .init(Words.final[language], kind: .prose),
            ],
            rows: rows, notes: [Words.note(language.date(day))[language]])
    }

    private static func row(_ programme: Programme, on day: Day, _ basis: Basis, _ language: Language) -> Table.Row {
        let year = basis.period.year
        let lead = basis.catalogue.successor(of: programme.lead, on: day)
        var seen: Set<String> = [lead]
        let partners = programme.partners.map { basis.catalogue.successor(of: $0, on: day) }
            .filter { seen.insert($0).inserted }
        return Table.Row(
            .plain,
            [
                .text(programme.name), .text(signature(programme, language)), .text(basis.shortName(lead, language)),
                .text(partners.map { basis.shortName($0, language) }.joined(separator: ", ")),
                .text(yearly(programme.annualPlan, year: year, on: day, Words.planWords, language)),
                .text(yearly(programme.interimReview, year: year, on: day, Words.interimWords, language)),
                .text(final(programme, on: day, language)),
            ])
    }

    /// `01/CTPH, ngày 20/11/2024`
    private static func signature(_ programme: Programme, _ language: Language) -> String {
        let day = programme.signed.map { Words.signed(language.date($0))[language] }
        let said = [programme.number.isEmpty ? nil : programme.number, day].compactMap(\.self)
        return said.isEmpty ? "–" : said.joined(separator: ", ")
    }

    /// The words for what is due once a year: done, not yet, and when last.
    static func yearly(
        _ date: Day?, year: Int, on day: Day, _ words: (done: Bilingual, due: Bilingual), _ language: Language
    ) -> String {
        guard let date, date <= day else { return words.due[language] }
        if date.year == year { return "\(words.done[language]) \(language.date(date))" }
        return "\(words.due[language]) (\(Words.last[language]) \(language.date(date)))"
    }

    private static func final(_ programme: Programme, on day: Day, _ language: Language) -> String {
        if let held = programme.finalReview, held <= day { return "\(Words.held[language]) \(language.date(held))" }
        guard let due = programme.validity.to?.adding(days: -1) else { return Words.noEnd[language] }
        return "\(Words.notDue[language]) \(language.date(due))"
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Chương trình phối hợp", en: "Programmes")
    static let title = Bilingual(vi: "Các chương trình phối hợp đã ký", en: "The signed coordination programmes")
    static let programme = Bilingual(vi: "Chương trình phối hợp", en: "Programme")
    static let number = Bilingual(vi: "Số, ký hiệu, ngày ký", en: "Number, signed on")
    static let lead = Bilingual(vi: "Chủ trì", en: "Lead")
    static let partners = Bilingual(vi: "Phối hợp", en: "Partners")
    static let final = Bilingual(vi: "Tổng kết", en: "Final review")
    static let planWords = (
        done: Bilingual(vi: "Ban hành", en: "Issued"), due: Bilingual(vi: "Chưa ban hành", en: "Not issued")
    )
    static let interimWords = (
        done: Bilingual(vi: "Đã sơ kết", en: "Held"), due: Bilingual(vi: "Chưa sơ kết", en: "Not yet held")
    )
    static let last = Bilingual(vi: "lần gần nhất", en: "last on")
    static let held = Bilingual(vi: "Đã tổng kết", en: "Held")
    static let notDue = Bilingual(vi: "Hạn", en: "Due")
    static let noEnd = Bilingual(vi: "Không định thời hạn", en: "No end is set")
    static let none = Bilingual(vi: "Không có chương trình phối hợp nào còn hiệu lực", en: "No programme is in force")

    static func signed(_ day: String) -> Bilingual { Bilingual(vi: "ngày \(day)", en: day) }

    static func plan(_ year: Int) -> Bilingual { Bilingual(vi: "Kế hoạch năm \(year)", en: "Plan of \(year)") }

    static func interim(_ year: Int) -> Bilingual {
        Bilingual(vi: "Sơ kết năm \(year) (hạn 31/12/\(year))", en: "Review of \(year) (due 31 December)")
    }

    static func note(_ day: String) -> Bilingual {
        Bilingual(
            vi:
                "Tính đến ngày \(day). Mỗi chương trình ban hành kế hoạch và sơ kết hằng năm, tổng kết khi hết hiệu lực; đơn vị đã hợp nhất ghi tên đơn vị kế thừa.",
            en:
                "As of \(day). Each programme issues a plan and is reviewed every year, and finally when it ends. Departments that were merged stand under their successor."
        )
    }
}
