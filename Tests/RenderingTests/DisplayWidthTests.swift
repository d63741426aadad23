import TestSupport
import Testing

@testable import Rendering

struct DisplayWidthTests {
    /// The short way for letters that are characters by themselves against the long way for any.
    @Test func `a text is as wide as its characters`() {
        let pieces = [
            "Mường", "Đ", " ", "\r\n", "\n", "\t", "12", "–", "…", "“x”", "e\u{301}", "漢", "\u{A0}", "\u{AD}",
            "\u{200D}",
        ]
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<5_000 {
            let text = (0..<Int(generator.next() % 6)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
                .joined()
            #expect(DisplayWidth.of(text) == text.reduce(0) { $0 + DisplayWidth.of($1) }, "\(text.debugDescription)")
        }
    }
}
