import Testing
import ZipPackage

struct XMLPartTests {
    /// Writes down what it is told.
    private final class Scribe: XMLVisitor {
        var lines: [String] = []
        func start(_ name: String, _ attributes: [String: String]) {
            let pairs = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
            lines.append("<\(name)\(pairs.joined())>")
        }
        func text(_ text: String) {
            if let last = lines.last, !last.hasPrefix("<") {
                lines[lines.count - 1] = last + text
            } else {
                lines.append(text)
            }
        }
        func end(_ name: String) { lines.append("</\(name)>") }
    }

    @Test func `elements, attributes and texts come in order`() throws {
        let scribe = Scribe()
        let xml = "<a:b x=\"1\" y=\"&lt;ữ&gt;\">số &amp; liệu<c/></a:b>"
        try XMLPart.read(Array(xml.utf8), part: "p.xml", scribe)
        #expect(scribe.lines == ["<a:b x=1 y=<ữ>>", "số & liệu", "<c>", "</c>", "</a:b>"])
    }

    @Test(arguments: [
        "", "<a>", "<a></b>", "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a x=1/>", "<a/><b/>", "<a>&unknown;</a>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
    ])
    func `what is not well-formed is refused`(xml: String) {
        #expect(throws: XMLError.self) { try XMLPart.check(Array(xml.utf8), part: "p.xml") }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: XMLError.self) { try XMLPart.check([60, 97, 62, 0xC3, 0x28, 60, 47, 97, 62], part: "p.xml") }
    }

    @Test func `the error says where`() {
        let error = #expect(throws: XMLError.self) {
            try XMLPart.check(Array("<a>\n  </b>".utf8), part: "xl/p.xml")
        }
        #expect(error?.part == "xl/p.xml")
        #expect(error?.line == 2)
        #expect(error?.column == 5)
    }

    @Test func `a part longer than a block is read whole`() throws {
        let scribe = Scribe()
        let row = "<r>năm 2026</r>"
        let xml = "<a>" + String(repeating: row, count: 150_000) + "</a>"
        try XMLPart.read(Array(xml.utf8), part: "p.xml", scribe)
        #expect(scribe.lines.count == 450_002)
        #expect(scribe.lines.filter { $0 == "năm 2026" }.count == 150_000)
    }
}
