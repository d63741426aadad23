import Domain
import Reporting
import WordProcessing

@testable import Rendering

/// A report's text made by hand, as an office has it.
enum SampleLetter {
    /// - Parameters:
    ///   - classes: A figure of the first sentence.
    ///   - hasIncidents: Whether the second sentence speaks of cases, or says that there were none.
    static func document(
        classes: String = "45 lớp", hasIncidents: Bool = true, draft: Bool = true, isMissing: Bool = false
    ) -> Document {
        let training = Passage.Sentence(
            id: "DT01",
            parts: [
                .words("Tổ chức "), .figure(.init(key: "DT01", text: classes)), .words(" cho "),
                .figure(.init(key: "DT02", text: "1.234 lượt người")), .words("."),
            ])
        let incidents = Passage.Sentence(
            id: "AN01",
            parts: hasIncidents
                ? [.words("Xảy ra "), .figure(.init(key: "AN01", text: "03 vụ")), .words(" <việc> & «việc».")]
                : [.words("Không xảy ra vụ nào.")])
        let steering = Passage.Sentence(
            id: "gui-bao-cao",
            parts: [.words("Đã nhận "), .figure(.init(key: "bao-cao-nhan", text: "37/39")), .words(" báo cáo.")])
        var passages = [Passage([.sentence(steering), .words(" […]")])]
        passages += [training, incidents].map { Passage([.sentence($0)]) }
        var blocks: [Document.Block] = [
            .letterhead(
                left: ["ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ MẪU", "Số: …/BC-SM"],
                right: [
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                    "Mẫu, ngày … tháng … năm 2026",
                ]),
            .title(["BÁO CÁO", "Kết quả công tác mẫu tháng 10 năm 2026"]),
        ]
        if draft {
            let line = Passage.Sentence(id: "du-thao", parts: [.words("DỰ THẢO – số liệu nhận đến ngày 17/10/2026")])
            passages.append(Passage([.sentence(line)]))
            blocks.append(.paragraph(line.text))
        }
        blocks += [
            .heading(1, "I. KẾT QUẢ THỰC HIỆN"), .heading(2, "1. Chỉ đạo"), .paragraph("\(steering.text) […]"),
            .heading(2, "2. Đào tạo"), .paragraph(training.text), .paragraph(incidents.text),
        ]
        if isMissing {
            let missing = Passage.Sentence(id: "con-thieu", parts: [.words("Còn thiếu 2/39 báo cáo.")])
            passages.append(Passage([.sentence(missing)]))
            blocks.append(.paragraph(missing.text))
        }
        blocks += [
            .heading(1, "II. KIẾN NGHỊ"), .paragraph("[…]"),
            .signature(left: ["Nơi nhận:", "- Như trên;", "- Lưu: VT."], right: ["GIÁM ĐỐC"]),
        ]
        return Document(blocks, passages: passages)
    }

    static let figures = [
        "DT01": "45 lớp", "DT02": "1.234 lượt người", "AN01": "03 vụ", "bao-cao-nhan": "37/39",
    ]

    static let renderer = LetterRenderer(language: .vi, title: "Báo cáo", author: "Sở Mẫu", asOf: SampleSet.asOf)

    static func bytes(_ document: Document = document(), form: [UInt8]? = nil) throws -> [UInt8] {
        try renderer.bytes(document, on: LetterPaper(form: form, wording: nil, figures: [:], titles: [:]))
    }

    /// The text part of a document.
    static func markup(_ bytes: [UInt8]) throws -> String {
        let file = try WordFile(bytes)
        return String(decoding: file.document.bytes, as: UTF8.self)
    }

    /// A document with another text part, as an officer saves it.
    static func edited(_ bytes: [UInt8], _ edit: (String) -> String) throws -> [UInt8] {
        let file = try WordFile(bytes)
        return try WordWriter.zip(
            file.parts.map { part in
                guard part.name == file.main else { return part }
                return WordFile.Part(
                    name: part.name, bytes: Array(edit(String(decoding: part.bytes, as: UTF8.self)).utf8))
            })
    }
}
