import DelimitedText
import Testing

struct RowWriterTests {
    private func written(_ rows: [[String]], delimiter: UInt8 = Dialect.comma, mark: Bool = false) -> String {
        var writer = RowWriter(delimiter: delimiter, mark: mark)
        for row in rows { writer.write(row) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `quotes stand where they are needed and nowhere else`() {
        #expect(written([["a", "b c", "1,5", "x\"y", "p\nq", ""]]) == "a,b c,\"1,5\",\"x\"\"y\",\"p\nq\",\r\n")
        #expect(written([["1,5", "a;b"]], delimiter: Dialect.semicolon) == "1,5;\"a;b\"\r\n")
    }

    @Test func `the mark stands once, at the head`() {
        #expect(Array(written([["a"], ["b"]], mark: true).utf8) == [0xEF, 0xBB, 0xBF] + Array("a\r\nb\r\n".utf8))
    }

    @Test func `a first cell is not taken for a separator line`() {
        let text = written([["sep=;"], ["sep=;"]], delimiter: Dialect.comma)
        #expect(text == "\"sep=;\"\r\nsep=;\r\n")
        let document = DelimitedDocument(Array(text.utf8), dialect: Dialect(delimiter: Dialect.comma))
        #expect(document.rows().map(\.fields) == [["sep=;"], ["sep=;"]])
    }

    @Test func `random rows come back as they were`() {
        var random = Seeded(4)
        let pieces = ["a", "\"", ",", ";", "\t", "\r", "\n", "ễ", "\u{FEFF}", " ", "sep=", "😀"]
        for round in 0..<1500 {
            let delimiter = [Dialect.comma, Dialect.semicolon, Dialect.tab, Dialect.bar][round % 4]
            let rows = (0..<1 + Int(random.next() % 4)).map { _ in
                (0..<1 + Int(random.next() % 4)).map { _ in random.text(of: pieces, count: Int(random.next() % 5)) }
            }
            let text = written(rows, delimiter: delimiter, mark: round % 3 == 0)
            let document = DelimitedDocument(
                Array(text.utf8), dialect: Dialect(delimiter: delimiter), blockBytes: 1 + round % 9)
            #expect(document.rows().map(\.fields) == rows, "\(text.debugDescription)")
            #expect(document.forEachBlock { _ in }.isEmpty, "\(text.debugDescription)")
        }
    }
}
