import Testing

@testable import Rendering

struct PageFillingTests {
    private func filling(_ heights: [Double], _ blocks: [ClosedRange<Int>] = []) -> PageFilling {
        PageFilling(heights: heights, repeated: 20, page: 100, keepingTogether: blocks)
    }

    @Test func `pages are filled from the top, each but the first below the repeated rows`() {
        let filling = filling([Double](repeating: 10, count: 22))
        #expect(filling.breaks == [10, 18] && filling.pageCount == 3)
        #expect(filling.used == 60)
    }

    @Test func `a block is not torn, and what is folded away takes no room`() {
        #expect(filling([Double](repeating: 10, count: 14), [8...10]).breaks == [8])
        #expect(filling([Double](repeating: 10, count: 9) + [Double](repeating: 0, count: 50) + [10]).breaks.isEmpty)
    }

    @Test func `a block taller than a page is torn where it must be`() {
        #expect(filling([Double](repeating: 30, count: 6), [0...5]).pageCount == 3)
    }

    @Test func `the last page does not hold a row or two alone`() {
        #expect(filling([Double](repeating: 5, count: 21)).breaks == [15])
        // Two rows above six short notes, and more rows with them.
        #expect(filling([Double](repeating: 4, count: 25) + [Double](repeating: 2, count: 6)).breaks == [20])
    }
}
