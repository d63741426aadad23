import Domain

/// The counting sources of each indicator, in the order of the register.
struct CountingSources {
    struct Pair {
        let earlier: Located<Source>
        let later: Located<Source>
    }

    private let departmentsByCode: [String: [Located<Department>]]
    private let byIndicator: [String: [Located<Source>]]

    init(_ sources: Register<Source>, _ departmentsByCode: [String: [Located<Department>]]) {
        self.departmentsByCode = departmentsByCode
        byIndicator = sources.grouped { $0.indicator }
            .mapValues { $0.filter { $0.value.role == .count } }
    }

    func sources(of indicator: String) -> [Located<Source>] { byIndicator[indicator] ?? [] }

    /// Each source that counts on a day on which one before it counts already, with the first such.
    func simultaneous(_ indicator: String) -> [Pair] {
        let sources = sources(of: indicator).filter(\.isSound)
        let times = sources.map { self.times($0.value) }
        return sources.indices.compactMap { index in
            sources[..<index].indices.first { earlier in
                sources[earlier].value.department != sources[index].value.department
                    && times[earlier].contains { time in times[index].contains { $0.overlaps(time) } }
            }.map { Pair(earlier: sources[$0], later: sources[index]) }
        }
    }

    /// When a source counts: while its line is valid and its department exists.
    private func times(_ source: Source) -> [Validity] {
        let states = departmentsByCode[source.department] ?? []
        return states.compactMap { $0.value.validity.intersection(source.validity) }
    }
}
