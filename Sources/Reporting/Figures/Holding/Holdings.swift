import Domain

/// What stands for each slice and what is held, file by file in the order of precedence, so that the order in which they
/// came says nothing.
struct Holdings: Sendable {
    /// What became of one slice.
    struct Judged: Sendable {
        /// The whole and the parts that count, by path.
        var standing: [Reading] = []
        var tied: [String] = []
        /// Doubtful as a whole, and not yet overtaken by a file that is not.
        var waiting: [Reading] = []
    }

    private(set) var slices: [SlicesInForce.Key: Judged] = [:]
    /// Readings with what was found about them as a whole.
    private(set) var found: [Receipt: Reading] = [:]
    private var accepted: [Receipt: Decision] = [:]
    private var contenders: [SlicesInForce.Key: [String: [Contender]]] = [:]
    private var history: SubmissionHistory

    init(_ catalogue: Catalogue) { history = SubmissionHistory(catalogue) }

    init(_ evidence: Evidence) {
        self.init(evidence.catalogue)
        accepted = evidence.acceptances
        for reading in evidence.surroundings.earlier where reading.isCounted {
            guard let (contender, slice) = Holdings.contender(reading, evidence) else { continue }
            history.add(contender, slice)
        }
        for reading in evidence.readings where reading.isCounted {
            guard let (contender, slice) = Holdings.contender(reading, evidence) else { continue }
            history.add(contender, slice)
            if evidence.holding(reading) != nil { continue }
            contenders[Holdings.key(slice), default: [:]][reading.department ?? "", default: []].append(contender)
        }
        // No slice asks what became of another: they are judged on all cores.
        let (parts, unjudged) = (Array(contenders), self)
        let judged = ParallelMap.map(parts) { part in
            var copy = unjudged
            return (copy.judge(part.value, key: part.key, evidence, letting: nil), copy.found)
        }
        for (part, (slice, some)) in zip(parts, judged) {
            slices[part.key] = slice
            found.merge(some) { _, newer in newer }
        }
    }

    private static func key(_ slice: Slice) -> SlicesInForce.Key {
        SlicesInForce.Key(department: slice.department, form: slice.form, month: slice.period.last)
    }

    /// The slice as if a held file had been let in.
    func judged(_ key: SlicesInForce.Key, letting receipt: Receipt, _ evidence: Evidence) -> Judged {
        var copy = self
        return copy.judge(contenders[key] ?? [:], key: key, evidence, letting: receipt)
    }

    /// `nil` for what names no slice.
    private static func contender(_ reading: Reading, _ evidence: Evidence) -> (Contender, Slice)? {
        guard let written = reading.slice else { return nil }
        let slice = Slice(
            department: evidence.countingDepartment(written), form: written.form, period: written.period)
        let path = reading.receipt.path
        var decided = 0
        for (place, decision) in evidence.placedDecisions(naming: path)
        where decision.action == .replace && evidence.applies(decision, to: slice, path: path) {
            decided = place + 1
        }
        let precedence = SlicePrecedence(
            decision: decided, sequence: reading.sequence, receivedAt: evidence.cameAt(reading.receipt))
        return (
            Contender(reading: reading, precedence: precedence, withdrawal: evidence.withdrawal(of: path, slice)), slice
        )
    }

    /// A predecessor's file counts where the department has sent none itself; two predecessors' files add up.
    private mutating func judge(
        _ byWriter: [String: [Contender]], key: SlicesInForce.Key, _ evidence: Evidence, letting: Receipt?
    ) -> Judged {
        let own = fold(byWriter[key.department] ?? [], key, evidence, letting)
        let writers = byWriter.keys.filter { $0 != key.department }.sorted()
        let before = writers.map { fold(byWriter[$0] ?? [], key, evidence, letting) }
        var judged = own
        if own.standing.isEmpty {
            judged.standing += before.flatMap(\.standing)
            judged.tied += before.flatMap(\.tied)
            judged.waiting += before.flatMap(\.waiting)
        }
        judged.waiting.sort { $0.receipt.isBefore($1.receipt) }
        return judged
    }

