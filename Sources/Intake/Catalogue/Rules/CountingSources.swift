import Domain

/// The counting sources of each indicator, in the order of the register.
struct CountingSources {
    struct Pair {
        let earlier: Located<Source>
        let later: Located<Source>
    }

    private let draft: CatalogueDraft
    private let byIndicator: [String: [Located<Source>]]

    init(_ draft: CatalogueDraft) {
        self.draft = draft
        byIndicator = Dictionary(
            grouping: draft.sources.entries.filter { $0.value.role == .count }, by: \.value.indicator)
    }

    func sources(of indicator: String) -> [Located<Source>] { byIndicator[indicator] ?? [] }

    /// Each source that counts on a day on which one before it counts already, with the first such.
    func simultaneous(_ indicator: String) -> [Pair] {
        let sources = sources(of: indicator).filter(\.isSound)
        return sources.indices.compactMap { index in
            sources[..<index].first { countTogether($0.value, sources[index].value) }
                .map { Pair(earlier: $0, later: sources[index]) }
        }
    }

    private func countTogether(_ first: Source, _ second: Source) -> Bool {
        guard first.department != second.department else { return false }
        return times(first).contains { time in times(second).contains { $0.overlaps(time) } }
    }

    /// When a source counts: while its line is valid and its department exists.
    private func times(_ source: Source) -> [Validity] {
        let states = draft.departmentsByCode[source.department] ?? []
        return states.compactMap { $0.value.validity.intersection(source.validity) }
    }
}
