/// Strict UTF-8; what is not becomes U+FFFD, and its place is kept.
enum UTF8Repair {
    /// Few broken bytes are damage to a UTF-8 file; more than this, and more than there are letters in UTF-8,
    /// are another encoding.
    private static let strayPlaces = 3
    /// A file broken more often than this is given up, whatever it was meant to be: repairing all of it costs minutes.
    private static let repairsMax = 100_000

    /// - Parameter isLegacyPlausible: Every word beyond ASCII makes sense in an old encoding, so that even a few broken
    ///   bytes need not be damage.
    static func decode(
        _ bytes: consuming [UInt8], from start: Int, decision: EncodingDecision, limits: Limits,
        isLegacyPlausible: Bool = false
    ) -> DecodedText {
        var broken = firstBroken(in: bytes, from: start)
        guard broken != nil else { return DecodedText(bytes: bytes, start: start, decision: decision) }

        var repaired: [UInt8] = []
        repaired.reserveCapacity(bytes.count + 1 << 16)
        var blemishes: [DecodedText.Blemish] = []
        var repairs = 0
        var places = 0
        var letters = 0
        var copied = 0
        while let range = broken {
            let isContinued = range.lowerBound == copied && places > 0
            if !isContinued {
                places += 1
                letters += multibyteLetters(in: bytes, max(copied, start)..<range.lowerBound)
                repaired += bytes[copied..<range.lowerBound]
            }
            let hex = Sample.hex(bytes[range])
            if !isContinued, places <= limits.doubtsPerKind {
                blemishes.append(.init(kind: .undecodableByte, offset: repaired.count, hex: hex))
            } else if isContinued, places <= limits.doubtsPerKind, let last = blemishes.last, last.hex.utf8.count < 24 {
                blemishes[blemishes.count - 1] = .init(
                    kind: last.kind, offset: last.offset, hex: last.hex + " " + hex)
            }
            repaired += [0xEF, 0xBF, 0xBD]
            copied = range.upperBound
            repairs += 1
            broken = repairs < repairsMax ? firstBroken(in: bytes, from: copied) : nil
        }
        let isGivenUp = repairs == repairsMax
        if !isGivenUp {
            letters += multibyteLetters(in: bytes, copied..<bytes.count)
            repaired += bytes[copied...]
        }

        var text = DecodedText(bytes: repaired, start: start, decision: decision)
        let isMore = places > strayPlaces || isLegacyPlausible
        let isAnother = decision.encoding == .utf8 && isMore && places > letters
        if isAnother || isGivenUp, let first = blemishes.first {
            text.encodingDoubt = Sample.around(first.offset, in: repaired, from: start, hex: first.hex)
        } else {
            text.blemishes = blemishes
            if places > blemishes.count { text.furtherBlemishes[.undecodableByte] = places - blemishes.count }
        }
        return text
    }

    static func firstBroken(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(start...))
            return nil
        } catch {
            return error.byteOffsets.lowerBound + start..<error.byteOffsets.upperBound + start
        }
    }

    private static func multibyteLetters(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes[range].reduce(into: 0) { count, byte in if byte >= 0xC2 { count += 1 } }
    }
}
