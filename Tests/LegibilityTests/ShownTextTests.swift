import Legibility
import Testing

struct ShownTextTests {
    private static let steering: [UInt32] = [
        0x0, 0x7, 0x8, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069,
        0x206F,
        0xFEFF, 0xFFF9, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE007F,
    ]

    @Test(arguments: steering) func `what steers is marked on one line, on several and in a name`(
        _ code: UInt32
    ) throws {
        let scalar = try #require(Unicode.Scalar(code))
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
