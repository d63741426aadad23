import Domain

extension Evidence {
    /// What had been received and decided by `time`, whatever has come since.
    ///
    /// Of the bytes of one path, those that were first seen after `time` say nothing, unless there are no others: then the
    /// earliest of them stand for what a decision says was received before it was taken in.
    package init(
        catalogue: Catalogue, readings: [Reading], decisions: [Decision], beside surroundings: Surroundings = .init(),
        asOf time: Instant
    ) {
        self.init(
            catalogue: catalogue, readings: Evidence.seen(readings, by: time),
            decisions: decisions.filter { $0.at <= time },
            beside: surroundings.by(time) { Evidence.seen($0, by: time) }, receivedBy: time)
    }

    private static func seen(_ readings: [Reading], by time: Instant) -> [Reading] {
        let seen = Dictionary(grouping: readings, by: \.receipt.path).values.flatMap { versions in
            let inTime = versions.filter { $0.receipt.receivedAt <= time }
            guard inTime.isEmpty else { return inTime }
            let first = versions.min {
                ($0.receipt.receivedAt, $0.receipt.sha256) < ($1.receipt.receivedAt, $1.receipt.sha256)
            }
            return first.map { [$0] } ?? []
        }
        return seen.sorted { ($0.receipt.path, $0.receipt.sha256) < ($1.receipt.path, $1.receipt.sha256) }
    }
}
