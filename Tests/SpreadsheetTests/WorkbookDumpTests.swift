import Spreadsheet
import Testing

struct WorkbookDumpTests {
    private let lines: [String]

    init() throws {
        let folder = try PrivateFolder()
        let path = folder.file("x.xlsx")
        try DemoWorkbook().write(to: path)
        lines = try WorkbookDump.text(of: path).split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        "(workbook)\t(dc:title)\tPhụ lục số liệu tháng 10 năm 2026",
        "(workbook)\t(dcterms:created)\t2026-10-20T09:30:00Z",
        "(workbook)\t(definedName)\ttong_so_vu\t'PL I. Tổng hợp'!$B$5:$B$9",
        "(workbook)\t(definedName)\t_xlnm.Print_Titles\t'PL I. Tổng hợp'!$A:$A,'PL I. Tổng hợp'!$4:$4",
    ])
    func `what the workbook says of itself is told`(line: String) {
        #expect(lines.contains(line))
    }

    @Test(arguments: [
        "PL I. Tổng hợp\tA1\ttext\tPhụ lục I\tbold 14pt center v-center wrap",
        "PL I. Tổng hợp\tA2\ttext\tKèm theo Báo cáo số …\tbold 14pt center v-center wrap",
        "PL I. Tổng hợp\tB7\tnumber\t0\t#,##0;-#,##0;- left-thin right-thin top-thin bottom-thin",
        "PL I. Tổng hợp\tD7\ttext\tx\tleft-thin right-thin top-thin bottom-thin keeps-text right",
        "PL I. Tổng hợp\tA11\tnumber\t46309\tdd/mm/yyyy",
        "so-lieu\tB6\tnumber\t18.5\t#,##0;-#,##0;- left-thin right-thin top-thin bottom-thin",
    ])
    func `a cell is told with its type, value and format`(line: String) {
        #expect(lines.contains(line))
    }

    @Test(arguments: [
        "(mergeCell)\tref=A1:D1", "(outlinePr)\tsummaryBelow=0", "(row)\toutlineLevel=1 r=5",
        "(pane)\tactivePane=bottomRight state=frozen topLeftCell=B5 xSplit=1 ySplit=4",
        "(hyperlink)\tdisplay=Xem số liệu location='so-lieu'!A1 ref=D10",
        "(pageSetup)\tfitToHeight=0 orientation=landscape paperSize=9",
        "(headerFooter)\tdifferentFirst=1", "(oddHeader)\t&C&13&\"Times New Roman,Regular\"&P",
        "(firstFooter)\t&L&9&\"Times New Roman,Regular\"R&&D 12&R&9&\"Times New Roman,Regular\"&A / &N",
        "(formula)\tISNUMBER(SEARCH(\"Yên\",A5))", "(formula)\tLEN(TRIM(A5))=0",
        "(c:f)\t'PL I. Tổng hợp'!$C$5:$C$9", "(c:v)\tĐã giải quyết", "(c:holeSize)\tval=60",
        "(xdr:cNvPr)\tdescr=Số vụ theo địa bàn id=2 name=Chart 1",
    ])
    func `what else is said of a sheet is told`(line: String) {
        #expect(lines.contains("PL I. Tổng hợp\t" + line))
    }

    @Test func `sheets stand in their order, and cells before what else is said`() throws {
        let names = lines.compactMap { $0.split(separator: "\t").first }.reduce(into: [Substring]()) { names, name in
            if names.last != name { names.append(name) }
        }
        #expect(names == ["(workbook)", "PL I. Tổng hợp", "so-lieu"])
        let data = lines.filter { $0.hasPrefix("so-lieu\t") }
        let first = try #require(data.firstIndex { $0.hasPrefix("so-lieu\t(") })
        #expect(first == 12)
        #expect(data[first...].allSatisfy { $0.hasPrefix("so-lieu\t(") })
    }

    @Test func `a value of several lines stays on one`() throws {
        let folder = try PrivateFolder()
        let path = folder.file("x.xlsx")
        try Workbook.write(to: path, properties: DemoWorkbook.properties()) { book in
            try book.addSheet(SheetName("A")) { try $0.write(.text("một\nhai\tba"), at: at("A1"), CellFormat()) }
        }
        #expect(try WorkbookDump.text(of: path).contains("A\tA1\ttext\tmột\\nhai\\tba\n"))
    }
}
