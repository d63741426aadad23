/// The last cells of a field that were looked through and found harmless: most cells of a long file say what others have said,
/// and what the look says hangs on their bytes alone.
struct HarmlessCells {
    /// By length, the bytes at both ends and the one between.
    private static let places = 64
    /// Longer cells are looked through each time.
    private static let longest = 64

    private let bytes: UnsafeMutablePointer<UInt8>
    /// Twice the length, and one where the cell is the first of its row; 0: none yet.
    private let keys: UnsafeMutablePointer<Int>

    init() {
        bytes = .allocate(capacity: Self.places * Self.longest)
        bytes.initialize(repeating: 0, count: Self.places * Self.longest)
        keys = .allocate(capacity: Self.places)
        keys.initialize(repeating: 0, count: Self.places)
    }

    func deallocate() {
        bytes.deallocate()
        keys.deallocate()
    }

    @inline(__always)
    private static func place(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int {
        (count &+ Int(cell[0]) &+ Int(cell[count &- 1]) &* 3 &+ Int(cell[count / 2]) &* 5) & (places &- 1)
    }

    /// - Parameter count: Above zero.
    @inline(__always)
    func holds(_ cell: UnsafePointer<UInt8>, _ count: Int, isFirst: Bool) -> Bool {
        let place = Self.place(cell, count)
        guard keys[place] == count &* 2 &+ (isFirst ? 1 : 0) else { return false }
        let known = bytes + place &* Self.longest
        for index in 0..<count where known[index] != cell[index] { return false }
        return true
    }

    func keep(_ cell: UnsafePointer<UInt8>, _ count: Int, isFirst: Bool) {
        guard count <= Self.longest else { return }
        let place = Self.place(cell, count)
        keys[place] = count * 2 + (isFirst ? 1 : 0)
        (bytes + place * Self.longest).update(from: cell, count: count)
    }
}
