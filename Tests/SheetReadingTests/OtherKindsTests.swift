import Foundation
import SheetReading
import TestSupport
import Testing

struct OtherKindsTests {
    private static let expected = [
        "R1C1 text Tiêu đề", "R3C2 number 1320", "R3C3 number 0.3", "R3C4 date 2026-09-25",
        "R3C5 date 2026-09-25 08:30", "R3C7 number 1320.3", "R3C8 percentage 25.5", "R3C9 digits 03646",
        "R3C10 text 1.320", "R3C12 number -1234.5", "R3C13 number 100000000000000000000", "R3C14 number 1E+22",
        "R5C2 text x",
    ]

    @Test(arguments: ["libreoffice.xls", "libreoffice.ods"])
    func `a workbook of LibreOffice says what its cells show`(_ name: String) throws {
        let url = URL(fileURLWithPath: Repository.root + "/Tests/SheetReadingTests/Fixtures/" + name)
        let bytes = [UInt8](try Data(contentsOf: url))
        let cells = try RawWorkbook.cells(of: bytes)
        #expect(cells.filter { Self.expected.contains($0) } == Self.expected)
        let workbook = try #require(try WorkbookFile(bytes))
        #expect(workbook.sheets.map(\.name) == ["Biểu 02", "Ẩn"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        var hidden: [Int] = []
        let marks = try workbook.read(workbook.sheets[0]) { if $0.isHidden { hidden.append($0.number) } }
        #expect(hidden == [5])
        #expect(marks.merged == [SheetMarks.Range(rows: 1...1, columns: 1...3)])
        #expect(marks.hiddenColumns.contains(5...5))
        #expect(marks.comments.map(\.text) == ["số 0912345678"])
    }

