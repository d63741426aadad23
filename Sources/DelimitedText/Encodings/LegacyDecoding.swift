/// Bytes of an old encoding, turned into UTF-8 in NFC.
enum LegacyDecoding {
    static func decode(
        _ bytes: [UInt8], _ table: LegacyTable, decision: EncodingDecision, limits: Limits
    ) -> DecodedText {
        var builder = TextBuilder(capacity: bytes.count + bytes.count / 2, limits: limits)
        visit(bytes, table, into: &builder) { range, builder in
            builder.replace(range, of: bytes)
            return true
        }
        return builder.text(decision)
    }

    /// The same of a few letters; nil if a byte is none.
    static func decode(run: [UInt8], _ table: LegacyTable) -> [UInt8]? {
        var builder = TextBuilder(capacity: run.count * 3, limits: .standard)
        let isWhole = visit(run, table, into: &builder) { _, _ in false }
        return isWhole ? builder.bytes : nil
    }

    /// - Parameter undecodable: Told of each byte that is no letter; says whether to go on.
    @discardableResult
    private static func visit(
        _ bytes: [UInt8], _ table: LegacyTable, into builder: inout TextBuilder,
        undecodable: (Range<Int>, inout TextBuilder) -> Bool
    ) -> Bool {
        var at = 0
        var last: (scalar: UInt32, offset: Int) = (0, 0)
        while at < bytes.count {
            let byte = bytes[at]
            var scalar = UInt32(table.letters[Int(byte)])
            var length = 1
            if !table.pairs.isEmpty, at + 1 < bytes.count, bytes[at + 1] >= 0x80,
                let pair = table.pairs[UInt16(byte) << 8 | UInt16(bytes[at + 1])]
            {
                scalar = UInt32(pair)
                length = 2
            }
            if scalar == 0, byte != 0 {
                guard undecodable(at..<at + 1, &builder) else { return false }
                last.scalar = 0
            } else if let composed = ToneComposition.letter(last.scalar, with: scalar) {
                builder.removeAll(from: last.offset)
                builder.append(composed)
                last.scalar = composed
            } else {
                last = (scalar, builder.bytes.count)
                builder.append(scalar)
            }
            at += length
        }
        return true
    }
}
