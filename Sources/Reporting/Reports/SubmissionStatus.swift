import Domain

/// Tình hình gửi báo cáo, a row for each report that was owed: for the plain data and the text of who has sent what.
enum SubmissionStatus {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let rows = basis.roll.entries.map { row($0, basis, language) }
        return Table(
            id: "tinh-hinh-gui", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: columns(basis, language), rows: rows,
            notes: notes(basis, language))
    }

    /// How many came and are missing, the deadline, and to the office the reasons and what was closed.
    static func notes(_ basis: Basis, _ language: Language) -> [String] {
        [count(basis, language), deadlineNote(basis, language)]
            + (basis.isForOffice ? reasons(basis, language) + basis.closingNotes(language) : [])
    }

    private static func deadlineNote(_ basis: Basis, _ language: Language) -> String {
        let words = basis.organisation.deadline.basis
        guard basis.period.monthCount == 1 else { return Words.deadlineNote(words)[language] }
        let day = basis.catalogue.deadline(for: basis.period)
        return Words.deadlineNote(
            Bilingual(vi: "\(Language.vi.date(day)), \(words.vi)", en: "\(Language.en.date(day)), \(words.en)"))[
                language]
    }

    static func title(_ language: Language) -> String { Words.title[language] }

    static func sheet(_ language: Language) -> String { Words.sheet[language] }

    /// What was found in a department's files is between it and the office.
    private static func columns(_ basis: Basis, _ language: Language) -> [Table.Column] {
        let sent: [Table.Column] = [
            .init(Phrase.department[language], kind: .label),
            .init(Phrase.form[language], kind: .code),
            .init(Words.month[language], kind: .code),
            .init(Words.deadline[language], kind: .code),
            .init(Words.received[language], kind: .code),
            .init(Words.state[language], kind: .prose),
        ]
        guard basis.isForOffice else { return sent }
        return sent + [
            .init(Words.rows[language], kind: .number),
            .init(Words.errors[language], kind: .number),
            .init(Words.queries[language], kind: .number),
        ]
    }

    /// `Đã nhận 38/40 báo cáo của 28/30 đơn vị; 01 báo cáo gửi chậm.`
    private static func count(_ basis: Basis, _ language: Language) -> String {
        let roll = basis.roll
        let senders = Set(roll.entries.filter(\.isReceived).map(\.key.department)).count
        let owing = Set(roll.owed.map(\.key.department)).count
        let late = roll.entries.count { $0.isReceived && $0.isLate }
        let lacking = Set(roll.missing.map(\.key.department)).count
        return Words.count(
            reports: "\(roll.received)/\(roll.owed.count)", departments: "\(senders)/\(owing)", late: late,
            lacking: lacking)[language]
    }

    /// What departments gave as reasons for figures that were asked about, each with its file and cell.
    private static func reasons(_ basis: Basis, _ language: Language) -> [String] {
        let answered = basis.roll.entries.flatMap { entry in
            answers(entry, language).map { "\(basis.shortName(entry.key.department, language)): \($0)" }
        }
        guard !answered.isEmpty else { return [] }
        return [Words.reasons[language] + joined(answered, most: 20, language) + "."]
    }

    /// `2026-10/MTTQ-02-tt.csv, dòng 10, “Lượt người”: 3.250 – hội nghị toàn tỉnh`
    private static func answers(_ entry: SubmissionRoll.Entry, _ language: Language) -> [String] {
        entry.readings.flatMap(\.findings).compactMap { finding in
            finding.answer.map { answer in
                var place = [finding.position.file]
                if finding.position.row > 0 { place.append("\(Words.row[language]) \(finding.position.row)") }
                if let header = finding.position.header { place.append("“\(header)”") }
                let value = finding.value.map { ": \($0)" } ?? ""
                return "\(place.joined(separator: ", "))\(value) – \(answer)"
            }
        }
    }

    private static func row(_ entry: SubmissionRoll.Entry, _ basis: Basis, _ language: Language) -> Table.Row {
        let received =
            entry.receivedAt.map { Table.Cell.day($0.day(in: basis.organisation.timeZone)) }
            ?? .text(Words.notReceived[language])
        let sent: [Table.Cell] = [
            .text(basis.departmentName(entry.key.department, entry.key.month, language)),
            .text(basis.catalogue.form(entry.key.form)?.number ?? entry.key.form),
            .text(language == .vi ? "\(entry.key.month.number)/\(entry.key.month.year)" : entry.key.month.description),
            .day(entry.deadline), received,
        ]
        guard basis.isForOffice else { return Table.Row(.plain, sent + [.text(entry.plainState[language])]) }
        let findings = entry.readings.flatMap(\.findings)
        let answers = answers(entry, language)
        return Table.Row(
            .plain,
            sent + [
                .text(entry.stateWords(language)),
                .count(entry.readings.reduce(0) { $0 + basis.rowsCounted($1) }),
                .count(findings.count { $0.level == .error }),
                .count(findings.count { $0.level == .query && $0.answer == nil }),
            ], remarks: answers.isEmpty ? [:] : [8: Words.reasons[language] + answers.joined(separator: "; ")])
    }
}

