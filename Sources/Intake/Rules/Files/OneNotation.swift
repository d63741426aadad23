import Domain

/// Points and commas mean the same throughout a file.
enum OneNotation: FileRule {
    static let code = "number-style"
    static let page = Bilingual(
        vi: """
            Trong cùng một tệp có số viết kiểu 1.234,5 (dấu chấm ngăn hàng nghìn) và số viết kiểu 1,234.5, nên \
            “1.500” có thể là một nghìn năm trăm hoặc một phẩy năm. Chương trình không đoán. Thường do ghép số liệu \
            từ hai máy có thiết lập vùng khác nhau; thống nhất một kiểu, tốt nhất là ghi số nguyên không có dấu \
            ngăn.
            """,
        en: """
            The file has numbers written 1.234,5 and numbers written 1,234.5, so “1.500” may be fifteen hundred or \
            one and a half. Nothing is guessed. Often figures from two computers were put together; use one style, \
            best of all none.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let comma = file.survey?.notations[.commaDecimal], let point = file.survey?.notations[.pointDecimal]
        else {
            return
        }
        verdict.refuse(Self.self) { finding(file.position(comma), comma.text, file.position(point), point.text) }
    }

    static func finding(_ comma: Position, _ commaText: String, _ point: Position, _ pointText: String) -> Finding {
        finding(
            .error, at: max(comma, point), value: comma < point ? pointText : commaText,
            .both(comma, commaText, point, pointText),
            expected: Bilingual(
                vi: "một kiểu viết số cho cả tệp", en: "one way to write numbers throughout the file"),
            remedy: Bilingual(
                vi: "Thống nhất một kiểu viết số (1.234,5), lưu lại và gửi lại.",
                en: "Write all numbers in one way and send the file again."))
    }
}

extension Bilingual {
    fileprivate static func both(
        _ comma: Position, _ commaText: String, _ point: Position, _ pointText: String
    ) -> Self {
        func place(_ position: Position) -> String { "\(position.columnLetters ?? "")\(position.row)" }
        return Self(
            vi: "hai kiểu viết số trong một tệp: \(commaText.quoted) (ô \(place(comma))) theo kiểu 1.234,5, còn "
                + "\(pointText.quoted) (ô \(place(point))) theo kiểu 1,234.5",
            en: "two ways to write numbers in one file: \(commaText.quoted) (cell \(place(comma))) as in 1.234,5, but "
                + "\(pointText.quoted) (cell \(place(point))) as in 1,234.5")
    }
}
