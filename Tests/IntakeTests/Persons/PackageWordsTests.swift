import Domain
import Foundation
import TestSupport
import Testing

@testable import DelimitedText
@testable import Intake
@testable import SheetReading

/// What must not be kept, in the parts of a workbook that no cell shows, and in files that are not read.
struct PackageWordsTests {
    private static let number = "0900000777"

    private static let workbook = MadeWorkbook(
        MadeWorkbook.Sheet(
            "Biểu",
            [
                ["Ô trống và xã, phường không ghi tên: không phát sinh"],
                ["TT", "Mã xã", "Xã, phường", "Số lớp", "Lượt người"], [1, "00101", "Hòa An", 1, 30],
            ]))

    private func state(_ bytes: [UInt8], as path: String = "2026-10/CAT-01-dt.xlsx") -> Reading.State {
        let reading = SmallFile.read(bytes, as: path)
        #expect(!reading.findings.contains { "\($0)".contains(Self.number) })
        return reading.state
    }

    @Test(arguments: [
        ("docProps/core.xml", "<p><description>gọi \(number)</description></p>"),
        ("docProps/app.xml", "<Properties><Manager>\(number)</Manager></Properties>"),
        ("docProps/custom.xml", "<Properties><property name=\"\(number)\"/></Properties>"),
        (
            "xl/drawings/drawing1.xml",
            "<wsDr><a:p><a:r><a:t>gọi 0900</a:t></a:r><a:r><a:t>000777</a:t></a:r></a:p></wsDr>"
        ),
        ("xl/drawings/drawing1.xml", "<wsDr><cNvPr id=\"2\" name=\"Ảnh 1\" descr=\"thẻ \(number)\"/></wsDr>"),
        ("xl/drawings/drawing1.xml", "<wsDr><a:p><a:t>TỐI MẬT</a:t></a:p></wsDr>"),
        ("xl/drawings/vmlDrawing1.vml", "<xml><v:textbox><div>\(number)</div></v:textbox></xml>"),
        ("xl/charts/chart1.xml", "<c:chart><a:t>ông Lò Văn Thử, sinh năm 1985</a:t></c:chart>"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<d><sharedItems><s v=\"\(number)\"/></sharedItems></d>"),
        ("xl/externalLinks/externalLink1.xml", "<l><cell r=\"A1\" t=\"str\"><v>014900000001</v></cell></l>"),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", "<R><R Target=\"file:///DS%20%28\(number)%29.xlsx\"/></R>"),
        ("xl/tables/table1.xml", "<table><tableColumn name=\"\(number)\"/></table>"),
        (
            "xl/worksheets/_rels/0.xml.rels",
            "<R><R Target=\"mailto:thu.nghiem@example.com\" TargetMode=\"External\"/></R>"
        ),
        ("customXml/item1.xml", "<a><!-- \(number) --></a>"), ("xl/media/\(number).png", "x"),
        ("ghi-chu.txt", "dòng một\ngọi \(number)\n"),
        ("customXml/item1.xml", "<a so=\"\(number)\"/>"), ("xl/printerSettings/p.bin", "\u{0}\u{1}\(number)\u{0}"),
        ("xl/x.bin", "\u{0}" + number.map { "\($0)\u{0}" }.joined() + "\u{0}\u{1}"),
        ("xl/x.bin", "\u{0}\u{1}ông Lò Văn Thử, sinh năm 1985\u{0}"),
        ("xl/vbaProject.bin", "\u{0}\u{1}Attribute VB_Name = \"\(number)\"\u{0}"),
        ("xl/tables/table1.xml", "<table altText=\"gọi \(number)\"/>"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<d><cacheField name=\"Họ và tên\"/><s v=\"Lò Văn Thử\"/></d>"),
    ]) func `no part of a workbook holds it`(_ name: String, _ part: String) throws {
        #expect(state(try Self.workbook.bytes(adding: [(name, part)])) == .forbidden)
    }

    @Test(arguments: [
        "<headerFooter><oddFooter>&amp;C&amp;\"Arial,Bold\"&amp;12 \(number)</oddFooter></headerFooter>",
        "<headerFooter><evenHeader>&amp;R&amp;12TỐI MẬT</evenHeader></headerFooter>",
        "<dataValidations><dataValidation prompt=\"gọi \(number)\" sqref=\"A1\"/></dataValidations>",
        "<dataValidations><dataValidation sqref=\"A1\"><formula1>\"\(number),b\"</formula1></dataValidation></dataValidations>",
        "<hyperlinks><hyperlink ref=\"A1\" tooltip=\"gọi \(number)\"/></hyperlinks>",
        "<autoFilter ref=\"A1:B2\"><filterColumn colId=\"0\"><filters><filter val=\"\(number)\"/></filters></filterColumn></autoFilter>",
        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\"><formula>A1=\"\(number)\"</formula></cfRule></conditionalFormatting>",
        "<!-- \(number) -->", "<?a \(number)?>", "<!-- ông Lò Văn Thử, sinh năm 1985 -->",
        "<extLst><ext uri=\"a\"><a:t>\(number)</a:t></ext></extLst>",
        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"containsText\" text=\"\(number)\"/></conditionalFormatting>",
        "<scenarios><scenario name=\"a\" comment=\"gọi \(number)\"><inputCells r=\"A1\" val=\"1\"/></scenario></scenarios>",
    ]) func `nothing beside the rows of a sheet holds it`(_ beside: String) throws {
        #expect(state(try Self.workbook.bytes(beside: beside)) == .forbidden)
    }

    @Test(arguments: [
        (
            "docProps/core.xml",
            "<p><dc:creator>Lò Văn Thử</dc:creator><lastModifiedBy>thu@example.com</lastModifiedBy></p>"
        ),
        ("docProps/app.xml", "<Properties><Company>Sở Tư pháp, ĐT 0212.3852.123</Company></Properties>"),
        ("xl/charts/chart1.xml", "<c:chart><c:v>14000000011</c:v><c:v>84912345678</c:v></c:chart>"),
        ("xl/theme/theme1.xml", "<a:theme name=\"Office\"><a:srgbClr val=\"0912345678\"/></a:theme>"),
        ("customXml/item1.xml", "<a id=\"{00000000-0912-3456-7800-000000000000}\">15-09-2026 - 14-10-2026</a>"),
        ("xl/drawings/drawing1.xml", "<wsDr><a:p><a:t>XÃ MẬT SƠN</a:t></a:p><xdr:colOff>912345678</xdr:colOff></wsDr>"),
        ("xl/worksheets/_rels/0.xml.rels", "<R><R Target=\"mailto:stp@example.gov.vn\" TargetMode=\"External\"/></R>"),
        ("xl/media/image1.gif", "GIF89a\u{0}\u{1}0900000777"),
        ("xl/printerSettings/p.bin", "\u{0}HP LaserJet\u{0}{00020819-0000-0000-C000-000000000046}\u{0}"),
        ("customXml/itemProps1.xml", "<a ds:itemID=\"{00000000-0912-3456-7800-000000000000}\"/>"),
        (
            "xl/persons/person.xml",
            "<l><person displayName=\"Nguyễn Văn Mẫu\" userId=\"S::mau@example.gov.vn::1\"/></l>"
        ),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<d><cacheField name=\"Lượt người\"/><s v=\"Hòa An\"/></d>"),
    ]) func `what is harmless is let in`(_ name: String, _ part: String) throws {
        #expect(state(try Self.workbook.bytes(adding: [(name, part)])) == .accepted)
    }

    @Test func `a page that says what every page says is let in`() throws {
        let beside =
            "<headerFooter><oddFooter>&amp;LSở Tư pháp&amp;CTrang &amp;P/&amp;N&amp;R&amp;D</oddFooter></headerFooter>"
            + "<hyperlinks><hyperlink ref=\"A1\" location=\"'Biểu'!A1\"/></hyperlinks>"
        #expect(state(try Self.workbook.bytes(beside: beside)) == .accepted)
    }

    @Test(arguments: PackedFile.all) func `nor does a file that packs another`(
        _ file: (name: String, number: String, clean: String)
    ) throws {
        func bytes(_ letters: String) throws -> [UInt8] {
            let packed = [UInt8](try #require(Data(base64Encoded: letters)))
            return try #require(Unpacking.gzip(packed, most: 1 << 20))
        }
        #expect(state(try bytes(file.number), as: "2026-10/\(file.name)") == .forbidden)
        #expect(state(try bytes(file.clean), as: "2026-10/\(file.name)") != .forbidden)
    }

    @Test(arguments: [
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nZ+G7jWkgMDkwMDAwMDc3Nw==\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\ng=E1=BB=8Di 0900=\r\n000777\r\n",
        "Subject: =?UTF-8?B?Z+G7jWkgMDkwMDAwMDc3Nw==?=\r\n\r\nx\r\n",
    ]) func `nor does a mail, in the letters that it was sent in`(_ part: String) {
        let head = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"--a\"\r\n\r\n----a\r\n"
        #expect(state(Array("\(head)\(part)----a--\r\n".utf8), as: "2026-10/CAT-01-dt.eml") == .forbidden)
        let related = head.replacing("mixed", with: "related")
        #expect(state(Array("\(related)\(part)----a--\r\n".utf8), as: "2026-10/CAT-01-dt.mht") == .forbidden)
        let clean = part.replacing("Z+G7jWkgMDkwMDAwMDc3Nw==", with: "MTIgbOG7m3A=").replacing("0900=", with: "12")
            .replacing("000777", with: "")
        #expect(state(Array("\(related)\(clean)----a--\r\n".utf8), as: "2026-10/CAT-01-dt.mht") == .wrongFormat)
    }

    @Test func `of a mail that names persons it is said first that it is one, and nothing of them is shown`() {
        for name in ["thu.eml", "CAT-01-dt.csv"] {
            let mail =
                "From: \"Cán bộ\" <can-bo@example.com>\r\nTo: tonghop@example.com\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain\r\n\r\ngọi 0900000777\r\n"
            let reading = SmallFile.read(mail, as: "2026-10/\(name)")
            #expect(reading.state == .forbidden)
            let said = reading.findings
            #expect(said.first?.rule.text == "wrong-format" && said.first?.message.vi.contains("thư điện tử") == true)
            #expect(said.contains { $0.rule.text == "personal-data" })
            #expect(!said.contains { $0.message.vi.contains("can-bo@") || $0.message.vi.contains("0900000777") })
        }
    }

    @Test(
        arguments: [
            [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 1, 2], Array("Rar!".utf8) + [0x1A, 7, 1, 0, 9],
            Array("BZh91AY&SY".utf8) + [0, 1, 2],
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 7, count: 40),
        ] as [[UInt8]]) func `what cannot be looked into is not kept`(_ bytes: [UInt8])
    {
        let reading = SmallFile.read(bytes, as: "2026-10/CAT-01-dt.zip")
        #expect(reading.state == .forbidden && reading.rules == ["wrong-format"], "\(reading.rules)")
    }

    @Test(arguments: [
        "<div style=\"display:none\">gọi \(number)</div>", "<!-- \(number) -->", "<img alt=\"gọi \(number)\">",
        "<img alt=\(number)>", "<span title='\(number)'>x</span>", "<b data-so=\"\(number)\">x</b>",
        "<input type=hidden value=\"\(number)\">", "<script>x = \"\(number)\"</script>",
        "<style>/* TỐI MẬT, \(number) */</style>", "<title>\(number)</title>", "<a href=\"tel:\(number)\">x</a>",
        "<table><tr><td>a</td></tr>\(number)<tr><td>b</td></tr></table>",
        "<xml><x:Title>\(number)</x:Title></xml>",
    ]) func `nor does a page, shown or hidden`(_ words: String) {
        func page(_ words: String) -> [UInt8] {
            let rows = [
                "Ô trống và xã, phường không ghi tên: không phát sinh", "TT|Mã xã|Xã, phường|Số lớp|Lượt người",
                "1|00101|Hòa An|1|30",
            ]
            let cells = rows.map { "<tr><td>\($0.replacing("|", with: "</td><td>"))</td></tr>" }.joined()
            return Array("<html><meta charset=utf-8><body>\(words)<table>\(cells)</table></body></html>".utf8)
        }
        #expect(state(page(words), as: "2026-10/CAT-01-dt.xls") == .forbidden)
        let clean = words.replacing(Self.number, with: "12").replacing("TỐI MẬT", with: "x")
        #expect(state(page(clean), as: "2026-10/CAT-01-dt.xls") != .forbidden)
    }

    @Test(arguments: [
        "<table:shapes><draw:frame><draw:text-box><text:p>\(number)</text:p></draw:text-box></draw:frame></table:shapes>",
        "<table:shapes><draw:frame><svg:desc>thẻ \(number)</svg:desc></draw:frame></table:shapes>",
        "<table:shapes><draw:custom-shape><text:p>TỐI MẬT</text:p></draw:custom-shape></table:shapes>",
    ]) func `nothing drawn over a sheet of an ods holds it`(_ drawn: String) throws {
        #expect(state(try ods(drawn), as: "2026-10/CAT-01-dt.ods") == .forbidden)
        let clean = drawn.replacing(Self.number, with: "12").replacing("TỐI MẬT", with: "x")
        #expect(state(try ods(clean), as: "2026-10/CAT-01-dt.ods") == .accepted)
    }

    /// A sheet of an ods, with what is drawn over it.
    private func ods(_ drawn: String, lastCell: String? = nil) throws -> [UInt8] {
        let rows = [
            ["Ô trống và xã, phường không ghi tên: không phát sinh"],
            ["TT", "Mã xã", "Xã, phường", "Số lớp", "Lượt người"], ["1", "00101", "Hòa An", "1", "30"],
        ]
        let cells = rows.map { row in
            let cells = row.map {
                "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
            }
            let last = row.count == 5 && row[0] == "1" ? lastCell ?? "" : ""
            return "<table:table-row>\(cells.joined())\(last)</table:table-row>"
        }.joined()
        let names = ["office", "table", "text", "draw", "svg"].map { "xmlns:\($0)=\"\($0)\"" }.joined(
            separator: " ")
        let content =
            "<office:document-content \(names)><office:body><office:spreadsheet><table:table table:name=\"a\">"
            + "\(drawn)\(cells)</table:table></office:spreadsheet></office:body></office:document-content>"
        return try MadeWorkbook.zip([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
        ])
    }

    @Test(arguments: [("900000077", "0900 000 077"), ("900000077", "0900000077"), ("77", "0900000077")])
    func `nor do the digits that a format of an ods writes`(_ value: String, _ shown: String) throws {
        func cell(_ value: String, _ shown: String) -> String {
            "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\"><text:p>\(shown)</text:p>"
                + "</table:table-cell>"
        }
        #expect(state(try ods("", lastCell: cell(value, shown)), as: "2026-10/CAT-01-dt.ods") == .forbidden)
        for (value, shown) in [("7", "007"), ("900000077", "900.000.077"), ("1234567890", "1.234.567.890")] {
            #expect(
                state(try ods("", lastCell: cell(value, shown)), as: "2026-10/CAT-01-dt.ods") != .forbidden, "\(shown)")
        }
    }

    /// However large: the letters of its parts are no rows.
    @Test func `a mail is never read as rows where it lies`() throws {
        let mail = "From: a\r\nContent-Transfer-Encoding: base64\r\n\r\nZ+G7jWkgMDkwMDAwMDc3Nw==\r\n"
        #expect(
            SmallFile.reader.read(streamed: HeldBytes(bytes: Array(mail.utf8)), path: "2026-10/CAT-01-dt.eml") == nil)
        let rows = SmallFile.register()
        #expect(
            SmallFile.reader.read(streamed: HeldBytes(bytes: Array(rows.utf8)), path: "2026-10/CAT-04-lop.csv") != nil)
    }

    /// A workbook whose texts lie in one store, and whose numbers have a format.
    private func stored(_ more: String, format: String = "0", number: String = "30") throws -> [UInt8] {
        let rows = [
            ["Ô trống và xã, phường không ghi tên: không phát sinh"],
            ["TT", "Mã xã", "Xã, phường", "Số lớp", "Lượt người", "Nội dung"],
            ["1", "00101", "Hòa An", "1", "30", "làm"],
        ]
        let texts = rows.joined()
        var place = -1
        let cells = rows.enumerated().map { row, cells in
            let cells = cells.enumerated().map { column, _ in
                place += 1
                return "<c r=\"\(["A", "B", "C", "D", "E", "F"][column])\(row + 1)\" t=\"s\"><v>\(place)</v></c>"
            }
            let last = row == 2 ? "<c r=\"G3\" s=\"1\"><v>\(number)</v></c>" : ""
            return "<row r=\"\(row + 1)\">\(cells.joined())\(last)</row>"
        }
        let store = texts.map { "<si><t>\($0)</t></si>" }.joined() + more
        let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        func relationships(_ all: [(String, String)]) -> String {
            let each = all.enumerated().map {
                "<Relationship Id=\"r\($0)\" Type=\"\(related)/\($1.0)\" Target=\"\($1.1)\"/>"
            }
            return "<Relationships>\(each.joined())</Relationships>"
        }
        return try MadeWorkbook.zip([
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(related)\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/>"
                    + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationships([
                    ("worksheet", "worksheets/0.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"),
                ])
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(store)</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(main)\"><numFmts><numFmt numFmtId=\"200\" formatCode=\"\(format)\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs></styleSheet>"
            ),
            (
                "xl/worksheets/0.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(cells.joined())</sheetData></worksheet>"
            ),
        ])
    }

    @Test(arguments: [
        "<si><t>gọi \(number)</t></si>", "<si><t>a</t><rPh sb=\"0\" eb=\"1\"><t>\(number)</t></rPh></si>",
        "<si><r><t>ông Lò Văn </t></r><r><t>Thử, sinh năm 1985</t></r></si>", "<si><t>TỐI MẬT</t></si>",
    ]) func `no text that no cell shows, and no reading aloud`(_ text: String) throws {
        #expect(state(try stored(text)) == .forbidden)
    }

    @Test(arguments: ["<si><t>Người lập: Lò Văn Thử</t></si>", "<si><t>Mật</t></si>", "<si><t>12 lớp</t></si>"])
    func `texts of before that tell nothing are let in`(_ text: String) throws {
        #expect(state(try stored(text)) == .accepted)
    }

    @Test(arguments: [
        ("&quot;0900&quot;0", "123777"), ("0#########", "900000777"), ("&quot;0&quot;0", "900000777"),
        ("0000 000 000", "900000777"), ("\\00", "900000777"),
    ]) func `no number whose format writes the rest of it`(_ format: String, _ number: String) throws {
        #expect(state(try stored("", format: format, number: number)) == .forbidden)
    }

    @Test(arguments: [
        ("&quot;lớp &quot;0", "35"), ("00000", "3646"), ("#,##0&quot; đ&quot;", "1250000"),
        ("0&quot; (2026)&quot;", "35"),
        ("0000000000", "123456"), ("General", "900000777"), ("#,##0", "900000777"),
    ]) func `formats of figures are let in`(_ format: String, _ number: String) throws {
        #expect(state(try stored("", format: format, number: number)) == .accepted)
    }

    @Test func `nor does what was put behind a package`() throws {
        #expect(state(try Self.workbook.bytes() + Array("\n\(Self.number)".utf8)) == .forbidden)
        #expect(state(try Self.workbook.bytes() + Array("\nhết".utf8)) == .accepted)
    }

    @Test func `it is found in what is not read, too`() throws {
        let letter = try MadeWorkbook.zip([("word/document.xml", "<w:p><w:t>CCCD 014900000001</w:t></w:p>")])
        #expect(state(letter, as: "2026-10/CAT-01-dt.docx") == .forbidden)
        let archive = try MadeWorkbook.zip([("bieu.csv", "a;b\nx;\(Self.number)\n")])
        #expect(state(archive, as: "2026-10/CAT-01-dt.zip") == .forbidden)
        let broken = try MadeWorkbook.zip([
            ("xl/sharedStrings.xml", "<sst><si><t>\(Self.number)</t></si></sst>"), ("xl/workbook.xml", "<workbook"),
        ])
        #expect(state(broken) == .forbidden)
        let harmless = try MadeWorkbook.zip([("word/document.xml", "<w:p><w:t>Kế hoạch 12/KH-UBND</w:t></w:p>")])
        #expect(state(harmless, as: "2026-10/CAT-01-dt.docx") != .forbidden)
    }
}