extension Basis {
    func departmentName(_ code: String, _ month: Month, _ language: Language) -> String {
        catalogue.department(code, on: organisation.calendar.lastDay(of: month))?.name(in: language) ?? code
    }
}

extension SubmissionRoll.Entry {
    /// Whether it is in, without what was found in it.
    var plainState: Bilingual {
        let state: SubmissionRoll.State = isReceived ? .accepted : self.state == .exempt ? .exempt : .missing
        guard isLate, state == .accepted else { return state.words }
        return Bilingual(vi: state.words.vi + "; gửi chậm", en: state.words.en + "; late")
    }

    /// `Đã tiếp nhận, gửi chậm`
    package func stateWords(_ language: Language) -> String {
        var words = state.words[language]
        if state != .held, !waiting.isEmpty {
            words += language == .vi ? "; có tệp giữ lại, chờ quyết định" : "; a file is held until somebody decides"
        }
        guard isLate, state != .missing, state != .exempt else { return words }
        return words + (language == .vi ? "; gửi chậm" : "; late")
    }
}

extension SubmissionRoll.State {
    /// The words of the office for the state of a submission.
    package var words: Bilingual {
        switch self {
        case .accepted: Bilingual(vi: "Đã tiếp nhận", en: "Received")
        case .toConfirm: Bilingual(vi: "Đã tiếp nhận, cần xác nhận", en: "Received, to be confirmed")
        case .partial: Bilingual(vi: "Tiếp nhận một phần", en: "Received in part")
        case .refused: Bilingual(vi: "Chưa tiếp nhận, đề nghị gửi lại", en: "Not accepted, to be sent again")
        case .wrongFormat: Bilingual(vi: "Đã gửi, chưa đúng định dạng", en: "Sent in a wrong format")
        case .missing: Bilingual(vi: "Chưa nhận được", en: "Not received")
        case .held: Bilingual(vi: "Giữ lại, chờ quyết định", en: "Held until somebody decides")
        case .afterClosing: Bilingual(vi: "Nhận sau khi chốt, chưa tính", en: "Received after closing, not counted")
        case .exempt: Bilingual(vi: "Được miễn", en: "Exempt")
        }
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Tình hình gửi", en: "Submissions")
    static let title = Bilingual(vi: "Tình hình gửi báo cáo của các đơn vị", en: "Submissions of the departments")
    static let month = Bilingual(vi: "Tháng", en: "Month")
    static let deadline = Bilingual(vi: "Hạn gửi", en: "Deadline")
    static let notReceived = Bilingual(vi: "chưa nhận", en: "not received")
    static let received = Bilingual(vi: "Ngày nhận", en: "Received on")
    static let state = Bilingual(vi: "Tình trạng", en: "State")
    static let rows = Bilingual(vi: "Số dòng được tính", en: "Rows counted")
    static let errors = Bilingual(vi: "Lỗi", en: "Errors")
    static let queries = Bilingual(vi: "Cần xác nhận", en: "Queries")

    static let row = Bilingual(vi: "dòng", en: "row")
    static let reasons = Bilingual(vi: "Thuyết minh của đơn vị: ", en: "Reasons given by departments: ")

    static func count(reports: String, departments: String, late: Int, lacking: Int) -> Bilingual {
        let lateVi = late == 0 ? "không có báo cáo gửi chậm" : "\(Language.vi.officialCount(late)) báo cáo gửi chậm"
        let restVi = lacking == 0 ? "" : "; còn thiếu báo cáo của \(Language.vi.officialCount(lacking)) đơn vị"
        let lateEn = late == 0 ? "none late" : "\(late) late"
        let restEn = lacking == 0 ? "" : "; reports of \(lacking) departments are missing"
        return Bilingual(
            vi: "Đã nhận \(reports) báo cáo của \(departments) đơn vị; \(lateVi)\(restVi).",
            en: "\(reports) reports received of \(departments) departments; \(lateEn)\(restEn).")
    }

    static func deadlineNote(_ basis: Bilingual) -> Bilingual {
        Bilingual(vi: "Hạn gửi: \(basis.vi).", en: "Deadline: \(basis.en).")
    }
}
