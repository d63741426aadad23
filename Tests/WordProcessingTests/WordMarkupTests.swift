import Testing
import WordProcessing

/// Elements are known by their places, and the rest stays byte for byte.
struct WordMarkupTests {
    private func markup(_ text: String) throws -> WordMarkup { try WordMarkup(Array(text.utf8), part: "p") }

    @Test func `attributes are read, whatever quotes and entities they have`() throws {
        let markup = try markup("<a><b x='1>2' y=\"&lt;&amp;&#7879;&#x1EC7;\" /><c/></a>")
        let element = try #require(markup.all("b").first)
        #expect(markup.attribute("x", of: element) == "1>2")
        #expect(markup.attribute("y", of: element) == "<&ệệ")
        #expect(markup.attribute("z", of: element) == nil)
        #expect(markup.elements.count == 3)
    }

    @Test func `comments, instructions and verbatim texts hold no element`() throws {
        let markup = try markup("<?xml version=\"1.0\"?><a><!-- <b> --><![CDATA[<b>]]><b/></a>")
        #expect(markup.all("b").count == 1)
        #expect(markup.all("a").count == 1)
    }

    @Test func `paragraphs say what they show, those in boxes for themselves`() throws {
        let markup = try markup(
            "<w:p><w:r><w:t>Một </w:t><w:tab/><w:t>hai</w:t></w:r><w:box><w:p><w:r><w:t>ba</w:t></w:r></w:p></w:box>"
                + "<w:r><w:t> bốn</w:t></w:r></w:p>")
        #expect(markup.paragraphs == ["Một \thai bốn", "ba"])
    }

    @Test func `exchanging leaves all else as it is`() throws {
        let text = "<a>\n <b>x</b>  <c z = '1'/>\r\n</a>"
        let markup = try markup(text)
        let element = markup.elements[try #require(markup.all("b").first)]
        let changed = markup.replacing([(element.inner, Array("y".utf8))])
        #expect(String(decoding: changed, as: UTF8.self) == text.replacing(">x<", with: ">y<"))
        #expect(markup.replacing([]) == Array(text.utf8))
        // What lies in something that goes, goes with it.
        let both = markup.replacing([(element.inner, Array("y".utf8)), (element.whole, [])])
        #expect(String(decoding: both, as: UTF8.self) == text.replacing("<b>x</b>", with: ""))
    }

    @Test func `a control shows another text in the type of its first run`() throws {
        let markup = try markup(
            "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"so|A\"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>4</w:t></w:r>"
                + "<w:r><w:t>5</w:t></w:r></w:sdtContent></w:sdt></w:p>")
        let control = try #require(markup.contentControls.first)
        #expect(markup.text(of: control) == "45")
        #expect(try #require(markup.edits(showing: "45", in: control)).isEmpty)
        let changed = try WordMarkup(
            markup.replacing(try #require(markup.edits(showing: "6 & 7", in: control))), part: "p")
        let after = try #require(changed.contentControls.first)
        #expect(changed.text(of: after) == "6 & 7")
        #expect(changed.runProperties(in: after.content) == "<w:rPr><w:b/></w:rPr>")
    }
}