    @Test func `tables of a page are one sheet, and spanned cells are merged`() throws {
        let page = """
            <html><head><style>td{}</style></head><body><p>Kỳ báo cáo: Tháng 10</p><table><tr><th rowspan=2>Xã<th \
            colspan=2>Số</tr><tr><td>a</td><td>b</td></tr><tr><td>M&#432;&#7901;ng &amp; B</td><td x:num="1234.5">1.234,5\
            </td></tr></table></body></html>
            """
        #expect(
            try RawWorkbook.cells(of: Array(page.utf8)) == [
                "R1C1 text Kỳ báo cáo: Tháng 10", "R2C1 text Xã", "R2C2 text Số", "R3C2 text a", "R3C3 text b",
                "R4C1 text Mường & B", "R4C2 number 1234.5",
            ])
    }

    @Test func `digits of a page that are set apart make no number with those beside them`() throws {
        let page = "<html><table><tr><td>57<sup>1</sup><td><del>9</del>570<td>5<b>7</b><td>m<sup>2</sup></table></html>"
        #expect(
            try RawWorkbook.cells(of: Array(page.utf8)) == [
                "R1C1 text 57|1", "R1C2 text 9|570", "R1C3 text 57", "R1C4 text m2",
            ])
    }

    @Test func `nor do they in the XML of Excel 2003`() throws {
        let written = """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><ss:Data \
            ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">57<Sup>1</Sup></ss:Data></Cell><Cell><ss:Data \
            ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>9</S>570</ss:Data></Cell><Cell><ss:Data \
            ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">5<B>7</B></ss:Data></Cell></Row></Table></Worksheet>\
            </Workbook>
            """
        #expect(
            try RawWorkbook.cells(of: Array(written.utf8)) == ["R1C1 text 57|1", "R1C2 text 9|570", "R1C3 text 57"])
    }

    @Test func `nor do they in an ods, and a box drawn in a cell is no part of it`() throws {
        let names = ["office", "table", "text", "draw", "style"].map { "xmlns:\($0)=\"\($0)\"" }.joined(separator: " ")
        let content = """
            <office:document-content \(names)><office:automatic-styles><style:style style:name="T1" \
            style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style \
            style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/>\
            </style:style><style:style style:name="T3" style:family="text"><style:text-properties \
            style:text-position="0% 100%"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\
            <table:table table:name="a"><table:table-row><table:table-cell><text:p>57<text:span \
            text:style-name="T1">1</text:span></text:p></table:table-cell><table:table-cell><text:p><text:span \
            text:style-name="T2">9</text:span>570</text:p></table:table-cell><table:table-cell><text:p>5<text:span \
            text:style-name="T3">7</text:span></text:p></table:table-cell><table:table-cell><draw:frame><draw:text-box>\
            <text:p>hộp</text:p></draw:text-box></draw:frame><text:p>30</text:p></table:table-cell></table:table-row>\
            </table:table></office:spreadsheet></office:body></office:document-content>
            """
        let made = try MadeWorkbook.zip([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
        ])
        #expect(
            try RawWorkbook.cells(of: made) == [
                "R1C1 text 57|1", "R1C2 text 9|570", "R1C3 text 57", "R1C4 text 30",
            ])
        let workbook = try #require(try WorkbookFile(made))
        #expect(try workbook.read(workbook.sheets[0]) { _ in }.words == ["hộp"])
    }

    /// Of each, packed again by hand without one of its parts.
    @Test(arguments: [
        ("mimetype", ["R1C1 text x"]), ("META-INF/manifest.xml", ["R1C1 text x"]),
        ("content.xml", ["damaged content.xml"]),
        ("mimetype content.xml", ["no workbook: zip"]), ("no part", ["R1C1 text x"]),
    ])
    func `an .ods is told by two of its parts, and one without its content is damaged`(
        _ lost: String, _ found: [String]
    )
        throws
    {
        let names = ["office", "table", "text"].map { "xmlns:\($0)=\"\($0)\"" }.joined(separator: " ")
        let content = """
            <office:document-content \(names)><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>\
            <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>\
            </office:body></office:document-content>
            """
        let kind = "application/vnd.oasis.opendocument.spreadsheet"
        let manifest = """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry \
            manifest:full-path="/" manifest:media-type="\(kind)"/></manifest:manifest>
            """
        let parts = [("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", content), ("x", "")]
        let made = try MadeWorkbook.zip(parts.filter { !lost.split(separator: " ").contains(Substring($0.0)) })
        do {
            #expect(try RawWorkbook.cells(of: made) == found)
        } catch SheetFault.damaged(let part, _) {
            #expect(found == ["damaged \(part)"])
        } catch SheetFault.otherFile(let other) {
            #expect(found == ["no workbook: \(other)"])
        }
    }

    @Test func `the XML of Excel 2003 is read`() throws {
        let written = """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat \
            ss:Format="Short Date"/></Style></Styles><Worksheet ss:Name="A"><Table><Row ss:Index="3"><Cell \
            ss:Index="2"><Data ss:Type="Number">1.5</Data></Cell><Cell ss:StyleID="d"><Data \
            ss:Type="DateTime">2026-09-25T00:00:00.000</Data></Cell><Cell ss:Formula="=1"/><Cell><Data \
            ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>
            """
        #expect(
            try RawWorkbook.cells(of: Array(written.utf8)) == [
                "R3C2 number 1.5", "R3C3 date 2026-09-25", "R3C4 formula =1", "R3C5 text x",
            ])
    }

    @Test func `a number of a page is what stands beside the words, a day what they show`() throws {
        let page =
            "<html><table><tr><td sdval=\"1320\">1,320</td><td x:num=\"46290\">25/9/2026</td>"
            + "<td sdval=\"0.255\">25.5%</td><td sdval=\"-4\">(4)</td></table></html>"
        #expect(
            try RawWorkbook.cells(of: Array(page.utf8)) == [
                "R1C1 number 1320", "R1C2 text 25/9/2026", "R1C3 text 25.5%", "R1C4 number -4",
            ])
    }

    @Test func `a formula of a page without a value is no empty cell`() throws {
        let page =
            "<html><table><tr><td x:fmla=\"=A1+B1\"></td><td x:str x:fmla=\"=IF(A1,1,&quot;&quot;)\"></td>"
            + "<td x:num=\"11\" x:fmla=\"=5+6\">11</td></table></html>"
        #expect(try RawWorkbook.cells(of: Array(page.utf8)) == ["R1C1 formula =A1+B1", "R1C3 number 11"])
    }

    /// `=5+6`, `=IF(C1>0,"","x")` and 7 from xlwt, which calculates nothing; and LibreOffice's copy of them.
    @Test(arguments: [
        ("xlwt.xls", ["R1C1 formula =…", "R1C2 formula =…"]), ("calculated.xls", ["R1C1 number 11"]),
    ])
    func `a formula of an .xls counts with its value alone`(_ name: String, _ expected: [String]) throws {
        let url = URL(fileURLWithPath: Repository.root + "/Tests/SheetReadingTests/Fixtures/" + name)
        #expect(try RawWorkbook.cells(of: [UInt8](try Data(contentsOf: url))) == expected + ["R1C3 number 7"])
    }

    @Test(arguments: [
        ("table:formula=\"of:=5+6\"", "formula =5+6"),
        ("table:formula=\"of:=5+6\" office:value-type=\"float\"", "formula =5+6"),
        ("table:formula=\"of:=5+6\" office:value-type=\"float\" office:value=\"0\"", "formula =5+6"),
        ("table:formula=\"of:=5+6\" office:value-type=\"float\" office:value=\"11\"", "number 11"),
        (
            "table:formula=\"of:=5-5\" office:value-type=\"float\" office:value=\"0\" calcext:value-type=\"float\"",
            "number 0"
        ),
    ])
    func `a formula of an .ods counts with its value alone`(_ cell: String, _ expected: String) throws {
        let content =
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:calcext=\"c\"><office:body>"
            + "<office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell \(cell)/>"
            + "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
        let bytes = try MadeWorkbook.zip([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
        ])
        #expect(try RawWorkbook.cells(of: bytes) == ["R1C1 \(expected)"])
    }
}
