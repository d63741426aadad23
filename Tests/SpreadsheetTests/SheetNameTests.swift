import Spreadsheet
import Testing

struct SheetNameTests {
    @Test(arguments: [
        "PL VIII. Tiến độ theo tháng", "a", "Số liệu (2026)", "31 ký tự: ".dropLast(2) + "abcdefghijklmnopqrstuvw",
    ])
    func `what Excel takes is taken`(text: String) throws {
        #expect(try SheetName(text).text == text)
    }

    @Test(arguments: [
        "", String(repeating: "ữ", count: 32), String(repeating: "👩‍👩‍👧", count: 4),
        "a[b", "a]b", "a:b", "a*b", "a?b", "a/b", "a\\b", "'a", "a'",
        "History",
        "a\u{1}b", "a\nb", "a\tb", "a\u{FFFE}", "_x0041_",
    ])
    func `what Excel repairs is refused`(text: String) {
        let error = #expect(throws: SpreadsheetError.self) { try SheetName(text) }
        #expect(error?.reason == .refused)
    }

    @Test func `an apostrophe is doubled in formulas`() throws {
        #expect(try SheetName("Ea H'leo").quoted == "'Ea H''leo'")
        let range = SheetRange(try SheetName("Ea H'leo"), try cells("B2", "C9"))
        #expect(range.formula == "'Ea H''leo'!$B$2:$C$9")
    }

    @Test func `two sheets may not differ by case alone`() throws {
        let folder = try PrivateFolder()
        let error = #expect(throws: SpreadsheetError.self) {
            try Workbook.write(to: folder.file("x.xlsx"), properties: DemoWorkbook.properties()) { book in
                try book.addSheet(SheetName("Đào tạo")) { _ in }
                try book.addSheet(SheetName("đÀO TẠO")) { _ in }
            }
        }
        #expect(error?.message.contains("there is a sheet of this name") == true)
    }
}
