import Domain
import Synchronization
import Testing

struct ParallelMapTests {
    @Test func `results come in the order of the elements, each worked out once`() {
        let calls = Mutex<[Int]>(Array(repeating: 0, count: 500))
        let squares = ParallelMap.map(Array(0..<500)) { number in
            calls.withLock { $0[number] += 1 }
            return number * number
        }
        #expect(squares == (0..<500).map { $0 * $0 })
        #expect(calls.withLock { $0 }.allSatisfy { $0 == 1 })
        #expect(ParallelMap.map([Int]()) { $0 }.isEmpty)
    }

    private struct Fault: Error, Equatable { let element: Int }

    @Test func `of several faults the one of the first element is thrown`() {
        #expect(throws: Fault(element: 3)) {
            try ParallelMap.map(Array(0..<100)) { element throws(Fault) in
                if element % 3 == 0, element > 0 { throw Fault(element: element) }
                return element
            }
        }
    }

    @Test(arguments: [1, 2, 7])
    func `work is called by no more threads than are allowed, and has ended once it returns`(threads: Int) {
        let calls = Atomic(0)
        let ended = Atomic(0)
        ParallelMap.share(among: threads) {
            calls.add(1, ordering: .relaxed)
            ended.add(1, ordering: .relaxed)
        }
        let called = calls.load(ordering: .relaxed)
        #expect((1...threads).contains(called))
        #expect(ended.load(ordering: .relaxed) == called)
    }

    @Test func `a value that is worked out meanwhile is the same for all who ask`() {
        let calls = Mutex(0)
        let value = Meanwhile {
            calls.withLock {
                $0 += 1
                return $0
            }
        }
        #expect(ParallelMap.map(Array(0..<50)) { _ in value.value } == Array(repeating: 1, count: 50))
    }
}
