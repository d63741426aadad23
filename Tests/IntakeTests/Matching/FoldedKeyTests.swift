import Domain
import TestSupport
import Testing

@testable import Intake

struct FoldedKeyTests {
    @Test(arguments: [
        "Trong đó: nữ", "  ĐẶNG–Ý ", "Xuất, nhập cảnh trái phép (vụ)", "Ho\u{300}a  Bi\u{300}nh", "", "…", "№ 5",
        "Straße 3²",
        "ĂẮẰẲẴẶâấầẩẫậƯỨỪỬỮỰơớờởỡợ ỲÝỶỸỴ", "a\u{A0}b", "HÒA/HOÀ", "“Quý III”",
    ])
    func `is the key of the domain`(_ text: String) {
        #expect(FoldedKey.of(text) == Folding.key(text))
    }

    @Test func `is the key of the domain for random letters`() {
        var generator = SeededGenerator(seed: 11)
        let letters = Array("abzAZ019 .,-_()/đĐáàảãạăâêôơưứừửữựỳýỵẶỆỘỢ")
        for _ in 0..<500 {
            let text = String((0..<12).compactMap { _ in letters.randomElement(using: &generator) })
            #expect(FoldedKey.of(text) == Folding.key(text), "\(text)")
        }
    }
}
