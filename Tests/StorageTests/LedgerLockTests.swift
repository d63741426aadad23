import Storage
import Testing

struct LedgerLockTests {
    private let place = Workplace()

    @Test func `a second run is told that the ledger is busy`() throws {
        let first = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0)
        #expect { _ = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0) } throws: {
            ($0 as? LedgerError)?.reason == .busy
        }
        withExtendedLifetime(first) {}
    }

    @Test func `the lock is given back with the value`() throws {
        _ = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0)
        let ledger = try Ledger.forWriting(place.ledger)
        #expect(throws: LedgerError.self) { _ = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0) }
        withExtendedLifetime(ledger) {}
    }

    @Test func `who waits gets the lock once it is free`() async throws {
        let place = place.ledger
        let first = try LedgerLock.acquire(folder: place, waitSeconds: 0)
        let waiting = Task.detached { try LedgerLock.acquire(folder: place, waitSeconds: 20).folder }
        try await Task.sleep(for: .milliseconds(200))
        withExtendedLifetime(first) {}
        _ = consume first
        #expect(try await waiting.value == place)
    }
}
