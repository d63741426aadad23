/// How many columns a text takes in a font of one width.
///
/// A letter with its combining marks takes one column, a wide East Asian one two, and what cannot be seen none.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        ofSimple(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The same of a text whose letters are each one character, whatever stands beside them, and none a wide one; `nil` of
    /// all others.
    static func ofSimple(_ text: some StringProtocol) -> Int? {
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20..<0x7F: width += 1
            case 0x80..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028: width += 1
            default: return nil
            }
        }
        return width
    }

    static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.value < 0x300 { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}
