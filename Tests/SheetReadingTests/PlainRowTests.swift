import SheetReading
import TestSupport
import Testing
import ZipPackage

/// Rows that are read by their bytes, held against the parser: a comment before the first row leaves all of them to it.
struct PlainRowTests {
    private static let aside = "<!-- -->"
    private static let texts = ["<t>Hòa An</t>", "<r><t>a</t></r><r><t>b</t></r>", "<t/>"]
    private static let formats = ["00000", "dd/mm/yyyy", "0%"]

    /// What comes of a sheet: its cells, or the kind of its fault.
    private func outcome(_ bytes: [UInt8]) -> String {
        do {
            return try RawWorkbook.cells(of: bytes).joined(separator: "\n")
        } catch let fault as SheetFault {
            if case .damaged = fault { return "damaged" }
            return "\(fault)"
        } catch {
            return "\(error)"
        }
    }

    private func workbook(_ rows: String) throws -> [UInt8] {
        try RawWorkbook(rows: rows, texts: Self.texts, formats: Self.formats).bytes()
    }

    private func agree(_ rows: String) throws -> Bool {
        try outcome(workbook(rows)) == outcome(workbook(Self.aside + rows))
    }

    @Test(arguments: [
        "<row r=\"2\" spans=\"1:3\" x14ac:dyDescent=\"0.25\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>12</v></c></row>",
        "<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row hidden=\"true\"/><row ht=\"0\"><c><v>2</v></c></row>",
        "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> Mường \n Xại</t></is></c><c t=\"str\"><f>A1</f><v>ẵ</v></c></row>",
        "<row><c><f>SUM(A2:A3)</f></c><c><f t=\"shared\" si=\"0\"/><v>3</v></c><c t=\"str\"><f>A</f><v></v></c></row>",
        "<row><c s=\"1\"><v>3646</v></c><c s=\"2\"><v>46280</v></c><c s=\"3\"><v>0.125</v></c><c s=\"9\"><v>1</v></c></row>",
        "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"d\"><v>2026-09-25T00:00:00</v></c></row>",
        "<row><c><v>1&amp;2</v></c><c t=\"str\"><v>a &lt; b</v></c><c t=\"str\"><v><![CDATA[x]]></v></c></row>",
        "<row>\n  <c r=\"B1\">\n <v>1</v> </c>\n</row>\n<row  r=\"3\"><c r='A3'><v>5</v></c></row>",
        "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "<row r=\"2\"/><row r=\"2\"/>",
        "<row><c t=\"s\"><v>7</v></c></row>", "<row><c t=\"s\"><v/></c></row>", "<row><c><v>1</v><v>2</v></c></row>",
        "<row r=\"1\" r=\"2\"><c><v>1</v></c></row>", "<row><c><v>1</c></row>", "<row><c><v>1</v></c>",
        "<row><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>",
        "<row><c t=\"str\"><v>_x0041__x000D_</v></c><c t=\"str\"><v>a]]>b</v></c></row>",
        "<row><c t=\"str\"><v>a\rb</v></c></row>",
        "<x:row><x:c><x:v>1</x:v></x:c></x:row>", "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1048577\"/>",
        "<row><c r=\"A1\" cm=\"1\"><v>1</v></c></row><row><c><v>2</v><extLst><ext/></extLst></c></row>",
    ])
    func `each way of writing comes to the same`(_ rows: String) throws {
        #expect(try agree(rows))
    }

    @Test func `what is no text of XML is damage`() throws {
        for bad in [
            [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0x01], [0x80],
        ]
            as [[UInt8]]
        {
            var made = RawWorkbook(rows: "", texts: Self.texts).parts
            let part = "xl/worksheets/sheet1.xml"
            let pieces = (made.removeValue(forKey: part) ?? "").split(separator: "</sheetData>")
            let row = Array("<row><c t=\"str\"><v>a".utf8) + bad + Array("</v></c></row></sheetData>".utf8)
            let sheet = Array(pieces[0].utf8) + row + Array(pieces[1].utf8)
            let entries = made.map { ZipWriter.Entry(name: $0.key, bytes: Array($0.value.utf8)) }
            #expect(try outcome(ZipWriter.zip(entries + [ZipWriter.Entry(name: part, bytes: sheet)])) == "damaged")
        }
    }

    @Test(arguments: 1...40) func `rows of all kinds together come to the same, across blocks`(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var rows = ""
        for _ in 0..<Int.random(in: 1...4_000, using: &random) { rows += Self.row(&random) }
        #expect(try agree(rows), "seed \(seed)")
    }

    private static func row(_ random: inout SeededGenerator) -> String {
        if Int.random(in: 0..<50, using: &random) == 0 {
            return ["<row/>", "<!-- <row></row> -->", "\n", "<row hidden=\"1\"></row>"].randomElement(using: &random)
                ?? ""
        }
        let cells = (0..<Int.random(in: 0...9, using: &random)).map { _ in cell(&random) }.joined()
        return "<row>\(cells)</row>"
    }

    private static func cell(_ random: inout SeededGenerator) -> String {
        let number = Int.random(in: 0...99_999, using: &random)
        return switch Int.random(in: 0..<40, using: &random) {
        case 0: "<c/>"
        case 1: "<c t=\"str\"><v>a&amp;\(number)</v></c>"
        case 2: "<c t=\"inlineStr\"><is><t>chữ \(number)</t></is></c>"
        case 3: "<c t=\"str\"><f>A\(number)</f><v>chữ</v></c>"
        case 4: "<c s=\"1\"><v>\(number)</v></c>"
        case 5: "<c s=\"2\"><v>\(number)</v></c>"
        case 6: "<c><f>SUM(A1:A\(number))</f></c>"
        case 7: "<c><v>\(number).125</v></c>"
        case 8: "<c ><v>-\(number)E-3</v></c>"
        case 9: "<c t=\"b\"><v>\(number & 1)</v></c>"
        case 10..<20: "<c t=\"s\"><v>\(number % 3)</v></c>"
        default: "<c><v>\(number)</v></c>"
        }
    }
}
