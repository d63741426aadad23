import Domain
import Testing

@testable import Reporting

struct SeasonalityTests {
    private func months(_ counts: [Int?]) -> [Figure] {
        counts.map { count in
            count.flatMap { Quantity(whole: $0) }.map { Figure(.known(.quantity($0), .reported)) }
                ?? Figure(.absent(.notReported))
        }
    }

    private func tenths(_ figure: Figure) -> Int64? { figure.amount?.rounded(decimals: 1) }

    @Test func `months that are equal need no move`() {
        let season = Seasonality(months([7, 7, 7, 7, 7, 7]))
        #expect(tenths(season.unevenness) == 0)
        #expect(tenths(season.busiest) == 500 && tenths(season.even) == 500)
        #expect(season.busiestMonths == [0, 1, 2])
    }

    @Test func `all in one month of six leaves five sixths to move`() {
        let season = Seasonality(months([0, 0, 30, 0, 0, 0]))
        #expect(tenths(season.unevenness) == 833)
        #expect(tenths(season.busiest) == 1_000)
    }

    @Test func `half in three of eight months`() {
        // Shares 1/4, 1/8 × 2 … : 20 10 10 8 8 8 8 8 of 80, even 10.
        let season = Seasonality(months([8, 20, 8, 10, 8, 8, 10, 8]))
        #expect(tenths(season.busiest) == 500 && tenths(season.even) == 375)
        #expect(season.busiestMonths == [1, 3, 6])
        #expect(tenths(season.unevenness) == 125)
    }

    @Test func `fewer than six known months say nothing`() {
        let season = Seasonality(months([1, 2, 3, 4, 5]))
        #expect(season.busiest.absence == .notApplicable && season.busiestMonths.isEmpty)
        #expect(Seasonality(months([1, 2, 3, 4, 5, nil])).unevenness.absence == .notApplicable)
        #expect(Seasonality(months([0, 0, 0, 0, 0, 0])).busiest.absence == .notApplicable)
    }

    @Test func `a month that is missing makes it provisional`() {
        let season = Seasonality(months([1, 1, 1, nil, 1, 1, 1]))
        #expect(season.busiest.isProvisional && tenths(season.busiest) == 500)
        #expect(season.busiestMonths == [0, 1, 2])
    }

    /// 545 events in ten months: 32.7 to 36.5 % by 200,000 simulated years (`Tests/Oracle/alerts.py --busiest 200000`).
    @Test func `chance alone leaves months uneven`() throws {
        let like = Seasonality(months([60, 52, 61, 50, 55, 49, 58, 53, 54, 53]))
        let range = try #require(like.byChance)
        #expect((326...328).contains(range.lowerBound) && (362...366).contains(range.upperBound))
        #expect(tenths(like.busiest) == 328 && !like.isConcentrated)
        let seasonal = Seasonality(months([90, 80, 31, 50, 45, 49, 48, 43, 54, 55]))
        #expect(seasonal.isConcentrated)
    }

    @Test func `few events say nothing of concentration`() {
        #expect(!Seasonality(months([0, 0, 3, 1, 0, 1, 0, 0, 0, 1])).isConcentrated)
        #expect(!Seasonality(months([1, 2, 3, 4, 5])).isConcentrated)
    }
}
