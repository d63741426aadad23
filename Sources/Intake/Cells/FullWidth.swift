/// Digits as wide as the signs of Chinese, which keyboards of telephones write: `１２０`. Each is the digit that it looks like.
enum FullWidth {
    static func narrow(_ text: String) -> String {
        guard text.utf8.contains(0xEF), text.unicodeScalars.contains(where: isDigit) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isDigit(scalar) ? Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 0x30) : scalar)
        }
        return String(scalars)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0xFF10...0xFF19).contains(scalar.value) }
}
