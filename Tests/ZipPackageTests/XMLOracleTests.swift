import CExpat
import TestSupport
import Testing
import ZipPackage

/// Expat reads the same bytes: what `XMLPart` takes, Expat takes, and both tell of the same elements and texts.
struct XMLOracleTests {
    /// What a reader tells, a line for each step, texts that follow one another joined.
    private final class Story: XMLVisitor {
        private(set) var lines: [String] = []
        private var text = ""

        func start(_ name: String, _ attributes: [String: String]) {
            finishText()
            lines.append("<\(name)" + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined())
        }

        func text(_ text: String) { self.text += text }

        func end(_ name: String) {
            finishText()
            lines.append(">\(name)")
        }

        private func finishText() {
            if !text.isEmpty { lines.append(text) }
            text = ""
        }
    }

    private static let page = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="urn:x" xmlns:r='urn:r'><sheetData><row r="1" ht="16.5"><c r="A1" s="2" t="s"><v>17</v></c><c r="B1"/>
        </row></sheetData><si><t xml:space="preserve"> số &amp; liệu &lt;ữ&gt; &#x1EEF;&#10;</t></si><f a="&quot;&apos;">A]]1</f></worksheet>
        """

    /// What is put in place of a byte: what means something to XML, and bytes that are no letter.
    private static let pieces: [[UInt8]] =
        [
            "<", ">", "&", ";", "\"", "'", "=", "/", "]]>", " ", "\r\n", "\r", "x", "#", "&#", "&amp;", "<a>", "</a>",
            "-", "é",
        ]
        .map { Array($0.utf8) } + [
            [0], [0x1F], [0x7F], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
        ]

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `what is taken is what Expat takes, and told alike`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let whole = Array(Self.page.utf8)
        #expect(Self.story(whole) == Self.storyOfExpat(whole))
        var taken = 0
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(start + Int.random(in: 0...3, using: &random), bytes.count)
                bytes.replaceSubrange(start..<end, with: Self.pieces.randomElement(using: &random) ?? [])
            }
            guard let story = Self.story(bytes) else { continue }
            taken += 1
            #expect(Self.storyOfExpat(bytes) == story, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(taken > 20)
    }

    /// `nil`: refused.
    private static func story(_ bytes: [UInt8]) -> [String]? {
        let story = Story()
        do {
            try XMLPart.read(bytes, part: "p.xml", story)
            return story.lines
        } catch {
            return nil
        }
    }

    private static func storyOfExpat(_ bytes: [UInt8]) -> [String]? {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        defer { XML_ParserFree(parser) }
        let story = Story()
        XML_SetUserData(parser, Unmanaged.passUnretained(story).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let story = XMLOracleTests.story(behind: data), let name, var pair = attributes else { return }
                var values: [String: String] = [:]
                while let key = pair[0], let value = pair[1] {
                    values[String(cString: key)] = String(cString: value)
                    pair += 2
                }
                story.start(String(cString: name), values)
            },
            { data, name in
                if let name { XMLOracleTests.story(behind: data)?.end(String(cString: name)) }
            })
        XML_SetCharacterDataHandler(parser) { data, text, length in
            guard let text else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
            XMLOracleTests.story(behind: data)?.text(String(decoding: bytes, as: UTF8.self))
        }
        let status = bytes.withUnsafeBytes { buffer in
            XML_Parse(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
        }
        return status == XML_STATUS_OK ? story.lines : nil
    }

    private static func story(behind data: UnsafeMutableRawPointer?) -> Story? {
        data.map { Unmanaged<Story>.fromOpaque($0).takeUnretainedValue() }
    }
}
