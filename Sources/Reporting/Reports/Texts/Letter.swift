import Domain

/// The report's text: a paragraph a line, with […] where the officer writes.
///
/// What the program says is marked, sentence by sentence and figure by figure, so that a document can name its places.
enum Letter {
    /// - Parameter annexes: The tables that go with it.
    static func document(_ basis: Basis, _ language: Language, annexes: [Table] = []) -> Document {
        let organisation = basis.organisation
        let sentences = Sentences(basis: basis, language: language, isMarked: true)
        var blocks: [Document.Block] = [head(basis, language)]
        blocks.append(
            .title([
                Words.report[language],
                organisation.subject(of: basis.period, language),
            ]))
        if basis.standing.isDraft { blocks.append(.said("du-thao", basis.standingLine(language))) }
        blocks.append(
            .said(
                "kinh-gui",
                Words.to[language] + organisation.addressees.map { $0[language] }.joined(separator: "; ") + "."))
        blocks.append(.said("mo-dau", opening(basis, language)))
        blocks.append(.heading(1, Words.results[language]))
        blocks.append(.heading(2, "1. \(Words.steering[language])"))
        blocks.append(.said("gui-bao-cao", steering(basis, language), andBehind: " […]"))
        blocks += basis.boundaryNotes(language).enumerated().map { .said("dia-gioi.\($0.offset + 1)", $0.element) }
        if let note = basis.leftOutNote(language) { blocks.append(.said("khong-cong", note)) }
        let commentary = LetterCommentary(basis: basis, language: language)
        for (number, section) in basis.catalogue.letter.sections.enumerated() {
            blocks.append(.heading(2, "\(number + 2). \(section.heading[language])"))
            blocks += section.sentences.compactMap(sentences.said).map { .paragraph($0) }
            blocks += commentary.sentences(of: section).enumerated().map {
                .said("dia-ban-\(number + 2).\($0.offset + 1)", $0.element)
            }
            blocks += standings(of: section, basis, language).enumerated().map {
                .said("so-lieu-\(number + 2).\($0.offset + 1)", $0.element)
            }
        }
        blocks.append(.heading(1, Words.assessment[language]))
        blocks.append(.heading(2, "1. \(Words.strengths[language])"))
        blocks.append(.paragraph("[…]"))
        blocks.append(.heading(2, "2. \(Words.shortcomings[language])"))
        blocks += missing(basis, language).map { .said("con-thieu", $0) }
        blocks += basis.catalogue.letter.shortcomings.compactMap(sentences.shortcoming).map { .paragraph($0) }
        blocks.append(.paragraph("[…]"))
        blocks.append(.heading(2, "3. \(Words.causes[language])"))
        blocks.append(.paragraph("[…]"))
        blocks.append(.heading(1, Words.tasks(basis.period.following)[language]))
        blocks.append(.paragraph("[…]"))
        blocks.append(.heading(1, Words.proposals[language]))
        blocks.append(.paragraph("[…]"))
        if let list = list(of: annexes, language) { blocks.append(.said("phu-luc", list)) }
        blocks.append(.said("ket", closing(basis, language)))
        blocks.append(foot(basis, language))
        return Document(marked: blocks)
    }

    /// `Kèm theo: Phụ lục I. Tổng hợp kết quả; Phụ lục II. …`
    private static func list(of annexes: [Table], _ language: Language) -> String? {
        var seen: Set<String> = []
        let names = annexes.filter { !$0.isForOffice }.compactMap { table in
            table.annex.map { "\($0). \(table.title)" }
        }.filter { seen.insert($0).inserted }
        return names.isEmpty ? nil : Words.attached[language] + names.joined(separator: "; ") + "."
    }

    private static func head(_ basis: Basis, _ language: Language) -> Document.Block {
        let organisation = basis.organisation
        let year = basis.period.year
        return language == .vi
            ? .letterhead(
                left: [organisation.parentAgency.vi, organisation.agency.vi, "Số: …/BC-\(organisation.abbreviation)"],
                right: [
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                    "\(organisation.place), ngày … tháng … năm \(year)",
                ])
            : .letterhead(
                left: [organisation.parentAgency.en, organisation.agency.en, "No. …/BC-\(organisation.abbreviation)"],
                right: [
                    "SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness",
                    "\(organisation.place), … \(year)",
                ])
    }

