import Domain

/// What of a form's rows a measure counts, by its own definition: `05-vu:so_vu{loai_vu=ma-tuy;vai_tro=chu-tri}`.
///
/// It does not depend on what an indicator or a measure is called.
struct CountedPart: Hashable {
    let form: String
    /// Added together; none: rows are counted.
    let columns: Set<String>
    let selection: [String: Set<String>]

    init(_ measure: Measure, of form: String) {
        self.form = form
        columns = Set(measure.columns)
        selection = measure.selection.mapValues { Set($0) }
    }

    var encoded: String {
        let chosen = selection.sorted { $0.key < $1.key }.map {
            "\($0.key)=\($0.value.sorted().joined(separator: ","))"
        }
        return "\(form):\(columns.sorted().joined(separator: "+"))"
            + (chosen.isEmpty ? "" : "{\(chosen.joined(separator: ";"))}")
    }

    init?(decoding text: Substring) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        form = String(halves[0])
        let rest = halves[1].split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
        columns = Set(rest[0].split(separator: "+").map { String($0) })
        var selection: [String: Set<String>] = [:]
        for choice in rest.count == 2 ? rest[1].dropLast().split(separator: ";") : [] {
            let pair = choice.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { return nil }
            selection[String(pair[0])] = Set(pair[1].split(separator: ",").map { String($0) })
        }
        self.selection = selection
    }

    /// Whether every row that it counts is one that the other counts.
    func selectsWithin(_ other: CountedPart) -> Bool {
        form == other.form
            && other.selection.allSatisfy { column, codes in selection[column].map { $0.isSubset(of: codes) } ?? false }
    }

    /// Whether it is nowhere more than the other, by its definition.
    func isWithin(_ other: CountedPart) -> Bool {
        selectsWithin(other) && columns.isEmpty == other.columns.isEmpty && columns.isSubset(of: other.columns)
    }

    /// Whether some row may be counted in both.
    func overlaps(_ other: CountedPart) -> Bool {
        guard form == other.form, columns.isEmpty && other.columns.isEmpty || !columns.isDisjoint(with: other.columns)
        else { return false }
        return selection.allSatisfy { column, codes in
            other.selection[column].map { !$0.isDisjoint(with: codes) } ?? true
        }
    }
}

extension Catalogue {
    /// What an indicator counts: of each of its measures the parts of its forms, without blanks, in order.
    func counts(of indicator: Indicator) -> [String] {
        let measures = indicator.measures.map { code in
            indicator.forms.sorted().compactMap { form in
                self.form(form)?.measure(code).map { CountedPart($0, of: form).encoded }
            }.joined(separator: "|")
        }
        return Set(measures.filter { !$0.isEmpty }).map { $0.replacing(" ", with: "_") }.sorted()
    }

    /// What each unit is called, and in what area, by its key: a code may be given to another unit.
    var unitNames: [String: String] {
        var names: [String: String] = [:]
        for unit in geography.units {
            let area = unit.level == .commune ? unit.district.flatMap { geography.units(code: $0).last?.name } : nil
            let words = [unit.level.rawValue, unit.name, area ?? ""].map { Folding.composed($0).lowercased() }
            names[unit.key.description] = words.joined(separator: "/")
        }
        return names
    }
}

extension SeenFigures.Seen {
    /// Whether some of what it counts may be counted by another.
    func overlaps(_ other: SeenFigures.Seen) -> Bool {
        let others = other.parts
        return parts.contains { own in others.contains { own.overlaps($0) } }
    }

    /// Whether each of its measures counts what one of the other's does, on every form that both have, and on one at least.
    func countsSame(as other: SeenFigures.Seen) -> Bool {
        guard !counts.isEmpty, counts.count == other.counts.count else { return false }
        var left = other.counts.map(SeenFigures.Seen.byForm)
        return counts.map(SeenFigures.Seen.byForm).allSatisfy { own in
            let found = left.firstIndex { theirs in
                let shared = own.filter { theirs[$0.key] != nil }
                return !shared.isEmpty && shared.allSatisfy { theirs[$0.key] == $0.value }
            }
            return found.map { _ = left.remove(at: $0) } != nil
        }
    }

    private static func byForm(_ measure: String) -> [String: Substring] {
        Dictionary(
            measure.split(separator: "|").map { (String($0.prefix { $0 != ":" }), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private var parts: [CountedPart] {
        counts.flatMap { $0.split(separator: "|") }.compactMap { CountedPart(decoding: $0) }
    }

    var hasSuppressed: Bool { views.values.contains { $0.contains(.suppressed) } }
}
