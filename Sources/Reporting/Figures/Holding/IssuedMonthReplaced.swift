import Domain

/// What was issued is corrected by a file that says that it is a correction.
enum IssuedMonthReplaced: HoldingRule {
    static let code = "issued-month-replaced"
    static let page = Bilingual(
        vi:
            "Tệp đến sau khi số liệu của tháng đã phát hành, sẽ thay số liệu đã phát hành nhưng không ghi “Lần gửi” cao hơn. Tệp được giữ "
            + "lại; số liệu đã phát hành giữ nguyên. Nếu đúng là bản sửa, ghi “Lần gửi” cao hơn rồi gửi lại, ghi lý do vào phiếu, hoặc "
            + "quyết định “nhận tệp”.",
        en:
            "The file came after the month's figures were issued and would replace them, without a higher “Lần gửi”. It is held, and what "
            + "was issued stays. If it is a correction, send it again with a higher “Lần gửi”, give the reason in the return, or decide "
            + "“nhận tệp”.")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard !suspect.replaced.isEmpty, !suspect.isNumberedCorrection, suspect.replacesIssued else { return nil }
        let highest = suspect.replaced.map(\.sequence).max() ?? 1
        return Bilingual(
            vi:
                "tháng đã phát hành, nhưng “Lần gửi” là \(suspect.reading.sequence), không cao hơn \(highest) của tệp sẽ bị thay",
            en:
                "the month was issued, and “Lần gửi” is \(suspect.reading.sequence), no higher than \(highest) of the file to be replaced"
        )
    }
}
