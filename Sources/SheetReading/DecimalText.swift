import Glibc

/// A number as a spreadsheet shows it: exact, of fifteen digits at most, so that 0.1+0.2 is 0.3.
enum DecimalText {
    /// Digits before an exponent is shown.
    private static let wholeMax = 21
    private static let digitsMax = 15
    /// Longer texts are no numbers.
    private static let lengthMax = 64

    /// Appends the number that `written` is, with a point before its decimals; `false`: it is none.
    static func append(_ written: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
        if appendPlain(written, to: &bytes) { return true }
        guard let number = ScannedNumber(written) else { return false }
        append(number, to: &bytes)
        return true
    }

    static func append(_ value: Double, shiftedBy places: Int = 0, to bytes: inout [UInt8]) -> Bool {
        guard value.isFinite else { return false }
        return Array(value.description.utf8).withUnsafeBufferPointer { text in
            guard var number = ScannedNumber(text) else { return false }
            number.exponent += places
            append(number, to: &bytes)
            return true
        }
    }

    /// The number in hundredths.
    static func appendHundredths(of written: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
        guard var number = ScannedNumber(written) else { return false }
        number.exponent += 2
        append(number, to: &bytes)
        return true
    }

    /// Digits alone, as most numbers are.
    private static func appendPlain(_ written: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
        guard (1...digitsMax).contains(written.count), written[0] != 0x30 || written.count == 1,
            written.allSatisfy({ $0 &- 0x30 < 10 })
        else { return false }
        bytes.append(contentsOf: written)
        return true
    }

    /// Significant digits, and the power of ten of the last of them.
    private struct ScannedNumber {
        var digits: [UInt8] = []
        var exponent = 0
        var isNegative = false

        init?(_ text: UnsafeBufferPointer<UInt8>) {
            guard (1...lengthMax).contains(text.count) else { return nil }
            var place = 0
            if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
                isNegative = text[0] == UInt8(ascii: "-")
                place = 1
            }
            var (isFraction, hasDigit) = (false, false)
            while place < text.count {
                let byte = text[place]
                if byte == UInt8(ascii: "."), !isFraction {
                    isFraction = true
                } else if byte &- 0x30 < 10 {
                    hasDigit = true
                    digits.append(byte &- 0x30)
                    if isFraction { exponent -= 1 }
                } else {
                    break
                }
                place += 1
            }
            guard hasDigit else { return nil }
            if place < text.count {
                guard text[place] | 0x20 == UInt8(ascii: "e"),
                    let power = Int(
                        String(decoding: UnsafeBufferPointer(rebasing: text[(place + 1)...]), as: UTF8.self)),
                    abs(power) <= 400
                else { return nil }
                exponent += power
            }
            round()
        }

        /// To fifteen digits, without zeros around.
        private mutating func round() {
            let first = digits.firstIndex { $0 != 0 } ?? digits.count
            digits.removeFirst(first)
            if digits.count > digitsMax {
                let isUp = digits[digitsMax] >= 5
                exponent += digits.count - digitsMax
                digits.removeLast(digits.count - digitsMax)
                if isUp { carry() }
            }
            while digits.last == 0 {
                digits.removeLast()
                exponent += 1
            }
            if digits.isEmpty { (exponent, isNegative) = (0, false) }
        }

        private mutating func carry() {
            var place = digits.count - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
            }
        }
    }

    private static func append(_ number: ScannedNumber, to bytes: inout [UInt8]) {
        let digits = number.digits
        if number.isNegative { bytes.append(UInt8(ascii: "-")) }
        guard !digits.isEmpty else { return bytes.append(0x30) }
        let whole = digits.count + number.exponent
        guard whole <= wholeMax, whole > -wholeMax else {
            bytes.append(digits[0] + 0x30)
            if digits.count > 1 {
                bytes.append(UInt8(ascii: "."))
                bytes.append(contentsOf: digits.dropFirst().map { $0 + 0x30 })
            }
            let power = whole - 1
            bytes.append(contentsOf: (power < 0 ? "E\(power)" : "E+\(power)").utf8)
            return
        }
        if whole <= 0 {
            bytes.append(contentsOf: [0x30, UInt8(ascii: ".")])
            bytes.append(contentsOf: repeatElement(0x30, count: -whole))
        }
        for (place, digit) in digits.enumerated() {
            if place == whole, whole > 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(digit + 0x30)
        }
        if number.exponent > 0 { bytes.append(contentsOf: repeatElement(0x30, count: number.exponent)) }
    }
}
