import Domain

/// The columns of figures are those of one period.
enum OnePeriod: FileRule {
    static let code = "several-periods"
    static let page = Bilingual(
        vi: """
            Tệp có số liệu của nhiều kỳ nằm cạnh nhau, ví dụ “Tháng 8”, “Tháng 9”, “Tháng 10” phía trên cùng các cột. \
            Nếu dòng phía trên cho biết rõ cột nào là của kỳ báo cáo thì chỉ lấy các cột đó. Nếu không thì cả tệp chưa \
            được tính: gửi lại biểu chỉ có số liệu của kỳ. Các dòng của nhiều tháng trong một biểu, có cột “Tháng”, cũng vậy. Muốn sửa số kỳ trước thì gửi lại biểu của kỳ đó.
            """,
        en: """
            The file has figures of several periods side by side, as with “Tháng 8”, “Tháng 9” and “Tháng 10” above the \
            same columns. Where the words above prove which columns are the period's own, those are taken and no others. \
            Else nothing of the file counts, nor where a column “Tháng” says that rows are of several months: send the form with \
            the period's figures alone. To correct an earlier period, \
            send its form again.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let map = file.shape?.map, let header = file.head.header, let period = file.identity.period else {
            return
        }
        for (field, texts) in (file.survey?.rowPeriods ?? [:]).sorted(by: { $0.key < $1.key }) {
            let periods = Set(texts.compactMap { rowPeriod($0, period) }).sorted { $0.first < $1.first }
            guard periods.count > 1 else { continue }
            verdict.refuse(Self.self) { finding(at: file.position(header, field), inRows: periods, period: period) }
        }
        guard !map.banners.isEmpty else { return }
        let fields = map.banners.keys.sorted()
        let here = file.position(header, fields.first)
        let taken = fields.filter { map.hasOwnColumns && map.banners[$0] == period }.map { $0 + 1 }
        let periods = Set(map.banners.values).sorted { $0.first < $1.first }
        if map.hasOwnColumns {
            verdict.say(Self.self) { finding(at: here, periods: periods, period: period, taken: taken) }
        } else {
            verdict.refuse(Self.self) { finding(at: here, periods: periods, period: period, taken: []) }
        }
    }

    /// `8`, `Tháng 8`, `T8/2026`
    private static func rowPeriod(_ text: String, _ period: Period) -> Period? {
        let year = period.last.year
        if let month = Int(text) {
            return (1...12).contains(month) ? Period(Month(index: year * 12 + month - 1)) : nil
        }
        return PeriodText.period(text, year: year) ?? PeriodText.banner(text, year: year)
    }

    /// A column says of which period each row is, and there are several.
    static func finding(at position: Position, inRows periods: [Period], period: Period) -> Finding {
        func list(_ language: Language) -> String { periods.map { $0.name(in: language) }.joined(separator: ", ") }
        return finding(
            .error, at: position,
            Bilingual(
                vi: "cột này cho biết các dòng là của nhiều kỳ (\(list(.vi))): cả tệp chưa được tính",
                en: "this column says that the rows are of several periods (\(list(.en))): nothing of the file counts"),
            remedy: Bilingual(
                vi: "Gửi lại biểu chỉ có các dòng của \(period.name(in: .vi)).",
                en: "Send the form with the rows of \(period.name(in: .en)) alone."))
    }

    static func finding(at position: Position, periods: [Period], period: Period, taken: [Int]) -> Finding {
        let isProven = !taken.isEmpty
        return finding(
            isProven ? .note : .error, at: position, .sideBySide(periods, period, taken.map(Position.letters)),
            remedy: isProven
                ? Bilingual(
                    vi: "Không phải sửa nếu đúng; lần sau chỉ gửi số liệu của kỳ báo cáo.",
                    en: "Nothing to do if it is right; send the period's figures alone next time.")
                : Bilingual(
                    vi: "Gửi lại biểu chỉ có số liệu của kỳ báo cáo.",
                    en: "Send the form with the period's figures alone."))
    }
}

extension Bilingual {
    fileprivate static func sideBySide(_ periods: [Period], _ period: Period, _ taken: [String]) -> Self {
        func list(_ language: Language) -> String { periods.map { $0.name(in: language) }.joined(separator: ", ") }
        let letters = taken.joined(separator: ", ")
        if taken.isEmpty {
            return Self(
                vi:
                    "tệp có số liệu của nhiều kỳ cạnh nhau (\(list(.vi))), không rõ cột nào là của \(period.name(in: .vi))",
                en: "the file has figures of several periods side by side (\(list(.en))), and which are those of "
                    + "\(period.name(in: .en)) is not clear")
        }
        return Self(
            vi: "tệp có số liệu của nhiều kỳ cạnh nhau (\(list(.vi))); chỉ lấy cột \(letters), của "
                + period.name(in: .vi),
            en: "the file has figures of several periods side by side (\(list(.en))); columns \(letters), those of "
                + "\(period.name(in: .en)), are taken alone")
    }
}
