import Domain

/// The header has as many cells as the rows under it.
enum HeaderLength: FileRule {
    static let code = "header-length"
    static let page = Bilingual(
        vi: """
            Mọi dòng đều dài hơn dòng tiêu đề, và phần dài hơn để trống. Có thể các dòng chỉ thừa dấu ngăn cột ở cuối, \
            nhưng cũng có thể dòng tiêu đề mất một dấu ngăn cột, hai tên cột dính vào nhau, và mọi số ở bên phải chỗ đó \
            đang nằm dưới tên của cột khác. Kiểm tra tên các cột; thêm dấu ngăn cột còn thiếu vào dòng tiêu đề, hoặc bỏ \
            các dấu thừa ở cuối dòng, rồi lưu lại.
            """,
        en: """
            Every row is longer than the header, and what is longer is empty. The rows may merely end in delimiters too \
            many; but the header may have lost one, two names of columns run together, and every value to the right of \
            it stands under the name of another column. Look at the names: add the delimiter to the header, or take \
            the ones too many from the ends of the rows, and save the file.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, let shape = file.shape, let survey = file.survey, survey.isHeaderShort
        else {
            return
        }
        verdict.say(Self.self) {
            finding(at: file.position(header, nil), cells: shape.headerFields, rows: survey.width)
        }
    }

    static func finding(at position: Position, cells: Int, rows: Int) -> Finding {
        finding(
            .query, at: position, value: "\(cells)", .short(cells, rows),
            expected: Bilingual(vi: "\(rows) ô", en: "\(rows) cells"),
            remedy: Bilingual(
                vi: "Kiểm tra tên các cột; thêm dấu ngăn cột vào dòng tiêu đề hoặc bỏ dấu thừa ở cuối các dòng.",
                en: "Check the names of the columns; add the delimiter to the header, or take it from the rows' ends."))
    }
}

extension Bilingual {
    fileprivate static func short(_ cells: Int, _ rows: Int) -> Self {
        Self(
            vi:
                "tiêu đề có \(cells) ô, mọi dòng bên dưới có \(rows) ô, phần cuối để trống: có thể tiêu đề mất dấu ngăn "
                + "cột",
            en: "the header has \(cells) cells, every row under it \(rows), empty at the end: it may have lost a "
                + "delimiter")
    }
}
