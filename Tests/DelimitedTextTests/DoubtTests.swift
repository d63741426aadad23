import DelimitedText
import Testing

struct DoubtTests {
    private func doubts(_ bytes: [UInt8], limits: Limits = .standard) -> [Doubt] {
        DelimitedDocument(bytes, limits: limits, blockBytes: 8).allDoubts()
    }

    private func doubts(_ text: String, limits: Limits = .standard) -> [Doubt] {
        doubts(Array(text.utf8), limits: limits)
    }

    @Test func `a clean file has none`() {
        #expect(doubts("xã,số lớp\nMường Bú,\"1,5\"\n").isEmpty)
    }

    @Test func `an undecodable byte is shown with its place and the other rows are read`() {
        var bytes = Array("xã,số\n\"a\nb\",Mộc Ch".utf8)
        bytes += [0xFF]
        bytes += Array("u\nBắc Yên,12\n".utf8)
        let document = DelimitedDocument(bytes)
        #expect(
            document.allDoubts() == [
                Doubt(kind: .undecodableByte, line: 3, row: 2, column: 2, sample: "FF «b\",Mộc Ch\u{FFFD}u»")
            ])
        #expect(document.rows().map(\.fields) == [["xã", "số"], ["a\nb", "Mộc Ch\u{FFFD}u"], ["Bắc Yên", "12"]])
        #expect(document.encoding == .utf8)
        #expect(document.allDoubts().allSatisfy { !$0.isFatal })
    }

    @Test func `neighbouring undecodable bytes are one place`() {
        let found = doubts(Array("ă,ơ\n".utf8) + [0x80, 0x81, 0x2C, 0x31, 0x0A])
        #expect(found.map(\.sample) == ["80 81 «\u{FFFD}\u{FFFD},1»"])
    }

    @Test func `a run of undecodable bytes in plain ASCII does not make another encoding of the file`() {
        let bytes = Array("a,b\n".utf8) + Array(repeating: 0xFF, count: 30) + Array(",1\nx,".utf8) + [0xFE, 0x0A]
        let found = doubts(bytes, limits: Limits(doubtsPerKind: 1))
        #expect(found.map(\.kind) == [.undecodableByte])
        #expect(found.map(\.further) == [1])
    }

    @Test(arguments: [99_999, 100_000])
    func `a file broken throughout is given up`(rows: Int) {
        let line: [UInt8] = [0x61, 0x2C, 0xFF, 0x0A]
        let bytes = [0xEF, 0xBB, 0xBF] + repeatElement(line, count: rows).joined()
        let document = DelimitedDocument(bytes, limits: Limits(surveyBytes: 1000, doubtsPerKind: 10))
        let isGivenUp = rows == 100_000
        #expect(document.doubts.map(\.kind) == (isGivenUp ? [.doubtfulEncoding] : []))
        #expect(document.decision.isDoubtful == isGivenUp)
        var count = 0
        var last = ""
        let found = document.forEachBlock { block in
            count += block.rowCount
            last = block.text(block.rowCount - 1, 1)
        }
        #expect(count == rows)
        #expect(last == "\u{FFFD}")
        #expect(found.last?.further == (isGivenUp ? nil : 99_989))
    }

    @Test func `the place of every odd byte is where the naive reader has it`() {
        var random = Seeded(5)
        let pieces = ["ễ", "ợ", "a", ",", "\n", "\r\n", "\r", "\"x\r\n\"\"y,\n%\"", "%", "%", "phổ biến"]
        // So much text that the NULs below do not make a binary file of it.
        let calm = String(repeating: "ễ", count: 700) + ",a\n"
        for round in 0..<800 {
            let text = random.text(of: pieces, count: 3 + Int(random.next() % 60))
            let odd: UInt8 = round % 2 == 0 ? 0xFF : 0
            let bytes = Array((calm + text).utf8).map { $0 == 0x25 ? odd : $0 }
            guard bytes.contains(odd) else { continue }
            let document = DelimitedDocument(
                bytes, dialect: Dialect(delimiter: Dialect.comma), blockBytes: 1 + round % 90)
            let kind: Doubt.Kind = odd == 0 ? .nulByte : .undecodableByte
            let found = document.forEachBlock { _ in }.filter { $0.kind == kind }
            #expect(found.map(\.line) == places(of: odd, in: bytes).map(\.line), "\(text.debugDescription)")
            let cells = found.map { [$0.row, $0.column ?? 0] }
            #expect(cells == places(of: odd, in: bytes).map { [$0.row, $0.column] }, "\(text.debugDescription)")
        }
    }

    /// Line by counting line ends; row and column by reading what is before with the naive reader. Neighbouring
    /// bytes that cannot be decoded are one place.
    private func places(of odd: UInt8, in bytes: [UInt8]) -> [(line: Int, row: Int, column: Int)] {
        bytes.indices.filter { bytes[$0] == odd && (odd == 0 || $0 == 0 || bytes[$0 - 1] != odd) }.map { index in
            var line = 1
            for at in 0..<index {
                if bytes[at] == 0x0D || (bytes[at] == 0x0A && (at == 0 || bytes[at - 1] != 0x0D)) { line += 1 }
            }
            let before = NaiveReader.read(Array(bytes[..<index]) + [0x78], delimiter: Dialect.comma)
            return (line, before.rows.count, before.rows.last?.fields.count ?? 0)
        }
    }

    @Test func `doubts of a kind are listed up to the cap and the rest are counted`() {
        var bytes = Array("ễ,ễ,ễ,ễ,ễ,ễ,ễ,ễ,ễ,ễ\n".utf8)
        for _ in 0..<9 { bytes += [0x31, 0xFF, 0x2C, 0x61, 0x22, 0x2C, 0x00, 0x0A] }
        let found = doubts(bytes, limits: Limits(doubtsPerKind: 4))
        for kind in [Doubt.Kind.undecodableByte, .loneQuote, .nulByte] {
            #expect(found.filter { $0.kind == kind }.map(\.further) == [0, 0, 0, 5], "\(kind)")
            #expect(found.filter { $0.kind == kind }.map(\.row) == [2, 3, 4, 5], "\(kind)")
        }
    }

    @Test func `a NUL is a doubt of its cell`() {
        let found = doubts("a,b\n1,\0\u{1B}2\n")
        #expect(found == [Doubt(kind: .nulByte, line: 2, row: 2, column: 2, sample: "00 «1,␀␛2»")])
    }

    @Test(arguments: ["a,b\n1,5\" x\n", "a,b\n1,\"x\"y\n", "a,b\n1, \"x\"\n", "a,b\n1,\"x\" \n"])
    func `a quote where none belongs is a doubt of its cell`(text: String) {
        let found = doubts(text)
        #expect(found.map(\.kind) == [.loneQuote])
        #expect(found.map(\.line) == [2])
        #expect(found.map(\.column) == [2])
    }

    @Test func `an unclosed quote is fatal and names the line where it opened`() {
        let found = doubts("a,b\n1,2\n3,\"x\n5,6\n7,8\n")
        #expect(found == [Doubt(kind: .unclosedQuote, line: 3, row: 3, column: 2, sample: "\"x␊5,6␊7,8␊")])
        #expect(found.allSatisfy { $0.isFatal })
    }

    @Test func `each block brings the doubts of its own rows`() {
        let document = DelimitedDocument(Array("a,b\n1,2\"\n3,4\n5\",6\n".utf8), blockBytes: 4)
        var rows: [[Int]] = []
        let all = document.forEachBlockWithDoubts { block, doubts in
            let range = block.firstRow..<block.firstRow + block.rowCount
            #expect(doubts.allSatisfy { range.contains($0.row) })
            if !doubts.isEmpty { rows.append(doubts.map(\.row)) }
        }
        #expect(rows == [[2], [4]])
        #expect(all.map(\.row) == [2, 4])
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "zip"), (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), "xlsx"),
            (Array("PK\u{3}\u{4}....word/document.xml".utf8), "docx"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "ole"), (Array("%PDF-1.7\n".utf8), "pdf"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "png"), ([0xFF, 0xD8, 0xFF, 0xE0], "jpeg"),
            (Array(0..<255), "binary"),
        ] as [([UInt8], String)])
    func `what is no text is named and has no rows`(bytes: [UInt8], name: String) {
        let document = DelimitedDocument(bytes)
        #expect(document.allDoubts().map(\.kind) == [.notText])
        #expect(document.allDoubts().map(\.sample) == [name])
        #expect(document.allDoubts().allSatisfy { $0.isFatal })
        #expect(document.rows().isEmpty)
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\n", ";;;\r\n;;;\r\n", "sep=;\n"])
    func `a file without a letter is empty`(text: String) {
        #expect(doubts(text).map(\.kind) == [.empty])
    }

    @Test func `a file of one column is doubtful, not fatal`() {
        let found = doubts("Xã\nMường Bú\nMường La, bản\n")
        #expect(found.map(\.kind) == [.singleColumn])
        #expect(found.allSatisfy { !$0.isFatal })
    }
}
