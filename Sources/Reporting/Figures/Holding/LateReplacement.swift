import Domain

/// What comes half a year late says that it is a correction.
enum LateReplacement: HoldingRule {
    static let code = "late-replacement"
    static let page = Bilingual(
        vi:
            "Tệp đến sau hạn gửi từ sáu tháng trở lên, khi các đơn vị khác đã gửi từ lâu hoặc khi sẽ thay số liệu đang có, mà không ghi "
            + "“Lần gửi” cao hơn: có thể là tệp của năm khác chưa sửa năm. Tệp được giữ lại; số liệu đang có giữ nguyên. Nếu đúng là bản sửa, ghi “Lần gửi” cao hơn rồi gửi "
            + "lại, ghi lý do vào phiếu, hoặc quyết định “nhận tệp”.",
        en:
            "The file came half a year or more after its deadline, when others had long reported or where it would replace what stands, "
            + "without a higher “Lần gửi”: it may be of another year whose number was not moved on. It is held, and what stood stays. If it is a correction, send it again with a "
            + "higher “Lần gửi”, give the reason in the return, or decide “nhận tệp”.")

    static let months = 6

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard !suspect.isNumberedCorrection, !suspect.replacesIssued else { return nil }
        let zone = suspect.catalogue.organisation.timeZone
        let deadline = suspect.catalogue.deadline(for: suspect.slice.period)
        let late = deadline.adding(days: months * 30)
        let received = suspect.receivedAt.day(in: zone)
        guard received >= late else { return nil }
        // Where all of a month comes late, an office is only beginning to keep its books.
        let first = suspect.history.firstReceived(in: suspect.slice.period.last)
        guard !suspect.replaced.isEmpty || first.map({ $0.day(in: zone) < late }) ?? false else { return nil }
        return said(received, after: deadline, suspect)
    }

    private static func said(_ received: Day, after deadline: Day, _ suspect: Suspect) -> Bilingual {
        let tail =
            suspect.replaced.isEmpty
            ? Bilingual(vi: "có thể là tệp của năm khác", en: "it may be of another year")
            : Bilingual(
                vi: "mà “Lần gửi” là \(suspect.reading.sequence), không cao hơn tệp sẽ bị thay",
                en: "“Lần gửi” is \(suspect.reading.sequence), no higher than that of the file to be replaced")
        return Bilingual(
            vi:
                "đến ngày \(Language.vi.date(received)), sau hạn gửi \(Language.vi.date(deadline)) từ \(months) tháng trở lên, "
                + tail.vi,
            en: "came on \(Language.en.date(received)), \(months) months or more after the deadline "
                + "\(Language.en.date(deadline)); \(tail.en)")
    }
}
