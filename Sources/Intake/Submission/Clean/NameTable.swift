import CByteMask

/// What the names met in a file were found to mean, by their bytes: each spelling is compared with the registers once.
///
/// Its memory is raw so that a look-up allocates and counts nothing: 32 bytes are loaded at a time, past a name's end too,
/// which is why names must lie in a window with padding. It never holds more than `namesMax` names.
struct NameTable: ~Copyable {
    /// What a name means where something must be said about it.
    static let needsCare: Int32 = -1

    private struct Entry: BitwiseCopyable {
        let hash: UInt64
        /// Of both parts.
        let lengths: Int
        let offset: Int
    }

    @inline(__always)
    private static func lengths(_ first: Int, _ second: Int) -> Int { first | second &<< 32 }

    private static let namesMax = 4_096
    private static let slotsMask = 4 * namesMax - 1
    private static let longestName = 128
    /// So many slots are looked at: names made to fall together cost no more than a row read with care.
    private static let stepsMax = 32
    private static let padding = 32

    private let slots: UnsafeMutablePointer<Int32>
    private let entries: UnsafeMutablePointer<Entry>
    private let bytes: UnsafeMutablePointer<UInt8>
    private let meanings: UnsafeMutablePointer<Int32>
    private let eras: Int
    private var count = 0
    private var byteCount = 0

    init(eras: Int) {
        self.eras = eras
        slots = .allocate(capacity: Self.slotsMask + 1)
        slots.initialize(repeating: -1, count: Self.slotsMask + 1)
        entries = .allocate(capacity: Self.namesMax)
        bytes = .allocate(capacity: Self.namesMax * Self.longestName + Self.padding)
        meanings = .allocate(capacity: Self.namesMax * eras)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
        bytes.deallocate()
        meanings.deallocate()
    }

    /// A name met before, by its two parts; -1: not met.
    @inline(__always)
    func find(
        _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>, _ secondCount: Int
    ) -> Int {
        let hash = Self.hash(first, firstCount, second, secondCount)
        let home = Self.slot(hash)
        for step in 0..<Self.stepsMax {
            let entry = Int(slots[(home &+ step) & Self.slotsMask])
            if entry < 0 { return -1 }
            if entries[entry].hash == hash, isName(entry, first, firstCount, second, secondCount) { return entry }
        }
        return -1
    }

    @inline(__always)
    func meaning(_ entry: Int, era: Int) -> Int32 { meanings[entry &* eras &+ era] }

    /// Remembers a name that `find` did not know, with what it means in each era; -1: there is no room for it.
    @inline(never)
    mutating func add(
        _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>, _ secondCount: Int,
        meanings found: [Int32]
    ) -> Int {
        guard count < Self.namesMax, firstCount + secondCount <= Self.longestName else { return -1 }
        let hash = Self.hash(first, firstCount, second, secondCount)
        let home = Self.slot(hash)
        guard let step = (0..<Self.stepsMax).first(where: { slots[(home + $0) & Self.slotsMask] < 0 }) else {
            return -1
        }
        slots[(home + step) & Self.slotsMask] = Int32(truncatingIfNeeded: count)
        entries[count] = Entry(hash: hash, lengths: Self.lengths(firstCount, secondCount), offset: byteCount)
        (bytes + byteCount).update(from: first, count: firstCount)
        (bytes + byteCount + firstCount).update(from: second, count: secondCount)
        byteCount += firstCount + secondCount
        for era in 0..<eras { meanings[count * eras + era] = found[era] }
        count += 1
        return count - 1
    }

    @inline(__always)
    private func isName(
        _ entry: Int, _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>,
        _ secondCount: Int
    ) -> Bool {
        let known = entries[entry]
        guard known.lengths == Self.lengths(firstCount, secondCount) else { return false }
        return byte_mask_same(bytes + known.offset, first, firstCount)
            && (secondCount == 0 || byte_mask_same(bytes + known.offset + firstCount, second, secondCount))
    }

    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 40) & slotsMask }

    @inline(__always)
    private static func hash(
        _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>, _ secondCount: Int
    ) -> UInt64 {
        secondCount == 0 ? hash(first, firstCount) : hash(first, firstCount) &+ (hash(second, secondCount) &* 31)
    }

    /// Of the first and the last eight bytes and the length: names that differ only between are told apart afterwards.
    @inline(__always)
    private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        let length = UInt64(truncatingIfNeeded: count)
        // What lies past the end of a short name is shifted out.
        let head = word(bytes, 0) << (64 &- 8 &* min(length, 8))
        let hash = (head ^ length &* 0xBF58_476D_1CE4_E5B9) &* factor
        return (hash ^ hash >> 32 ^ word(bytes, max(count &- 8, 0)) << (64 &- 8 &* min(length, 8))) &* factor
    }

    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> UInt64 {
        UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
    }
}
