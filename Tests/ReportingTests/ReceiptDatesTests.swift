import Domain
import Testing

@testable import Reporting

struct ReceiptDatesTests {
    /// Which of the files of one path, taken in on days and hours of October 2026, a decision of 30 October speaks of.
    private func meant(
        _ taken: [(Int, Int)], _ day: Int, _ hour: Int = 0, _ minute: Int = 0
    ) throws -> [Int] {
        let scene = try Scene()
        let receipts = try taken.enumerated().map { number, time in
            Receipt(
                path: "a.csv", sha256: "\(number)", size: 1,
                receivedAt: try scene.instant(time.0, time.1, second: 30))
        }
        let laidDown = try scene.instant(30, 12)
        let decision = Decision(
            at: try scene.instant(day, hour, minute), period: nil, department: nil, form: nil, path: "a.csv",
            action: .received(laidDown), reason: "", approver: "")
        let dates = ReceiptDates([decision], receipts: receipts.reversed(), in: scene.catalogue.organisation.timeZone)
        return receipts.indices.filter { dates[receipts[$0]] == laidDown }
    }

    @Test func `with a time it speaks of what stood at the path then`() throws {
        let taken = [(3, 9), (5, 9), (7, 9)]
        #expect(try meant(taken, 5, 8, 59) == [0])
        #expect(try meant(taken, 5, 9, 0) == [1])
        #expect(try meant(taken, 6, 23) == [1])
        #expect(try meant(taken, 9, 1) == [2])
    }

    @Test func `a date alone means the first file of that day, else the one that stood then`() throws {
        let taken = [(3, 9), (5, 9), (5, 15), (7, 9)]
        #expect(try meant(taken, 3) == [0])
        #expect(try meant(taken, 4) == [0])
        #expect(try meant(taken, 5) == [1])
        #expect(try meant(taken, 6) == [2])
        #expect(try meant(taken, 8) == [3])
    }

    @Test func `a decision before its file speaks of the first that comes`() throws {
        #expect(try meant([(3, 9), (5, 9)], 1) == [0])
        #expect(try meant([(3, 9), (5, 9)], 2, 17) == [0])
        #expect(try meant([], 2) == [])
    }

    @Test func `of two decisions about one file the later holds, and other paths are left alone`() throws {
        let scene = try Scene()
        func decision(_ day: Int, _ path: String) throws -> Decision {
            Decision(
                at: try scene.instant(day, 0), period: nil, department: nil, form: nil, path: path,
                action: .received(try scene.instant(day, 1)), reason: "", approver: "")
        }
        let receipt = Receipt(path: "a.csv", sha256: "1", size: 1, receivedAt: try scene.instant(20, 9))
        let other = Receipt(path: "b.csv", sha256: "1", size: 1, receivedAt: try scene.instant(20, 9))
        let dates = ReceiptDates(
            [try decision(1, "a.csv"), try decision(2, "a.csv")], receipts: [receipt, other],
            in: scene.catalogue.organisation.timeZone)
        #expect(try dates[receipt] == scene.instant(2, 1))
        #expect(dates[other] == other.receivedAt)
    }

    /// Of a day without a time the clock tells what came before what, as far as it agrees with the day.
    @Test func `a day alone leaves the order of the clock`() throws {
        let scene = try Scene()
        let zone = scene.catalogue.organisation.timeZone
        func counted(_ taken: Instant, _ laidDown: Instant) -> Instant {
            let receipt = Receipt(path: "a.csv", sha256: "", size: 1, receivedAt: taken)
            let decision = Decision(
                at: taken, period: nil, department: nil, form: nil, path: "a.csv", action: .received(laidDown),
                reason: "", approver: "")
            let dates = ReceiptDates([decision], receipts: [receipt], in: zone)
            #expect(dates[receipt] == laidDown)
            return dates.order(of: receipt)
        }
        let (day, evening) = (try scene.instant(16, 0), try scene.instant(16, 20))
        #expect(counted(evening, day) == evening)
        #expect(counted(try scene.instant(18, 9), day) == (try scene.instant(16, 23, 59, second: 59)))
        #expect(counted(try scene.instant(15, 9), day) == day)
        // With a time it is that time.
        let morning = try scene.instant(16, 8)
        #expect(counted(evening, morning) == morning)
    }
}
