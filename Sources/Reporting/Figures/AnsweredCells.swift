import Domain

/// The cells, by place and measure, for which a later file answers in place of an earlier one.
struct AnsweredCells {
    private var measures: [UnitKey: Set<String>] = [:]

    /// What is said of them; of a supplement its blanks, too, but nothing that cannot be counted: there what stood stays.
    init(of reading: Reading) {
        let tallies = reading.tallies
        for run in tallies.runs {
            for row in tallies.rows(of: run) where row.speaks || reading.isSupplement && row.cells.empty > 0 {
                measures[tallies.units[Int(row.unit)], default: []].insert(run.measure)
            }
        }
    }

    func contain(_ unit: UnitKey, _ measure: String) -> Bool { measures[unit]?.contains(measure) ?? false }

    /// Whether they are all that a row of the place has.
    func contain(_ unit: UnitKey, all wanted: [String]) -> Bool { measures[unit]?.isSuperset(of: wanted) ?? false }

    var units: Set<UnitKey> { Set(measures.keys) }
}

extension Reading {
    /// The same without the cells for which another answers.
    func leaving(_ cells: AnsweredCells) -> Reading {
        with(
            tallies: Tallies(tallies.filter { !cells.contain($0.unit, $0.measure) }),
            refusedPlaces: refusedPlaces.filter { !cells.contain($0, all: measures) }, state: state, findings: findings)
    }

    /// The same without what nobody has to answer any more, because a supplement says it anew: the questions of rows that are
    /// replaced, and the errors of rows where all that they took out was sent again, so that what stands lacks nothing.
    ///
    /// An error of a row takes out a cell or the row; one of the header says the header's own words.
    func settled(by standing: Reading) -> Reading {
        let asked = withoutQuestions(replacedIn: standing)
        return asked.hasRefusals && !standing.hasRefusals ? asked.withoutErrorsOfRows : asked
    }

    /// A question stands for as long as anything that its row says stands.
    private func withoutQuestions(replacedIn standing: Reading) -> Reading {
        guard findings.contains(where: { $0.level == .query && $0.subject != nil }) else { return self }
        let (said, left) = (Places(of: self), Places(of: standing))
        return mappingAll { findings in
            findings.filter { finding in
                guard finding.level == .query, let subject = finding.subject else { return true }
                return left.contain(subject) || !said.contain(subject)
            }
        }
    }

    /// What a reading says something of, counted or not.
    private struct Places {
        private var units: Set<UnitKey>
        private var subjects: Set<Finding.Subject> = []

        init(of reading: Reading) {
            units = Set(reading.refusedPlaces)
            let tallies = reading.tallies
            for run in tallies.runs {
                for row in tallies.rows(of: run) {
                    let unit = tallies.units[Int(row.unit)]
                    units.insert(unit)
                    subjects.insert(Finding.Subject(unit: unit, measure: run.measure))
                }
            }
        }

        func contain(_ subject: Finding.Subject) -> Bool {
            subject.measure == nil ? units.contains(subject.unit) : subjects.contains(subject)
        }
    }

    private var withoutErrorsOfRows: Reading {
        let open = findings.filter { finding in
            finding.level != .error || finding.position.row == 0 || finding.value == finding.position.header
        }
        return with(
            tallies: tallies, refusedPlaces: refusedPlaces,
            state: open.contains { $0.level == .error } ? state : .accepted, findings: open)
    }

    /// The same figures with what is said of another reading of the file.
    func finding(as other: Reading) -> Reading {
        with(tallies: tallies, refusedPlaces: refusedPlaces, state: other.state, findings: other.findings)
    }

    private func mappingAll(_ transform: ([Finding]) -> [Finding]) -> Reading {
        with(tallies: tallies, refusedPlaces: refusedPlaces, state: state, findings: transform(findings))
    }

    private var hasRefusals: Bool {
        refusedRowsWithoutPlace > 0 || !refusedPlaces.isEmpty || tallies.rows.contains { $0.cells.refused > 0 }
    }

    private func with(tallies: Tallies, refusedPlaces: [UnitKey], state: State, findings: [Finding]) -> Reading {
        Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: department, form: form, period: period,
            part: part, sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings, answers: answers)
    }
}

extension Tallies {
    /// The measures that each place has a row for.
    func givenMeasures(of measures: Set<String>) -> [UnitKey: Set<String>] {
        var given: [UnitKey: Set<String>] = [:]
        for run in runs where measures.contains(run.measure) {
            for row in rows[run.rows] { given[units[Int(row.unit)], default: []].insert(run.measure) }
        }
        return given
    }
}
