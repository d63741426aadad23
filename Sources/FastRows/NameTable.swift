import CByteMask

/// What the names met in a file were found to mean, by their bytes: each spelling is compared with the registers once.
///
/// Its memory is raw so that a look-up allocates and counts nothing: 32 bytes are loaded at a time, past a name's end too,
/// which is why names must lie in a window with padding. It never holds more than `namesMax` names.
struct NameTable: ~Copyable {
    /// What a name means where something must be said about it.
    static let needsCare: Int32 = -1

    /// Where a name may stand, by its hash.
    private struct Slot: BitwiseCopyable {
        /// The number of the name; -1: none.
        var entry: Int32 = -1
        /// Where its bytes begin among all, and how many its two parts have.
        var offset: Int32 = 0
        var lengths = 0
    }

    private static let namesMax = 4_096
    private static let slotsMask = 2 * namesMax - 1
    private static let longestName = 128
    /// So many slots are looked at: names made to fall together cost no more than a row read with care.
    private static let stepsMax = 32
    private static let padding = 32

    private let slots: UnsafeMutablePointer<Slot>
    private let bytes: UnsafeMutablePointer<UInt8>
    private let meanings: UnsafeMutablePointer<Int32>
    private let eras: Int
    private var count = 0
    private var byteCount = 0

    init(eras: Int) {
        self.eras = eras
        slots = .allocate(capacity: Self.slotsMask + 1)
        slots.initialize(repeating: Slot(), count: Self.slotsMask + 1)
        bytes = .allocate(capacity: Self.namesMax * Self.longestName + Self.padding)
        meanings = .allocate(capacity: Self.namesMax * eras)
    }

    deinit {
        slots.deallocate()
        bytes.deallocate()
        meanings.deallocate()
    }

    /// Whether there is no room for another name.
    var isFull: Bool { count >= Self.namesMax }

    /// A name met before, by its two parts; -1: not met.
    @inline(__always)
    func find(
        _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>, _ secondCount: Int
    ) -> Int {
        let home = Self.home(first, firstCount, second, secondCount)
        let lengths = Self.lengths(firstCount, secondCount)
        for step in 0..<Self.stepsMax {
            let slot = slots[(home &+ step) & Self.slotsMask]
            if slot.entry < 0 { return -1 }
            let known = bytes + Int(slot.offset)
            if slot.lengths == lengths, byte_mask_same(known, first, firstCount),
                secondCount == 0 || byte_mask_same(known + firstCount, second, secondCount)
            {
                return Int(slot.entry)
            }
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
        let home = Self.home(first, firstCount, second, secondCount)
        let free = (0..<Self.stepsMax).first { slots[(home &+ $0) & Self.slotsMask].entry < 0 }
        guard let free else { return -1 }
        slots[(home &+ free) & Self.slotsMask] = Slot(
            entry: Int32(truncatingIfNeeded: count), offset: Int32(truncatingIfNeeded: byteCount),
            lengths: Self.lengths(firstCount, secondCount))
        (bytes + byteCount).update(from: first, count: firstCount)
        (bytes + byteCount + firstCount).update(from: second, count: secondCount)
        byteCount += firstCount + secondCount
        for era in 0..<eras { meanings[count * eras + era] = found[era] }
        count += 1
        return count - 1
    }

    @inline(__always)
    private static func lengths(_ first: Int, _ second: Int) -> Int { first | second &<< 32 }

    /// The first slot in which a name may stand: by its last eight bytes and its length, in which most names differ.
    @inline(__always)
    private static func home(
        _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>, _ secondCount: Int
    ) -> Int {
        var hash = mixed(first, firstCount)
        if secondCount > 0 { hash = hash &* 31 &+ mixed(second, secondCount) }
        return Int(truncatingIfNeeded: hash >> 51)
    }

    @inline(__always)
    private static func mixed(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let word = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: max(count &- 8, 0), as: UInt64.self)
        // What lies past the end of a short name is shifted out.
        let name = word.littleEndian << UInt64(truncatingIfNeeded: max(64 &- 8 &* count, 0))
        return (name ^ UInt64(truncatingIfNeeded: count) &* 0xBF58_476D_1CE4_E5B9) &* 0x9E37_79B9_7F4A_7C15
    }
}
