import Testing

@testable import Spreadsheet

struct CleanTextTests {
    @Test(arguments: [
        ("Sơn La – Mường Sại", "Sơn La – Mường Sại"),
        ("a\u{0}b\u{8}c\u{1B}d\u{7F}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
        ("a\u{85}b\u{9F}c", "a\u{FFFD}b\u{FFFD}c"),
        ("a\u{FFFE}b\u{FFFF}c\u{FFFD}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("a\u{202E}b\u{2066}c\u{200F}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
        ("một\r\nhai\rba\nbốn\tnăm", "một\nhai\nba\nbốn\tnăm"),
        ("\u{A0}ï»¿Âu", "\u{A0}ï»¿Âu"),
        ("👩‍👩‍👧 e\u{301}", "👩‍👩‍👧 e\u{301}"),
    ])
    func `what XML cannot carry or nobody can see is marked, and nothing else`(text: String, expected: String) {
        #expect(Array(CleanText.clean(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("_x0041_", "_x005F_x0041_"),
        ("_x0041_x00e9_", "_x005F_x0041_x005F_x00e9_"),
        ("a_x000D_b_xFFFF_", "a_x005F_x000D_b_x005F_xFFFF_"),
        ("_x004_", "_x004_"), ("_x004G_", "_x004G_"), ("_X0041_", "_X0041_"), ("x0041_", "x0041_"),
    ])
    func `what looks like an escape is escaped, and read back`(text: String, stored: String) {
        #expect(CleanText.escape(text) == stored)
        #expect(CleanText.unescape(stored) == text)
    }

    @Test func `a text that is too long is cut to what a cell holds`() {
        let cell = CleanText.cell(String(repeating: "ữ", count: 40_000))
        #expect(cell.shown.utf16.count == 32_767)
        #expect(cell.shown.hasSuffix("ữ…"))
        #expect(cell.stored == cell.shown)
    }

    @Test func `escapes count when a text is cut`() {
        let cell = CleanText.cell(String(repeating: "_x0041_", count: 4000))
        #expect(cell.stored.utf16.count <= 32_767)
        #expect(cell.shown.hasSuffix("…"))
        #expect(CleanText.unescape(cell.stored) == cell.shown)
    }

    @Test func `a cut never falls inside a character`() {
        #expect(CleanText.cut("ab👩‍👩‍👧cd", to: 5) == "ab…")
        #expect(CleanText.cut("abcde", to: 5) == "abcde")
    }

    @Test func `a line has no line feeds`() {
        #expect(CleanText.line("một\r\nhai\tba") == "một hai ba")
    }
}
