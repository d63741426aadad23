import Domain
import Files
import Foundation

/// What a verb works with: the two folders, the clock, how long it waits for another, and whom it tells while it works.
package struct Desk {
    package let workplace: Workplace
    /// Seconds to wait for another that holds the ledger.
    let wait: Int
    /// Of the words that are made of figures for one reader.
    let language: Language
    let tell: Listener
    private let clock: () -> Instant

    package init(
        _ workplace: Workplace, language: Language = .vi, wait: Int = 0, clock: @escaping () -> Instant,
        tell: @escaping Listener = { _ in }
    ) {
        self.workplace = workplace
        self.language = language
        self.wait = wait
        self.clock = clock
        self.tell = tell
    }

    package var now: Instant { clock() }
}

/// What the program says of itself.
package enum Program {
    package static let version = "0.1.0"

    /// Which file this program was started from: another build may draw another set.
    static var build: String {
        guard let own = try? Entry(at: "/proc/self/exe", followingLinks: true) else { return "\(version) \(UUID())" }
        return "\(version) \(own.inode) \(own.size) \(own.modified.seconds).\(own.modified.nanoseconds)"
    }
}