    /// Looks at the files of one writer from the lowest precedence up: what is not doubtful stands for those after it to be
    /// held against, also where it was withdrawn since: what was held stays so, for nobody has decided on it.
    private mutating func fold(
        _ contenders: [Contender], _ key: SlicesInForce.Key, _ evidence: Evidence, _ letting: Receipt?
    ) -> Judged {
        var admitted: [Lane: Contender] = [:]
        var kept: [Contender] = []
        for step in Holdings.steps(contenders) {
            let present = admitted.values
            for var contender in step {
                let received = contender.precedence.receivedAt
                let before = Contender.standing(
                    of: present.filter { !$0.wasWithdrawn(before: received, in: evidence.timeZone) }
                ).chosen
                let isHeld =
                    judge(&contender, beside: before, after: kept, evidence) && contender.reading.receipt != letting
                if contender.withdrawal == nil { found[contender.reading.receipt] = contender.reading }
                if !isHeld {
                    let path = contender.reading.receipt.path
                    admitted[Lane(path: path, isSupplement: contender.isSupplement)] = contender
                    // A supplement that was written over is gone; what a supplement was written over still has its rows.
                    if !contender.isSupplement { admitted[Lane(path: path, isSupplement: true)] = nil }
                } else if contender.withdrawal == nil {
                    kept.append(contender)
                }
            }
        }
        let live = admitted.values.filter { $0.withdrawal == nil }
        let standing = Contender.standing(of: Array(live))
        var chosen = standing.chosen
        if chosen.contains(where: \.isSupplement) {
            for place in chosen.indices {
                guard let settled = found[chosen[place].reading.receipt]?.settled(by: chosen[place].reading) else {
                    continue
                }
                found[settled.receipt] = settled
                chosen[place].reading = chosen[place].reading.finding(as: settled)
            }
        }
        for contender in NothingToSupplement.orphans(among: live, standing: chosen, tied: standing.tied) {
            found[contender.reading.receipt] = contender.reading.adding([
                NothingToSupplement.finding(contender.reading, isHeld: kept.contains { !$0.isSupplement })
            ])
        }
        for (late, higher) in NumberedLower.overtaken(among: live, by: standing.chosen) {
            let finding = NumberedLower.finding(late.reading, below: higher.reading)
            found[late.reading.receipt] = (found[late.reading.receipt] ?? late.reading).adding([finding])
        }
        let waiting = kept.filter { held in
            !chosen.contains { held.precedence < $0.precedence && $0.replaces(held) || isLater($0, than: held) }
        }
        let readings = chosen.map(\.reading)
        return Judged(
            standing: readings.filter { !Holdings.isTwin($0, among: readings, evidence) }, tied: standing.tied,
            waiting: waiting.map(\.reading))
    }

    /// Of one path the bytes that came last are admitted, and of supplements beside what they supplement.
    private struct Lane: Hashable {
        let path: String
        let isSupplement: Bool
    }

    /// Whether another part has the very bytes of this one and came before it: a file sent under two labels counts once.
    private static func isTwin(_ reading: Reading, among standing: [Reading], _ evidence: Evidence) -> Bool {
        guard standing.count > 1, let first = evidence.firstCopy(of: reading) else { return false }
        return standing.contains { $0.receipt == first.receipt }
    }

    /// Later bytes of the same path.
    private func isLater(_ other: Contender, than held: Contender) -> Bool {
        let (first, second) = (held.reading.receipt, other.reading.receipt)
        return held.isSupplement == other.isSupplement && first.path == second.path
            && (first.receivedAt, first.sha256) < (second.receivedAt, second.sha256)
    }

