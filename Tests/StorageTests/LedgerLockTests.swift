import Files
import Testing

@testable import Storage

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

    @Test func `who waits gets the lock once it is free, and asks no more often than it is told`() throws {
        var holder: LedgerLock? = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0)
        var pauses = 0
        #expect(throws: LedgerError.self) {
            _ = try LedgerLock.acquire(folder: place.ledger, polls: 3) { pauses += 1 }
        }
        #expect(pauses == 3)
        let next = try LedgerLock.acquire(folder: place.ledger, polls: 3) {
            pauses += 1
            if pauses == 5 { holder = nil }
        }
        #expect(pauses == 5 && holder == nil)
        #expect(next.folder == place.ledger)
    }

    /// Whoever takes away the file that a message names does not take the right from the run that has it.
    @Test func `the lock outlives its file`() throws {
        let first = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0)
        try Entry.remove("\(place.ledger)/\(LedgerLock.fileName)")
        #expect { _ = try LedgerLock.acquire(folder: place.ledger, waitSeconds: 0) } throws: {
            ($0 as? LedgerError)?.reason == .busy
        }
        withExtendedLifetime(first) {}
    }
}
