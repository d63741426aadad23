import TestSupport
import Testing

@testable import Domain

struct FoldedTextTests {
    @Test(arguments: [
        ("Hoà An", "hòa an", "hoa an"), ("QUỲNH Nhai", "quỳnh nhai", "quynh nhai"),
        ("Thuỷ  Sơn", "thủy sơn", "thuy son"),
        ("quý", "quý", "quy"), ("ĐOÀ\tLoè ", "đòa lòe", "doa loe"), (" hoà", "hòa", "hoa"), ("", "", ""),
        ("  ", "", ""),
    ])
    func `names are compared without case, with the tone in its place, and without marks`(
        _ written: String, _ exact: String, _ plain: String
    ) {
        #expect(Folding.exact(written) == exact)
        #expect(Folding.plain(written) == plain)
        #expect(Folding.words(written) == plain.split(separator: " ").map(String.init))
    }

    /// The short way for Vietnamese letters against the long way for any.
    @Test func `texts of Vietnamese letters are folded as texts of any letters are`() {
        let pieces = [
            "hoà", "Hoè", "QUỲ", "uỷ", "o", "à", " ", "\t", "\r\n", "Đ", "đ", "ữ", "Ỹ", "a", "Z", "-", ".", "7", "q",
            "uý",
            "e\u{301}", "\u{A0}", "ß", "É", "“", "\u{FEFF}", "ª", "İ", "\u{1C}", "k\u{212A}", "ã", "ỵ",
        ]
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let count = Int(generator.next() % 7)
            let text = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            #expect(
                Array(Folding.exact(text).utf8) == Array(Folding.exactOfAnyLetters(text).utf8),
                "\(text.debugDescription)")
            #expect(
                Array(Folding.plain(text).utf8) == Array(Folding.plainOfAnyLetters(text).utf8),
                "\(text.debugDescription)")
        }
    }
}
