/// Integers one after another, seven bits a byte, the last of each below 128; small ones of either sign are short.
struct IntegerWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: Int) {
        // Zero, minus one, one, minus two …
        var rest = UInt64(bitPattern: Int64(value) << 1 ^ Int64(value) >> 63)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A list of groups of integers, after its length.
    mutating func append(_ list: [[Int]]) {
        append(list.count)
        for value in list.joined() { append(value) }
    }
}

/// Reads what an `IntegerWriter` wrote, and throws `Damage` at whatever it cannot have written.
struct IntegerReader {
    struct Damage: Error {}

    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// - Parameter bytes: They outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }
    var bytesLeft: Int { bytes.count - position }

    @inline(__always)
    mutating func next() throws -> Int {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while position < bytes.count {
            let byte = bytes[position]
            position &+= 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1) }
            shift &+= 7
            guard shift < 64 else { break }
        }
        throw Damage()
    }

    /// A number of things that each take a byte at least.
    mutating func count() throws -> Int {
        let count = try next()
        guard count >= 0, count <= bytes.count &- position else { throw Damage() }
        return count
    }

    /// The place of one of so many things.
    @inline(__always)
    mutating func place(below count: Int) throws -> UInt32 {
        let place = try next()
        guard place >= 0, place < count else { throw Damage() }
        return UInt32(truncatingIfNeeded: place)
    }
}
