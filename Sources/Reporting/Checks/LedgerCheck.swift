import Domain

/// A check across submissions: worked out anew for each set, so that neither arrival nor a later correction makes it stale.
protocol LedgerCheck: Rule {
    static func findings(_ scope: LedgerScope) -> [Finding]
}

/// What the checks look at.
struct LedgerScope: Sendable {
    let evidence: Evidence
    let slices: SlicesInForce
    let cube: Cube
    let period: Period
    /// What the checks before found.
    var raised: [Finding] = []

    var catalogue: Catalogue { evidence.catalogue }

    /// The path of a file that feeds an indicator in the period's last month, to point at.
    func file(feeding indicator: Indicator) -> String {
        let sources = catalogue.sources.filter { $0.indicator == indicator.code && $0.role == .count }
        for source in sources {
            for form in indicator.forms {
                let key = SlicesInForce.Key(department: source.department, form: form, month: period.last)
                if let reading = slices.readings[key]?.first { return reading.receipt.path }
            }
        }
        return period.description
    }

    /// Every place that has a name of its own, in the order of the tables.
    func name(of place: Int) -> Bilingual {
        switch cube.index.places[place] {
        case .province: cube.index.level.whole
        case .placeless: cube.index.level.placeless
        case .district, .commune:
            cube.index.unit(place).map { Bilingual(vi: $0.fullName, en: $0.fullName) } ?? Phrase.place
        }
    }
}
