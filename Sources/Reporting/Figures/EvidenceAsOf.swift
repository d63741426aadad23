import Domain

extension Evidence {
    /// What had been received and decided by `time`, whatever has come since.
    ///
    /// Of the bytes of one path, those that were first seen after `time` say nothing, unless there are no others: then the
    /// earliest of them stand for what a decision says was received before it was taken in.
    package init(catalogue: Catalogue, readings: [Reading], decisions: [Decision], asOf time: Instant) {
        let decided = decisions.filter { $0.at <= time }
        let seen = Dictionary(grouping: readings, by: \.receipt.path).values.flatMap { versions in
            let inTime = versions.filter { $0.receipt.receivedAt <= time }
            guard inTime.isEmpty else { return inTime }
            let first = versions.min {
                ($0.receipt.receivedAt, $0.receipt.sha256) < ($1.receipt.receivedAt, $1.receipt.sha256)
            }
            return first.map { [$0] } ?? []
        }
        let inOrder = seen.sorted {
            ($0.receipt.path, $0.receipt.sha256) < ($1.receipt.path, $1.receipt.sha256)
        }
        self.init(catalogue: catalogue, readings: inOrder, decisions: decided, receivedBy: time)
    }
}
