import TestSupport
import Testing

@testable import Rendering

struct TextMetricsTests {
    /// The short way for Vietnamese letters against the long way for any.
    @Test func `texts of Vietnamese letters are as wide as texts of any letters`() {
        let pieces = [
            "Mường", "Đ", "ưỡ", " ", "\n", "\r\n", "\t", "12", "–", "…", "“x”", "e\u{301}", "漢", "\u{A0}", "", "%",
        ]
        let metrics = TextMetrics(isBold: true)
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<5_000 {
            let text = (0..<Int(generator.next() % 9)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
                .joined()
            #expect(metrics.width(text) == metrics.widthOfAnyLetters(text), "\(text.debugDescription)")
            for width in [0.0, 20, 61.5] {
                #expect(
                    metrics.lineCount(text, width: width) == metrics.lineCountOfAnyLetters(text, width: width),
                    "\(text.debugDescription)")
            }
            #expect(metrics.widestWord(text) == metrics.widestWordOfAnyLetters(text), "\(text.debugDescription)")
        }
    }
}
