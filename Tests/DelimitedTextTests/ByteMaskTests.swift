import CByteMask
import Testing

struct ByteMaskTests {
    @Test func `masks and tails agree with looking at each byte`() {
        var random = Seeded(7)
        let pool = Array(",\"\r\n;a\0".utf8) + [0x8A, 0xAC, 0xFF]
        for _ in 0..<500 {
            let bytes = (0..<64).map { _ in pool[Int(random.next() % UInt64(pool.count))] }
            let count = Int(random.next() % 65)
            var equal: UInt64 = 0
            var structure: UInt64 = 0
            for (index, byte) in bytes.enumerated() {
                if byte == 0 { equal |= 1 << UInt64(index) }
                if Array(",\"\r\n".utf8).contains(byte) { structure |= 1 << UInt64(index) }
            }
            let kept: UInt64 = count == 64 ? .max : 1 << UInt64(count) - 1
            #expect(byte_mask_equal(bytes, 0) == equal)
            #expect(byte_mask_structure(bytes, 0x2C, 0x22) == structure)
            #expect(byte_mask_equal_tail(Array(bytes[..<count]), count, 0) == equal & kept)
            #expect(byte_mask_structure_tail(Array(bytes[..<count]), count, 0x2C, 0x22) == structure & kept)
        }
    }

    @Test func `bytes are the same up to their count, whatever follows`() {
        var random = Seeded(8)
        for count in 0..<130 {
            let left = (0..<count + 32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            var right = Array(left[..<count]) + (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(byte_mask_same(left, right, count))
            guard count > 0 else { continue }
            right[Int(random.next() % UInt64(count))] ^= 0x10
            #expect(!byte_mask_same(left, right, count))
        }
    }
}
