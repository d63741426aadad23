import Domain

/// A supplement stands on a file that has the other rows.
enum NothingToSupplement: Rule {
    static let code = "nothing-to-supplement"
    static let page = Bilingual(
        vi:
            "Tệp ghi là bản bổ sung (chỉ các dòng thay đổi), nhưng chưa có tệp nào của đơn vị, biểu và kỳ này được tính để bổ sung vào: chưa "
            + "gửi, đang giữ lại hoặc đã rút. Riêng các dòng thay đổi chưa phải là báo cáo, nên tệp chưa được tính; khi có tệp đầy đủ "
            + "với «Lần gửi» thấp hơn, tệp được tính ngay, không phải gửi lại. Nếu tệp đã đủ các dòng, bỏ dòng «Bổ sung» rồi gửi lại.",
        en:
            "The file says that it is a supplement, with only the rows that changed, but no file of its department, form and period counts "
            + "that it could supplement: none was sent, or it is held or withdrawn. Rows that changed are not the report, so the file is "
            + "not counted; once there is a whole file with a lower «Lần gửi» it counts without being sent again. If it has all rows, "
            + "take out the line «Bổ sung» and send it again.")

    /// Supplements with nothing below them, whose place no later file has taken.
    static func orphans(
        among live: some Sequence<Contender>, standing: [Contender], tied: [String]
    ) -> [Contender] {
        let full = standing.filter { !$0.isSupplement }
        return live.filter { contender in
            contender.isSupplement && !tied.contains(contender.reading.receipt.path)
                && !full.contains { $0.reading.part.isEmpty || $0.precedence <= contender.precedence }
        }
    }

    /// - Parameter isHeld: Whether there is a file to supplement, which is held.
    static func finding(_ reading: Reading, isHeld: Bool) -> Finding {
        let why =
            isHeld
            ? Bilingual(
                vi: "tệp đầy đủ đang giữ lại, chờ quyết định", en: "the whole file is held, waiting for a decision")
            : Bilingual(vi: "chưa có tệp đầy đủ nào được tính", en: "no whole file counts")
        return finding(
            .error, at: Position(file: reading.receipt.path),
            Bilingual(
                vi: "bản bổ sung không có gì để bổ sung vào: \(why.vi)",
                en: "the supplement has nothing to supplement: \(why.en)"),
            remedy: Bilingual(
                vi: "Gửi tệp đầy đủ của biểu này; nếu chính tệp này đã đủ các dòng thì bỏ dòng «Bổ sung» rồi gửi lại.",
                en: "Send the whole form; if this file has all its rows, take out the line «Bổ sung» and send it again."
            ))
    }
}

extension Reading {
    /// Whether it was found to have nothing to stand on.
    var supplementsNothing: Bool { isSupplement && findings.contains { $0.rule == NothingToSupplement.name } }
}
