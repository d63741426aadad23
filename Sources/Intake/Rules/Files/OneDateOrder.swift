import Domain

/// Day and month stand in the same order throughout a column.
enum OneDateOrder: FileRule {
    static let code = "date-order"
    static let page = Bilingual(
        vi: """
            Trong cùng một cột có ngày viết ngày/tháng (25/10/2026) và ngày viết tháng/ngày (10/25/2026), hoặc không \
            ngày nào cho biết thứ tự mà chỉ khi đọc tháng trước thì mới đúng kỳ. Khi đó 05/10 có thể là 5 tháng 10 \
            hoặc 10 tháng 5; chương trình không đoán. Định dạng cả cột là dd/MM/yyyy trong Excel rồi lưu lại.
            """,
        en: """
            A column has dates with the day first (25/10/2026) and with the month first (10/25/2026), or none shows \
            the order and only the month first would fit the period. 05/10 may then be two days, and nothing is \
            guessed. Format the whole column as dd/MM/yyyy and save it again.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for column in file.plan?.dates ?? [] {
            guard let dates = file.survey?.dates[column], dates.order == nil else { continue }
            verdict.refuse(Self.self) {
                finding(
                    first: dates.proofs[.dayFirst].map { (file.position($0), $0.text) },
                    second: dates.proofs[.monthFirst].map { (file.position($0), $0.text) },
                    ambiguous: dates.ambiguous.map { (file.position($0), $0.text) })
            }
        }
    }

    static func finding(
        first: (Position, String)?, second: (Position, String)?, ambiguous: (Position, String)?
    ) -> Finding {
        let position = [first?.0, second?.0].compactMap(\.self).max() ?? ambiguous?.0 ?? Position(file: "")
        return finding(
            .error, at: position, value: ambiguous?.1 ?? second?.1, .order(first, second, ambiguous),
            expected: Bilingual(
                vi: "ngày viết dd/MM/yyyy trong cả cột", en: "dates as dd/MM/yyyy throughout the column"),
            remedy: Bilingual(
                vi: "Định dạng cả cột là dd/MM/yyyy, kiểm tra từng ngày, lưu lại.",
                en: "Format the whole column as dd/MM/yyyy, check each date and save again."))
    }
}

extension Bilingual {
    fileprivate static func order(
        _ first: (Position, String)?, _ second: (Position, String)?, _ ambiguous: (Position, String)?
    ) -> Self {
        guard let first, let second else {
            let text = (ambiguous?.1 ?? "").quoted
            return Self(
                vi: "không rõ \(text) là ngày trước hay tháng trước: đọc ngày trước thì ngoài kỳ",
                en:
                    "whether \(text) has the day or the month first is not clear: with the day first it is "
                    + "outside the period"
            )
        }
        return Self(
            vi:
                "\(first.1.quoted) (dòng \(first.0.row)) viết ngày trước, \(second.1.quoted) (dòng "
                + "\(second.0.row)) viết tháng trước",
            en:
                "\(first.1.quoted) (row \(first.0.row)) has the day first, \(second.1.quoted) (row "
                + "\(second.0.row)) the month"
        )
    }
}
