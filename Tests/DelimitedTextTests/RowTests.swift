import DelimitedText
import Testing

struct RowTests {
    private func read(_ text: String) -> [Row] {
        DelimitedDocument(Array(text.utf8)).rows()
    }

    @Test(arguments: ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\r\nc,d", "a,b\rc,d\n", "a,b\nc,d\r"])
    func `every kind of line end ends a row, and the last may lack it`(text: String) {
        #expect(read(text).map(\.fields) == [["a", "b"], ["c", "d"]])
        #expect(read(text).map(\.line) == [1, 2])
    }

    @Test func `line breaks in a cell keep the physical lines true`() {
        let rows = read("a,b\r\n\"x\r\ny\rz\nw\",2\r\n3,4")
        #expect(rows.map(\.line) == [1, 2, 6])
        #expect(rows.map(\.spreadsheetRow) == [1, 2, 3])
        #expect(rows[1].fields == ["x\r\ny\rz\nw", "2"])
    }

    @Test func `a blank line is a row of one empty field`() {
        let rows = read("a,b\n\n\r\n1,2\n")
        #expect(rows.map(\.fields) == [["a", "b"], [""], [""], ["1", "2"]])
        #expect(rows.map(\.spreadsheetRow) == [1, 2, 3, 4])
    }

    @Test func `a mark in the middle hides neither a cell nor its quote`() {
        let rows = read("a,b\n\u{FEFF}\"x,y\",\u{FEFF}2\n")
        #expect(rows[1].fields == ["x,y", "2"])
        #expect(rows[1].quoted == [true, false])
    }

    @Test func `a separator line is no row and the spreadsheet does not count it`() {
        let document = DelimitedDocument(Array("\u{FEFF}sep=|\r\na|b\r\n1,5|2;6\r\n".utf8))
        #expect(document.dialect == Dialect(delimiter: Dialect.bar, hasSeparatorLine: true))
        #expect(document.rows().map(\.fields) == [["a", "b"], ["1,5", "2;6"]])
        #expect(document.rows().map(\.line) == [2, 3])
        #expect(document.rows().map(\.spreadsheetRow) == [1, 2])
    }

    @Test func `nothing is trimmed`() {
        #expect(read(" a , \" b \" \n")[0].fields == [" a ", " \" b \" "])
    }
}
