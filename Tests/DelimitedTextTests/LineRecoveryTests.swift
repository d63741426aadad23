import DelimitedText
import Testing

struct LineRecoveryTests {
    private func rows(_ text: String) -> [[String]] {
        DelimitedDocument(Array(text.utf8), dialect: Dialect(delimiter: Dialect.comma)).recoveredRows().map(\.fields)
    }

    @Test func `a quote that nothing closes ends with its line`() {
        #expect(rows("a,b,c\n1,\"x,3\n4,5,6\n") == [["a", "b", "c"], ["1", "\"x", "3"], ["4", "5", "6"]])
    }

    @Test func `a quote too many beside a quoted cell gives the cells that other lines have`() {
        #expect(
            rows("a,b,c\n\"1,\"x, y\",3\n\"4\",\"5\",\"6\"\n")
                == [["a", "b", "c"], ["\"1", "x, y", "3"], ["4", "5", "6"]])
    }

    @Test func `a cell of several lines that is quoted well stays whole, and lines are counted through it`() {
        let text = "a,b\r\n\"x\r\ny\",1\r\n\"z,2\r\n3,4"
        let found = DelimitedDocument(Array(text.utf8), dialect: Dialect(delimiter: Dialect.comma)).recoveredRows()
        #expect(found.map(\.fields) == [["a", "b"], ["x\r\ny", "1"], ["\"z", "2"], ["3", "4"]])
        #expect(found.map(\.line) == [1, 2, 4, 5])
    }
}
