import DelimitedText
import Domain

/// A file has something in it.
enum EmptyFile: FileRule {
    static let code = "empty-file"
    static let page = Bilingual(
        vi: """
            Tệp không có nội dung nào ngoài khoảng trắng và dấu phân cách. Một tệp rỗng không phải là báo cáo “không \
            phát sinh”. Nếu trong kỳ không phát sinh, đề nghị gửi biểu có dòng tiêu đề và dòng “Không phát sinh”.
            """,
        en: """
            The file holds nothing but blanks and delimiters. An empty file is not a nil report. If nothing occurred \
            in the period, send the form with its header and the line “Không phát sinh”.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .empty {
            verdict.refuse(Self.self) { finding(in: file.path) }
            verdict.end()
        }
    }

    static func finding(in file: String) -> Finding {
        finding(
            .error, at: Position(file: file), Bilingual(vi: "tệp rỗng", en: "the file is empty"),
            remedy: Bilingual(
                vi: "Gửi lại tệp có số liệu; nếu không phát sinh, ghi “Không phát sinh” dưới dòng tiêu đề.",
                en: "Send the file with its figures; if nothing occurred, write “Không phát sinh” under the header."))
    }
}
