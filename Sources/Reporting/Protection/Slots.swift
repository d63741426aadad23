/// Numbers by position that are read and written millions of times: in one piece of memory, which whoever made it gives back.
struct Slots<Element: BitwiseCopyable> {
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: some Collection<Element>) {
        count = elements.count
        base = .allocate(capacity: max(1, count))
        _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: elements)
    }

    init(repeating element: Element, count: Int) { self.init(repeatElement(element, count: count)) }

    func deallocate() { base.deallocate() }

    subscript(position: Int) -> Element {
        get {
            assert(position >= 0 && position < count)
            return base[position]
        }
        nonmutating set {
            assert(position >= 0 && position < count)
            base[position] = newValue
        }
    }
}

/// Where each of several lists lies that stand one behind the other.
struct SlotRanges {
    private let firsts: Slots<Int>

    /// - Parameter firsts: Where each begins, and where the last one ends.
    init(_ firsts: [Int]) { self.firsts = Slots(firsts) }

    func deallocate() { firsts.deallocate() }

    subscript(list: Int) -> Range<Int> { firsts[list]..<firsts[list + 1] }
}

/// Lists of positions one behind the other.
struct JoinedSlots {
    private let elements: Slots<Int>
    private let ranges: SlotRanges

    /// - Parameter firsts: Where each list begins in `elements`, and where the last one ends.
    init(_ elements: [Int], firsts: [Int]) {
        self.elements = Slots(elements)
        ranges = SlotRanges(firsts)
    }

    init(_ lists: [[Int]]) {
        var firsts = [0]
        for list in lists { firsts.append(firsts[firsts.count - 1] + list.count) }
        self.init(Array(lists.joined()), firsts: firsts)
    }

    func deallocate() {
        elements.deallocate()
        ranges.deallocate()
    }

    func places(of list: Int) -> Range<Int> { ranges[list] }

    subscript(place: Int) -> Int { elements[place] }
}

/// Positions that are gathered, and forgotten again, without a place of their own each time.
struct SlotList {
    private let positions: Slots<Int>
    private let size: Slots<Int>

    /// - Parameter most: How many positions it is ever given.
    init(most: Int) {
        positions = Slots(repeating: 0, count: most)
        size = Slots(repeating: 0, count: 1)
    }

    func deallocate() {
        positions.deallocate()
        size.deallocate()
    }

    var count: Int { size[0] }

    subscript(place: Int) -> Int { positions[place] }

    func append(_ position: Int) {
        positions[size[0]] = position
        size[0] += 1
    }

    func removeAll() { size[0] = 0 }
}
