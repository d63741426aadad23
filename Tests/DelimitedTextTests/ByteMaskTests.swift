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

    @Test func `a scan stores what looking at each byte finds, up to what needs care`() {
        var random = Seeded(9)
        for round in 0..<2_000 {
            let letters = Array(repeating: UInt8(ascii: "a"), count: round % 2 == 0 ? 20 : 600)
            let pool = Array(",,\n\n".utf8) + letters
            var bytes = (0..<64 * Int(1 + random.next() % 6)).map { _ in pool[Int(random.next() % UInt64(pool.count))] }
            for place in bytes.indices.dropFirst() where bytes[place] == 0x0A && random.next() % 3 == 0 {
                bytes[place - 1] = 0x0D
            }
            if round % 5 == 0 { bytes[Int(random.next() % UInt64(bytes.count))] = [0x22, 0x0D][round % 2] }
            var (ends, rows): ([UInt32], [[UInt32]]) = ([], [])
            var vectors = 0
            for start in stride(from: 0, to: bytes.count, by: 64) {
                let isLone = { (place: Int) in bytes[place] == 0x0D && (place % 64 == 63 || bytes[place + 1] != 0x0A) }
                if (start..<start + 64).contains(where: { bytes[$0] == 0x22 || isLone($0) }) { break }
                vectors += 1
                for place in start..<start + 64 {
                    let isAfterReturn = place % 64 > 0 && bytes[place - 1] == 0x0D
                    if [0x2C, 0x0D].contains(bytes[place]) || bytes[place] == 0x0A && !isAfterReturn {
                        ends.append(UInt32(place + 5))
                    }
                    if bytes[place] == 0x0A {
                        rows.append([UInt32(place + 6), UInt32(ends.count + 7), UInt32(rows.count + 3)])
                    }
                }
            }
            var storedEnds = [UInt32](repeating: 0, count: bytes.count + 8)
            var storedRows = [UInt32](repeating: 0, count: 3 * bytes.count)
            let scanned = byte_mask_scan(bytes, bytes.count / 64, 0x2C, 0x22, 5, 7, 2, &storedEnds, &storedRows)
            #expect(scanned.vectors == vectors)
            #expect(Array(storedEnds[..<scanned.ends]) == ends)
            #expect(Array(storedRows[..<(3 * scanned.lines)]) == rows.flatMap(\.self))
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
