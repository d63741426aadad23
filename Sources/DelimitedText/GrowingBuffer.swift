/// Room for plain values that only grows; appending is one store once the room is reserved.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        base = .allocate(capacity: self.capacity)
    }

    deinit {
        base.deallocate()
    }

    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if capacity &- count < extra { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        let larger = max(capacity * 2, count + extra)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    /// Only after `reserve`.
    @inline(__always)
    mutating func appendReserved(_ element: Element) {
        base[count] = element
        count &+= 1
    }

    /// Takes so many elements as its own that were stored behind the last one; only after `reserve`.
    @inline(__always)
    mutating func takeStored(_ stored: Int) {
        count &+= stored
    }

    var last: Element {
        get { base[count - 1] }
        set { base[count - 1] = newValue }
    }

    mutating func removeAll() {
        count = 0
    }

    /// Keeps the elements from `start` on, each passed through `change`.
    mutating func keep(from start: Int, _ change: (Element) -> Element) {
        for index in start..<count { base[index - start] = change(base[index]) }
        count -= start
    }
}
