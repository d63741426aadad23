import Reporting
import Testing
import WordProcessing

@testable import Rendering

/// The report's document says what its text says, on the office's form.
struct LetterRendererTests {
    /// Lines of a text, those side by side in a letterhead apart; blanks do not count.
    private func lines(_ texts: [String]) -> [String] {
        texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// What stands in one and not in the other: everything of the letterhead and of the signature is found by its words.
    private func differences(_ document: Document, _ bytes: [UInt8]) throws -> [String] {
        let drawn = lines(try WordFile(bytes).document.paragraphs)
        let text = TextRenderer(.paste, language: .vi).text(document)
        let written = lines(text.split(separator: "\n").map(String.init))
        let whole = written.joined(separator: " ")
        return drawn.filter { !whole.contains($0) && !document.beside.contains($0) }
            + written.filter { line in
                !drawn.contains(line)
                    && !document.beside.reduce(line, { $0.replacing($1, with: "") }).allSatisfy(\.isWhitespace)
            }
    }

    @Test func `every sentence of the text stands in the document, and the other way round`() throws {
        let letter = SampleLetter.document()
        #expect(try differences(letter, SampleLetter.bytes(letter)) == [])
        // The control: one sentence less, and one more.
        let shorter = Document(letter.blocks.filter { $0 != .paragraph("[…]") }, passages: letter.passages)
        #expect(try differences(letter, SampleLetter.bytes(shorter)) != [])
        let longer = Document(letter.blocks + [.paragraph("Thừa.")], passages: letter.passages)
        #expect(try differences(letter, SampleLetter.bytes(longer)) == ["Thừa."])
    }

    @Test func `the same text gives the same bytes`() throws {
        #expect(try SampleLetter.bytes() == SampleLetter.bytes())
        #expect(try SampleLetter.bytes() != SampleLetter.bytes(SampleLetter.document(classes: "46 lớp")))
    }

    @Test func `styles are those of the form, and paragraphs set nothing themselves`() throws {
        let file = try WordFile(SampleLetter.bytes())
        let known = Set(try file.styles.values)
        let markup = file.document
        let used = markup.all("w:pStyle").compactMap { markup.attribute("w:val", of: $0) }
        #expect(used.count == markup.all("w:pPr").count)
        #expect(Set(used).subtracting(known) == [])
        for settings in ["w:jc", "w:ind", "w:spacing", "w:b", "w:sz", "w:rFonts"] as [StaticString] {
            #expect(markup.all(settings).isEmpty, "\(settings)")
        }
    }

    @Test func `a form's own styles, pages and words stay`() throws {
        let form = try SampleLetter.edited(LetterForm.usual) {
            $0.replacing("<w:sectPr>", with: "<w:p><w:r><w:t>Của cơ quan</w:t></w:r></w:p><w:sectPr>")
        }
        let texts = try WordFile(SampleLetter.bytes(form: form)).document.paragraphs
        #expect(texts.last == "Của cơ quan")
        #expect(texts.contains("BÁO CÁO"))
        #expect(!texts.contains { $0.contains("đứng ở đây") })
    }

    @Test func `a form without a place, or with two, or that is none, is refused`() throws {
        let none = try SampleLetter.edited(LetterForm.usual) { $0.replacing("van-ban", with: "khac") }
        #expect(throws: LetterForm.Fault.places(0)) { try LetterForm(none) }
        let two = try SampleLetter.edited(LetterForm.usual) { text in
            guard let start = text.firstRange(of: "<w:sdt>")?.lowerBound,
                let end = text.firstRange(of: "</w:sdt>")?.upperBound
            else { return text }
            return text.replacing("<w:sectPr>", with: text[start..<end] + "<w:sectPr>")
        }
        #expect(throws: LetterForm.Fault.places(2)) { try LetterForm(two) }
        #expect(throws: LetterForm.Fault.unreadable(.otherFile)) { try LetterForm(Array("mẫu".utf8)) }
    }

    @Test func `what a form lacks is named`() throws {
        #expect(try LetterForm(LetterForm.usual).missingStyles == [])
        let file = try WordFile(LetterForm.usual)
        let poor = try WordWriter.zip(
            file.parts.map { part in
                guard part.name == "word/styles.xml" else { return part }
                let text = String(decoding: part.bytes, as: UTF8.self).replacing("BC Mục I", with: "Khác")
                return WordFile.Part(name: part.name, bytes: Array(text.utf8))
            })
        #expect(try LetterForm(poor).missingStyles == ["BC Mục I"])
    }

    @Test func `the document says who made it, and when its data are of`() throws {
        let file = try WordFile(SampleLetter.bytes())
        let core = String(decoding: try #require(file.part("docProps/core.xml")), as: UTF8.self)
        #expect(core.contains("<dc:creator>Sở Mẫu</dc:creator>"))
        #expect(core.contains("<dc:title>Báo cáo</dc:title>"))
    }

    @Test func `what steers is marked`() throws {
        let letter = Document([.paragraph("một\u{202E}hai\u{1B}[31m")])
        #expect(try WordFile(SampleLetter.bytes(letter)).document.paragraphs.first == "một\u{FFFD}hai\u{FFFD}[31m")
    }
}

extension Document {
    /// What stands side by side.
    fileprivate var beside: [String] {
        var found: [String] = []
        for block in blocks {
            switch block {
            case .letterhead(let left, let right), .signature(let left, let right): found += left + right
            default: break
            }
        }
        return found
    }
}
