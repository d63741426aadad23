import TestSupport
import Testing

@testable import ZipPackage

/// Plain parts are read without Expat, and tell what Expat tells.
struct PlainXMLTests {
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    /// All that a part says, or what is wrong with it.
    private func told(_ text: String, plainly: Bool) -> [String] { told(Array(text.utf8), plainly: plainly) }

    private func told(_ bytes: [UInt8], plainly: Bool) -> [String] {
        var told: [String] = []
        do {
            var scan = try XMLScan(bytes, part: "a.xml", plainly: plainly)
            while true {
                switch try scan.next() {
                case .start:
                    let values = (0..<scan.attributeCount).map { place in
                        let (letter, value) = scan.attribute(at: place)
                        return "\(letter)=\(scan.string(of: value))"
                    }
                    told.append("<\(scan.nameText) \(values) \(scan.attributes.sorted { $0.key < $1.key })")
                case .text: told.append("“\(scan.string(of: scan.text))”")
                case .end: told.append(">\(scan.nameText)")
                case .finish: return told
                }
            }
        } catch {
            return ["\(error)"]
        }
    }

    @Test(arguments: [
        "<a/>", "<a></a>\n", "<a b=\"1\" c:d=\"x y\"><b>chữ Việt ệ 😀</b>]] ></a>", "<a>1 &lt; 2 &amp;&amp; 3</a>",
        "<a b=\"&quot;x&quot;]]>\">a ]] b</a>", "<a >x\n\ty</a>", "<a\n b=\"1\"/>", "<a b='1'/>", "<a b=\"1\nx\"/>",
        "<a><!-- c --><b/></a>", "<a><![CDATA[<x>]]></a>", "<a>&#65;&#x1EC7;</a>", "<a>\r\n</a>", "<a><?x y?></a>",
        "<a b=\"1\"  />",
        "<!DOCTYPE a><a/>", "<a>x", "<a></b>", "<a/><b/>", "x<a/>", "<a/>x", "<a b=\"1\" b=\"2\"/>", "<a>]]></a>",
        "<a>&b;</a>",
        "<a b=\"<\"/>", "<a b=1/>", "<1/>", "<a", "<a b=\"1", "", "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a>\u{7F}</a>",
        "<a / >", "</a>",
    ])
    func `what is plain, what is not and what is wrong comes to what Expat says`(_ body: String) {
        #expect(told(Self.head + body, plainly: true) == told(Self.head + body, plainly: false))
        #expect(told(body, plainly: true) == told(body, plainly: false))
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE1, 0xBB], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80],
            [0xF0, 0x9F, 0x98, 0x80],
            [0xE1, 0xBB, 0x87], [0xEF, 0xBF, 0xBF], [0xEF, 0xBF, 0xBD],
        ] as [[UInt8]])
    func `bytes that are no text are refused as Expat refuses them`(_ bytes: [UInt8]) {
        let part = Array((Self.head + "<a>").utf8) + bytes + Array("</a>".utf8)
        #expect(told(part, plainly: true) == told(part, plainly: false))
    }

    @Test func `a part of many rows with faults anywhere comes to what Expat says`() {
        var generator = SeededGenerator(seed: 71)
        let pieces = [
            "1", "x y", "&amp;", "ệ", "]]", "<!-- -->", "<b/>", "<b>", "</b>", "&#10;", "\r", "\"", "<c d=\"&lt;\"/>",
            "<![CDATA[a]]>",
        ]
        var plain = 0
        for round in 0..<60 {
            // As many as are handed over in several pieces.
            let rows = round < 4 ? 6_000 : 5
            let body = (0..<rows).map { "<row r=\"\($0)\"><c t=\"s\"><v>\($0)</v></c></row>" }
            var text = Self.head + "<s><d>" + body.joined() + "</d></s>"
            if round % 3 != 0 {
                let at = text.utf8.index(
                    text.utf8.startIndex,
                    offsetBy: Int.random(in: Self.head.utf8.count..<text.utf8.count, using: &generator))
                text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: at)
            }
            let (own, other) = (told(text, plainly: true), told(text, plainly: false))
            #expect(own == other, "\(round)")
            if own.count > 1 { plain += 1 }
        }
        #expect(plain > 25 && plain < 60)
    }
}
