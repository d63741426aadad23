import Domain
import Intake
import Rendering

/// The places of a report's text are known, each once, and nobody still proposes changes.
enum WordingPlaces: Rule {
    static let code = "wording-places"
    static let page = Bilingual(
        vi: """
            Trong tệp lời văn, số liệu đứng trong các ô có tên; mỗi lần chạy chương trình thay số trong ô và giữ nguyên mọi chữ \
            khác. Ô có tên lạ thì số trong đó không được cập nhật: xóa ô, hoặc chép lại ô đúng từ bản dự thảo. Một câu của chương \
            trình chép thành hai chỗ thì chỉ câu đầu được viết lại khi ý của câu thay đổi. Còn thay đổi đang theo dõi (Track \
            Changes) hoặc ghi chú thì báo cáo cũng còn: chấp nhận hoặc từ chối hết trước khi trình. LibreOffice khi lưu làm mất tên \
            các câu: số trong ô vẫn được thay, câu đổi ý không được viết lại; nên sửa bằng Word.
            """,
        en: """
            In a wording the figures stand in named controls; each run puts the figure of now there and keeps all other words. \
            Under an unknown name a figure is not brought up to date: take the control away, or copy the right one from the \
            draft. Of a sentence of the program that stands there twice, the first alone is put anew when what it says \
            changes. Tracked changes and comments stay in the report: accept or reject them before it goes out. LibreOffice takes the sentences' names away \
            when it saves: figures are still exchanged, words are not put anew; so use Word.
            """)

    static func findings(_ remarks: WordingRemarks, in file: String) -> [Finding] {
        var findings = unique(remarks.unknown).map { key in
            finding(
                .query, at: Position(file: file), value: key,
                Bilingual(
                    vi: "ô số liệu “\(key)” không có trong báo cáo; số trong ô không được cập nhật",
                    en: "no report has a figure “\(key)”; what stands there is not brought up to date"),
                remedy: Bilingual(
                    vi: "Xóa ô này, hoặc chép ô đúng từ bản dự thảo.",
                    en: "Take the control away, or copy the right one from the draft."))
        }
        findings += unique(remarks.doubled).map { id in
            finding(
                .query, at: Position(file: file), value: id,
                Bilingual(
                    vi: "câu “\(id)” của chương trình có ở hai chỗ; chỉ câu đầu được viết lại khi cần",
                    en: "the program's sentence “\(id)” stands there twice; the first alone is put anew"),
                remedy: Bilingual(vi: "Xóa một trong hai.", en: "Delete one of them."))
        }
        if remarks.hasNoFigures || remarks.hasLostNames { findings.append(lostNames(remarks, in: file)) }
        if remarks.isUnderReview {
            findings.append(
                finding(
                    .query, at: Position(file: file),
                    Bilingual(
                        vi: "còn thay đổi đang theo dõi hoặc ghi chú; báo cáo cũng còn",
                        en: "changes are tracked or commented on, and so they are in the report"),
                    remedy: Bilingual(
                        vi: "Chấp nhận hoặc từ chối hết, xóa ghi chú rồi lưu lại.",
                        en: "Accept or reject them all, delete the comments and save.")))
        }
        return findings
    }

    private static func lostNames(_ remarks: WordingRemarks, in file: String) -> Finding {
        finding(
            .query, at: Position(file: file),
            remarks.hasNoFigures
                ? Bilingual(
                    vi: "không còn ô số liệu nào có tên; số trong văn bản không được cập nhật",
                    en: "no figure is in a named control any more; none of them is brought up to date")
                : Bilingual(
                    vi: "các câu của chương trình không còn tên; số trong ô vẫn được thay, còn chữ không được viết lại",
                    en: "the program's sentences have no name any more; figures are exchanged, words are not put anew"),
            remedy: Bilingual(
                vi: "Chép lại lời văn vào một bản dự thảo mới và lưu bằng Word.",
                en: "Copy the words into a new draft and save it with Word."))
    }

    private static func unique(_ names: [String]) -> [String] { Array(Set(names)).sorted() }
}
