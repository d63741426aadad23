import TestSupport
import Testing

@testable import Domain

struct FoldedKeyTests {
    @Test(arguments: [
        "Trong đó: nữ", "  ĐẶNG–Ý ", "Xuất, nhập cảnh trái phép (vụ)", "Ho\u{300}a  Bi\u{300}nh", "", "…", "№ 5",
        "Straße 3²",
        "ĂẮẰẲẴẶâấầẩẫậƯỨỪỬỮỰơớờởỡợ ỲÝỶỸỴ", "a\u{A0}b", "HÒA/HOÀ", "“Quý III”",
    ])
    func `the short way to a key comes to what the long way does`(_ text: String) {
        #expect(Folding.key(text) == Folding.wordsOfAnyLetters(text).joined(separator: " "))
    }

    @Test func `the key of random letters is made as of any letters`() {
        var generator = SeededGenerator(seed: 11)
        let letters = Array("abzAZ019 .,-_()/đĐáàảãạăâêôơưứừửữựỳýỵẶỆỘỢ")
        for _ in 0..<500 {
            let text = String((0..<12).compactMap { _ in letters.randomElement(using: &generator) })
            #expect(Folding.key(text) == Folding.wordsOfAnyLetters(text).joined(separator: " "), "\(text)")
        }
    }
}
