import Domain

/// A form that comes back has something written in it.
enum NothingFilledIn: FileRule {
    static let code = "nothing-filled-in"
    static let page = Bilingual(
        vi: """
            Biểu có các dòng xã, phường nhưng không có ô số liệu nào được điền: có thể biểu mẫu trống được gửi lại \
            nhầm. Ô trống không phải là số 0, nên tệp được giữ lại, chưa tính, cho đến khi có người quyết định. Gửi \
            biểu đã điền; nếu trong kỳ thật sự không phát sinh thì ghi một dòng “Không phát sinh” thay cho các dòng \
            trống. Cũng vậy khi biểu chỉ có dòng tổng: dòng tổng không được cộng vào số liệu; số không chia được theo \
            xã thì ghi ở dòng “Cấp tỉnh (không phân theo xã)”.
            """,
        en: """
            The form has rows of communes and not one filled cell of figures: an empty template may have been sent \
            back by mistake. An empty cell is no zero, so the file is held, not counted, until somebody decides. Send \
            the form filled in; if nothing occurred, write one line “Không phát sinh” in place of the empty rows. So it is \
            with a form of nothing but a total, which is never added: what cannot be told by commune is written in \
            the line “Cấp tỉnh (không phân theo xã)”.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, verdict.state == nil else { return }
        if rows.hasTotalAlone { verdict.say(Self.self) { findingOfTotal(in: file.path) } }
        guard rows.isEmptyForm else { return }
        verdict.say(Self.self) { finding(in: file.path, rows: rows.counter.rowsRead) }
    }

    static func findingOfTotal(in file: String) -> Finding {
        finding(
            .query, at: Position(file: file),
            Bilingual(
                vi: "biểu chỉ có dòng tổng, không có dòng nào của xã, phường",
                en: "the form has nothing but a total: no row of a commune"),
            remedy: Bilingual(
                vi:
                    "Ghi số của từng xã, phường; số không chia được theo xã thì ghi ở dòng “Cấp tỉnh (không phân theo xã)”.",
                en:
                    "Write each commune's figures; what cannot be told by commune goes into the line “Cấp tỉnh (không phân "
                    + "theo xã)”."),
            holds: true)
    }

    static func finding(in file: String, rows: Int) -> Finding {
        finding(
            .query, at: Position(file: file),
            Bilingual(
                vi: "biểu có \(rows) dòng nhưng không có ô số liệu nào được điền",
                en: "the form has rows (\(rows)) and not one filled cell of figures"),
            remedy: Bilingual(
                vi: "Gửi biểu đã điền; nếu không phát sinh, ghi một dòng “Không phát sinh”.",
                en: "Send it filled in; if nothing occurred, write one line “Không phát sinh”."),
            holds: true)
    }
}
