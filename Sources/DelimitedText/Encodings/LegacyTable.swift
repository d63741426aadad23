/// What the bytes of an old encoding mean: one letter each, or, where two belong together, one for both.
struct LegacyTable: Sendable {
    let encoding: Encoding
    /// By byte; 0 where there is no letter.
    private(set) var letters = [UInt16](repeating: 0, count: 256)
    /// By both bytes, the first one higher.
    private(set) var pairs: [UInt16: UInt16] = [:]

    init(
        _ encoding: Encoding, runs: [(first: UInt8, letters: String)],
        pairs: [(base: UInt8, marks: [UInt8], letters: String)] = []
    ) {
        self.encoding = encoding
        for byte in 0..<0x80 { letters[byte] = UInt16(byte) }
        for run in [Self.punctuation, (0xA0, "\u{A0}")] + runs {
            for (at, scalar) in run.letters.unicodeScalars.enumerated() where scalar != Self.gap {
                letters[Int(run.first) + at] = UInt16(truncatingIfNeeded: scalar.value)
            }
        }
        for row in pairs {
            for (mark, scalar) in zip(row.marks, row.letters.unicodeScalars) {
                self.pairs[UInt16(row.base) << 8 | UInt16(mark)] = UInt16(truncatingIfNeeded: scalar.value)
            }
        }
    }

    /// Stands in a run where a byte has no letter.
    private static let gap: Unicode.Scalar = "_"

    /// What Windows has at 0x80 whatever the code page.
    private static let punctuation: (UInt8, String) = (0x80, "€_‚ƒ„…†‡ˆ‰_‹Œ____‘’“”•–—˜™_›œ__Ÿ")

    static let all = [windows1258, tcvn3, vniWindows]
    static let fonts = [tcvn3, vniWindows]
}
