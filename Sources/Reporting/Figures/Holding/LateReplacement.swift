import Domain

/// What comes half a year late says that it is a correction.
enum LateReplacement: HoldingRule {
    static let code = "late-replacement"
    static let page = Bilingual(
        vi:
            "Tệp đến sau hạn gửi từ sáu tháng trở lên, sẽ thay số liệu đang có nhưng không ghi «Lần gửi» cao hơn: có thể là tệp của năm "
            + "khác mà chưa sửa năm. Tệp được giữ lại; số liệu đang có giữ nguyên. Nếu đúng là bản sửa, ghi «Lần gửi» cao hơn rồi gửi "
            + "lại, ghi lý do vào phiếu, hoặc quyết định «nhận tệp».",
        en:
            "The file came half a year or more after its deadline and would replace what stands, without a higher «Lần gửi»: it may be of "
            + "another year whose number was not moved on. It is held, and what stood stays. If it is a correction, send it again with a "
            + "higher «Lần gửi», give the reason in the return, or decide «nhận tệp».")

    static let months = 6

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard !suspect.replaced.isEmpty, !suspect.isNumberedCorrection, !suspect.replacesIssued else { return nil }
        let deadline = suspect.catalogue.deadline(for: suspect.slice.period)
        let received = suspect.receivedAt.day(in: suspect.catalogue.organisation.timeZone)
        guard received >= deadline.adding(days: months * 30) else { return nil }
        return Bilingual(
            vi:
                "đến ngày \(Language.vi.date(received)), sau hạn gửi \(Language.vi.date(deadline)) từ \(months) tháng trở lên, mà «Lần "
                + "gửi» là \(suspect.reading.sequence), không cao hơn tệp sẽ bị thay",
            en:
                "came on \(Language.en.date(received)), \(months) months or more after the deadline \(Language.en.date(deadline)), and "
                + "«Lần gửi» is \(suspect.reading.sequence), no higher than that of the file to be replaced")
    }
}
