import DelimitedText
import Testing

struct LimitsTests {
    private func document(_ text: String, _ limits: Limits, blockBytes: Int) -> DelimitedDocument {
        DelimitedDocument(
            Array(text.utf8), limits: limits, dialect: Dialect(delimiter: Dialect.comma), blockBytes: blockBytes)
    }

    @Test(arguments: [1, 3, 64, 1 << 20])
    func `a cell past the limit ends the reading at its row`(blockBytes: Int) {
        let text = "a,b\n1,2\n3,\"" + String(repeating: "x\n", count: 40) + "\"\n5,6\n"
        let document = document(text, Limits(cellBytes: 50), blockBytes: blockBytes)
        let found = document.allDoubts()
        #expect(document.rows().map(\.fields) == [["a", "b"], ["1", "2"]])
        #expect(found.map(\.kind) == [.cellTooLong])
        #expect(found.map(\.line) == [3])
        #expect(found.map(\.row) == [3])
        #expect(found.map(\.column) == [2])
        #expect(found.allSatisfy { $0.isFatal })
    }

    @Test(arguments: [1, 3, 64, 1 << 20])
    func `a row past the limit of fields ends the reading`(blockBytes: Int) {
        let text = "a,b,c,d\n" + String(repeating: "1,", count: 100) + "\n5,6\n"
        let document = document(text, Limits(fieldsPerRow: 4), blockBytes: blockBytes)
        #expect(document.rows().map(\.fields) == [["a", "b", "c", "d"]])
        #expect(document.allDoubts().map(\.kind) == [.tooLarge])
        #expect(document.allDoubts().map(\.row) == [2])
    }

    @Test(arguments: [1, 64, 1 << 20])
    func `a row past the limit of bytes ends the reading`(blockBytes: Int) {
        let text = "a,b\n" + String(repeating: "123456789,", count: 30) + "\n"
        let document = document(text, Limits(rowBytes: 200), blockBytes: blockBytes)
        #expect(document.rows().map(\.fields) == [["a", "b"]])
        #expect(document.allDoubts().map(\.kind) == [.tooLarge])
    }

    @Test func `cells and rows at the limit are read`() {
        let limits = Limits(cellBytes: 3, rowBytes: 7, fieldsPerRow: 2)
        let document = document("abc,def\n123,456", limits, blockBytes: 1)
        #expect(document.rows().map(\.fields) == [["abc", "def"], ["123", "456"]])
        #expect(document.allDoubts().isEmpty)
    }

    @Test func `a file past the limit is not read`() {
        let document = DelimitedDocument(Array("a,b\n1,2\n".utf8), limits: Limits(fileBytes: 7))
        #expect(document.rows().isEmpty)
        #expect(document.doubts == [Doubt(kind: .tooLarge, line: 1, row: 1, column: nil, sample: "8")])
    }

    @Test func `a giant line of one cell or of a million is refused at once`() {
        for piece in ["x", ","] {
            let bytes = Array("a,b\n".utf8) + Array(repeating: piece.utf8.first ?? 0, count: 3 << 20)
            let document = DelimitedDocument(bytes, limits: Limits(surveyBytes: 1 << 16))
            #expect(document.rows().count == 1)
            #expect(document.allDoubts().contains { $0.isFatal && $0.row == 2 })
        }
    }

    @Test func `more rows than are held at once are a doubt, and the first are there`() {
        let most = DelimitedDocument(Array(String(repeating: "a\n", count: 466_033).utf8))
        #expect(!most.hasRowsBeyondRoom)
        let more = DelimitedDocument(Array(String(repeating: "a\n", count: 466_034).utf8))
        #expect(more.hasRowsBeyondRoom)
        let (rows, doubts) = more.rowsWithDoubts()
        #expect(rows.count == 466_033)
        #expect(doubts.filter { $0.kind == .tooLarge }.map(\.row) == [466_034])
    }
}
