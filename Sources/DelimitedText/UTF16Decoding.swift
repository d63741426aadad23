/// UTF-16 after its byte-order mark, turned into UTF-8.
enum UTF16Decoding {
    static func decode(_ bytes: [UInt8], bigEndian: Bool, limits: Limits) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var blemishes: [DecodedText.Blemish] = []
        var places = 0
        var brokenEndsAt = -1

        func replace(_ range: Range<Int>) {
            if brokenEndsAt != range.lowerBound {
                places += 1
                if places <= limits.doubtsPerKind {
                    blemishes.append(
                        .init(kind: .undecodableByte, offset: text.count, hex: Sample.hex(bytes[range])))
                }
            }
            brokenEndsAt = range.upperBound
            text += [0xEF, 0xBF, 0xBD]
        }
        func unit(_ at: Int) -> UInt32 {
            bigEndian ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
        }

        var at = 2
        while at + 1 < bytes.count {
            let first = unit(at)
            if first & 0xFC00 == 0xD800, at + 3 < bytes.count, unit(at + 2) & 0xFC00 == 0xDC00 {
                append(0x10000 + ((first & 0x3FF) << 10 | unit(at + 2) & 0x3FF), to: &text)
                at += 4
                continue
            }
            if first & 0xF800 == 0xD800 { replace(at..<at + 2) } else { append(first, to: &text) }
            at += 2
        }
        if at < bytes.count { replace(at..<bytes.count) }

        var decoded = DecodedText(
            bytes: text, start: 0, encoding: bigEndian ? .utf16BigEndian : .utf16LittleEndian)
        decoded.blemishes = blemishes
        if places > blemishes.count { decoded.furtherBlemishes[.undecodableByte] = places - blemishes.count }
        return decoded
    }

    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        switch scalar {
        case 0..<0x80:
            text.append(UInt8(scalar))
        case 0x80..<0x800:
            text.append(0xC0 | UInt8(scalar >> 6))
            text.append(0x80 | UInt8(scalar & 0x3F))
        case 0x800..<0x10000:
            text.append(0xE0 | UInt8(scalar >> 12))
            text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            text.append(0x80 | UInt8(scalar & 0x3F))
        default:
            text.append(0xF0 | UInt8(scalar >> 18))
            text.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            text.append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}
