import DelimitedText
import Testing

struct DialectChoiceTests {
    private func document(_ text: String) -> DelimitedDocument {
        DelimitedDocument(Array(text.utf8), isOfNoForm: true)
    }

    private func rows(_ text: String) -> [[String]] { document(text).rows().map(\.fields) }

    @Test func `single quotes are quotes where whole cells stand in them`() {
        let text = "a,b,c\n'x, y',2,'it''s'\n'z',3,4\n"
        #expect(document(text).dialect.quote == UInt8(ascii: "'"))
        #expect(rows(text) == [["a", "b", "c"], ["x, y", "2", "it's"], ["z", "3", "4"]])
    }

    @Test func `an apostrophe before a code is a letter`() {
        let text = "mã,tên\n'0012,Bản Đ'ray\n'0013,Nà Sản\n"
        #expect(document(text).dialect.quote == UInt8(ascii: "\""))
        #expect(rows(text)[1] == ["'0012", "Bản Đ'ray"])
    }

    @Test(arguments: ["\\", "\0"]) func `an escape before a quote makes a letter of it`(_ escape: String) {
        let text = "a,b\n\"x \(escape)\"y\(escape)\", z\",1\n\"p\",2\n"
        let document = document(text)
        #expect(document.dialect.escape == escape.utf8.first)
        #expect(rows(text) == [["a", "b"], ["x \"y\", z", "1"], ["p", "2"]])
        #expect(!document.allDoubts().contains { $0.kind == .loneQuote })
    }

    @Test func `a path that ends in a backslash is no escape`() {
        let text = "a,b\n\"C:\\dir\\\",1\n\"D:\\\",2\n"
        #expect(document(text).dialect.escape == nil)
        #expect(rows(text)[1] == ["C:\\dir\\", "1"])
    }

    @Test func `a quote after a delimiter and a blank opens a cell`() {
        #expect(rows("a, b, c\n1, \"x, y\", 2\n3, \"z\", 4\n")[1] == ["1", " x, y", " 2"])
    }

    @Test(arguments: ["^", "~", ":", " "]) func `a rare delimiter is found where every row agrees`(_ mark: String) {
        let text = (1...4).map { ["x\($0)", "\"y z:~^\"", "\($0)\n"].joined(separator: mark) }.joined()
        #expect(document(text).dialect.delimiter == mark.utf8.first)
        #expect(rows(text).allSatisfy { $0.count == 3 })
        #expect(document(text).doubts.isEmpty)
    }

    @Test(arguments: [
        "a,b,c\n'x, y',2,3\n'z',3,4\n", "a,b\n\"x \\\"y\\\", z\",1\n\"p\",2\n", "a, b\n1, \"x, y\"\n",
        "1^2^3\n4^5^6\n7^8^9\n",
    ]) func `a file that may be counted is read in the common way alone`(_ text: String) {
        let document = DelimitedDocument(Array(text.utf8))
        #expect(document.dialect.quote == UInt8(ascii: "\""))
        #expect(document.dialect.escape == nil)
        #expect(document.rows() == DelimitedDocument(Array(text.utf8), dialect: document.dialect).rows())
    }

    @Test func `quotes that leave nothing doubtful as letters are letters`() {
        #expect(rows("a,b\n'x','y'\n'z',1\n")[1] == ["'x'", "'y'"])
        #expect(rows("'a','b'\n'x','y'\n'z','1'\n")[1] == ["x", "y"])
    }

    @Test func `prose and times of day have no rare delimiter`() {
        #expect(document("ba từ đây\nbốn từ ở đây\nhết\n").doubts.map(\.kind) == [.singleColumn])
        #expect(document("08:30\n09:15\n10:45\n").doubts.map(\.kind) == [.singleColumn])
    }

    @Test func `a table in a common delimiter stays in it, however regular its blanks`() {
        #expect(document("a b,c d,e f\n1 2,3 4,5 6\n7 8,9 0,1 2\n").dialect.delimiter == Dialect.comma)
    }
}
