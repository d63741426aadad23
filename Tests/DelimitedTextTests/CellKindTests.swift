import Testing

@testable import DelimitedText

struct CellKindTests {
    private func isKnown(_ cell: String, quote: Character = "\"") -> Bool {
        Array(cell.utf8).withUnsafeBufferPointer { CellKind.isKnown($0, quote: quote.asciiValue ?? 0) }
    }

    @Test(arguments: [
        "", "12", "-3,5", "1.234.567", "1,234.5", "$12.50", "45%", "1.5e-03", "(12)", "2026-10-01", "1/10/26", "08:30",
        "2026-10-01 08:30", "2026-10-01T08:30:00Z", "https://example.org/a?b=1&c=2", "a.b@example.org",
        "/var/lib/x.txt",
        "192.168.0.1", "{\"a\": 1}", "[1, 2]", "Bắc Yên", "phổ biến, tuyên truyền", "O'Brien", "R&D", "\"a;b\"",
        "\"a \"\"b\"\" c\"", "21.3, 104.5",
    ])
    func `what people write into one cell is one thing`(cell: String) { #expect(isKnown(cell)) }

    @Test(arguments: [
        "a;b", "12^34", "x~y", "1|2", "a#b", "12 34", "1.2 3.4 5.6", "1,2,3", "a,b", "key:value", "\"a\"~\"b\"", "\"a",
        "https://example.org;5", "x&y", "10:30:00:00",
    ])
    func `what holds another delimiter is not`(cell: String) { #expect(!isKnown(cell)) }

    @Test func `quotes are those of the dialect`() {
        #expect(isKnown("'a^b'", quote: "'"))
        #expect(!isKnown("'a^b'"))
    }
}
