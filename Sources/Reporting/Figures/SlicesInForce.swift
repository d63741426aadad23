import Domain

/// Which readings stand for each slice, after corrections, parts and decisions.
///
/// Precedence: a decision, then the higher Lần gửi, then the later time of receipt. A tie between different bytes is a
/// conflict: neither replaces what preceded both.
package struct SlicesInForce: Sendable {
    /// One month of one department's form; the department is the one that carries on the work.
    package struct Key: Hashable, Comparable, Sendable {
        package let department: String
        package let form: String
        package let month: Month

        package init(department: String, form: String, month: Month) {
            self.department = department
            self.form = form
            self.month = month
        }

        package static func < (left: Key, right: Key) -> Bool {
            (left.month, left.department, left.form) < (right.month, right.department, right.form)
        }
    }

    /// Two files with the same precedence and different bytes.
    package struct Conflict: Hashable, Sendable {
        package let key: Key
        package let paths: [String]
    }

    /// The whole and the parts that count, by the order of their paths.
    package let readings: [Key: [Reading]]
    /// Every reading that names the slice, counted or not, save those held.
    package let candidates: [Key: [Reading]]
    /// What came while its month was closed: kept, and out of every figure.
    package let held: [Key: [HeldReading]]
    package let conflicts: [Conflict]

    package init(_ evidence: Evidence) {
        var grouped: [Key: [Reading]] = [:]
        var held: [Key: [HeldReading]] = [:]
        for reading in evidence.readings {
            guard let slice = reading.slice else { continue }
            let key = Key(
                department: evidence.countingDepartment(slice), form: slice.form, month: slice.period.last)
            if let closing = evidence.holding(reading) {
                held[key, default: []].append(HeldReading(reading: reading, closing: closing))
            } else {
                grouped[key, default: []].append(reading)
            }
        }
        var standing: [Key: [Reading]] = [:]
        var conflicts: [Conflict] = []
        for (key, readings) in grouped {
            // A predecessor's file counts where the department has sent none itself; two predecessors' files add up.
            let byWriter = Dictionary(grouping: readings, by: { $0.department ?? "" })
            let own = SlicesInForce.choose(byWriter[key.department] ?? [], key: key, evidence)
            let writers = own.chosen.isEmpty ? byWriter.keys.filter { $0 != key.department }.sorted() : []
            let before = writers.map { SlicesInForce.choose(byWriter[$0] ?? [], key: key, evidence) }
            let chosen = own.chosen + before.flatMap(\.chosen)
            let tied = own.tied + before.flatMap(\.tied)
            if !chosen.isEmpty { standing[key] = chosen }
            if !tied.isEmpty { conflicts.append(Conflict(key: key, paths: tied)) }
        }
        self.readings = standing
        candidates = grouped
        self.held = held
        self.conflicts = conflicts.sorted { $0.key < $1.key }
    }

    private struct Ranked {
        let reading: Reading
        let rank: (Int, Int, Instant)
    }

    private static func choose(
        _ readings: [Reading], key: Key, _ evidence: Evidence
    ) -> (chosen: [Reading], tied: [String]) {
        let newest = Evidence.newestByPath(readings.lazy.filter(\.isCounted))
        let ranked = newest.values.compactMap { reading -> Ranked? in
            guard let slice = reading.slice else { return nil }
            let own = Slice(department: key.department, form: slice.form, period: slice.period)
            let path = reading.receipt.path
            let decisions = evidence.decisions(naming: path).filter { evidence.applies($0, to: own, path: path) }
            guard !decisions.contains(where: { $0.action == .withdraw }) else { return nil }
            let decided = decisions.contains { $0.action == .replace } ? 1 : 0
            return Ranked(
                reading: reading, rank: (decided, reading.sequence, evidence.receivedAt(reading.receipt)))
        }
        var tied: [String] = []
        let whole = best(ranked.filter { $0.reading.part.isEmpty }, tied: &tied)
        let labels = Dictionary(grouping: ranked.filter { !$0.reading.part.isEmpty }, by: \.reading.part)
        var chosen = whole.map { [$0] } ?? []
        for label in labels.keys.sorted() {
            guard let part = best(labels[label] ?? [], tied: &tied) else { continue }
            if let whole, part.rank <= whole.rank { continue }
            chosen.append(part)
        }
        return (chosen.map(\.reading).sorted { $0.receipt.path < $1.receipt.path }, tied.sorted())
    }

    private static func best(_ candidates: [Ranked], tied: inout [String]) -> Ranked? {
        var rest = candidates.sorted {
            $0.rank != $1.rank ? $0.rank > $1.rank : $0.reading.receipt.path < $1.reading.receipt.path
        }
        while let first = rest.first {
            let equals = rest.prefix { $0.rank == first.rank }
            if Set(equals.map(\.reading.receipt.sha256)).count == 1 { return first }
            tied += equals.map(\.reading.receipt.path)
            rest.removeFirst(equals.count)
        }
        return nil
    }
}
