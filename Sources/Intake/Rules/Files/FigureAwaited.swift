import Domain

/// A figure that is still to come is written `...`.
enum FigureAwaited: FileRule {
    static let code = "figure-awaited"
    static let page = Bilingual(
        vi: """
            Ô ghi “đang cập nhật”, “chưa có”, “chưa có số liệu”, “chưa tổng hợp”… được đọc như “...”: có phát sinh nhưng \
            chưa thu thập được. Ô đó không phải là số 0 và số liệu của xã coi là chưa đủ. Khi có số liệu thì gửi lại \
            tệp, với Lần gửi tiếp theo.
            """,
        en: """
            A cell that says “đang cập nhật”, “chưa có”, “chưa có số liệu” or “chưa tổng hợp” is read as “...”: something \
            occurred and is not collected yet. It is not zero, and the commune's figures are incomplete. Send the file \
            again, with the next number of sending, once the figure is there.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let repairs = file.rows?.repairs, let first = repairs.first(.awaited) else { return }
        let words = repairs.spellings[.awaited, default: []].map(\.written.quoted).joined(separator: ", ")
        verdict.say(Self.self) { finding(at: first.position, value: first.written, words: words) }
    }

    static func finding(at position: Position, value: String, words: String) -> Finding {
        finding(
            .note, at: position, value: value,
            Bilingual(
                vi: "\(words) được đọc là “...” (chưa thu thập được), không phải là 0",
                en: "\(words) is read as “...” (not collected), not as zero"),
            expected: Bilingual(vi: "“...”", en: "“...”"),
            remedy: Bilingual(
                vi: "Khi có số liệu, gửi lại tệp với Lần gửi tiếp theo.",
                en: "Send the file again, with the next number of sending, once the figure is there."))
    }
}
