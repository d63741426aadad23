import Domain

/// The findings of one file as they come: of each rule so many are kept, and all are counted.
///
/// A finding that will not be kept is never built.
struct FindingLog {
    static let keptPerRule = Finding.listedPerRule

    private var kept: [Finding] = []
    /// A file breaks few rules: looking through them costs less than hashing.
    private var counts: [(id: ObjectIdentifier, rule: RuleName, count: Int)] = []
    private(set) var hasErrors = false

    /// - Parameter reason: The reason given in the row; it answers a query.
    mutating func add(_ rule: any Rule.Type, reason: String? = nil, _ make: () -> Finding) {
        let id = ObjectIdentifier(rule)
        guard let place = counts.firstIndex(where: { $0.id == id }) else {
            counts.append((id, rule.name, 1))
            return keep(make(), reason)
        }
        counts[place].count += 1
        if counts[place].count <= Self.keptPerRule { keep(make(), reason) }
    }

    private mutating func keep(_ finding: Finding, _ reason: String?) {
        if finding.level == .error { hasErrors = true }
        if finding.level == .query, let reason {
            kept.append(finding.answered(by: reason))
        } else {
            kept.append(finding)
        }
    }

    func count(of rule: any Rule.Type) -> Int {
        let id = ObjectIdentifier(rule)
        return counts.first { $0.id == id }?.count ?? 0
    }

    /// In the order of the file, with a note for every rule of which some are left out.
    func sorted(file: String) -> [Finding] {
        let notes = counts.filter { $0.count > Self.keptPerRule }.map {
            FurtherFindings.finding(of: $0.rule, shown: Self.keptPerRule, count: $0.count, in: file)
        }
        return (kept + notes).sorted { left, right in
            left.position != right.position
                ? left.position < right.position
                : (left.rule, left.message.vi) < (right.rule, right.message.vi)
        }
    }
}