    private static func opening(_ basis: Basis, _ language: Language) -> String {
        let organisation = basis.organisation
        let days = organisation.calendar.days(of: basis.period)
        let (first, last) = (language.date(days.lowerBound), language.date(days.upperBound))
        let asOf = PassageMarks.figure(
            "nhan-den", basis.asOf.map { language.date($0.day(in: organisation.timeZone)) } ?? "…")
        let counts = counts(basis)
        return language == .vi
            ? "Thực hiện \(organisation.mandate.vi), \(organisation.agencyName.vi) tổng hợp kết quả \(basis.period.name(in: .vi)) "
                + "(số liệu từ ngày \(first) đến ngày \(last); nhận đến ngày \(asOf); \(counts) báo cáo) như sau:"
            : "Carrying out \(organisation.mandate.en), the \(organisation.agencyName.en) consolidates the results of "
                + "\(basis.period.name(in: .en)) (data of \(first) to \(last); received up to \(asOf); \(counts) reports):"
    }

    /// `37/39`
    private static func counts(_ basis: Basis) -> String {
        PassageMarks.figure("bao-cao-nhan", "\(basis.roll.received)/\(basis.roll.owed.count)")
    }

    private static func steering(_ basis: Basis, _ language: Language) -> String {
        let sent = Set(basis.roll.entries.filter(\.isReceived).map(\.key.department)).count
        let late = basis.roll.entries.count { $0.isReceived && $0.isLate }
        let counts = counts(basis)
        if sent == 0 { return Words.nobody(counts)[language] }
        guard basis.says(.lateReports) else { return Words.received(senders(sent, language), counts)[language] }
        let isWhole = basis.roll.missing.isEmpty
        return language == .vi
            ? "Trong kỳ có \(senders(sent, language)) đơn vị gửi báo cáo; đã nhận \(isWhole ? "đủ " : "")\(counts) báo cáo, trong đó "
                + (late == 0 ? "không có báo cáo gửi chậm" : "\(lates(late, language)) báo cáo gửi chậm")
                + "."
            : "\(senders(sent, language)) departments reported; \(counts) reports were received, "
                + "\(lates(late, language)) of them late."
    }

    private static func senders(_ count: Int, _ language: Language) -> String {
        PassageMarks.figure("don-vi-gui", language == .vi ? language.officialCount(count) : "\(count)")
    }

    private static func lates(_ count: Int, _ language: Language) -> String {
        PassageMarks.figure("gui-cham", language == .vi ? language.officialCount(count) : "\(count)")
    }

    /// Which figures of a section are provisional, and which were revised, where any are.
    private static func standings(of section: LetterPlan.Section, _ basis: Basis, _ language: Language) -> [String] {
        var seen: Set<String> = []
        let indicators = section.sentences.flatMap(\.slots).filter { $0.aspect == .figure }.map(\.indicator)
            .filter { seen.insert($0).inserted }.compactMap(basis.catalogue.indicator)
        func lowered(_ indicator: Indicator) -> String {
            let name = indicator.name[language]
            return name.prefix(1).lowercased() + name.dropFirst()
        }
        let provisional = basis.provisionalNames(indicators, lowered)
        let revised = indicators.filter { basis.figure($0).standing == .revised }.map(lowered)
        let said = [
            (Phrase.lacking, provisional.lacking), (Phrase.uncounted, provisional.uncounted), (Words.revised, revised),
        ].filter { !$0.1.isEmpty }.map { words, names in
            words[language] + joined(names, most: 3, of: Phrase.indicatorCounted, language) + "."
        }
        let domains = Set(indicators.map(\.domain))
        let standIns = basis.domains.filter(domains.contains).flatMap { basis.standInNotes(language, domain: $0) }
        return said + standIns
    }

    private static func missing(_ basis: Basis, _ language: Language) -> [String] {
        guard let words = basis.missingReports(language) else { return [] }
        guard basis.says(.missingReports) else {
            let departments = Set(basis.roll.missing.map(\.key.department))
            return [Words.missing(language.officialCount(departments.count))[language]]
        }
        let annex = basis.annexName("tinh-hinh-gui", language).map { " (\($0))." } ?? "."
        return [words.dropLast() + annex]
    }

