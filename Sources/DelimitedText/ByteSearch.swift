import CByteMask

/// Where one byte occurs, 64 bytes at a time.
enum ByteSearch {
    static func forEach(
        _ wanted: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Int) -> Void
    ) {
        guard let base = bytes.baseAddress else { return }
        var at = start
        while at < bytes.count {
            var mask = self.mask(of: wanted, base, at, bytes.count)
            while mask != 0 {
                body(at + mask.trailingZeroBitCount)
                mask &= mask - 1
            }
            at += 64
        }
    }

    static func contains(_ wanted: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var at = range.lowerBound
        while at < range.upperBound {
            if mask(of: wanted, base, at, range.upperBound) != 0 { return true }
            at += 64
        }
        return false
    }

    @inline(__always)
    private static func mask(of wanted: UInt8, _ base: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> UInt64 {
        end - at >= 64 ? byte_mask_equal(base + at, wanted) : byte_mask_equal_tail(base + at, end - at, wanted)
    }
}
