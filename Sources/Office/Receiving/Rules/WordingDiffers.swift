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
            xóa thì không thêm lại; chương trình chỉ nhắc, và hỏi khi câu ấy nói số liệu còn sơ bộ hoặc đã điều chỉnh.
            """,
        en: """
            A sentence of the program that the officer left alone is put anew by every run. One that she changed keeps her \
            words, and only the figures in it change. Where what it says changes (no case becomes some, no report is missing \
            any more), her sentence may be true no more: look at what the program would say, and correct the wording. A \
            sentence that she deleted is not put back; it is only mentioned, and asked about where it \
            says that figures are provisional.
            """)

    private static let shownMax = 5

    static func findings(_ remarks: WordingRemarks, in file: String) -> [Finding] {
        var findings = remarks.outOfStep.prefix(shownMax).map { sentence in
            finding(
                .query, at: Position(file: file), value: beginning(sentence.written),
                outOfStep(sentence),
                remedy: Bilingual(
                    vi: "Đọc lại câu này trong tệp lời văn và sửa nếu cần.",
                    en: "Read the sentence in the wording again and correct it if need be."))
        }
        findings += remarks.unsaid.prefix(shownMax).map { text in
            finding(
                .query, at: Position(file: file), value: beginning(text),
                Bilingual(
                    vi: "lời văn không nói: “\(beginning(text))”, trong khi số liệu bên cạnh như vậy",
                    en: "the wording does not say “\(beginning(text))”, and the figures in it are so"),
                remedy: Bilingual(
                    vi: "Chép câu này từ bao-cao-….txt của dự thảo vào lời văn.",
                    en: "Copy the sentence from the draft's bao-cao-….txt into the wording."))
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

    private static func outOfStep(_ sentence: WordingRemarks.Sentence) -> Bilingual {
        let written = beginning(sentence.written)
        guard let now = sentence.now.map({ beginning($0, 200) }) else {
            return Bilingual(
                vi: "câu đã sửa “\(written)” có thể không còn đúng: chương trình không còn câu này",
                en: "the changed sentence “\(written)” may be true no more: the program would not say it now")
        }
        return Bilingual(
            vi: "câu đã sửa “\(written)” có thể không còn đúng; nay chương trình viết: “\(now)”",
            en: "the changed sentence “\(written)” may be true no more; the program would say now: “\(now)”")
    }

    private static func beginning(_ text: String, _ most: Int = 60) -> String {
        text.count > most ? "\(text.prefix(most))…" : text
    }
}
