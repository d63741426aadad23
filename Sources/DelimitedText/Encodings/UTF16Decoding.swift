/// UTF-16, turned into UTF-8.
enum UTF16Decoding {
    /// - Parameter start: After the byte-order mark, if there is one.
    static func decode(
        _ bytes: [UInt8], from start: Int, bigEndian: Bool, decision: EncodingDecision, limits: Limits
    ) -> DecodedText {
        var builder = TextBuilder(capacity: bytes.count, limits: limits)
        func unit(_ at: Int) -> UInt32 {
            bigEndian ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
        }

        var at = start
        while at + 1 < bytes.count {
            let first = unit(at)
            if first & 0xFC00 == 0xD800, at + 3 < bytes.count, unit(at + 2) & 0xFC00 == 0xDC00 {
                builder.append(0x10000 + ((first & 0x3FF) << 10 | unit(at + 2) & 0x3FF))
                at += 4
                continue
            }
            if first & 0xF800 == 0xD800 { builder.replace(at..<at + 2, of: bytes) } else { builder.append(first) }
            at += 2
        }
        if at < bytes.count { builder.replace(at..<bytes.count, of: bytes) }
        return builder.text(decision)
    }
}
