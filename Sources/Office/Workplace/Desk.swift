import Domain

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
