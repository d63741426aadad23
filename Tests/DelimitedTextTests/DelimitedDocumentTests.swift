import DelimitedText
import Testing

struct DelimitedDocumentTests {
    @Test func `random bytes of every kind are read to the end or refused`() {
        var random = Seeded(6)
        let heads: [[UInt8]] = [[], [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], Array("sep=|\n".utf8)]
        for round in 0..<3000 {
            let anyByte = round % 2 == 0
            let pool = Array(",;\t|\"\n\ra1ễ\u{FEFF}".utf8) + [0xFF, 0, 0xD8]
            let body = (0..<Int(random.next() % 120)).map { _ in
                anyByte ? UInt8(random.next() & 0xFF) : pool[Int(random.next() % UInt64(pool.count))]
            }
            let head = heads[round % heads.count]
            let document = DelimitedDocument(head + body, blockBytes: 1 + round % 70)
            let doubts = document.allDoubts()
            let rows = document.rows()
            #expect(rows.map(\.spreadsheetRow) == Array(1...(rows.count + 1)).dropLast())
            #expect(!rows.isEmpty || doubts.contains { $0.isFatal }, "\(head + body)")
            #expect(doubts.allSatisfy { $0.line >= 1 && $0.row >= 1 })
            guard head.isEmpty || head == [0xEF, 0xBB, 0xBF], !doubts.contains(where: { $0.kind == .notText }),
                !body.starts(with: [0xFF, 0xFE]), !body.starts(with: [0xFE, 0xFF])
            else { continue }
            let repaired = Array(String(decoding: body, as: UTF8.self).utf8)
            let skipped = head.isEmpty && repaired.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let naive = NaiveReader.read(Array(repaired[skipped...]), delimiter: document.dialect.delimiter)
            #expect(rows == naive.rows, "\(head + body)")
        }
    }

    @Test func `a dialect that is given is not decided again`() {
        let document = DelimitedDocument(Array("a;b\nc;d\n".utf8), dialect: Dialect(delimiter: Dialect.comma))
        #expect(document.rows().map(\.fields) == [["a;b"], ["c;d"]])
        #expect(document.doubts.isEmpty)
    }

    @Test func `what the caller throws comes out`() {
        struct Stop: Error {}
        let document = DelimitedDocument(Array("a,b\n".utf8))
        #expect(throws: Stop.self) { try document.forEachBlock { _ in throw Stop() } }
    }
}
