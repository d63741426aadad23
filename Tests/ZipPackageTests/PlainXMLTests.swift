import TestSupport
import Testing

@testable import ZipPackage

/// Plain parts are read without Expat, and tell what Expat tells.
struct PlainXMLTests {
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    /// All that a part says, or what is wrong with it.
    private func told(_ text: String, plainly: Bool) -> [String] { told(Array(text.utf8), plainly: plainly) }

    private func told(_ bytes: [UInt8], plainly: Bool) -> [String] {
        var cells = 0
        return told(bytes, plainly: plainly, cells: nil, &cells)
    }

    /// - Parameter cells: How many cells were one step; they are told as the steps that they stand for.
    private func told(_ bytes: [UInt8], plainly: Bool, cells isCounted: Bool?, _ cells: inout Int) -> [String] {
        var told: [String] = []
        do {
            var scan = try XMLScan(bytes, part: "a.xml", plainly: plainly, cells: isCounted ?? false)
            while true {
                switch try scan.next() {
                case .start:
                    if let cell = scan.cell {
                        cells += 1
                        let pairs = [("r", cell.reference), ("s", cell.format), ("t", cell.kind)].compactMap {
                            name, piece in
                            piece.map { (name, scan.string(of: $0)) }
                        }
                        let values = pairs.map { "\($0.utf8.first ?? 0)=\($1)" }
                        told.append("<c \(values) \(pairs.map { (key: $0, value: $1) })")
                        if let value = cell.value { told += ["<v [] []", "“\(scan.string(of: value))”", ">v"] }
                        told.append(">c")
                        continue
                    }
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

    /// A cell as one step is what its steps are, and a cell that is more than that is read step by step.
    @Test func `cells as one step come to what Expat says`() {
        let values = ["7", "-1.5E+10", "a", "", " 1", "1&lt;2", "é", "<f/>"]
        let heads = [
            "<c>", "<c r=\"A1\">", "<c r=\"A1\" s=\"2\">", "<c r=\"B12\" s=\"2\" t=\"s\">", "<c  r=\"A1\">",
            "<c r=\"A1\" >",
            "<c r=\"A1\" r=\"A1\">", "<c r=\"A 1\">", "<c x=\"1\">", "<c r=\"\">", "<c r='A1'>", "<cd r=\"A1\">",
        ]
        let ends = ["</v></c>", "</v> </c>", "</v></c >", "</v><v>1</v></c>", "</v>", "</c>"]
        var (cells, steps) = (0, 0)
        for head in heads {
            var bodies = [
                "\(head.dropLast())/>", "\(head)</c>", "\(head)<f>A1</f><v>1</v></c>", "\(head)<is><t>1</t></is></c>",
            ]
            for value in values { bodies += ends.map { "\(head)<v>\(value)\($0)" } }
            for body in bodies {
                for text in ["<s><d>\(body)</d></s>", body, "<s>\(body)"] {
                    let bytes = Array((Self.head + text).utf8)
                    let before = cells
                    #expect(
                        told(bytes, plainly: true, cells: true, &cells) == told(bytes, plainly: false), "\(text)")
                    steps += cells == before ? 1 : 0
                }
            }
        }
        #expect(cells > 10 && steps > 1_000, "\(cells) \(steps)")
    }

    @Test func `a part of many rows with faults anywhere comes to what Expat says`() {
        var generator = SeededGenerator(seed: 71)
        let pieces = [
            "1", "x y", "&amp;", "ệ", "]]", "<!-- -->", "<b/>", "<b>", "</b>", "&#10;", "\r", "\"", "<c d=\"&lt;\"/>",
            "<![CDATA[a]]>",
        ]
        var (plain, cells) = (0, 0)
        for round in 0..<60 {
            // As many as are handed over in several pieces.
            let rows = round < 4 ? 6_000 : 5
            let body = (0..<rows).map { "<row r=\"\($0)\"><c s=\"1\" t=\"s\"><v>\($0)</v></c><c r=\"B\($0)\"/></row>" }
            var text = Self.head + "<s><d>" + body.joined() + "</d></s>"
            if round % 3 != 0 {
                let at = text.utf8.index(
                    text.utf8.startIndex,
                    offsetBy: Int.random(in: Self.head.utf8.count..<text.utf8.count, using: &generator))
                text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: at)
            }
            let (own, other) = (told(text, plainly: true), told(text, plainly: false))
            #expect(own == other, "\(round)")
            #expect(told(Array(text.utf8), plainly: true, cells: true, &cells) == other, "\(round)")
            if own.count > 1 { plain += 1 }
        }
        #expect(plain > 25 && plain < 60)
        #expect(cells > 30_000, "\(cells)")
    }
}
