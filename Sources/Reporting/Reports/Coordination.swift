import Domain

/// Phối hợp: what each department led, joined and reported in time since the start of the year, in the order of the register.
///
/// It is a reference for commendation by a stated rule, not a league table.
enum Coordination {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let activities = context.entry.activities
        let rule = Rule(onTime: context.entry.onTime ?? 100)
        let records = DepartmentRecord.all(basis, activities)
        var rows = records.map { row($0, rule, basis, language) }
        // Of the year, as all that stands below.
        let reports = Completeness(
            received: records.reduce(0) { $0 + $1.reports.received }, owed: records.reduce(0) { $0 + $1.reports.owed })
        if rows.isEmpty {
            let width = columns(activities, basis, language).count
            rows = [Table.Row(.plain, [.text(Words.none[language])] + Array(repeating: .text("–"), count: width - 1))]
        }
        return Table(
            id: "phoi-hop", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [
                basis.attachmentLine(language),
                "\(Words.since(basis)[language]). \(basis.standingLine(language, asOf: basis.asOf, reports))",
            ],
            columns: columns(activities, basis, language), rows: rows,
            notes: (basis.isForOffice ? [rule.words[language]] : []) + [Words.activities[language]])
    }

    /// What a department has to have done.
    struct Rule {
        /// Per cent of what it owed.
        let onTime: Int

        /// What is wanting; `nil` where the rule is met, empty where nothing was owed.
        func wanting(_ reports: DepartmentRecord.Reports, _ language: Language) -> [String]? {
            guard reports.owed > 0 else { return [] }
            var wanting: [String] = []
            if reports.received < reports.owed {
                wanting.append(Words.missing[language] + language.count(reports.owed - reports.received))
            }
            if reports.onTime * 100 < onTime * reports.owed, reports.onTime < reports.received {
                wanting.append(Words.late[language] + language.count(reports.received - reports.onTime))
            }
            if reports.partial > 0 { wanting.append(Words.partly[language] + language.count(reports.partial)) }
            return wanting.isEmpty ? nil : wanting
        }

        var words: Bilingual {
            Bilingual(
                vi:
                    "Đạt: từ đầu năm đã nhận đủ báo cáo phải gửi, ít nhất \(onTime)% đúng hạn, không báo cáo nào chỉ nhận một phần. Biểu để "
                    + "tham khảo, theo thứ tự danh mục, không xếp hạng.",
                en:
                    "Rule: met where, since the start of the year, all reports due were accepted, at least \(onTime)% of them on "
                    + "time, and none only in part. For reference, in the order of the register; no ranking.")
        }
    }

    /// Whether a department has met the rule is for the office to say, and no table that leaves it does.
    private static func columns(
        _ activities: [ReportPlan.Activity], _ basis: Basis, _ language: Language
    ) -> [Table.Column] {
        var columns: [Table.Column] = [.init(Phrase.department[language], kind: .label)]
        for activity in activities {
            columns.append(.init([activity.name[language], Words.led[language]], kind: .number))
            if !activity.joined.isEmpty {
                columns.append(.init([activity.name[language], Words.joined[language]], kind: .number))
            }
        }
        let reports = Words.reports[language]
        columns += [Words.received, Words.onTime, Words.onTimeShare, Words.partial].map {
            .init([reports, $0[language]], kind: .number)
        }
        if basis.isForOffice { columns.append(.init(Words.byRule[language], kind: .prose)) }
        return columns
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func row(
        _ record: DepartmentRecord, _ rule: Rule, _ basis: Basis, _ language: Language
    ) -> Table.Row {
        var cells: [Table.Cell] = [.text(basis.shortName(record.department, language))]
        for done in record.activities {
            cells.append(.figure(done.led, decimals: 0))
            if let joined = done.joined { cells.append(.figure(joined, decimals: 0)) }
        }
        let reports = record.reports
        let share = Comparison.share(
            Figure(.known(.quantity(Quantity(whole: reports.onTime) ?? .zero), .reported)),
            of: Quantity(whole: reports.owed) ?? .zero)
        cells += [
            .completeness(Completeness(received: reports.received, owed: reports.owed)), .count(reports.onTime),
            .percentage(share, signed: false), .count(reports.partial),
        ]
        guard basis.isForOffice else { return Table.Row(.plain, cells) }
        let wanting = rule.wanting(reports, language)
        let verdict = wanting.map {
            $0.isEmpty ? Words.nothingOwed[language] : capitalised($0.joined(separator: ", "))
        }
        cells.append(.text(verdict ?? Words.met[language]))
        return Table.Row(.plain, cells)
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Phối hợp", en: "Coordination")
    static let title = Bilingual(
        vi: "Biểu tham khảo khi xem xét khen thưởng: chủ trì, phối hợp và gửi báo cáo",
        en: "For reference when commendation is considered: work led, joined and reported")
    static let led = Bilingual(vi: "Chủ trì", en: "Led")
    static let joined = Bilingual(vi: "Phối hợp", en: "Joined")
    static let reports = Bilingual(vi: "Báo cáo từ đầu năm", en: "Reports since the start of the year")
    static let received = Bilingual(vi: "Đã nhận / phải gửi", en: "Received / due")
    static let onTime = Bilingual(vi: "Đúng hạn", en: "On time")
    static let onTimeShare = Bilingual(vi: "Đúng hạn (%)", en: "On time (%)")
    static let partial = Bilingual(vi: "Một phần", en: "In part")
    static let byRule = Bilingual(vi: "Đạt, hoặc vì sao chưa đạt", en: "Met, or why not")
    static let met = Bilingual(vi: "Đạt", en: "Met")
    static let nothingOwed = Bilingual(vi: "Không phải gửi", en: "Nothing due")
    static let none = Bilingual(vi: "Chưa có đơn vị nào phải gửi báo cáo", en: "No department owed a report")
    static let missing = Bilingual(vi: "thiếu ", en: "missing ")
    static let late = Bilingual(vi: "chậm ", en: "late ")
    static let partly = Bilingual(vi: "nhận một phần ", en: "accepted in part ")
    static let activities = Bilingual(
        vi:
            "Phối hợp: chỉ có ở danh sách; x là đơn vị không phải gửi biểu có số liệu đó. Chủ trì: gửi cả hai biểu thì lấy biểu tổng hợp. "
            + "Không cộng các đơn vị với nhau.",
        en:
            "Joined: registers only, which say the department's role; x where no form asks for it. Led: a sheet holds only what "
            + "the department led, and goes before a register. Departments are not added up.")

    static func since(_ basis: Basis) -> Bilingual {
        let calendar = basis.organisation.calendar
        let days = calendar.days(of: basis.period.yearToDate)
        func dates(_ language: Language) -> (String, String) {
            (language.date(days.lowerBound), language.date(days.upperBound))
        }
        return Bilingual(
            vi: "Lũy kế từ đầu năm \(basis.period.year) (từ ngày \(dates(.vi).0) đến ngày \(dates(.vi).1))",
            en: "Since the start of \(basis.period.year) (\(dates(.en).0) to \(dates(.en).1))")
    }
}
