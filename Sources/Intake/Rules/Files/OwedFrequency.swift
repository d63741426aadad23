import Domain

/// A file covers as long a time as its form is owed for.
enum OwedFrequency: FileRule {
    static let code = "wrong-frequency"
    static let page = Bilingual(
        vi: """
            Biểu này đơn vị gửi theo tháng (hoặc quý, 6 tháng, năm), nhưng tệp ghi một kỳ dài hay ngắn khác. Nếu \
            tính cả số liệu tháng và số liệu quý thì mỗi việc bị cộng hai lần. Gửi lại số liệu riêng của từng kỳ \
            phải gửi.
            """,
        en: """
            The department owes this form each month (or quarter, half-year, year), but the file is for a longer or \
            shorter period. Counting both months and quarter would add everything twice. Send the figures of each \
            period owed.
            """)

    static let stage = FileStage.obligation

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let period = file.identity.period, let form = file.plan?.form else { return }
        let owed = file.obligations(of: form)
        let isDue = owed.contains { obligation in
            let months = obligation.every.months
            return period.monthCount == months || period.monthCount == 1 && period.last.number.isMultiple(of: months)
        }
        guard let first = owed.first, !isDue else { return }
        verdict.refuse(Self.self) { finding(in: file.path, form, period, every: first.every) }
    }

    static func finding(
        in file: String, _ form: Form, _ period: Period, every: Obligation.Frequency
    ) -> Finding {
        finding(
            .error, at: Position(file: file), value: period.name(in: .vi), .wrong(form, period, every),
            remedy: Bilingual(
                vi: "Gửi số liệu riêng của từng kỳ phải gửi.", en: "Send the figures of each period owed by itself."))
    }
}

extension Bilingual {
    fileprivate static func wrong(_ form: Form, _ period: Period, _ every: Obligation.Frequency) -> Self {
        let (vi, en) =
            switch every {
            case .month: ("tháng", "month")
            case .quarter: ("quý", "quarter")
            case .half: ("6 tháng", "half-year")
            case .year: ("năm", "year")
            }
        return Self(
            vi: "biểu \(form.number) gửi theo \(vi), tệp ghi kỳ \(period.name(in: .vi).quoted)",
            en: "form \(form.number) is sent each \(en), the file is for “\(period.name(in: .en))”")
    }
}
