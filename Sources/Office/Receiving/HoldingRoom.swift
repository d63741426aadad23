import Foundation
import Intake

/// Room in memory for files that are held, shared by all that are read at once: who asks for more than is left waits.
final class HoldingRoom: @unchecked Sendable {
    /// That of the process.
    static let shared = HoldingRoom(bytes: ReadLimit.heldBytes)

    /// A workbook is so many times as large when it is read.
    static let packing = 16

    private let bytes: Int
    /// Guards what follows, and is signalled when room has been given back.
    private let change = NSCondition()
    private var free: Int

    init(bytes: Int) { (self.bytes, free) = (bytes, bytes) }

    /// Holds so many bytes while the body runs; more than there are at all counts as all of them. Never called within
    /// another's body, so that whoever waits is let in at last.
    func hold<Value>(_ wanted: Int, _ body: () throws -> Value) rethrows -> Value {
        let taken = min(max(0, wanted), bytes)
        change.withLock {
            while free < taken { change.wait() }
            free -= taken
        }
        defer {
            change.withLock {
                free += taken
                change.broadcast()
            }
        }
        return try body()
    }
}
