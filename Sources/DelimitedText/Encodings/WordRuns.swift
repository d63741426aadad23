/// The different runs of letters in a text, as evidence for its encoding: every byte from 0x80 on counts as a letter,
/// for which of them are letters is what is to be decided.
///
/// Of a long text, parts spread evenly are read, and so many runs at most, so that evidence costs the same however
/// long the text is.
struct WordRuns {
    private(set) var runs: [[UInt8]] = []
    /// Where each stands first.
    private(set) var offsets: [Int] = []

    static let runsMax = 1 << 14
    private static let runBytesMax = 64
    private static let parts = 16

    /// - Parameter includesASCII: Also runs of ASCII letters alone, which tell nothing of encodings that have ASCII.
    init(_ bytes: [UInt8], from start: Int, limits: Limits, includesASCII: Bool = false) {
        var seen: Set<UInt64> = []
        // Most words come again soon.
        var recent = [UInt64](repeating: 0, count: 256)
        for part in Self.evidence(of: bytes, from: start, limits: limits) {
            Self.forEach(in: bytes, part) { run, isASCII in
                guard !isASCII || includesASCII, !Self.isBesideQuestionMark(run, in: bytes) else { return true }
                let kept = bytes[run].prefix(Self.runBytesMax)
                let hash = kept.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
                let slot = Int(truncatingIfNeeded: hash & 0xFF)
                if recent[slot] == hash { return true }
                recent[slot] = hash
                if seen.insert(hash).inserted {
                    runs.append(Array(kept))
                    offsets.append(run.lowerBound)
                }
                return runs.count < Self.runsMax
            }
        }
    }

    /// Visits runs until the body says no; one that the range cuts off is left out.
    static func forEach(in bytes: [UInt8], _ range: Range<Int>, _ body: (Range<Int>, _ isASCII: Bool) -> Bool) {
        bytes.withUnsafeBufferPointer { bytes in
            var at = range.lowerBound
            while at < range.upperBound {
                guard isLetter(bytes[at]) else {
                    at &+= 1
                    continue
                }
                let start = at
                var all: UInt8 = 0
                while at < range.upperBound, isLetter(bytes[at]) {
                    all |= bytes[at]
                    at &+= 1
                }
                if at == range.upperBound, at < bytes.count { return }
                if !body(start..<at, all < 0x80) { return }
            }
        }
    }

    /// The parts of a text that are read: all of it up to the limit.
    static func evidence(of bytes: [UInt8], from start: Int, limits: Limits) -> [Range<Int>] {
        guard bytes.count - start > limits.evidenceBytes else { return [start..<max(start, bytes.count)] }
        let length = limits.evidenceBytes / parts
        let step = (bytes.count - start) / parts
        return (0..<parts).map { part in
            let end = start + part * step + length
            var lower = start + part * step
            if part > 0 {
                while lower < end, isLetter(bytes[lower]) { lower += 1 }
            }
            return lower..<end
        }
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    /// The rest of a word that has lost letters says nothing of the encoding.
    private static func isBesideQuestionMark(_ run: Range<Int>, in bytes: [UInt8]) -> Bool {
        let mark = UInt8(ascii: "?")
        return (run.lowerBound > 0 && bytes[run.lowerBound - 1] == mark)
            || (run.upperBound < bytes.count && bytes[run.upperBound] == mark)
    }
}
