import Domain

/// One pass over the bytes of a line or cell that passes over nearly all that hold no person: what in them is worth reading as
/// text. It may say too much, never too little.
struct LineBytes {
    /// So many digits stand near enough together to be a person's number, or there is an address of mail.
    private(set) var mayHoldNumber = false
    private var hasDigit = false
    /// Letters or digits that fold to others: of other scripts, of another width.
    private var hasForeign = false
    private var (hasM, hasT, hasS, hasB, hasR) = (false, false, false, false, false)

    /// `mật`, with its letters spread or not, or `SECRET`.
    var mayHoldMark: Bool { hasForeign || hasT && (hasM || hasS && hasR) }
    /// `sinh`, `SN` or `NS` with a year, in digits or, as «một nghìn chín trăm …», in words; «ngày hai tháng ba».
    var mayHoldBirth: Bool { hasForeign || (hasS || hasB) && hasDigit || hasS && (hasM || hasT) }

    /// Fewer digits identify nobody.
    private static let digitsMin = 7
    private static let gapMax = 3

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (digits, gap, at) = (0, 0, 0)
        while at < bytes.count {
            let byte = bytes[at]
            if byte &- 0x30 < 10 {
                hasDigit = true
                digits &+= 1
                gap = 0
                if digits >= Self.digitsMin { mayHoldNumber = true }
                at &+= 1
                continue
            }
            if byte >= 0x80 {
                let before = digits
                at &+= take(bytes, at, &digits)
                if digits > before { gap = 0 }
                continue
            }
            switch byte {
            case UInt8(ascii: "@"): mayHoldNumber = true
            case UInt8(ascii: "["), UInt8(ascii: "("):
                gap &+= 1
                if at + 1 < bytes.count, [UInt8]("aA @".utf8).contains(bytes[at + 1]) { mayHoldNumber = true }
            // What may stand within a number; a tab parts cells.
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ")"),
                UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: ":"),
                UInt8(ascii: "\\"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "'"), UInt8(ascii: "|"),
                UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "^"),
                UInt8(ascii: "]"),
                0..<0x09, 0x0A..<0x20:
                gap &+= 1
                if gap > Self.gapMax { digits = 0 }
            case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "l"), UInt8(ascii: "I"):
                // They may stand for digits.
                digits &+= 1
                gap = 0
                if digits >= Self.digitsMin { mayHoldNumber = true }
            default:
                digits = 0
                switch byte | 0x20 {
                case UInt8(ascii: "m"): hasM = true
                case UInt8(ascii: "t"): hasT = true
                case UInt8(ascii: "s"): hasS = true
                case UInt8(ascii: "b"): hasB = true
                case UInt8(ascii: "r"): hasR = true
                default: break
                }
            }
            at &+= 1
        }
        // Digits may be spelled.
        if !mayHoldNumber { mayHoldNumber = PersonBytes.maySpellNumber(bytes) }
    }

    /// A letter of several bytes; says how many.
    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ digits: inout Int) -> Int {
        let byte = bytes[at]
        // No letter begins here: it is read as a mark that parts words.
        guard byte >= 0xC2, at + 1 < bytes.count, bytes[at + 1] & 0xC0 == 0x80 else {
            digits = 0
            return 1
        }
        // Only what belongs to the letter: a digit behind half of one is a digit.
        let count = byte >= 0xE0 && at + 2 < bytes.count && bytes[at + 2] & 0xC0 == 0x80 ? 3 : 2
        switch byte {
        // Blanks, dashes, marks without width: nothing, wherever they stand.
        case 0xC2 where [0xB2, 0xB3, 0xB9].contains(bytes[at + 1]), 0xE2 where [0x81, 0x82].contains(bytes[at + 1]):
            digits &+= 1
            if digits >= Self.digitsMin { mayHoldNumber = true }
        case 0xE2 where PersonBytes.isOfOtherShape(bytes, at):
            hasForeign = true
            mayHoldNumber = true
        case 0xC2, 0xE2: break
        // «a còng»
        case 0xC3
        where bytes[at + 1] | 0x20 == 0xB2 && at + 2 < bytes.count && bytes[at + 2] | 0x20 == UInt8(ascii: "n"):
            mayHoldNumber = true
        // Letters of ours, composed or not.
        case 0xC3, 0xC4, 0xC6: digits = 0
        // A mark on a letter, or on a digit.
        case 0xCC: break
        case 0xE1 where bytes[at + 1] | 1 == 0xBB: digits = 0
        default:
            hasForeign = true
            mayHoldNumber = true
        }
        return count
    }
}
