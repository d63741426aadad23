import Domain

/// Every date has its year, or the period leaves one year only.
enum DateWithYear: FileRule {
    static let code = "date-without-year"
    static let page = Bilingual(
        vi: """
            Ngày viết thiếu năm, ví dụ “20/9” hoặc “16-thg 9”. Nếu chỉ một năm làm cho ngày đó nằm trong kỳ báo cáo thì \
            ngày được đọc theo năm đó và có một lưu ý cho cả tệp. Nếu không năm nào như vậy thì không biết ngày thuộc kỳ \
            nào, nên các dòng đó không được tính. Định dạng cả cột là dd/MM/yyyy trong Excel rồi gửi lại.
            """,
        en: """
            Dates lack their year, as in “20/9”. Where one year alone puts such a date into the period it is read so, with \
            one note for the file. Where none does, the date belongs to no period and its rows do not count. Format the \
            whole column as dd/MM/yyyy and send the file again.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        if let repairs = file.rows?.repairs, let first = repairs.first(.dateWithoutYear) {
            verdict.say(Self.self) {
                finding(at: first.position, value: first.written, shown: repairs.shown(.dateWithoutYear))
            }
        }
        for column in file.plan?.dates ?? [] {
            guard let dates = file.survey?.dates[column], let spot = dates.yearless else { continue }
            verdict.say(Self.self) { finding(at: file.position(spot), value: spot.text, count: dates.yearlessCount) }
        }
    }

    static func finding(at position: Position, value: String, shown: Bilingual) -> Finding {
        finding(
            .note, at: position, value: value,
            Bilingual(
                vi: "ngày thiếu năm được đọc theo kỳ báo cáo, vì chỉ một năm hợp với kỳ: \(shown.vi)",
                en: "dates without a year are read by the period, which only one year fits: \(shown.en)"),
            remedy: Bilingual(
                vi: "Không phải sửa nếu đúng; lần sau ghi ngày dạng dd/MM/yyyy.",
                en: "Nothing to do if it is right; write dates as dd/MM/yyyy next time."))
    }

    static func finding(at position: Position, value: String, count: Int) -> Finding {
        finding(
            .error, at: position, value: value,
            Bilingual(
                vi:
                    "\(Language.vi.count(count)) ngày trong cột không ghi năm và không nằm trong kỳ báo cáo với năm nào, "
                    + "ví dụ \(value.quoted)",
                en:
                    "\(Language.en.count(count)) dates of the column have no year and fall into the period in none, such as "
                    + "\(value.quoted)"),
            expected: Bilingual(vi: "ngày dạng 05/10/2026", en: "a date such as 05/10/2026"),
            remedy: Bilingual(
                vi: "Định dạng cả cột là dd/MM/yyyy, gửi lại.",
                en: "Format the whole column as dd/MM/yyyy and send the file again."))
    }
}
