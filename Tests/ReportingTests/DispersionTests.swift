import Testing

@testable import Reporting

struct DispersionTests {
    /// By scipy.stats.chi2.ppf(0.2, n): 11 months free 6.98867, 132 of them 118.198.
    @Test func `the upper limit is the estimate over the fifth of chi squared`() {
        let months = [2, 9, 4, 0, 12, 3, 7, 1, 5, 8, 6, 3]
        let squares = 138.0 / 5
        var one = Dispersion()
        one.take(months)
        #expect((one.upperLimit - squares / 6.98867).magnitude < 0.01)
        var all = Dispersion()
        for _ in 0..<12 { all.take(months) }
        #expect((all.upperLimit - 12 * squares / 118.198).magnitude < 0.001)
    }

    @Test func `months that are more even than chance count as chance`() {
        var even = Dispersion()
        even.take(Array(repeating: 4, count: 12))
        #expect(even.upperLimit == 1)
        #expect(Dispersion().upperLimit == 1)
    }

    @Test func `months without a case say nothing`() {
        var dispersion = Dispersion()
        dispersion.take([3, 9, 1, 8])
        let before = dispersion.upperLimit
        dispersion.take([0, 0, 0, 0])
        #expect(dispersion.upperLimit == before)
    }
}
