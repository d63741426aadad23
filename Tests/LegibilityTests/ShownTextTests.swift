import Legibility
import Testing

struct ShownTextTests {
    private static let steering: [Unicode.Scalar] = [
        "\u{0}", "\u{7}", "\u{8}", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}", "\u{9F}", "\u{61C}", "\u{200E}",
        "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{206F}", "\u{FEFF}", "\u{FFF9}", "\u{FDD0}",
        "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{E0001}", "\u{E007F}",
    ]

    @Test(arguments: steering) func `what steers is marked on one line, on several and in a name`(
        _ scalar: Unicode.Scalar
    ) {
        let text = "Sở\(Character(scalar)) Y tế"
        for shown in [ShownText.line(text), ShownText.lines(text), ShownText.name(text)] {
            #expect(Array(shown.unicodeScalars) == Array("Sở\u{FFFD} Y tế".unicodeScalars))
        }
    }

    @Test(arguments: [
        "Sơn La – Mường Sại “Đoàn Kết” 100 %", "Ê\u{301}ban e\u{323}\u{302} u\u{31B}\u{301}", "ปกติ 漢字 ไทย", "👩‍👩‍👧",
        "\u{A0}ï»¿Âu", "a\u{FFFD}b", "\u{200B}\u{AD}", "",
    ]) func `letters stay byte for byte`(_ text: String) {
        for shown in [ShownText.line(text), ShownText.lines(text), ShownText.name(text), ShownText.json(text)] {
            #expect(Array(shown.utf8) == Array(text.utf8))
        }
    }

    @Test func `line breaks are line feeds where there are several lines, and blanks on one`() {
        let text = "một\r\nhai\rba\nbốn\tnăm\u{B}sáu\u{2028}bảy\u{2029}tám"
        #expect(ShownText.lines(text) == "một\nhai\nba\nbốn\tnăm\nsáu\nbảy\ntám")
        #expect(ShownText.line(text) == "một hai ba bốn năm sáu bảy tám")
        #expect(ShownText.name("a\nb\tc") == "a\u{FFFD}b\u{FFFD}c")
    }

    @Test func `JSON keeps the value and shows no character raw`() {
        #expect(
            ShownText.json("{\n  \"a\" : \"x\u{9B}\u{202E}\u{7F}\u{E0041}y\\n\"\n}")
                == "{\n  \"a\" : \"x\\u009B\\u202E\\u007F\\uDB40\\uDC41y\\n\"\n}")
    }
}
