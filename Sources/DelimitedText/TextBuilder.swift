/// UTF-8 as it is made of another encoding, letter by letter, with the places that were no letter.
struct TextBuilder {
    private(set) var bytes: [UInt8] = []
    private var blemishes: [DecodedText.Blemish] = []
    private var places = 0
    private var brokenEndsAt = -1
    private let placesMax: Int

    init(capacity: Int, limits: Limits) {
        bytes.reserveCapacity(capacity)
        placesMax = limits.doubtsPerKind
    }

    @inline(__always)
    mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 { bytes.append(UInt8(truncatingIfNeeded: scalar)) } else { appendLong(scalar) }
    }

    private mutating func appendLong(_ scalar: UInt32) {
        if scalar < 0x800 {
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        } else {
            if scalar < 0x10000 {
                bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            } else {
                bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
                bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
            }
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
        }
        bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }

    /// Takes back what was appended from `offset` on, to put another letter in its place.
    mutating func removeAll(from offset: Int) {
        bytes.removeLast(bytes.count - offset)
    }

    /// Bytes of the file that are no letter; neighbours are one place.
    mutating func replace(_ range: Range<Int>, of source: [UInt8]) {
        if brokenEndsAt != range.lowerBound {
            places += 1
            if places <= placesMax {
                blemishes.append(
                    .init(kind: .undecodableByte, offset: bytes.count, hex: Sample.hex(source[range])))
            }
        }
        brokenEndsAt = range.upperBound
        bytes += [0xEF, 0xBF, 0xBD]
    }

    consuming func text(_ decision: EncodingDecision) -> DecodedText {
        var text = DecodedText(bytes: bytes, start: 0, decision: decision)
        text.blemishes = blemishes
        if places > blemishes.count { text.furtherBlemishes[.undecodableByte] = places - blemishes.count }
        return text
    }
}
