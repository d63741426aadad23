import DelimitedText
import Testing

struct RowScannerTests {
    private static let pieces = ["a", "\"", ",", ";", "\t", "\r", "\n", "\r\n", "\"\"", "ễ", "Đ", "\u{FEFF}", "1,5"]

    private func places(_ document: DelimitedDocument) -> [NaiveReader.Place] {
        document.forEachBlock { _ in }.map {
            NaiveReader.Place(kind: $0.kind, line: $0.line, row: $0.row, column: $0.column ?? 0)
        }
    }

    private func compare(_ text: String, delimiter: UInt8, blockBytes: Int) {
        let bytes = Array(text.utf8)
        let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let naive = NaiveReader.read(Array(bytes[skipped...]), delimiter: delimiter)
        let document = DelimitedDocument(
            bytes, limits: Limits(doubtsPerKind: 100_000), dialect: Dialect(delimiter: delimiter),
            blockBytes: blockBytes)
        let rows = document.rows()
        #expect(rows == naive.rows, "\(text.debugDescription), blocks of \(blockBytes)")
        #expect(places(document) == naive.doubts, "\(text.debugDescription), blocks of \(blockBytes)")
    }

    @Test func `short random texts read as by the naive reader, at every boundary`() {
        var random = Seeded(1)
        for _ in 0..<6000 {
            let text = random.text(of: Self.pieces, count: Int(random.next() % 14))
            let delimiter = random.next() % 2 == 0 ? Dialect.comma : Dialect.semicolon
            for blockBytes in [1, 2, 3, 5, 1 << 20] { compare(text, delimiter: delimiter, blockBytes: blockBytes) }
        }
    }

    @Test func `long random texts read as by the naive reader, whatever the block`() {
        var random = Seeded(2)
        let calm = Self.pieces + Array(repeating: "phổ biến", count: 8) + [",", ",", "\n", "\n", "\"x,\n\"\"y\""]
        for _ in 0..<300 {
            let text = random.text(of: calm, count: 40 + Int(random.next() % 300))
            for blockBytes in [7, 63, 64, 65, 128, 1000] {
                compare(text, delimiter: Dialect.comma, blockBytes: blockBytes)
            }
        }
    }

    @Test func `long texts with few quotes read as by the naive reader, whatever the block`() {
        var random = Seeded(3)
        let rare = Self.pieces + Array(repeating: "phổ biến", count: 60) + Array(repeating: ",", count: 30)
        let pieces = rare + Array(repeating: "\n", count: 12) + Array(repeating: "7", count: 30)
        for round in 0..<300 {
            let text = random.text(
                of: round % 3 == 0 ? pieces : pieces + pieces.filter { $0 != "\"" && $0 != "\r" }, count: 700)
            for blockBytes in [63, 64, 200, 1000, 1 << 20] {
                compare(text, delimiter: Dialect.comma, blockBytes: blockBytes)
            }
        }
    }

    @Test func `blocks tile the rows and their numbers go on`() {
        let text = (1...200).map { "dòng \($0),\"a\nb\",\($0)" }.joined(separator: "\r\n")
        let document = DelimitedDocument(Array(text.utf8), blockBytes: 100)
        var rows = 0
        var blocks = 0
        var offset = 0
        document.forEachBlock { block in
            #expect(block.firstRow == rows + 1)
            #expect(block.baseOffset >= offset)
            for row in 0..<block.rowCount {
                #expect(block.fieldCount(row) == 3)
                #expect(block.line(of: row) == 2 * (rows + row) + 1)
                let shown = block.withBytes(row, 2) { String(decoding: $0, as: UTF8.self) }
                #expect(shown == String(rows + row + 1))
            }
            rows += block.rowCount
            blocks += 1
            offset = block.baseOffset
        }
        #expect(rows == 200)
        #expect(blocks > 20)
    }

    @Test func `bytes are lent without outer quotes and keep doubled ones`() {
        let document = DelimitedDocument(Array("\"a\"\"b\",\"\",\"1\"2,x\n".utf8))
        var raw: [String] = []
        document.forEachBlock { block in
            for field in 0..<block.fieldCount(0) {
                raw.append(block.withBytes(0, field) { String(decoding: $0, as: UTF8.self) })
            }
        }
        #expect(raw == ["a\"\"b", "", "1\"2", "x"])
        #expect(document.rows().map(\.fields) == [["a\"b", "", "12", "x"]])
    }
}
