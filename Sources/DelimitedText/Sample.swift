/// A few letters of a text, fit to be shown: whole letters, control characters as their pictures (␀, ␛).
enum Sample {
    private static let bytesMax = 60
    private static let bytesAround = 24

    static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.prefix(8).map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count < 2 ? "0" + digits : digits
        }.joined(separator: " ")
    }

    /// The beginning of a cell.
    static func beginning(of range: Range<Int>, in bytes: [UInt8]) -> String {
        shown(bytes, range.lowerBound..<min(range.upperBound, range.lowerBound + bytesMax))
    }

    /// Bytes as hexadecimal, and what stands around them on their line.
    static func around(_ offset: Int, in bytes: [UInt8], from start: Int, hex: String) -> String {
        var lower = offset
        while lower > max(start, offset - bytesAround), !isLineEnd(bytes[lower - 1]) { lower -= 1 }
        var upper = offset
        while upper < min(bytes.count, offset + bytesAround), !isLineEnd(bytes[upper]) { upper += 1 }
        return "\(hex) «\(shown(bytes, lower..<upper))»"
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// The letters that lie wholly within the range.
    private static func shown(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var lower = range.lowerBound
        while lower < range.upperBound, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        var upper = range.upperBound
        while upper > lower, upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        var text = String.UnicodeScalarView()
        for scalar in String(decoding: bytes[lower..<upper], as: UTF8.self).unicodeScalars {
            text.append(picture(of: scalar))
        }
        return String(text)
    }

    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0: "\u{FFFD}"
        default: scalar
        }
    }
}
