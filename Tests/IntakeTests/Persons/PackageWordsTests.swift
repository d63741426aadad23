import Domain
import TestSupport
import Testing

@testable import Intake

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
    ]) func `no part of a workbook holds it`(_ name: String, _ part: String) throws {
        #expect(state(try Self.workbook.bytes(adding: [(name, part)])) == .forbidden)
    }

    @Test(arguments: [
        "<headerFooter><oddFooter>&amp;C&amp;\"Arial,Bold\"&amp;12 \(number)</oddFooter></headerFooter>",
        "<headerFooter><evenHeader>&amp;R&amp;12TỐI MẬT</evenHeader></headerFooter>",
        "<dataValidations><dataValidation prompt=\"gọi \(number)\" sqref=\"A1\"/></dataValidations>",
        "<dataValidations><dataValidation sqref=\"A1\"><formula1>\"\(number),b\"</formula1></dataValidation></dataValidations>",
        "<hyperlinks><hyperlink ref=\"A1\" tooltip=\"gọi \(number)\"/></hyperlinks>",
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
        ("xl/media/image1.png", "\u{0}\u{1}0900000777"),
    ]) func `what is harmless is let in`(_ name: String, _ part: String) throws {
        #expect(state(try Self.workbook.bytes(adding: [(name, part)])) == .accepted)
    }

    @Test func `a page that says what every page says is let in`() throws {
        let beside =
            "<headerFooter><oddFooter>&amp;LSở Tư pháp&amp;CTrang &amp;P/&amp;N&amp;R&amp;D</oddFooter></headerFooter>"
            + "<hyperlinks><hyperlink ref=\"A1\" location=\"'Biểu'!A1\"/></hyperlinks>"
        #expect(state(try Self.workbook.bytes(beside: beside)) == .accepted)
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
