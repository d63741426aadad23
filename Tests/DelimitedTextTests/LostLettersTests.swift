import DelimitedText
import TestSupport
import Testing

struct LostLettersTests {
    private static let table = """
        Đơn vị;Số lớp;Ghi chú
        Phù Yên;12;"đã mở
        ở bản"
        Sơn La;3;người học
        Mường La;3;trường phổ thông, thị trấn

        """

    @Test func `a file saved in the old code page has lost letters, and the first is shown with its place`() {
        let document = DelimitedDocument(LegacyEncoders.lossy(Self.table), witnesses: ["đơn", "lớp", "Sơn"])
        let found = document.allDoubts().filter { $0.kind == .lostLetters }
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.isFatal })
        #expect(found.first?.line == 1)
        #expect(found.first?.column == 1)
        #expect(found.first?.sample == "Đơn v?")
        #expect((found.first?.further ?? 0) > 2)
    }

    @Test func `letters lost at the edge of words are found too`() {
        let text = "x\u{E3};th?;tr?n\nk? ho?ch;?n;?t\n"
        let found = DelimitedDocument(Array(text.utf8)).allDoubts()
        #expect(found == [Doubt(kind: .lostLetters, line: 1, row: 1, column: 2, sample: "th?", further: 5)])
    }

    @Test func `the place is right after cells of several lines`() {
        let found = DelimitedDocument(Array("a;b\n1;\"x\ny\"\nS?n La;Ph??ng\nT?ng;H?c\n".utf8)).allDoubts()
        #expect(found == [Doubt(kind: .lostLetters, line: 4, row: 3, column: 1, sample: "S?n La", further: 3)])
    }

    @Test(arguments: [
        "xã;ghi chú\nPhù Yên;có đủ không?\nMường La;S?n\n", "a;b\nwhat?;why?\nwhere?;S?n\n",
        "id;address\n1;https://example.org/index.php?id=3\n2;https://example.org/a?b=c\n3;x.php?page=1\n4;https://example.org/?p=1\n",
        "??;???\n?;??\n", "a;b\nwho?knows;what?ever\nmay?be;some?thing\n",
    ])
    func `question marks that no letter was lost to are none`(text: String) {
        let found = DelimitedDocument(Array(text.utf8)).allDoubts()
        #expect(!found.contains { $0.kind == .lostLetters })
    }

    @Test func `a few such words among very many whole ones are none`() {
        let whole = (0..<50).map { "Mường bản \($0);đã học\n" }.joined()
        #expect(DelimitedDocument(Array((whole + "S?n;T?ng\n").utf8)).allDoubts().isEmpty)
    }
}
