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
    /// What is kept, and out of every figure.
    package let held: [Key: [HeldReading]]
    package let conflicts: [Conflict]
    /// Those of slices with a supplement, as they stand: without the cells for which a later one answers.
    let supplemented: [Receipt: Reading]

    package init(_ evidence: Evidence) {
        var candidates: [Key: [Reading]] = [:]
        var held: [Key: [HeldReading]] = [:]
        let waiting = Set(evidence.holdings.slices.values.lazy.flatMap(\.waiting).map(\.receipt))
        for reading in evidence.readings {
            guard let slice = reading.slice else { continue }
            let key = Key(
                department: evidence.countingDepartment(slice), form: slice.form, month: slice.period.last)
            if let closing = evidence.holding(reading) {
                held[key, default: []].append(HeldReading(reading: reading, closing: closing))
            } else if waiting.contains(reading.receipt) {
                held[key, default: []].append(HeldReading(reading: reading, closing: nil))
            } else {
                candidates[key, default: []].append(reading)
            }
        }
        let judged = evidence.holdings.slices
        readings = judged.mapValues(\.standing).filter { !$0.value.isEmpty }
        self.candidates = candidates
        self.held = held.mapValues { $0.sorted { $0.reading.receipt.isBefore($1.reading.receipt) } }
        conflicts = judged.filter { !$0.value.tied.isEmpty }
            .map { Conflict(key: $0.key, paths: $0.value.tied) }.sorted { $0.key < $1.key }
        supplemented = Self.supplemented(readings)
    }

    private static func supplemented(_ readings: [Key: [Reading]]) -> [Receipt: Reading] {
        var found: [Receipt: Reading] = [:]
        for slice in readings.values where slice.contains(where: \.isSupplement) {
            for reading in slice { found[reading.receipt] = reading }
        }
        return found
    }

    /// The same as if a held file had been let in.
    func taking(_ reading: Reading, _ evidence: Evidence) -> SlicesInForce {
        guard let slice = reading.slice else { return self }
        let key = Key(department: evidence.countingDepartment(slice), form: slice.form, month: slice.period.last)
        let judged = evidence.holdings.judged(key, letting: reading.receipt, evidence)
        var (readings, held) = (readings, held)
        readings[key] = judged.standing
        held[key] = held[key]?.filter { $0.closing != nil || judged.waiting.contains($0.reading) }
        return SlicesInForce(readings: readings, candidates: candidates, held: held, conflicts: conflicts)
    }

    private init(
        readings: [Key: [Reading]], candidates: [Key: [Reading]], held: [Key: [HeldReading]], conflicts: [Conflict]
    ) {
        self.readings = readings
        self.candidates = candidates
        self.held = held
        self.conflicts = conflicts
        supplemented = Self.supplemented(readings)
    }

    /// Whether a file waits for somebody to decide whether it takes a place in the slice.
    func isDoubtful(_ key: Key) -> Bool { held[key]?.contains { $0.isWaiting } ?? false }
}
