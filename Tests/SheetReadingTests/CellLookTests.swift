import SheetReading
import TestSupport
import Testing

struct CellLookTests {
    /// Each cell of the first sheet with how it looks.
    private static func looks(_ bytes: [UInt8]) throws -> [String] {
        guard let workbook = try WorkbookFile(bytes) else { return ["no workbook"] }
        var looks: [String] = []
        _ = try workbook.read(workbook.sheets[0]) { row in
            for cell in row.cells {
                let struck = cell.look.contains(.struck) ? " struck" : ""
                looks.append(row.text(of: cell) + struck + (cell.look.contains(.unseen) ? " unseen" : ""))
            }
        }
        return looks
    }

    private static let styles = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts><font/><font><strike/></font><font>\
        <strike val="0"/></font><font><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font></fonts><fills>\
        <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF203864"/>\
        </patternFill></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="3" \
        fillId="1"/><xf fontId="4"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>
        """

    @Test func `an xlsx says it by the style of the cell, or by every letter of a text`() throws {
        let row =
            (0..<7).map { "<c s=\"\($0)\"><v>\($0)</v></c>" }.joined()
            + (0..<4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
            + "<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>z</t></r></is></c>"
        let texts = [
            "<r><rPr><strike/></rPr><t>a</t></r>", "<r><rPr><strike/></rPr><t>b</t></r><r><t>c</t></r>",
            "<r><rPr><strike/></rPr><t>d</t></r><r><t> </t></r>", "<t>e</t>",
        ]
        let expected = [
            "0", "1 struck", "2", "3 unseen", "4", "5", "6 unseen", "a struck", "bc", "d  struck", "e", "z struck",
        ]
        // Rows are read by their bytes, and where that cannot be, by the parser.
        for tail in ["", "<c><is/></c>"] {
            var made = RawWorkbook(rows: "<row>\(row)\(tail)</row>", texts: texts)
            made.parts["xl/styles.xml"] = Self.styles
            #expect(try Self.looks(try made.bytes()) == expected)
        }
    }

    @Test func `an ods says it by the style of the cell, of its column, or of every letter`() throws {
        let names = ["office", "table", "text", "style"].map { "xmlns:\($0)=\"\($0)\"" }.joined(separator: " ")
        func cell(_ text: String, _ style: String = "") -> String {
            "<table:table-cell\(style)><text:p>\(text)</text:p></table:table-cell>"
        }
        let span = "<text:span text:style-name=\"S\">"
        let content = """
            <office:document-content \(names)><office:automatic-styles><style:style style:name="S" style:family="text">\
            <style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="C" \
            style:family="table-cell"><style:text-properties style:text-line-through-type="single"/></style:style>\
            <style:style style:name="D" style:parent-style-name="C"/><style:style style:name="E" \
            style:parent-style-name="C"><style:text-properties style:text-line-through-style="none"/></style:style>\
            </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="a"><table:table-column \
            table:number-columns-repeated="5"/><table:table-column table:default-cell-style-name="C"/><table:table-row>\
            \(cell("1", " table:style-name=\"C\""))\(cell("2", " table:style-name=\"D\""))\
            \(cell("3", " table:style-name=\"E\""))\(cell("\(span)a</text:span>"))\(cell("\(span)b</text:span>c"))\
            \(cell("6"))</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
            """
        let made = try MadeWorkbook.zip([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
        ])
        #expect(try Self.looks(made) == ["1 struck", "2 struck", "3", "a struck", "bc", "6 struck"])
    }

    @Test func `the XML of Excel 2003 says it`() throws {
        let written = """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><Font ss:StrikeThrough="1"/>\
            </Style><Style ss:ID="e" ss:Parent="d"/></Styles><Worksheet ss:Name="A"><Table><Row><Cell ss:StyleID="d"><Data \
            ss:Type="Number">1</Data></Cell><Cell ss:StyleID="e"><Data ss:Type="Number">2</Data></Cell><Cell><Data \
            ss:Type="Number">3</Data></Cell><Cell><ss:Data ss:Type="String"><S>a</S></ss:Data></Cell><Cell><ss:Data \
            ss:Type="String"><S>b</S>c</ss:Data></Cell></Row></Table></Worksheet></Workbook>
            """
        #expect(try Self.looks(Array(written.utf8)) == ["1 struck", "2 struck", "3", "a struck", "bc"])
    }

    @Test func `a page says it by elements, styles and classes`() throws {
        let page =
            "<html><style>td {padding:0} .xl65, .xl66\n{color:red;\ntext-decoration:line-through;} .xl67 {color:red}</style>"
            + "<table><tr><td class=xl65>1</td><td class=\"a xl66\">2</td><td class=xl67>3</td><td><s>4</s></td>"
            + "<td><del>5</del> 6</td><td style='text-decoration: line-through'>7</td></tr>"
            + "<tr style='text-decoration:line-through'><td>8</td></tr><tr><td>9</td></tr></table></html>"
        #expect(
            try Self.looks(Array(page.utf8)) == [
                "1 struck", "2 struck", "3", "4 struck", "5 6", "7 struck", "8 struck", "9",
            ])
    }
}
