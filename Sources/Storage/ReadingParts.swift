import Domain
import GRDB

/// Reads the rows that belong to readings.
struct ReadingParts {
    private let texts: TextTable
    private let findingRows: PreparedStatement
    private let answerRows: PreparedStatement

    init(_ database: Database) throws {
        texts = try TextTable(database)
        findingRows = .ofReading(
            database,
            """
            rule, level, file, line, row, column, header, value, message_vi, message_en, expected_vi, expected_en,
            remedy_vi, remedy_en, answer, unit_code, unit_from, measure
            """, of: "finding LEFT JOIN finding_subject USING (reading, n)")
        answerRows = .ofReading(
            database, "line, row, column, asked, file, rule, asked_row, asked_column, question, reason",
            of: "answer")
    }

    /// What the pack of a reading holds.
    struct Unpacked {
        var measures: [String] = []
        var refusedPlaces: [UnitKey] = []
        var hasFindings = false
        var hasAnswers = false
        var tallies: Tallies = []
    }

    /// - Parameter withTallies: Else the reading is read without them.
    func unpacked(_ bytes: UnsafeRawBufferPointer, of entry: Int, withTallies: Bool) throws -> Unpacked {
        do {
            var pack = IntegerReader(bytes)
            var parts = Unpacked()
            for _ in 0..<(try pack.count()) { parts.measures.append(try texts[pack.next()]) }
            for _ in 0..<(try pack.count()) { parts.refusedPlaces.append(try unit(&pack)) }
            parts.hasFindings = try pack.next() > 0
            parts.hasAnswers = try pack.next() > 0
            if withTallies { parts.tallies = try tallies(&pack) }
            return parts
        } catch is IntegerReader.Damage {
            throw LedgerError(.damaged, place: "entry \(entry)", detail: "reading_pack")
        }
    }

    private func tallies(_ pack: inout IntegerReader) throws -> Tallies {
        var (units, codes): ([UnitKey], [String]) = ([], [])
        for _ in 0..<(try pack.count()) { units.append(try unit(&pack)) }
        for _ in 0..<(try pack.count()) { codes.append(try texts[pack.next()]) }
        var runs: [Tallies.Run] = []
        var count = 0
        for _ in 0..<(try pack.count()) {
            let (measure, month) = (try texts[pack.next()], Month(index: try pack.next()))
            let end = count + (try pack.count())
            runs.append(Tallies.Run(measure: measure, month: month, rows: count..<end))
            count = end
        }
        // A row takes a byte at least.
        guard count <= pack.bytesLeft else { throw IntegerReader.Damage() }
        let start = pack
        func row(_ pack: inout IntegerReader) throws -> Tallies.Row {
            Tallies.Row(
                unit: try pack.place(below: units.count), codes: try pack.place(below: codes.count),
                sum: Quantity(thousandths: Int64(try pack.next())),
                cells: Tally.Cells(
                    number: try pack.next(), zero: try pack.next(), uncollected: try pack.next(),
                    empty: try pack.next()))
        }
        let tallies = try Tallies(units: units, codes: codes, runs: runs) { try row(&pack) }
        guard !pack.isAtEnd else { return tallies }
        // What could not be counted stands behind the rows that it is of.
        var again = start
        var rows: [Tallies.Row] = []
        rows.reserveCapacity(count)
        for _ in 0..<count { rows.append(try row(&again)) }
        for _ in 0..<(try pack.count()) {
            let place = Int(try pack.place(below: rows.count))
            rows[place] = rows[place].refusing(cells: try pack.next())
        }
        guard pack.isAtEnd else { throw IntegerReader.Damage() }
        return Tallies(units: units, codes: codes, runs: runs, rows: rows)
    }

    private func unit(_ pack: inout IntegerReader) throws -> UnitKey {
        let code = try texts[pack.next()]
        let from = try pack.next()
        return UnitKey(code: code, from: from == 0 ? nil : Day(number: from > 0 ? from - 1 : from))
    }

    func findings(of entry: Int, path: String) throws -> [Finding] {
        var findings: [Finding] = []
        let rows = findingRows
        try rows.bind(entry, at: 1)
        while try rows.step() {
            let written = rows.text(1)
            guard let level = written == ReadingWriter.holding ? .query : Finding.Level(rawValue: written) else {
                throw LedgerError(.damaged, place: "entry \(entry)", detail: written)
            }
            let position = Position(
                file: rows.optionalText(2) ?? path, line: rows.integer(3), row: rows.integer(4),
                column: rows.optionalInteger(5), header: try texts.optional(rows.optionalInteger(6)))
            let expectedVi = try texts.optional(rows.optionalInteger(10))
            let expectedEn = try texts.optional(rows.optionalInteger(11))
            findings.append(
                Finding(
                    stored: RuleName(stored: try texts[rows.integer(0)]), level: level, position: position,
                    value: rows.optionalText(7), message: Bilingual(vi: rows.text(8), en: rows.text(9)),
                    expected: expectedVi.flatMap { vi in expectedEn.map { Bilingual(vi: vi, en: $0) } },
                    remedy: Bilingual(vi: try texts[rows.integer(12)], en: try texts[rows.integer(13)]),
                    answer: rows.optionalText(14), holds: written == ReadingWriter.holding, subject: try subject(rows)))
        }
        return findings
    }

    private func subject(_ rows: PreparedStatement) throws -> Finding.Subject? {
        try texts.optional(rows.optionalInteger(15)).map { code in
            Finding.Subject(
                unit: UnitKey(code: code, from: rows.optionalInteger(16).map(Day.init(number:))),
                measure: try texts.optional(rows.optionalInteger(17)))
        }
    }

    func answers(of entry: Int, path: String) throws -> [Answer] {
        var answers: [Answer] = []
        let rows = answerRows
        try rows.bind(entry, at: 1)
        while try rows.step() {
            guard let asked = Answer.Asked(rawValue: rows.text(3)) else {
                throw LedgerError(.damaged, place: "entry \(entry)", detail: rows.text(3))
            }
            answers.append(
                Answer(
                    position: Position(
                        file: path, line: rows.integer(0), row: rows.integer(1), column: rows.integer(2),
                        header: ReturnSheet.Column.reason.rawValue),
                    asked: asked, file: rows.text(4), rule: RuleName(stored: try texts[rows.integer(5)]),
                    row: rows.integer(6),
                    column: rows.optionalInteger(7), question: rows.text(8), reason: rows.text(9)))
        }
        return answers
    }
}
