import Testing

@testable import Rendering

struct LineBreakingTests {
    @Test func `letters with marks count once, wide ones twice, what is not seen not at all`() {
        #expect(DisplayWidth.of("Tuyên truyền") == 12)
        #expect(DisplayWidth.of("Tuye\u{302}n truye\u{302}\u{300}n") == 12)
        #expect(DisplayWidth.of("日本") == 4)
        #expect(DisplayWidth.of("a\u{200B}\u{7}b") == 2)
    }

    @Test func `lines break at spaces, and within a word only where it is wider than a line`() {
        #expect(LineBreaking(width: 10).lines("một hai  ba bốn") == ["một hai ba", "bốn"])
        #expect(LineBreaking(width: 4).lines("abcdefghij k") == ["abcd", "efgh", "ij k"])
        #expect(LineBreaking(width: 6, hanging: "  ").lines("một hai") == ["một", "  hai"])
        #expect(LineBreaking(width: 10).lines("") == [""])
    }
}
