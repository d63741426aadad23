import Reporting
import Testing
import WordProcessing

@testable import Rendering

/// What an officer wrote stays word for word; only the program's own changes.
struct WordingMergeTests {
    private func paper(_ wording: [UInt8], _ figures: [String: String] = SampleLetter.figures) -> LetterPaper {
        LetterPaper(form: nil, wording: wording, figures: figures, titles: [:])
    }

    /// The text part of a copy with the figures of now.
    private func merged(
        _ copy: [UInt8], _ now: Document = SampleLetter.document(),
        _ figures: [String: String] = SampleLetter.figures
    ) throws -> (text: String, remarks: WordingRemarks) {
        let paper = paper(copy, figures)
        return (
            try SampleLetter.markup(SampleLetter.renderer.bytes(now, on: paper)),
            try #require(try SampleLetter.renderer.remarks(now, on: paper))
        )
    }

    /// What she wrote: a paragraph of her own, bold words around a figure, and a word behind a sentence.
    private func herCopy(_ base: [UInt8]? = nil) throws -> [UInt8] {
        try SampleLetter.edited(try base ?? SampleLetter.bytes()) { text in
            text.replacing(
                "<w:r><w:t xml:space=\"preserve\">Tổ chức </w:t></w:r>",
                with: "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Toàn ngành đã mở được </w:t></w:r>"
            ).replacing(
                "<w:r><w:t xml:space=\"preserve\">[…]</w:t></w:r>",
                with: "<w:r><w:rPr><w:i/></w:rPr><w:t>Đề nghị cấp thêm kinh phí.</w:t></w:r>"
            ).replacing(" […]</w:t>", with: " Riêng tháng này gửi sớm.</w:t>")
        }
    }

    @Test func `nothing new leaves every byte of her text`() throws {
        let copy = try herCopy()
        let (text, remarks) = try merged(copy)
        #expect(text == (try SampleLetter.markup(copy)))
        #expect(remarks == WordingRemarks())
    }

    @Test func `after a correction only figures differ`() throws {
        let copy = try herCopy()
        var figures = SampleLetter.figures
        figures["DT01"] = "46 lớp"
        let (text, remarks) = try merged(copy, SampleLetter.document(classes: "46 lớp"), figures)
        #expect(text == (try SampleLetter.markup(copy)).replacing("45 lớp", with: "46 lớp"))
        #expect(text.contains("Toàn ngành đã mở được "))
        #expect(remarks == WordingRemarks())
    }

    @Test func `the control: a text made again would lose her words`() throws {
        let fresh = try SampleLetter.markup(SampleLetter.bytes(SampleLetter.document(classes: "46 lớp")))
        #expect(!fresh.contains("Toàn ngành đã mở được "))
    }

    @Test func `a sentence that she left alone is put anew where it says another thing`() throws {
        let (text, remarks) = try merged(try herCopy(), SampleLetter.document(hasIncidents: false))
        #expect(text.contains("Không xảy ra vụ nào."))
        #expect(!text.contains("Xảy ra "))
        #expect(remarks == WordingRemarks())
        // Its mark is of the new sentence, so that the next time it is known as untouched again.
        let next = try SampleLetter.edited(try herCopy()) { _ in text }
        #expect(try merged(next).text.contains("03 vụ"))
    }

