import Domain

/// What submissions are judged by beside those of the months in hand, so that each is judged the same whichever period's
/// reports are made.
package struct Surroundings: Sendable {
    /// Of the months before those in hand, with which their figures are compared.
    package let earlier: [Reading]
    /// All whose bytes lie at more than one path, without figures.
    package let copies: [Reading]
    package let issues: [Issue]

    /// A set that was issued.
    package struct Issue: Hashable, Sendable {
        package let period: Period
        package let at: Instant

        package init(period: Period, at: Instant) {
            self.period = period
            self.at = at
        }
    }

    /// How many months before a submission its figures may be compared with.
    package static let monthsBefore = 12

    package init(earlier: [Reading] = [], copies: [Reading] = [], issues: [Issue] = []) {
        self.earlier = earlier
        self.copies = copies
        self.issues = issues
    }

    /// What of it was there by a time.
    func by(_ time: Instant, _ readings: ([Reading]) -> [Reading]) -> Surroundings {
        Surroundings(
            earlier: readings(earlier), copies: readings(copies), issues: issues.filter { $0.at <= time })
    }

    /// The same with the newest readings of its receipts.
    func reread(_ newest: [Receipt: Reading]) -> Surroundings {
        Surroundings(earlier: earlier.map { newest[$0.receipt] ?? $0 }, copies: copies, issues: issues)
    }
}