    private static func closing(_ basis: Basis, _ language: Language) -> String {
        let organisation = basis.organisation
        let subject = organisation.subject[language]
        let lowered = subject.prefix(1).lowercased() + subject.dropFirst()
        return language == .vi
            ? "Trên đây là báo cáo \(lowered) \(basis.period.name(in: .vi)), \(organisation.agencyName.vi) kính báo cáo "
                + organisation.addressees.map(\.vi).joined(separator: ", ") + "./."
            : "This is the report on the \(lowered), \(basis.period.name(in: .en))."
    }

    private static func foot(_ basis: Basis, _ language: Language) -> Document.Block {
        let recipients = basis.organisation.recipients.map { $0[language] }
        let lines = recipients.enumerated().map { "- \($0.element)\($0.offset == recipients.count - 1 ? "." : ";")" }
        return .signature(
            left: [Words.recipients[language]] + lines, right: [basis.organisation.signerTitle[language]])
    }
}

extension Period {
    /// The period of the same length that comes next; after nine months the year's last three; `nil` where none is usual.
    fileprivate var following: Period? {
        let length = monthCount == 9 ? 3 : monthCount
        guard [1, 3, 6, 12].contains(length) else { return nil }
        return Period(from: last.adding(months: 1), through: last.adding(months: length))
    }
}

extension Figure {
    /// How it stands, if it is known.
    var standing: Standing? { if case .known(_, let standing) = content { standing } else { nil } }
}

extension Document.Block {
    /// A paragraph in which the program says something, and somebody else may go on.
    fileprivate static func said(_ id: String, _ text: String, andBehind rest: String = "") -> Self {
        .paragraph(PassageMarks.sentence(id, text) + rest)
    }
}

private enum Words {
    static func received(_ departments: String, _ reports: String) -> Bilingual {
        Bilingual(
            vi: "Trong kỳ có \(departments) đơn vị gửi báo cáo; đã nhận \(reports) báo cáo.",
            en: "\(departments) departments reported; \(reports) reports were received.")
    }

    static func missing(_ departments: String) -> Bilingual {
        Bilingual(
            vi: "Chưa tiếp nhận được báo cáo của \(departments) đơn vị.",
            en: "Reports of \(departments) departments are not in.")
    }

    static func nobody(_ counts: String) -> Bilingual {
        Bilingual(
            vi: "Chưa có đơn vị nào gửi báo cáo của kỳ (\(counts) báo cáo).",
            en: "No department has reported yet (\(counts) reports).")
    }

    static let attached = Bilingual(vi: "Kèm theo: ", en: "Attached: ")
    static let revised = Bilingual(
        vi: "Số liệu đã điều chỉnh so với bản tổng hợp trước: ", en: "Revised since the edition before: ")
    static let report = Bilingual(vi: "BÁO CÁO", en: "REPORT")
    static let to = Bilingual(vi: "Kính gửi: ", en: "To: ")
    static let results = Bilingual(vi: "I. KẾT QUẢ THỰC HIỆN", en: "I. RESULTS")
    static let steering = Bilingual(vi: "Công tác chỉ đạo, phối hợp", en: "Steering and coordination")
    static let assessment = Bilingual(vi: "II. ĐÁNH GIÁ CHUNG", en: "II. ASSESSMENT")
    static let strengths = Bilingual(vi: "Ưu điểm", en: "Strengths")
    static let shortcomings = Bilingual(vi: "Tồn tại, hạn chế", en: "Shortcomings")
    static let causes = Bilingual(vi: "Nguyên nhân", en: "Causes")
    static func tasks(_ period: Period?) -> Bilingual {
        Bilingual(
            vi: "III. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM "
                + (period?.name(in: .vi).uppercased() ?? "THỜI GIAN TỚI"),
            en: "III. MAIN TASKS" + (period.map { " FOR " + $0.name(in: .en).uppercased() } ?? " AHEAD"))
    }

    static let proposals = Bilingual(vi: "IV. KIẾN NGHỊ, ĐỀ XUẤT", en: "IV. PROPOSALS")
    static let recipients = Bilingual(vi: "Nơi nhận:", en: "Recipients:")
}