    @Test func `a sentence that she changed stays, and she is told`() throws {
        let copy = try SampleLetter.edited(try SampleLetter.bytes()) {
            $0.replacing("Xảy ra ", with: "Đáng chú ý, xảy ra ")
        }
        #expect(try merged(copy).remarks == WordingRemarks())
        let (text, remarks) = try merged(copy, SampleLetter.document(hasIncidents: false), ["AN01": "00 vụ"])
        #expect(text.contains("Đáng chú ý, xảy ra "))
        #expect(text.contains("00 vụ"))
        #expect(
            remarks.outOfStep == [
                .init(written: "Đáng chú ý, xảy ra 03 vụ <việc> & «việc».", now: "Không xảy ra vụ nào.")
            ])
    }

    @Test func `what she deleted stays away, and what is new is mentioned`() throws {
        let whole = try SampleLetter.markup(SampleLetter.bytes())
        let file = try WordFile(SampleLetter.bytes()).document
        let control = try #require(file.contentControls.first { $0.tag.hasPrefix("cau|AN01|") })
        let sentence = String(decoding: file.bytes[file.elements[control.index].whole], as: UTF8.self)
        let copy = try SampleLetter.edited(SampleLetter.bytes()) { $0.replacing(sentence, with: "") }
        let (text, remarks) = try merged(copy, SampleLetter.document(isMissing: true))
        #expect(!text.contains("Xảy ra"))
        #expect(whole.contains("Xảy ra"))
        #expect(remarks.absent == ["Xảy ra 03 vụ <việc> & «việc»."])
        #expect(remarks.unsaid == ["Còn thiếu 2/39 báo cáo."])
    }

    @Test func `a line that the set has no more goes with its paragraph`() throws {
        let edition = try merged(try herCopy(), SampleLetter.document(draft: false)).text
        #expect(!edition.contains("DỰ THẢO"))
        let count = { (text: String) in text.split(separator: "<w:p>").count }
        #expect(count(edition) == count(try SampleLetter.markup(try herCopy())) - 1)
    }

    @Test func `what vouches for an edition stands at its end, once`() throws {
        let letter = SampleLetter.document(draft: false)
        let edition = Document(
            [.title(["LƯU HÀNH NỘI BỘ"])] + letter.blocks + [.paragraph("Mã đối chiếu: 1234")],
            passages: letter.passages)
        let first = try merged(try herCopy(), edition).text
        #expect(first.contains("Mã đối chiếu: 1234") && first.contains("LƯU HÀNH NỘI BỘ"))
        // A copy of that edition as the wording of the next draft.
        let copy = try SampleLetter.edited(try herCopy()) { _ in first }
        let draft = try merged(copy).text
        #expect(!draft.contains("Mã đối chiếu") && !draft.contains("LƯU HÀNH"))
        #expect(try merged(copy, edition).text == first)
    }

    @Test func `unknown and doubled places are remarked on`() throws {
        let copy = try SampleLetter.edited(try SampleLetter.bytes()) { text in
            let paragraph = text.split(separator: "<w:p>").first { $0.contains("cau|DT01|") }.map { "<w:p>" + $0 } ?? ""
            return text.replacing(paragraph, with: paragraph + paragraph).replacing("so|AN01", with: "so|AN99")
        }
        let remarks = try merged(copy).remarks
        #expect(remarks.unknown == ["AN99"])
        #expect(remarks.doubled == ["DT01"])
    }

    @Test func `without their tags, as LibreOffice saves, figures are known by their titles, and she is told`() throws {
        let titles = ["DT01": "Số lớp", "DT02": "Số lượt người", "AN01": "Số vụ", "bao-cao-nhan": "Báo cáo đã nhận"]
        let letter = SampleLetter.document()
        let base = try SampleLetter.renderer.bytes(
            letter, on: LetterPaper(form: nil, wording: nil, figures: [:], titles: titles))
        let saved = try SampleLetter.edited(base) { $0.replacing(/<w:tag [^>]*>/, with: "") }
        var figures = SampleLetter.figures
        figures["DT01"] = "46 lớp"
        let paper = LetterPaper(form: nil, wording: saved, figures: figures, titles: titles)
        let text = try SampleLetter.markup(SampleLetter.renderer.bytes(letter, on: paper))
        #expect(text == (try SampleLetter.markup(saved)).replacing("45 lớp", with: "46 lớp"))
        let remarks = try #require(try SampleLetter.renderer.remarks(letter, on: paper))
        #expect(remarks.hasLostNames && !remarks.hasNoFigures)
    }

    @Test func `a text of her own, without a figure of the program, is remarked on`() throws {
        let own = try SampleLetter.edited(SampleLetter.bytes()) { text in
            guard let start = text.firstRange(of: "<w:body>")?.upperBound,
                let end = text.firstRange(of: "<w:sectPr>")?.lowerBound
            else { return text }
            return text[..<start] + "<w:p><w:r><w:t>Của tôi.</w:t></w:r></w:p>" + text[end...]
        }
        let (text, remarks) = try merged(own)
        #expect(text == (try SampleLetter.markup(own)))
        #expect(remarks.hasNoFigures && remarks.absent.isEmpty)
    }

    @Test func `an empty document takes her words back`() throws {
        let empty = try SampleLetter.edited(SampleLetter.bytes()) { text in
            guard let start = text.firstRange(of: "<w:body>")?.upperBound,
                let end = text.firstRange(of: "<w:sectPr>")?.lowerBound
            else { return text }
            return text[..<start] + "<w:p/>" + text[end...]
        }
        #expect(try SampleLetter.renderer.bytes(SampleLetter.document(), on: paper(empty)) == SampleLetter.bytes())
        #expect(try SampleLetter.renderer.remarks(SampleLetter.document(), on: paper(empty)) == nil)
    }

    @Test func `nobody's name is taken over from how a file was saved`() throws {
        let file = try WordFile(try herCopy())
        let saved = try WordWriter.zip(
            file.parts.map { part in
                part.name != "docProps/core.xml"
                    ? part : WordWriter.properties(title: "x", author: "Lò Văn Mẫu", time: "2026-10-01T00:00:00Z")
            })
        let drawn = try WordFile(SampleLetter.renderer.bytes(SampleLetter.document(), on: paper(saved)))
        let core = String(decoding: try #require(drawn.part("docProps/core.xml")), as: UTF8.self)
        #expect(!core.contains("Lò Văn Mẫu") && core.contains("Sở Mẫu"))
    }

    @Test func `a sentence that was put into another is put anew, and what is around it stays`() throws {
        let file = try WordFile(SampleLetter.bytes()).document
        let control = try #require(file.contentControls.first { $0.tag.hasPrefix("cau|AN01|") })
        let sentence = String(decoding: file.bytes[file.elements[control.index].whole], as: UTF8.self)
        let copy = try SampleLetter.edited(SampleLetter.bytes()) { text in
            text.replacing(
                sentence,
                with: "<w:sdt><w:sdtPr><w:tag w:val=\"cau|khac|00000000\"/></w:sdtPr><w:sdtContent>"
                    + "<w:r><w:t>Nhận xét: </w:t></w:r>\(sentence)</w:sdtContent></w:sdt>")
        }
        let (text, remarks) = try merged(copy, SampleLetter.document(hasIncidents: false))
        #expect(text.contains("Nhận xét: ") && text.contains("Không xảy ra vụ nào.") && !text.contains("Xảy ra"))
        #expect(remarks.outOfStep.map(\.now) == [nil])
    }
}
