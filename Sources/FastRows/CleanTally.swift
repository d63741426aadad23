import DelimitedText
import Domain

/// What the clean rows add up to: sums by place, month and codes in dense arrays, and how often each day was written.
///
/// A reader has its own and they are merged at the end, so that nothing is shared while rows are read.
struct CleanTally: ~Copyable {
    /// The words of a group: its rows, then for each column its sum and, in two halves, its numbers and its zeros.
    let stride: Int
    let groupsPerPlace: Int
    private(set) var groups: UnsafeMutablePointer<Int64>
    private var capacity = 0
    private(set) var places: [UnitKey] = []
    private var slots: [UnitKey: Int32] = [:]
    /// By date column, then by day; ordered dates first, then those that begin with the year.
    let dayCounts: UnsafeMutablePointer<UInt32>
    let daysPerColumn: Int
    private let dayCountsCount: Int
    private(set) var firstSpots: [Int: CleanRows.Spot] = [:]

    init(_ plan: CleanPlan) {
        // Whole lines of the processor's cache.
        stride = (1 + 2 * plan.columns.quantities.count + 7) / 8 * 8
        groupsPerPlace = plan.groupsPerPlace
        groups = Self.room(1)
        daysPerColumn = 2 * plan.days.years * CleanPlan.daysOfYear
        dayCountsCount = daysPerColumn * plan.columns.dates.count
        dayCounts = .allocate(capacity: dayCountsCount)
        dayCounts.initialize(repeating: 0, count: dayCountsCount)
    }

    deinit {
        groups.deallocate()
        dayCounts.deallocate()
    }

    private static func room(_ words: Int) -> UnsafeMutablePointer<Int64> {
        UnsafeMutableRawPointer.allocate(byteCount: words * 8, alignment: 64).bindMemory(
            to: Int64.self, capacity: words)
    }

    /// The place's number, under which its sums are kept.
    mutating func slot(of place: UnitKey) -> Int32 {
        if let slot = slots[place] { return slot }
        let slot = Int32(truncatingIfNeeded: places.count)
        places.append(place)
        slots[place] = slot
        let needed = places.count * groupsPerPlace * stride
        if needed > capacity {
            let larger = max(needed, capacity * 2)
            let moved = Self.room(larger)
            moved.initialize(repeating: 0, count: larger)
            moved.update(from: groups, count: capacity)
            groups.deallocate()
            groups = moved
            capacity = larger
        }
        return slot
    }

    mutating func noteFirst(_ day: Int, _ spot: CleanRows.Spot) { firstSpots[day] = spot }

    /// Adds what another reader counted; `false` where a sum no longer fits.
    mutating func merge(_ other: borrowing CleanTally) -> Bool {
        for (index, place) in other.places.enumerated() {
            let mine = Int(slot(of: place)) * groupsPerPlace * stride
            let its = index * groupsPerPlace * stride
            for word in 0..<groupsPerPlace * stride {
                let (sum, overflow) = groups[mine + word].addingReportingOverflow(other.groups[its + word])
                if overflow { return false }
                groups[mine + word] = sum
            }
        }
        for day in 0..<dayCountsCount { dayCounts[day] &+= other.dayCounts[day] }
        for (day, spot) in other.firstSpots where firstSpots[day].map({ spot.row < $0.row }) ?? true {
            firstSpots[day] = spot
        }
        return true
    }
}
