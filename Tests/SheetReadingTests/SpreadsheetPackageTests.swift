import SheetReading
import Testing
import ZipPackage

struct SpreadsheetPackageTests {
    @Test func `numbers are exact to the fifteen digits that Excel shows`() throws {
        let written = [
            "1320", "0.30000000000000004", "-1234.50", "1E-3", "1.5E+3", "100000000000000000000", "1e22", "-0", "007",
            "0.1234567890123456", "999999999999999.9",
        ]
        let row = written.enumerated().map { "<c><v>\($1)</v></c>" }.joined()
        let read = try RawWorkbook(rows: "<row>\(row)</row>").cells().map { $0.split(separator: " ")[2] }
        #expect(
            read == [
                "1320", "0.3", "-1234.5", "0.001", "1500", "100000000000000000000", "1E+22", "0", "7",
                "0.123456789012346", "1000000000000000",
            ])
    }

    @Test func `a format makes a day, a share or a code of a number`() throws {
        let formats = ["dd/mm/yyyy;@", "0.0%", "00000", "[h]:mm", "#,##0\\ \\d", "[Red]General", "h:mm"]
        let values = ["46290", "0.255", "3646", "1.5", "12", "7", "0.354166666666667"]
        let row = values.enumerated().map { "<c s=\"\($0 + 1)\"><v>\($1)</v></c>" }.joined()
        #expect(
            try RawWorkbook(rows: "<row r=\"2\">\(row)</row>", formats: formats).cells() == [
                "R2C1 date 2026-09-25", "R2C2 percentage 25.5", "R2C3 digits 03646", "R2C4 time 36:00:00",
                "R2C5 number 12", "R2C6 number 7", "R2C7 time 08:30:00",
            ])
    }

    @Test(arguments: [("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("2958465", "9999-12-31")])
    func `days count from 1900`(_ serial: String, _ day: String) throws {
        let made = RawWorkbook(rows: "<row><c s=\"1\"><v>\(serial)</v></c></row>", formats: ["d/m/yy"])
        #expect(try made.cells() == ["R1C1 date \(day)"])
    }

    @Test func `days count from 1904 where the workbook says so`() throws {
        let made = RawWorkbook(
            rows: "<row><c s=\"1\"><v>44828.5</v></c></row>", formats: ["d/m/yy"],
            workbook: "<workbookPr date1904=\"1\"/>")
        #expect(try made.cells() == ["R1C1 date 2026-09-25 12:00"])
    }

    @Test func `texts are shared, inline or results, and rich texts are joined without their readings`() throws {
        let made = RawWorkbook(
            rows:
                "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>1</v></c><c r=\"C5\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>&#10;b</t></r>"
                + "</is></c><c r=\"D5\" t=\"str\"><f>A1</f><v>c_x0041_</v></c><c r=\"E5\" t=\"str\"><f>A1</f><v></v></c></row>",
            texts: ["<t>không</t>", "<r><t>Mường </t></r><r><t>Sại</t></r><rPh><t>ẩn</t></rPh>"])
        #expect(try made.cells() == ["R5C2 text Mường Sại", "R5C3 text a b", "R5C4 text cA"])
    }

    @Test func `a note's number and what is struck through make no number with the digits beside them`() throws {
        let made = RawWorkbook(
            rows: "<row>" + (0..<4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>",
            texts: [
                "<r><t>57</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>",
                "<r><rPr><strike/></rPr><t>9</t></r><r><t>57</t></r>", "<r><t>5</t></r><r><rPr><b/></rPr><t>7</t></r>",
                "<r><t>m</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>",
            ])
        #expect(try made.cells() == ["R1C1 text 57|1", "R1C2 text 9|57", "R1C3 text 57", "R1C4 text m2"])
        let own = RawWorkbook(
            rows: "<row>"
                + [
                    "<r><t>57</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>",
                    "<r><rPr><strike/></rPr><t>9</t></r><r><t>57</t></r>",
                    "<r><t>5</t></r><r><rPr><vertAlign val=\"baseline\"/></rPr><t>7</t></r>",
                ].map { "<c t=\"inlineStr\"><is>\($0)</is></c>" }.joined() + "</row>")
        #expect(try own.cells() == ["R1C1 text 57|1", "R1C2 text 9|57", "R1C3 text 57"])
    }

    @Test func `a formula without a value is told apart from one with`() throws {
        let made = RawWorkbook(
            rows: "<row><c><f>SUM(A1:A2)</f></c><c><f>1+1</f><v>2</v></c><c><f>B1</f><v></v></c>"
                + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"b\"><v>1</v></c></row>")
        #expect(
            try made.cells() == [
                "R1C1 formula =SUM(A1:A2)", "R1C2 number 2", "R1C3 formula =B1", "R1C4 error #DIV/0!",
                "R1C5 boolean TRUE",
            ])
    }

    @Test func `a zero that is still to be calculated is no value`() throws {
        var made = RawWorkbook(rows: "<row><c><f>1+1</f><v>0</v></c><c><v>0</v></c></row>")
        #expect(try made.cells() == ["R1C1 number 0", "R1C2 number 0"])
        made.parts["xl/workbook.xml"] = made.parts["xl/workbook.xml"]?.replacing(
            "</workbook>", with: "<calcPr fullCalcOnLoad=\"1\"/></workbook>")
        #expect(try made.cells() == ["R1C1 formula =1+1", "R1C2 number 0"])
    }

    @Test func `any prefix and the strict namespace are read`() throws {
        var made = RawWorkbook(rows: "<row><c><v>1</v></c></row>")
        made.parts["xl/worksheets/sheet1.xml"] =
            "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"3\">"
            + "<x:c r=\"C3\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        #expect(try made.cells() == ["R3C3 number 5"])
    }

    @Test func `hidden rows and columns and merged cells are known`() throws {
        let made = RawWorkbook(
            rows: "<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>1</v></c></row>",
            behind: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>")
        let marks = try made.marks()
        #expect(marks.merged == [SheetMarks.Range(rows: 1...2, columns: 1...3)])
        var hidden: [Int] = []
        let workbook = try #require(try WorkbookFile(made.bytes()))
        _ = try workbook.read(workbook.sheets[0]) { if $0.isHidden { hidden.append($0.number) } }
        #expect(hidden == [4])
    }

    @Test func `what a row throws ends the reading`() throws {
        struct Enough: Error {}
        let made = RawWorkbook(rows: "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>")
        let workbook = try #require(try WorkbookFile(made.bytes()))
        var rows = 0
        #expect(throws: Enough.self) {
            _ = try workbook.read(workbook.sheets[0]) { _ in
                rows += 1
                throw Enough()
            }
        }
        #expect(rows == 1)
    }
}
