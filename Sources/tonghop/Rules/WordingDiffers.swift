import Domain
import Intake
import Rendering

/// What an officer wrote into a sentence of the program fits what the program would say now.
enum WordingDiffers: Rule {
    static let code = "wording-differs"
    static let page = Bilingual(
        vi: """
            Câu của chương trình mà cán bộ không sửa thì mỗi lần chạy được viết lại theo số liệu mới. Câu đã sửa thì giữ nguyên \
            chữ, chỉ thay số trong ô. Khi ý của câu thay đổi (chẳng hạn từ «không xảy ra vụ nào» thành có vụ, hoặc không còn \
            thiếu báo cáo), câu đã sửa có thể không còn đúng: xem câu chương trình nêu rồi sửa lại trong tệp lời văn. Câu đã \
            xóa thì không thêm lại; chương trình chỉ nhắc tên câu.
            """,
        en: """
            A sentence of the program that the officer left alone is put anew by every run. One that she changed keeps her \
            words, and only the figures in it change. Where what it says changes (no case becomes some, no report is missing \
            any more), her sentence may be true no more: look at what the program would say, and correct the wording. A \
            sentence that she deleted is not put back; it is only mentioned.
            """)

    private static let shownMax = 5

    static func findings(_ remarks: WordingRemarks, in file: String) -> [Finding] {
        var findings = remarks.outOfStep.prefix(shownMax).map { sentence in
            finding(
                .query, at: Position(file: file), value: beginning(sentence.written),
                Bilingual(
                    vi: "câu đã sửa “\(beginning(sentence.written))” có thể không còn đúng với số liệu",
                    en: "the changed sentence “\(beginning(sentence.written))” may not fit the figures any more"),
                expected: sentence.now.map { Bilingual(vi: $0, en: $0) }
                    ?? Bilingual(vi: "không còn câu này", en: "no such sentence"),
                remedy: Bilingual(
                    vi: "Đọc lại câu này trong tệp lời văn và sửa nếu cần.",
                    en: "Read the sentence in the wording again and correct it if need be."))
        }
        if !remarks.absent.isEmpty {
            let names = remarks.absent.prefix(shownMax).map { "«\(beginning($0))»" }.joined(separator: ", ")
            findings.append(
                finding(
                    .note, at: Position(file: file),
                    Bilingual(
                        vi: "lời văn không có \(remarks.absent.count) câu mà chương trình viết: \(names)",
                        en: "the wording lacks \(remarks.absent.count) sentences that the program would say: \(names)"),
                    remedy: Bilingual(
                        vi: "Nếu cần câu nào, chép từ bao-cao-….txt của dự thảo.",
                        en: "Copy what is wanted from the draft's bao-cao-….txt.")))
        }
        return findings
    }

    private static func beginning(_ text: String) -> String {
        text.count > 60 ? "\(text.prefix(60))…" : text
    }
}
