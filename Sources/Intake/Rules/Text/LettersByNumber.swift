import DelimitedText
import Domain

/// Letters stand in the file as letters.
enum LettersByNumber: FileRule {
    static let code = "letters-by-number"
    static let page = Bilingual(
        vi: """
            Chữ có dấu trong tệp không phải là chữ mà là mã do phần mềm ghi: “Ti&ecirc;n” của trang web, “Ti\\u00ean” của phần \
            mềm, “Ti=C3=AAn” của thư điện tử, “Ti%C3%AAn” của địa chỉ web, “Ti+AOo-n” là UTF-7. Dấu chấm phẩy trong mã còn làm \
            lệch cột, nên tệp không được tính. Gửi chính tệp Excel gốc, hoặc xuất lại từ phần mềm dạng CSV UTF-8.
            """,
        en: """
            Letters with diacritics stand in the file by codes of programs: “Ti&ecirc;n” of web pages, “Ti\\u00ean” of JSON, \
            “Ti=C3=AAn” of mails, “Ti%C3%AAn” of web addresses, “Ti+AOo-n” of UTF-7. The semicolons of such codes move cells, too, so \
            nothing of the file counts. Send the original workbook, or export it again as CSV UTF-8.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        let delimiter = String(UnicodeScalar(file.document.dialect.delimiter))
        guard !file.document.dialect.isOfSheet,
            let found = DelimitedText.LettersByNumber(
                file.head.rows.map { $0.fields.joined(separator: delimiter) }.joined(separator: "\n"))
        else { return }
        verdict.refuse(Self.self) { finding(in: file.path, found.manner, written: found.written) }
        verdict.end()
    }

    static func finding(
        in file: String, _ manner: DelimitedText.LettersByNumber.Manner, written: String
    ) -> Finding {
        let name = name(of: manner)
        return finding(
            .error, at: Position(file: file), value: written,
            Bilingual(
                vi: "chữ có dấu được ghi bằng \(name.vi), ví dụ \(written.quoted)",
                en: "letters are written as \(name.en), such as \(written.quoted)"),
            expected: Bilingual(vi: "chữ Việt đủ dấu", en: "Vietnamese letters"),
            remedy: Bilingual(
                vi: "Gửi chính tệp Excel gốc, hoặc xuất lại từ phần mềm dạng CSV UTF-8.",
                en: "Send the original workbook, or export it again as CSV UTF-8."))
    }

    private static func name(of manner: DelimitedText.LettersByNumber.Manner) -> Bilingual {
        switch manner {
        case .entities: Bilingual(vi: "mã của trang web (HTML)", en: "codes of web pages (HTML)")
        case .escapes: Bilingual(vi: "mã \\u của phần mềm (JSON)", en: "\\u codes of programs (JSON)")
        case .quotedPrintable:
            Bilingual(vi: "mã của thư điện tử (quoted-printable)", en: "codes of mails (quoted-printable)")
        case .percent: Bilingual(vi: "mã của địa chỉ web (%)", en: "codes of web addresses (%)")
        case .utf7: Bilingual(vi: "mã UTF-7", en: "codes of UTF-7")
        }
    }
}
