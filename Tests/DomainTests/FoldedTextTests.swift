import Foundation
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

    /// Whatever the letter and whatever stands beside it, in each way of folding.
    @Test func `each letter is folded as letters of any kind are`() {
        let others: [UInt32] = [0xAC00, 0xD7A3, 0xF900, 0xFB01, 0xFEFF, 0xFF21, 0xFFFD, 0x1D15E, 0x1F600]
        let codes = Array(UInt32(0)..<0x3100) + others
        for scalar in codes.compactMap(Unicode.Scalar.init) {
            let letter = String(scalar)
            for text in [letter, "Uỷ" + letter, letter + "oà", "a" + letter + "\u{301}"] {
                let nfc = text.precomposedStringWithCanonicalMapping
                #expect(Array(Folding.composed(text).utf8) == Array(nfc.utf8), "\(scalar.value)")
                #expect(
                    Array(Folding.exact(text).utf8) == Array(Folding.exactOfAnyLetters(text).utf8), "\(scalar.value)")
                #expect(
                    Array(Folding.plain(text).utf8) == Array(Folding.plainOfAnyLetters(text).utf8), "\(scalar.value)")
                #expect(Folding.words(text) == Folding.wordsOfAnyLetters(text), "\(scalar.value)")
                #expect(
                    Folding.key(text) == Folding.wordsOfAnyLetters(text).joined(separator: " "), "\(scalar.value)")
            }
        }
    }

    @Test func `Vietnamese is composed as Unicode says, however it is mixed`() {
        let pieces = [
            "ế", "e\u{302}\u{301}", "ê\u{301}", "ặ", "a\u{323}\u{306}", "ư", "u\u{31B}", "Đ", "–", "“", "’", "…", " ",
            "\u{301}", "\u{323}", "ơ\u{303}", "\u{340}", "\u{1F71}", "\u{2126}", "가", "ㄱ", "\u{1100}\u{1161}",
            "\u{2000}",
        ]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let count = Int(generator.next() % 6)
            let text = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            #expect(
                Array(Folding.composed(text).utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8),
                "\(text.debugDescription)")
            #expect(Folding.words(text) == Folding.wordsOfAnyLetters(text), "\(text.debugDescription)")
        }
    }
}
