import Foundation
import Testing

struct CaseTextTests {
    @Test(arguments: ["", "một\n", "một", "\n", "\n\n", "một\n\nhai", "== hai\n", " === ba\n"])
    func `a section comes back as it was, whether it ends a line or not`(_ content: String) {
        var text = CaseText()
        text.add("fixture", "nho")
        text.add("in", "inputs/tệp một.csv", Data(content.utf8))
        text.add("stdout", "", Data("sau\n".utf8))
        let again = CaseText(String(decoding: text.bytes, as: UTF8.self))
        #expect(again.bytes == text.bytes)
        #expect(again.files("in") == ["inputs/tệp một.csv": Data(content.utf8)])
        #expect(again.value("fixture") == "nho")
        #expect(again.content("stdout") == Data("sau\n".utf8))
        #expect(again.content("stderr") == nil)
    }

    @Test(arguments: ["a\r\nb\r\n", "\u{FEFF}a\n", "a\u{0}b\n", "một\n=== hai\n", "a\n\\ no line end\n"])
    func `what an editor would not keep, or what looks like a section, lies beside the text`(_ content: String) {
        #expect(!CaseText.canHold(Data(content.utf8)))
    }

    @Test func `bytes that are no UTF-8 lie beside the text, other texts in it`() {
        #expect(!CaseText.canHold(Data([0x63, 0xE1, 0x0A])))
        #expect(CaseText.canHold(Data("a;b\n".utf8)))
    }
}