    /// Those of one precedence are looked at together; the bytes of one path in the order in which they came.
    private static func steps(_ contenders: [Contender]) -> [[Contender]] {
        struct Step: Comparable, Hashable {
            let precedence: SlicePrecedence
            /// 1 for supplements, which come after what they may supplement.
            let layer: Int
            let version: Int

            static func < (left: Step, right: Step) -> Bool {
                left.precedence != right.precedence
                    ? left.precedence < right.precedence
                    : (left.layer, left.version) < (right.layer, right.version)
            }
        }
        var steps: [Step: [Contender]] = [:]
        for versions in Dictionary(grouping: contenders, by: \.reading.receipt.path).values {
            var highest: SlicePrecedence?
            let inOrder = versions.sorted {
                ($0.reading.receipt.receivedAt, $0.reading.receipt.sha256)
                    < ($1.reading.receipt.receivedAt, $1.reading.receipt.sha256)
            }
            for (version, contender) in inOrder.enumerated() {
                let precedence = highest.map { max($0, contender.precedence) } ?? contender.precedence
                highest = precedence
                let step = Step(precedence: precedence, layer: contender.isSupplement ? 1 : 0, version: version)
                steps[step, default: []].append(contender)
            }
        }
        return steps.sorted { $0.key < $1.key }.map { step in
            step.value.sorted { $0.reading.receipt.isBefore($1.reading.receipt) }
        }
    }

    /// Adds what is doubtful about it to its findings; says whether it is held.
    private func judge(
        _ contender: inout Contender, beside standing: [Contender], after kept: [Contender], _ evidence: Evidence
    ) -> Bool {
        let reading = contender.reading
        guard let written = reading.slice else { return false }
        let slice = Slice(
            department: evidence.countingDepartment(written), form: written.form, period: written.period)
        let replaced = standing.filter {
            (contender.isSupplement || contender.replaces($0))
                && $0.reading.receipt.sha256 != reading.receipt.sha256
        }
        let first = evidence.firstCopy(of: reading)
        let suspect = Suspect(
            reading: reading, slice: slice, receivedAt: contender.precedence.receivedAt,
            replaced: replaced.map(\.reading), replacedAt: replaced.map(\.precedence.receivedAt),
            overtaken: replaced.isEmpty ? kept.last(where: contender.replaces).map { [$0.reading] } ?? [] : [],
            history: history, catalogue: evidence.catalogue, firstCopy: first,
            copyAtOnce: evidence.copyAtOnce(of: reading), issues: evidence.surroundings.issues)
        var findings = HoldingRules.doubts(suspect).map(evidence.answers.applied)
        if let first, first.slice == reading.slice {
            findings.append(SameBytesTwice.note(reading, of: first))
        }
        if !findings.isEmpty { contender.reading = reading.adding(findings) }
        guard contender.reading.findings.contains(where: \.isHolding) else { return false }
        guard let decision = settled(contender, evidence) else { return true }
        // The officer's word answers what was asked of the department.
        contender.reading = contender.reading.mappingFindings { finding in
            finding.isHolding ? finding.answered(by: decision.settling) : finding
        }
        return false
    }

    /// The decision that lets a doubtful file in.
    private func settled(_ contender: Contender, _ evidence: Evidence) -> Decision? {
        if let decision = accepted[contender.reading.receipt] { return decision }
        guard contender.precedence.decision > 0 else { return nil }
        return evidence.decisions[contender.precedence.decision - 1]
    }
}

extension Decision {
    /// The decision as the answer to a question: `nhận tệp: đã đối chiếu`.
    fileprivate var settling: String {
        (action == .accept ? "nhận tệp" : "thay tệp") + (reason.isEmpty ? "" : ": \(reason)")
    }
}

extension Reading {
    /// The same with more findings.
    func adding(_ more: [Finding]) -> Reading {
        Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: department, form: form, period: period,
            part: part, sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings + more, answers: answers)
    }
}
