/// What the cells met in a file were found to say, by their bytes, so that each spelling is compared with the registers
/// once and no text is made of it again.
struct NameCache<Value> {
    private struct Entry {
        let hash: UInt64
        let key: Int
        /// Where its bytes begin among all, and how many the two cells have.
        let offset: Int
        let first: Int
        let second: Int
        let value: Value
    }

    /// A file of ever new names gains nothing from being remembered.
    private static var most: Int { 20_000 }
    /// Longer cells are hardly met twice.
    private static var longest: Int { 256 }

    private var entries: [Entry] = []
    /// Places among the entries, by hash; there are at least twice as many slots as entries.
    private var slots = [Int32](repeating: -1, count: 64)
    private var bytes: [UInt8] = []

    /// Whether nothing more is remembered.
    var isFull: Bool { entries.count >= Self.most }

    /// Whether a cell is remembered.
    func holds(_ key: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        return slots[slot(key, bytes, none).slot] >= 0
    }

    /// - Parameter key: What else the value depends on.
    mutating func value(
        _ key: Int, _ first: UnsafeBufferPointer<UInt8>,
        _ second: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0), find: () -> Value
    ) -> Value {
        guard first.count + second.count <= Self.longest else { return find() }
        let (slot, hash) = slot(key, first, second)
        if slots[slot] >= 0 { return entries[Int(slots[slot])].value }
        let value = find()
        guard entries.count < Self.most else { return value }
        slots[slot] = Int32(truncatingIfNeeded: entries.count)
        entries.append(
            Entry(
                hash: hash, key: key, offset: bytes.count, first: first.count, second: second.count, value: value))
        bytes += first
        bytes += second
        if entries.count * 2 > slots.count { widen() }
        return value
    }

    /// Where an entry is, or would be.
    private func slot(
        _ key: Int, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
    ) -> (slot: Int, hash: UInt64) {
        let hash = Self.hash(second, Self.hash(first, UInt64(truncatingIfNeeded: key)))
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = Int(slots[slot])
            if entries[entry].hash == hash, entries[entry].key == key, isEqual(entry, first, second) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, hash)
    }

    private func isEqual(
        _ entry: Int, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (offset, count) = (entries[entry].offset, entries[entry].first)
        guard count == first.count, entries[entry].second == second.count else { return false }
        return bytes.withUnsafeBytes { known in
            Self.isEqual(known[offset...], first) && Self.isEqual(known[(offset + count)...], second)
        }
    }

    /// Whether bytes begin with others, eight at a time.
    private static func isEqual(_ known: Slice<UnsafeRawBufferPointer>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        let (left, right) = (UnsafeRawBufferPointer(rebasing: known), UnsafeRawBufferPointer(wanted))
        guard left.count >= right.count else { return false }
        var at = 0
        while at + 8 <= right.count {
            let word = left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            if word != right.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
            at += 8
        }
        while at < right.count {
            if left[at] != right[at] { return false }
            at += 1
        }
        return true
    }

    private mutating func widen() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = (seed ^ UInt64(truncatingIfNeeded: raw.count)) &* factor
        var at = 0
        while at + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* factor
            hash ^= hash >> 29
            at += 8
        }
        while at < raw.count {
            hash = (hash ^ UInt64(raw[at])) &* factor
            at += 1
        }
        return hash ^ hash >> 32
    }
}
