/// One pass over a cell's bytes that passes over nearly all cells: whether anything in it may concern a person or a mark of
/// secrecy, so that its text is worth reading.
package enum PersonBytes {
    /// - Parameter namesCount: Whether a cell that looks like a name alone is to be read, too.
    package static func mayConcern(_ bytes: UnsafeBufferPointer<UInt8>, namesCount: Bool) -> Bool {
        var digits = 0
        var isStart = true
        var capitals = 0
        var words = 0
        var run = 0
        var hasLetter = false
        var speaksOfBirth = false
        var skipped = 0
        var spelled = SpelledDigits.Count()
        var isNameInSmallLetters = false
        for at in bytes.indices {
            if skipped > 0 {
                skipped &-= 1
                continue
            }
            let byte = bytes[at]
            // Blanks, dashes and quotes of print part words.
            if byte == 0xE2 || byte == 0xC2 {
                // Raised and lowered digits.
                if isSmallDigit(bytes, at) { digits &+= 1 }
                if byte == 0xE2, isOfOtherShape(bytes, at) { return true }
                isStart = true
                skipped = byte == 0xE2 ? 2 : 1
                continue
            }
            if byte &- 0x30 < 10 {
                digits &+= 1
                isStart = false
                continue
            }
            let isLetter = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
            guard isLetter else {
                if byte == UInt8(ascii: "@") { return true }
                if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "["), isSpelledAt(bytes, at) { return true }
                // «Lò V. Thử»
                if byte == UInt8(ascii: "."), run == 2, isInitial(bytes, at) { return true }
                if byte > 0x20, byte != UInt8(ascii: "_") { run = 0 }
                isStart = true
                continue
            }
            // Digits and letters of other scripts, widths and shapes, and what shows nothing.
            if byte > 0xC8, isForeign(bytes, at) { return true }
            hasLetter = true
            // Letters that stand for digits: `09l2`, `O9`.
            if !byte.isCommonLetter, isDigitLike(bytes, at, isStart: isStart) { return true }
            if isStart {
                words &+= 1
                let isCapital = byte >= 0x80 || byte < 0x61
                if isCapital { capitals &+= 1 }
                run = isCapital ? run &+ 1 : 0
                // A full name has three words and more.
                if run > 2 { return true }
                if isCue(bytes, at) || spelled.take(bytes, at) { return true }
                if words == 2 { isNameInSmallLetters = isMiddle(bytes, at) }
                if !speaksOfBirth, isBirth(bytes, at) {
                    speaksOfBirth = true
                    // «sinh năm một nghìn chín trăm …»
                    if holds("sinh năm m", bytes, at) || holds("sinh ngày m", bytes, at) { return true }
                }
            }
            isStart = false
        }
        if digits >= PersonNumber.digitsMin || speaksOfBirth && digits > 0 { return true }
        // The first part of a number that goes on in the next cell.
        if !hasLetter, digits >= 3, mayBegin(bytes) { return true }
        guard namesCount, words > 1 else { return false }
        return words < 8 && capitals >= words - 1 || isNameInSmallLetters && words < 5
    }

    /// Whether what begins here, behind the letters of Western Europe, is neither a letter of Vietnamese nor its mark.
    private static func isForeign(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        switch bytes[at] {
        case 0xCC: false
        case 0xE1: at + 1 < bytes.count && !(0xB8...0xBB).contains(bytes[at + 1])
        default: true
        }
    }

    /// Circled and framed digits and letters, and the blank of Braille, among signs of print and arithmetic.
    package static func isOfOtherShape(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + 1 < bytes.count else { return false }
        switch bytes[at + 1] {
        case 0x84, 0x85, 0x91...0x93, 0x9D, 0x9E, 0xA0: return true
        default: return false
        }
    }

    /// Whether so many words follow one another that may be digits.
    package static func maySpellNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var count = SpelledDigits.Count()
        var isStart = true
        for at in bytes.indices {
            let isLetter = bytes[at] >= 0x80 || (bytes[at] | 0x20) &- 0x61 < 26
            if isLetter, isStart, count.take(bytes, at) { return true }
            isStart = !isLetter
        }
        return false
    }

    /// Whether a text may hold a number or an address that is somebody's: anything but Latin letters, blanks and common marks,
    /// and no run of words that may be digits.
    package static func mayHoldNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var count = SpelledDigits.Count()
        var isStart = true
        for at in bytes.indices {
            switch bytes[at] {
            case 0x30...0x39, UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: "["): return true
            // «a còng»
            case UInt8(ascii: "c"), UInt8(ascii: "C"):
                if isStart, at > 1, bytes[at - 2] | 0x20 == UInt8(ascii: "a") { return true }
            case 0..<0x80, 0xC3...0xC8, 0xCC, 0xCD, 0x80..<0xC0: break
            case 0xE1: if at + 1 >= bytes.count || !(0xB8...0xBB).contains(bytes[at + 1]) { return true }
            default: return true
            }
            let isLetter = bytes[at] >= 0x80 || (bytes[at] | 0x20) &- 0x61 < 26
            if isLetter, isStart, count.take(bytes, at) { return true }
            isStart = !isLetter
        }
        return false
    }

    /// Whether the digits of a cell are so few that no number of a person is among them, in whatever way they are written.
    ///
    /// Then what the cell says of a person does not depend on which digits they are, but where a birth is spoken of.
    package static func hasFewDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        for at in bytes.indices {
            switch bytes[at] {
            case 0x30...0x39, UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "l"), UInt8(ascii: "I"): digits &+= 1
            case 0..<0x80, 0xC3...0xC8, 0xCC, 0xCD, 0x80..<0xC0: break
            case 0xE1: if at + 1 >= bytes.count || !(0xB8...0xBB).contains(bytes[at + 1]) { return false }
            // Digits of other scripts may be among them.
            default: return false
            }
        }
        return digits < PersonNumber.digitsMin && !maySpellNumber(bytes)
    }

    /// `(at)`, `[a]`
    private static func isSpelledAt(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        var at = at
        while at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: " ") { at += 1 }
        if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "@") { return true }
        guard at + 2 < bytes.count, bytes[at + 1] | 0x20 == UInt8(ascii: "a") else { return false }
        return bytes[at + 2] | 0x20 == UInt8(ascii: "t") || bytes[at + 2] == UInt8(ascii: " ")
            || bytes[at + 2] == UInt8(ascii: ")")
            || bytes[at + 2] == UInt8(ascii: "]") || bytes[at + 2] == UInt8(ascii: "@")
    }

    /// Whether one letter alone stands before a point.
    private static func isInitial(_ bytes: UnsafeBufferPointer<UInt8>, _ point: Int) -> Bool {
        var at = point - 1
        while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return at > 0 && bytes[at - 1] <= 0x20
    }

    private static func isSmallDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + 1 < bytes.count else { return false }
        return bytes[at] == 0xE2
            ? bytes[at + 1] == 0x81 || bytes[at + 1] == 0x82
            : bytes[at + 1] == 0xB2 || bytes[at + 1] == 0xB3 || bytes[at + 1] == 0xB9
    }

    /// Whether an `O` or `l` stands where a digit would.
    private static func isDigitLike(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, isStart: Bool) -> Bool {
        if at > 0, bytes[at - 1] &- 0x30 < 10 { return true }
        guard isStart, bytes[at] | 0x20 == UInt8(ascii: "o"), at + 1 < bytes.count else { return false }
        return bytes[at + 1] &- 0x30 < 10 || bytes[at + 1] == bytes[at] && bytes[at] == UInt8(ascii: "O")
    }

    private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = bytes.first { $0 > 0x20 && $0 != UInt8(ascii: "(") }
        return first == UInt8(ascii: "0") || first == UInt8(ascii: "+")
    }

    /// Whether a word that begins here is one that persons or marks go with: `ông`, `bà`, `mật`.
    private static func isCue(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        func byte(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
        switch byte(0) | 0x20 {
        case UInt8(ascii: "m"):
            // mật and MẬT, composed or not; MAT; M of letters that are spread.
            switch byte(1) {
            case 1..<0x41, 0xC2, 0xCC: return true
            case 0xE1:
                // mẹ too.
                return byte(2) == 0xBA
                    && (byte(3) | 1 == 0xAD || byte(3) | 1 == 0xB9 && isFormOfAddress(bytes, at))
            case 0xC3: return byte(2) | 0x20 == 0xA2
            case UInt8(ascii: "A"): return byte(2) == UInt8(ascii: "T") && byte(3) < 0x41 || byte(2) == 0xCC
            case UInt8(ascii: "a"): return byte(2) == 0xCC
            default: return false
            }
        case UInt8(ascii: "o"):
            if byte(1) == 0xCC { return true }
            return byte(1) | 0x20 == UInt8(ascii: "n") && isFormOfAddress(bytes, at)
        case UInt8(ascii: "c"):
            // «a còng»
            if byte(1) == 0xC3, byte(2) | 0x20 == 0xB2, byte(3) | 0x20 == UInt8(ascii: "n") { return true }
            return isFormOfAddress(bytes, at)
        case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "e"): return isFormOfAddress(bytes, at)
        case UInt8(ascii: "s"): return byte(1) | 0x20 == UInt8(ascii: "e") && holds("cret", bytes, at + 2)
        case UInt8(ascii: "v"): return byte(1) == 0xE1 && byte(2) == 0xBB && byte(3) | 1 == 0xA3
        case UInt8(ascii: "t"): return byte(1) | 0x20 == UInt8(ascii: "h") && isFormOfAddress(bytes, at)
        default:
            // ông, Ông, đồng chí, đ/c.
            return byte(0) == 0xC3 && byte(1) | 0x20 == 0xB4
                || byte(0) == 0xC4 && byte(1) | 1 == 0x91
                    && (byte(2) == UInt8(ascii: "/") || byte(2) == UInt8(ascii: "c"))
                || byte(0) | 0x20 == UInt8(ascii: "o")
                    && byte(1) == 0xCC
                || byte(0) == 0xC4 && byte(2) == 0xE1 && byte(3) == 0xBB
        }
    }

    /// `sinh`, `SN`, `S/N`, `NS`, `N/S`, `nsinh`, `DOB`, `born`, `s.ngày`.
    private static func isBirth(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        func byte(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] | 0x20 : 0 }
        if byte(0) == UInt8(ascii: "n") {
            if byte(1) == UInt8(ascii: "s") { return byte(2) < 0x61 || byte(2) == UInt8(ascii: "i") }
            return byte(1) == UInt8(ascii: "/") && byte(2) == UInt8(ascii: "s")
        }
        if byte(0) == UInt8(ascii: "b") { return byte(1) == UInt8(ascii: "o") && byte(2) == UInt8(ascii: "r") }
        if byte(0) == UInt8(ascii: "d") { return byte(1) == UInt8(ascii: "o") && byte(2) == UInt8(ascii: "b") }
        guard byte(0) == UInt8(ascii: "s") else { return false }
        if byte(1) == UInt8(ascii: "/") || byte(1) == UInt8(ascii: "."), byte(2) == UInt8(ascii: "n") { return true }
        return byte(1) == UInt8(ascii: "n") && byte(2) < 0x61
            || byte(1) == UInt8(ascii: "i") && byte(2) == UInt8(ascii: "n") && byte(3) == UInt8(ascii: "h")
    }

    /// A short word (`anh`, `bà`, `cháu`, `thầy`) before one that begins with a capital.
    private static func isFormOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        var end = at
        // A long run of cells without a blank is gone through once, not once for each of its words.
        while end < bytes.count, bytes[end] > 0x20, end - at <= 7 { end += 1 }
        guard end - at <= 7 else { return false }
        while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
        guard end < bytes.count else { return false }
        if bytes[end] >= 0x80 || bytes[end] &- 0x41 < 26 { return true }
        // «bà lò thị mẫu»: the middle of a name in small letters.
        let name = end
        while end < bytes.count, bytes[end] > 0x20, end - name <= 8 { end += 1 }
        while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
        return isMiddle(bytes, end)
    }

    /// «văn», «thị» before a name, and not «văn hóa», «thị trấn».
    private static func isMiddle(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "v") || bytes[at] == UInt8(ascii: "t"),
            let middle = middles.first(where: { holds($0, bytes, at) })
        else { return false }
        return !wordsBehindMiddle.contains { holds($0, bytes, at + middle.utf8CodeUnitCount) }
    }

    private static let middles: [StaticString] = ["văn ", "thị ", "van ", "thi "]

    private static let wordsBehindMiddle: [StaticString] = [
        "hóa", "hoá", "học", "phòng", "bản", "nghệ", "minh", "xã", "trấn", "trường", "hành", "đua", "công", "tuyển",
        "hoa", "hoc", "phong", "ban", "nghe", "xa", "tran", "truong", "hanh", "dua", "cong", "tuyen",
    ]

    private static func holds(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where bytes[at + offset] | 0x20 != word.utf8Start[offset] | 0x20 { return false }
        return true
    }
}

extension UInt8 {
    /// None of `O`, `o`, `l`, `I`, which look like digits.
    fileprivate var isCommonLetter: Bool { self | 0x20 != 0x6F && self != 0x6C && self != 0x49 }
}
