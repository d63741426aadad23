import CatalogueReading
import Domain
import Intake
import Rendering

/// The office's form for the report's text is a document with a place for the text.
enum UnusableLetterForm: Rule {
    static let code = "bad-letter-form"
    static let page = Bilingual(
        vi: """
            Mẫu văn bản catalogue/mau/bao-cao.docx phải là tệp .docx thường, có đúng một chỗ mang thẻ (tag) “van-ban”: nội dung \
            báo cáo được đặt vào đó, còn trang, lề, đầu trang, kiểu chữ lấy từ mẫu. Đoạn văn dùng các kiểu chữ tên bắt đầu bằng \
            “BC ”; kiểu nào mẫu không có thì đoạn ấy theo kiểu thường. Không có tệp mẫu thì dùng mẫu có sẵn theo Nghị định \
            30/2020/NĐ-CP.
            """,
        en: """
            The form catalogue/mau/bao-cao.docx is a plain .docx with exactly one control of the tag “van-ban”: the report's text \
            takes its place, and pages, margins, headers and styles are the form's. Paragraphs use styles whose names begin \
            with “BC ”; where the form lacks one, they look like any other. Without a form the usual one is used, which follows \
            Decree 30/2020/NĐ-CP.
            """)

    static func findings(_ files: [SourceFile]) -> [Finding] {
        guard let file = files.first(where: { $0.path == "catalogue/\(CatalogueReader.letterForm)" }) else { return [] }
        let place = Position(file: file.path)
        do throws(LetterForm.Fault) {
            let missing = try LetterForm(file.bytes).missingStyles
            guard !missing.isEmpty else { return [] }
            let names = missing.map { "“\($0)”" }.joined(separator: ", ")
            return [
                finding(
                    .query, at: place,
                    Bilingual(
                        vi: "mẫu không có kiểu chữ \(names); các đoạn ấy theo kiểu thường",
                        en: "the form lacks the styles \(names); such paragraphs look like any other"),
                    remedy: Bilingual(
                        vi: "Thêm các kiểu chữ này vào mẫu.", en: "Add these styles to the form."))
            ]
        } catch {
            return [
                finding(
                    .error, at: place, error.words,
                    remedy: Bilingual(
                        vi: "Sửa mẫu bằng Word, hoặc bỏ tệp này để dùng mẫu có sẵn.",
                        en: "Mend the form in Word, or take it away to use the usual one."))
            ]
        }
    }
}

extension LetterForm.Fault {
    fileprivate var words: Bilingual {
        switch self {
        case .unreadable(let fault):
            Bilingual(vi: "mẫu báo cáo: \(fault.words.vi)", en: "the report's form: \(fault.words.en)")
        case .places(let count):
            Bilingual(
                vi: "mẫu có \(count) chỗ mang thẻ “\(LetterForm.place)”, cần đúng một",
                en: "the form has \(count) places of the tag “\(LetterForm.place)”, and needs one")
        }
    }
}
