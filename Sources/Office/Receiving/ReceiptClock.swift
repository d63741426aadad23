import Domain
import Foundation

/// When what a run takes in is received: by the clock, but behind all that the ledger holds already, so that a file written over
/// another counts in its place even where the clock was set back a little.
struct ReceiptClock {
    let time: Instant
    /// What the clock says, and what the ledger says at most, where that is later.
    private let behind: (clock: Instant, last: Instant)?

    /// Clocks are set back by so many seconds at most; what lies further ahead was recorded under a wrong clock.
    private static let secondsMost = 86_400

    init(_ now: Instant, last: Instant?) {
        guard let last, now < last else {
            (time, behind) = (now, nil)
            return
        }
        behind = (now, last)
        time = last.seconds - now.seconds <= Self.secondsMost ? Instant(seconds: last.seconds + 1) : now
    }

    /// That times of receipt are not the clock's, or may be wrong.
    func findings(in zone: TimeZone) -> [Finding] {
        guard let behind else { return [] }
        let text = FindingText.behind(Health.shown(behind.clock, in: zone), last: Health.shown(behind.last, in: zone))
        return [
            Finding(
                rule: ClockBehindLedger.self, level: .error, position: Position(file: Health.clock),
                value: "\(behind.clock)", message: text.text, expected: text.expected, remedy: text.remedy)
        ]
    }
}
