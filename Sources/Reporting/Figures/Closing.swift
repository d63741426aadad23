import Domain

/// A file that is kept and does not count: it is doubtful as a whole, or came while its month was closed.
package struct HeldReading: Hashable, Sendable {
    package let reading: Reading
    /// The decision that closed its month, or reopened it until a time that was past; `nil` for a doubtful file.
    package let closing: Decision?

    /// Whether somebody has to decide on it: a closing was decided.
    package var isWaiting: Bool { closing == nil }

    /// What is doubtful about it.
    package var doubts: [Finding] { isWaiting ? reading.findings.filter(\.isHolding) : [] }
}

extension Evidence {
    /// Whether it came after the closing of its month.
    func isHeld(_ reading: Reading) -> Bool { reading.isCounted && holding(reading) != nil }

    /// The closing that keeps a file out of every figure; `nil` where its month was open when it came, or was reopened
    /// afterwards.
    package func holding(_ reading: Reading) -> Decision? {
        guard !closings.isEmpty, reading.isCounted, let slice = reading.slice, !isLetIn(reading, slice) else {
            return nil
        }
        let month = Slice(
            department: countingDepartment(slice), form: slice.form, period: Period(slice.period.last))
        let received = receivedAt(reading.receipt)
        var holding: Decision?
        for decision in closings where applies(decision, to: month, path: reading.receipt.path) {
            switch decision.action {
            case .close where decision.at <= received: holding = holding ?? decision
            case .reopen(let until?) where until <= received: holding = holding ?? decision
            case .reopen: holding = nil
            default: break
            }
        }
        return holding
    }
}

extension Evidence {
    /// Whether the officer named this very file: that decision needs no second one.
    private func isLetIn(_ reading: Reading, _ slice: Slice) -> Bool {
        if acceptances[reading.receipt] != nil { return true }
        let path = reading.receipt.path
        let own = Slice(department: countingDepartment(slice), form: slice.form, period: slice.period)
        return decisions(naming: path).contains { $0.action == .replace && applies($0, to: own, path: path) }
    }
}

extension SlicesInForce {
    func heldReadings(of period: Period) -> [HeldReading] {
        held.filter { period.contains($0.key.month) }.values.joined().sorted {
            $0.reading.receipt.isBefore($1.reading.receipt)
        }
    }
}

extension Receipt {
    /// By path, then by digest.
    func isBefore(_ other: Receipt) -> Bool { (path, sha256) < (other.path, other.sha256) }
}
