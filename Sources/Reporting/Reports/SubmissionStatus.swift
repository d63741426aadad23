import Domain

/// Tình hình gửi báo cáo: who owed what, what came, when, and in what state.
enum SubmissionStatus {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let rows = basis.roll.entries.map { row($0, basis, language) }
        return Table(
            id: "tinh-hinh-gui", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.periodLine(language), basis.standingLine(language)],
            columns: [
                .init(Phrase.department[language], kind: .label),
                .init(Phrase.form[language], kind: .code),
                .init(Words.month[language], kind: .code),
                .init(Words.deadline[language], kind: .code),
                .init(Words.received[language], kind: .code),
                .init(Words.state[language], kind: .prose),
                .init(Words.rows[language], kind: .number),
                .init(Words.errors[language], kind: .number),
                .init(Words.queries[language], kind: .number),
            ],
            rows: rows,
            notes: [Words.deadlineNote(basis.organisation.deadline.basis)[language]] + basis.closingNotes(language))
    }

    private static func row(_ entry: SubmissionRoll.Entry, _ basis: Basis, _ language: Language) -> Table.Row {
        let findings = entry.readings.flatMap(\.findings)
        let received = entry.receivedAt.map { Table.Cell.day($0.day(in: basis.organisation.timeZone)) } ?? .text("–")
        return Table.Row(
            .plain,
            [
                .text(basis.departmentName(entry.key.department, entry.key.month, language)),
                .text(basis.catalogue.form(entry.key.form)?.number ?? entry.key.form),
                .text(
                    language == .vi ? "\(entry.key.month.number)/\(entry.key.month.year)" : entry.key.month.description),
                .day(entry.deadline), received,
                .text(entry.stateWords(language)),
                .count(entry.readings.reduce(0) { $0 + $1.rowsCounted }),
                .count(findings.count { $0.level == .error }),
                .count(findings.count { $0.level == .query && $0.answer == nil }),
            ])
    }
}

extension Basis {
    func departmentName(_ code: String, _ month: Month, _ language: Language) -> String {
        catalogue.department(code, on: organisation.calendar.lastDay(of: month))?.name(in: language) ?? code
    }
}

extension SubmissionRoll.Entry {
    /// `Đã tiếp nhận, gửi chậm`
    package func stateWords(_ language: Language) -> String {
        let words = state.words[language]
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
        case .held: Bilingual(vi: "Nhận sau khi chốt, chưa tính", en: "Received after closing, not counted")
        case .exempt: Bilingual(vi: "Được miễn", en: "Exempt")
        }
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Tình hình gửi", en: "Submissions")
    static let title = Bilingual(vi: "Tình hình gửi báo cáo của các đơn vị", en: "Submissions of the departments")
    static let month = Bilingual(vi: "Tháng", en: "Month")
    static let deadline = Bilingual(vi: "Hạn gửi", en: "Deadline")
    static let received = Bilingual(vi: "Ngày nhận", en: "Received on")
    static let state = Bilingual(vi: "Tình trạng", en: "State")
    static let rows = Bilingual(vi: "Số dòng được tính", en: "Rows counted")
    static let errors = Bilingual(vi: "Lỗi", en: "Errors")
    static let queries = Bilingual(vi: "Cần xác nhận", en: "Queries")

    static func deadlineNote(_ basis: Bilingual) -> Bilingual {
        Bilingual(vi: "Hạn gửi: \(basis.vi).", en: "Deadline: \(basis.en).")
    }
}
